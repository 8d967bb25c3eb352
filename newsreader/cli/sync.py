"""Feeds without the app: ``newsreader sync``, ``newsreader feeds`` and ``newsreader watch``."""

import argparse
import asyncio
import sys
from contextlib import aclosing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsreader.cli.command import Cli, outcome, say
from newsreader.cli.lines import write
from newsreader.errors import EXIT_DONE, EXIT_NOTHING, EXIT_SOURCE, SourceError, UsageError
from newsreader.text import clean_line
from newsreader.workspace import Workspace

if TYPE_CHECKING:
    from newsreader.library.feeds import Feed
    from newsreader.sync.events import Event


def add_commands(cli: Cli) -> None:
    """Add ``sync``, ``feeds`` and ``watch``."""
    sync = cli.add("sync", _sync, help="read all feeds and keep what is new")
    sync.add_argument("--json", action="store_true", help="one object a line for what happens")
    sync.add_argument(
        "--watch-words", action="store_true", help="print only articles with a watched word"
    )
    sync.add_argument("--resting", action="store_true", help="also the feeds that failed before")

    feeds = cli.add("feeds", _list, help="which feeds are followed, and which there are")
    actions = Cli.under(feeds)
    actions.add("list", _list, help="the feeds that are followed, and what is wrong with them")
    known = actions.add("catalogue", _catalogue, help="the feeds of Korean outlets to choose from")
    known.add_argument("words", metavar="WORD", nargs="*")
    follow = actions.add(
        "add", _add, help="follow feeds: addresses, or words that name some of the catalogue"
    )
    follow.add_argument("words", metavar="FEED", nargs="+")
    leave = actions.add("remove", _remove, help="follow feeds no longer; their articles stay")
    leave.add_argument("words", metavar="FEED", nargs="+")
    brought = actions.add("import", _import, help="follow the feeds of an OPML file")
    brought.add_argument("file", metavar="FILE.opml", type=Path)
    actions.add("export", _export, help="print the feeds as OPML")

    watch = cli.add("watch", _watched, help="the words to watch for in what is new")
    actions = Cli.under(watch)
    actions.add("list", _watched, help="the words that are watched for")
    add = actions.add("add", _watch, help="watch for words: Korean in dictionary form, or English")
    add.add_argument("words", metavar="WORD", nargs="+")
    remove = actions.add("remove", _unwatch, help="watch for words no longer")
    remove.add_argument("words", metavar="WORD", nargs="+")


def _sync(workspace: Workspace, options: argparse.Namespace) -> int:
    return asyncio.run(_run(workspace, options))


