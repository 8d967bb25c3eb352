"""Terms of an article, and what is known of words: ``newsreader terms`` and ``lookup``."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsreader.article import Match, Row
from newsreader.cli.command import Cli, add_source, outcome, print_json, say
from newsreader.cli.lines import day, day_argument, json_lines, lines_in, write
from newsreader.errors import EXIT_DONE, EXIT_NOTHING, NewsreaderError, UsageError
from newsreader.text import clean_line
from newsreader.workspace import Workspace, date_of

if TYPE_CHECKING:
    from newsreader.glossary.load import Glossary
    from newsreader.glossary.lookup import Lookup
    from newsreader.korean.word import Word
    from newsreader.library.dictionaries import Answer


def add_commands(cli: Cli) -> None:
    """Add ``terms`` and ``lookup``."""
    terms = cli.add("terms", _terms, help="list the glossary terms in an article")
    add_source(terms)
    terms.add_argument("--on", metavar="DATE", help="as of this day instead of the article's")
    terms.add_argument("--json", action="store_true", help="print JSON")
    terms.add_argument(
        "--glossary", metavar="FILE", type=Path, action="append", default=[], help="add a glossary"
    )
    terms.add_argument("--only", action="store_true", help="use no other glossary than FILE")
    terms.add_argument(
        "--segments",
        action="store_true",
        help='read {"text", "terms"?, "on"?} a line from SOURCE (a file or -)',
    )

    lookup = cli.add(
        "lookup", _lookup, help="tell what is known of words (- reads them from stdin)"
    )
    lookup.add_argument("words", metavar="WORD", nargs="+")
    lookup.add_argument("--on", metavar="DATE", help="as of this day instead of today")
    lookup.add_argument("--json", action="store_true", help="print JSON")


def _glossary(workspace: Workspace, options: argparse.Namespace) -> "Glossary":
    from newsreader.glossary.load import Glossary

    added = Glossary.from_files(options.glossary)
    for problem in added.problems:
        say(problem)
    return added if options.only else added.over(workspace.glossary)


def _terms(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.glossary.guesses import with_persons
    from newsreader.glossary.meaning import Context

    if options.segments:
        return _segments(workspace, options)
    article = asyncio.run(workspace.article(options.source, stdin=sys.stdin.buffer))
    on = day_argument(options.on) if options.on else date_of(article)
    glossary = _glossary(workspace, options)
    context = Context.of(article)
    found: list[tuple[Row, Sequence[Match]]] = []
    for row in workspace.rows(article):
        matches = glossary.matcher.find(row.ko, on=on, context=context)
        if not options.only:
            style = workspace.settings.name_style
            matches = with_persons(row.ko, matches, glossary, style=style, on=on, context=context)
        found.append((row, matches))
    if options.json:
        answer = [one for row, matches in found for one in _matches_json(row, matches, glossary)]
        print_json(answer)
    else:
        _print_terms(found, glossary)
    there = any(matches for _, matches in found)
    return outcome(there, nothing="no term of the glossary stands in this article.")


def _print_terms(found: Sequence[tuple[Row, Sequence[Match]]], glossary: "Glossary") -> None:
    """Print every term once, with its English, the rows it stands in, and what is doubtful."""
    from newsreader.glossary.guesses import is_guess

    rows: dict[tuple[str, str, str], list[int]] = {}
    for row, matches in found:
        for match in matches:
            doubt = "unsure" if match.unsure else "guess" if is_guess(match, glossary) else ""
            rows.setdefault((match.term, match.en, doubt), []).append(row.id)
    for (term, english, doubt), numbers in rows.items():
        where = ", ".join(str(number) for number in dict.fromkeys(numbers))
        print(f"{term}\t{english}\t{where}" + (f"\t{doubt}" if doubt else ""))


def _matches_json(row: Row, matches: Sequence[Match], glossary: "Glossary") -> list[dict[str, Any]]:
    """Return the terms of a row. ``titled`` is a person's name with the title that goes with it."""
    from newsreader.glossary.guesses import is_guess
    from newsreader.glossary.titled import titled

    with_titles = titled(row.ko, matches, glossary)
    return [
        {
            "row": row.id,
            "start": match.start,
            "end": match.end,
            "text": row.ko[match.start : match.end],
            "term": match.term,
            "en": match.en,
            "status": match.status,
            "unsure": match.unsure,
            "guess": is_guess(match, glossary),
            "titled": with_titles.get(number),
        }
        for number, match in enumerate(matches)
    ]


