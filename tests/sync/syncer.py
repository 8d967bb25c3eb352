"""The program's own ``sync --json`` without the pause between two pages of one server."""

import sys

from newsreader.cli.main import run
from newsreader.ingest import visit

if __name__ == "__main__":
    visit.PACE = 0.0
    sys.exit(run(["sync", "--json"]))