async def _run(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.sync.events import Finished, Sighted, Started
    from newsreader.sync.run import sync

    code, sighted = EXIT_NOTHING, False
    async with aclosing(sync(workspace, resting=options.resting)) as events:
        async for event in events:
            sighted = sighted or isinstance(event, Sighted)
            if options.watch_words and not isinstance(event, Sighted | Finished):
                pass
            elif options.json:
                write(_event_json(event))
            else:
                _tell(event)
            if isinstance(event, Started) and not event.feeds + event.resting:
                raise UsageError("No feed is followed: see `newsreader feeds catalogue`.")
            if isinstance(event, Finished):
                code = _code(event, sighted=sighted, watching=options.watch_words)
    return code


def _code(done: Any, *, sighted: bool, watching: bool) -> int:
    if done.failed and not done.read:
        return EXIT_SOURCE
    return EXIT_DONE if (sighted if watching else done.new) else EXIT_NOTHING


def _tell(event: "Event") -> None:
    from newsreader.sync import events

    match event:
        case events.FeedRead(feed, new, _, notes):
            if new:
                print(f"{len(new):>5} new  {feed.title}", flush=True)
            for note in notes:
                say(note)
        case events.FeedFailed(feed, reason, due):
            rest = f" It rests until {due.astimezone():%Y-%m-%d %H:%M}." if due else ""
            say(f"{feed.title}: {reason}{rest}")
        case events.Sighted(article, title, word, sentence):
            print(f"{word}: {sentence}" + (f"\n    {title}" if sentence != title else ""))
            print(f"    newsreader open {article}", flush=True)
        case events.Finished(read, failed, new):
            more = f", {failed} could not be read" if failed else ""
            told = f"{_counted(new, 'new article')}; {_counted(read, 'feed')} read{more}."
            print(told, file=sys.stderr)
        case events.Started(_, resting) if resting:
            say(
                f"left to rest, as it failed before: {_counted(resting, 'feed')}"
                " (--resting tries it all the same)."
            )


def _counted(count: int, name: str) -> str:
    return f"{count:,} {name}{'s' * (count != 1)}"


def _event_json(event: "Event") -> dict[str, Any]:
    """Return an event as one object: its name in ``event``, feeds by address and title."""
    fields = asdict(event)
    name = "".join(f"-{c.lower()}" if c.isupper() else c for c in type(event).__name__)
    if "feed" in fields:
        feed = fields.pop("feed")
        fields = {"feed": {key: feed[key] for key in ("id", "url", "title")}, **fields}
    shown = {
        key: value.isoformat() if isinstance(value, datetime) else value
        for key, value in fields.items()
    }
    return {"event": name.removeprefix("-"), **shown}


def _list(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    feeds = workspace.library.feeds.all()
    counts = workspace.library.feeds.counts()
    for feed in feeds:
        count = counts.get(feed.id)
        print(f"{feed.id:>4} {count.articles if count else 0:>7,}  {feed.title}  {feed.url}")
        if feed.problem:
            when = f"{feed.checked.astimezone():%Y-%m-%d %H:%M}" if feed.checked else ""
            print(f"{'':>14}{when} {feed.problem} ({feed.failures} in a row)")
    return outcome(feeds, nothing="no feed is followed; `newsreader feeds add` follows some.")


def _catalogue(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.ingest.catalogue import search

    followed = {feed.url for feed in workspace.library.feeds.all()}
    found = search(" ".join(options.words))
    for one in found:
        mark = "*" if one.url in followed else " "
        print(f"{mark} {one.outlet}\t{one.section}\t{one.seen or 'not known'}\t{one.url}")
    wanted = " ".join(options.words)
    return outcome(found, nothing=f"the catalogue has nothing that is called {wanted!r}.")


def _add(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.ingest.catalogue import search
    from newsreader.sync.adding import follow_address, follow_offer

    feeds = workspace.library.feeds
    added: list[Feed] = []
    for word in options.words:
        offers = [] if "." in word else search(word)
        added += [follow_offer(feeds, one) for one in offers]
        if not offers and "." in word:
            seconds = workspace.settings.fetch_timeout
            added.append(asyncio.run(follow_address(feeds, word, seconds)))
        elif not offers:
            raise UsageError(
                f"The catalogue has nothing that is called {word!r}; give an address, or see"
                " `newsreader feeds catalogue`."
            )
    for feed in added:
        print(f"{feed.id:>4}  {feed.title}  {feed.url}")
    return EXIT_DONE


def _remove(workspace: Workspace, options: argparse.Namespace) -> int:
    feeds = workspace.library.feeds
    for word in options.words:
        number = int(word) if word.isascii() and word.isdigit() and len(word) < 19 else None
        feed = feeds.get(number) if number is not None else feeds.find(word)
        if feed is None:
            raise UsageError(f"{word} is not followed; see `newsreader feeds list`.")
        feeds.remove(feed.id)
        print(f"{feed.title} is followed no longer; its articles stay.")
    return EXIT_DONE


def _import(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.ingest.opml import LIMIT, read
    from newsreader.sync.adding import follow_outline

    try:
        with options.file.open("rb") as file:
            content = file.read(LIMIT + 1)
    except OSError as error:
        raise SourceError(f"{options.file} cannot be read: {error.strerror}.") from error
    outlines, notes = read(content, str(options.file))
    for note in notes:
        say(note)
    before = {feed.url for feed in workspace.library.feeds.all()}
    followed = {follow_outline(workspace.library.feeds, one).url for one in outlines}
    print(
        f"{len(followed - before)} feeds are new, {len(followed & before)} were followed already."
    )
    return EXIT_DONE


def _export(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.ingest.opml import Outline
    from newsreader.ingest.opml import write as opml

    del options
    feeds = workspace.library.feeds.all()
    outlines = [
        Outline(one.url, one.title, (one.section,) if one.section else (), one.kind)
        for one in feeds
    ]
    sys.stdout.write(opml(outlines).decode())
    return EXIT_DONE if feeds else EXIT_NOTHING


def _watched(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    watches = workspace.library.watches.all()
    for one in watches:
        print(f"{one.language}  {one.word}")
    return outcome(watches, nothing="no word is watched for; `newsreader watch add` adds some.")


def _watch(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.sync.watching import language_of

    words = [clean_line(word) for word in options.words]
    if not all(2 <= len(word) <= 60 for word in words):
        raise UsageError("A word to watch for has from 2 to 60 characters.")
    for word in words:
        workspace.library.watches.add(word, language_of(word))
        print(f"{word} is watched for.")
    return EXIT_DONE


def _unwatch(workspace: Workspace, options: argparse.Namespace) -> int:
    for word in map(clean_line, options.words):
        if not workspace.library.watches.remove(word):
            raise UsageError(f"{word} is not watched for; see `newsreader watch list`.")
        print(f"{word} is watched for no longer.")
    return EXIT_DONE
