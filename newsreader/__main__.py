"""``newsreader`` and ``python -m newsreader``."""

import sys

from newsreader.errors import EXIT_INTERRUPTED


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        from newsreader.cli.main import run

        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)


if __name__ == "__main__":
    main()
