"""The notes that were written on sentences: ``newsreader notes``."""

import argparse

from newsreader.article import Row
from newsreader.cli.command import Cli, outcome, print_json
from newsreader.errors import EXIT_DONE, SourceError, UsageError
from newsreader.library.marks import Note, placed
from newsreader.text import clean_line
from newsreader.workspace import Workspace


def add_commands(cli: Cli) -> None:
    """Add ``notes``."""
    notes = cli.add("notes", _list, help="your notes, also those whose sentence is gone")
    notes.set_defaults(article=None, json=False)
    actions = Cli.under(notes)

    listed = actions.add("list", _list, help="the notes on all articles, or on one")
    listed.add_argument("article", metavar="ARTICLE", type=int, nargs="?")
    listed.add_argument("--json", action="store_true", help="print JSON")

    change = actions.add("change", _change, help="give a note another text")
    change.add_argument("note", metavar="NOTE", type=int, help="its number in `notes list`")
    change.add_argument("text", metavar="TEXT", nargs="+")

    move = actions.add("move", _move, help="put a note on another sentence of its article")
    move.add_argument("note", metavar="NOTE", type=int)
    move.add_argument("row", metavar="SENTENCE", type=int, help="its number in the article")

    remove = actions.add("remove", _remove, help="remove a note")
    remove.add_argument("note", metavar="NOTE", type=int)


def _list(workspace: Workspace, options: argparse.Namespace) -> int:
    notes = workspace.library.notes
    found = notes.all() if options.article is None else notes.of(options.article)
    articles: dict[int, list[Note]] = {}
    for note in found:
        articles.setdefault(note.article, []).append(note)
    objects = []
    for article, own in articles.items():
        at, _ = placed(own, _rows(workspace, article))
        rows = {note.id: row for row, some in at.items() for note in some}
        objects += [
            {"note": note.id, "article": article, "row": rows.get(note.id), "ko": note.ko,
             "text": note.text}
            for note in own
        ]  # fmt: skip
    if options.json:
        print_json(objects)
    for one in () if options.json else objects:
        where = f"sentence {one['row']}" if one["row"] else "its sentence is gone"
        print(f"{one['note']:>5}  {one['text']}")
        print(f"{'':>5}  article {one['article']}, {where}: {one['ko']}")
    return outcome(objects, nothing="no note was written here; `a` in the reader writes one.")


def _change(workspace: Workspace, options: argparse.Namespace) -> int:
    text = clean_line(" ".join(options.text))
    if not text:
        raise UsageError("A note has some text; `newsreader notes remove` removes one.")
    workspace.library.notes.change(options.note, text)
    return EXIT_DONE


def _move(workspace: Workspace, options: argparse.Namespace) -> int:
    notes = workspace.library.notes
    rows = _rows(workspace, notes.get(options.note).article)
    row = next((one for one in rows if one.id == options.row), None)
    if row is None:
        raise UsageError(f"Its article has no sentence {options.row}; it has {len(rows)}.")
    notes.move(options.note, row.id, row.ko)
    return EXIT_DONE


def _remove(workspace: Workspace, options: argparse.Namespace) -> int:
    workspace.library.notes.remove(options.note)
    return EXIT_DONE


def _rows(workspace: Workspace, article: int) -> list[Row]:
    """Return the rows of an article; none where its text is not here."""
    try:
        return workspace.rows(workspace.library.articles.get(article).article)
    except SourceError:
        return []
