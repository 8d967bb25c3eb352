"""What a term's popup says."""

import re
from collections.abc import Sequence
from datetime import date

from textual.content import Content

from newsreader.article import Match, Row
from newsreader.glossary.load import Glossary, Standing
from newsreader.glossary.term import Term
from newsreader.korean.endings import Stance
from newsreader.korean.romanization import romanize
from newsreader.korean.word import Word
from newsreader.library.dictionaries import Answer

_KOREAN = re.compile("[가-힣]{2,}")
#: So many of the sentences with a term are named.
_ROWS_SHOWN = 8
#: Entries of other dictionaries in one popup.
_OTHERS = 4
_LATIN = re.compile("[A-Za-z]")

_Part = str | Content | tuple[str, str]


def explain_term(
    glossary: Glossary,
    match: Match,
    on: date,
    rows: Sequence[Row],
    others: Sequence[Match] = (),
    *,
    articles: int = 0,
) -> Content:
    """Return the popup of ``match`` in an article of the day ``on`` with these ``rows``.

    ``others`` are further terms that could be meant at the same place; the term was seen in
    ``articles``.
    """
    standing = glossary.as_of(match.term, on)
    parts: list[_Part] = [(match.term, "bold $accent"), "\n", (match.en, "bold"), "\n"]
    term = standing.term if standing else None
    parts += [(_about(match, term), "$foreground 70%")]
    if term and term.note:
        parts += ["\n", term.note]
    if standing:
        parts += [("\n" + line, "$foreground 85%") for line in _times(standing)]
        if standing.holder:
            parts += [(f"\nthen held by: {standing.holder.describe(on)}", "$foreground 85%")]
    if term and term.admitted:
        parts += [(f"\nalso in English: {', '.join(term.admitted)}", "$foreground 70%")]
    if others:
        also = "; ".join(f"{other.term} {other.en}" for other in others[:4])
        parts += [(f"\nalso: {also}", "$foreground 70%")]
    parts += [
        (
            f"\nsource: {_source(match, term)}{_seen_in(match.term, rows, articles)}",
            "$foreground 75%",
        )
    ]
    return Content.assemble(*parts)


def explain_entry(
    glossary: Glossary, ko: str, on: date, rows: Sequence[Row], *, articles: int = 0
) -> Content | None:
    """Return the popup of a headword that was looked up by itself; None: it is no term.

    It was seen in ``articles``.
    """
    standing = glossary.as_of(ko, on)
    if standing is None:
        return None
    term = standing.term
    match = Match(0, 0, ko, term.en, term.status_on(on))
    return explain_term(glossary, match, on, rows, articles=articles)


def korean_words(text: str) -> list[tuple[int, int]]:
    """Return where Korean words stand in a popup's text, each once, the headword not again.

    These are what can be looked up further.
    """
    found: dict[str, tuple[int, int]] = {}
    for word in _KOREAN.finditer(text):
        found.setdefault(word.group(), word.span())
    headword = text.partition("\n")[0]
    return [span for word, span in found.items() if word not in headword.split()]


def _seen_in(ko: str, rows: Sequence[Row], articles: int) -> str:
    """Return in which rows a term stands, and in how many articles it was seen."""
    seen = f"seen in {articles} article{'s' * (articles != 1)}" if articles else ""
    numbers = [row.id for row in rows if any(other.term == ko for other in row.terms)]
    if not numbers:
        return seen and f"\n{seen}"
    shown = ", ".join(map(str, numbers[:_ROWS_SHOWN])) + ("…" if len(numbers) > _ROWS_SHOWN else "")
    here = f"in {'sentence' if len(numbers) == 1 else 'sentences'} {shown}"
    return "\n" + _joined([here, seen])


def explain_word(
    word: Word,
    matches: Sequence[Match],
    *,
    waiting: bool,
    others: Sequence[Answer] = (),
    by_rules: bool = False,
) -> Content:
    """Return the popup of a word: dictionary form, parts, meanings.

    ``matches`` are the glossary's terms there, as of the article's date; ``others`` what other
    dictionaries know; ``waiting`` says that the analyser is still to come, ``by_rules`` that it is
    not installed.
    """
    head = [word.hanja, word.romanization, word.pos, word.derivation]
    parts: list[_Part] = [(word.lemma, "bold $accent"), ("  " + _joined(head), "$foreground 70%")]
    parts += [(f"\n{match.term} = {match.en}  (glossary)", "bold") for match in matches]
    # What a term means as a whole goes before what its parts would mean together.
    whole = any(match.end - match.start >= len(word.lemma) for match in matches)
    for number, sense in enumerate(() if whole and word.derivation else word.senses[:6], 1):
        parts += [f"\n{number}. {sense}"]
    if not word.senses and not matches:
        parts += ["\nnot in the lexicon"]
    if word.note:
        parts += [("\n" + word.note, "$foreground 85%")]
    for one in others[:_OTHERS]:
        parts += [(f"\n{one.dictionary}: ", "$foreground 60%"), "; ".join(one.entry.senses[:4])]
    if len(word.parts) > 1:
        for part in word.parts:
            parts += [(f"\n+ {part.form}  {part.name_en}", "$foreground 70%")]
    if waiting:
        parts += [("\n… the analyser is still looking at the sentence", "$foreground 70%")]
    elif by_rules:
        parts += [("\nread by rules alone: the word analyser is not installed", "$foreground 70%")]
    return Content.assemble(*parts)


def explain_stance(text: str, stances: Sequence[Stance]) -> Content:
    """Return the popup that says what a sentence reports, plans, guesses, quotes or honours."""
    if not stances:
        return Content("nothing found that is reported, planned, guessed, quoted or honorific")
    parts: list[_Part] = []
    for one in stances:
        parts += [(text[one.start : one.end], "bold"), (f"  {one.kind}", "$accent")]
        parts += [f": {one.english}\n"]
    return Content.assemble(*parts).rstrip()


def _joined(parts: Sequence[str | None]) -> str:
    return " · ".join(part for part in parts if part)


def _source(match: Match, term: Term | None) -> str:
    if term is None:
        return "a guess: spelled by rule" if match.status == "proposed" else "the person's entry"
    return "our translation" if term.source == "own" else term.source


def _about(match: Match, term: Term | None) -> str:
    """Return hanja, romanisation, kind and what is doubtful, on one line."""
    is_name = match.status == "proposed" or (term is not None and term.kind == "person")
    sound = None if is_name or _LATIN.search(match.term) else romanize(match.term)
    parts = [term.hanja if term else None, sound]
    if term:
        domain = term.domain or ""
        same = domain.startswith(term.kind)  # a place of the domain "places"
        parts.append(f"{term.kind}, {domain}" if domain and not same else term.kind)
        if term.unsure:
            parts.append("official name not certain")
    parts.append(match.status)
    if match.unsure:
        parts.append("unsure: the word has other meanings")
    return _joined(parts)


def _times(standing: Standing) -> list[str]:
    """Return when the term was right, what came before, and what it is called now."""
    lines = []
    term, now = standing.term, standing.now
    if term.valid_from or term.valid_to:
        lines.append(f"valid {term.valid_from or '…'} – {term.valid_to or 'today'}")
    if standing.before:
        lines.append("before: " + ", ".join(f"{one.ko} ({one.en})" for one in standing.before[-2:]))
    if standing.then and standing.then is not term:
        lines.append(f"on that day: {standing.then.ko} ({standing.then.en})")
    if now and now is not term:
        since = f" since {now.valid_from}" if now.valid_from else ""
        lines.append(f"now{since}: {now.ko} ({now.en})")
    return lines
