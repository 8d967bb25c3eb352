"""What we know of the Korean language: text in, facts out."""

from pathlib import Path

#: Where the tables are. The machinery of importlib.resources takes ten times as long as a file.
DATA = Path(__file__).parent / "data"
