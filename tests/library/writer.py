"""A process that writes to a library until it is killed; it says what is done once it is kept.

python -m tests.library.writer FILE keep|translate|migrate|restore|backup FIRST [COPY]
"""

import sys
from itertools import count
from pathlib import Path

from newsreader.library import database
from newsreader.library.backup import back_up, restore
from newsreader.library.library import Library
from newsreader.library.schema import MIGRATIONS
from newsreader.translate.memory import correction
from tests.library.articles import article

#: A second step of the schema that takes a while.
LONGER = (
    *MIGRATIONS,
    """
    CREATE TABLE added (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    INSERT INTO added WITH RECURSIVE numbers (n) AS
        (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 200000)
        SELECT n, 'text ' || n FROM numbers;
    ALTER TABLE article ADD COLUMN more TEXT;
    """,
)


def acknowledge(number: int) -> None:
    """Say that something is kept."""
    print(number, flush=True)


def keep(file: Path, first: int) -> None:
    """Keep articles, one after another."""
    with Library(file) as library:
        for number in count(first):
            library.articles.keep(article(number, f"양측은 {number}차 협의를 했다. " * 20))
            acknowledge(number)


def translate(file: Path, first: int) -> None:
    """Give an article its English sentence by sentence, as an engine does."""
    with Library(file) as library:
        texts = [f"{number}번 문장이다." for number in range(60)]
        kept = library.articles.keep(article(1, *texts))
        for number in count(first):
            ko, en = texts[number % 60], f"Sentence {number}."
            library.memory.keep([correction(f"{number}: {ko}", en)])
            library.articles.keep_english(kept.id, {ko: en})
            acknowledge(number)


def main() -> None:
    """Write."""
    file, what, first = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    if what in ("migrate", "restore", "backup"):
        acknowledge(0)  # it begins
    if what == "migrate":
        vars(database)["MIGRATIONS"] = LONGER
        database.connect(file).close()
        acknowledge(1)
    elif what == "restore":
        restore(file, Path(sys.argv[4]))
        acknowledge(1)
    elif what == "backup":
        back_up(file, Path(sys.argv[4]))
        acknowledge(1)
    else:
        {"keep": keep, "translate": translate}[what](file, first)


if __name__ == "__main__":
    main()