def _segments(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.glossary.matcher import Matcher
    from newsreader.glossary.term import Term

    whole: Glossary | None = None
    if options.source == "-":
        lines = list(json_lines(sys.stdin.buffer))
    else:
        try:
            with Path(options.source).open("rb") as file:
                lines = list(json_lines(file))
        except OSError as error:
            raise UsageError(f"{options.source} cannot be read: {error.strerror}.") from error
    for number, line in lines:
        if not isinstance(line, dict) or not isinstance(line.get("text"), str):
            raise UsageError(f'Line {number} must be an object with a "text".')
        on = day(line.get("on"))
        if "terms" in line:
            matcher = Matcher(Term(ko=str(ko), en="", kind="headline") for ko in line["terms"])
        else:
            whole = whole or _glossary(workspace, options)
            matcher = whole.matcher
        write(
            [
                {"start": match.start, "end": match.end, "term": match.term}
                for match in matcher.find(line["text"], on=on)
            ]
        )
    return EXIT_DONE


def _lookup(workspace: Workspace, options: argparse.Namespace) -> int:
    from newsreader.glossary.lookup import look_up
    from newsreader.korean.word import explain

    on = day_argument(options.on) if options.on else date.today()
    words = (
        (line.strip() for _, line in lines_in(sys.stdin.buffer))
        if options.words == ["-"]
        else options.words
    )
    known = False
    for word in words:
        word = clean_line(word)
        answer, meaning = look_up(word, workspace.glossary, on), explain(word, 0, len(word))
        others = _in_dictionaries(workspace, meaning)
        known = known or bool(answer.terms or meaning.senses or others)
        if options.json:
            write(_lookup_json(answer, meaning, others))
        else:
            print(_lookup_text(answer, meaning, others, on))
    return EXIT_DONE if known else EXIT_NOTHING


def _in_dictionaries(workspace: Workspace, word: "Word") -> "list[Answer]":
    """Return what other dictionaries know; one that fails says so on stderr."""
    found = workspace.in_dictionaries(word)
    try:
        found += asyncio.run(workspace.online(word))
    except NewsreaderError as error:
        say(error)
    return found


def _lookup_json(answer: "Lookup", meaning: "Word", others: "Sequence[Answer]") -> dict[str, Any]:
    """Return glossary and lexicon together; what the glossary knows goes first."""
    whole = answer.to_json()
    if not answer.terms:
        whole["lemmas"] = list(dict.fromkeys((meaning.lemma, *answer.lemmas)))
        whole["parts"] = meaning.to_json()["morphs"]
    whole["senses"] = [
        {"pos": meaning.pos, "en": str(sense), "hanja": meaning.hanja or None}
        for sense in meaning.senses
    ]
    whole["derivation"] = meaning.derivation or None
    whole["dictionaries"] = [one.to_json() for one in others]
    return whole


def _lookup_text(answer: "Lookup", meaning: "Word", others: "Sequence[Answer]", on: date) -> str:
    lemma = answer.lemmas[0] if answer.terms else meaning.lemma
    lines = [f"{answer.query}  {answer.romanization}"]
    if lemma == meaning.lemma:  # otherwise the rules took a term for something else
        lines += [f"  = {lemma} {meaning.hanja}".rstrip()] if lemma != answer.query else []
        made_up = bool(answer.terms and meaning.derivation)  # of parts; the term says it better
        lines += [f"    {meaning.derivation}"] if meaning.derivation and not made_up else []
        lines += [f"    + {part.form}  {part.name_en}" for part in meaning.parts[1:]]
        senses = () if made_up else meaning.senses
        lines += [f"  {n}. {sense}" for n, sense in enumerate(senses, 1)]
    for found in answer.terms:
        term = found.term
        details = [term.kind, term.hanja, found.when if found.when != "current" else None]
        name = f"{term.ko}: " if term.ko != lemma else ""  # looked up by another name, or within
        lines.append(f"  {name}{term.en}  ({', '.join(part for part in details if part)})")
        lines += [f"    {term.note}"] if term.note else []
    if answer.standing and (now := answer.standing.now) and now is not answer.standing.term:
        lines.append(f"    now: {now.ko} ({now.en})")
    if answer.standing and (holder := answer.standing.holder):
        lines.append(f"    held by: {holder.describe(on)}")
    for one in others:
        entry = one.entry
        about = " ".join(filter(None, (entry.word, entry.hanja, entry.pos)))
        lines.append(f"  {one.dictionary}: {about}")
        lines += [f"    {sense}" for sense in entry.senses]
    if not answer.terms and not meaning.senses:
        lines.append("  neither in the glossary nor in the lexicon")
    return "\n".join(lines)
