"""Sentence splitting: Korean news text in, sentences out, in time linear in the text's length.

A newline always ends a sentence. Inside a paragraph a sentence ends at ``. ! ?`` outside quotations
and brackets, unless the mark belongs to an abbreviation, a date, a list number, or a quotation that
the sentence goes on after (``…다."라고``). A paragraph without any such mark (subtitles, scraped
text) is cut behind finite verbs instead. A quotation of several sentences stays in one piece, but
for the long ones that are a paragraph of their own.
"""

import re

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK_RUN = re.compile(r"[.!?。！？…]+")
_END_MARKS = frozenset(".!?。！？")
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("〈", "〉"))
_CLOSERS = frozenset("\"'”’)]」』》〉】")
_SINGLE_QUOTED = re.compile(r"(?:^|(?<=[\s(\[\"“,]))'[^'\n]{1,200}'(?![A-Za-z])")
_LONGEST_BRACKET = 200
_LONGEST_QUOTATION = 400
_LONGEST_NOTE = 60
_LONGEST_SENTENCE = 200

# A full stop behind one of these, with text following directly, has lost its blank.
_FINAL_SYLLABLES = frozenset("다요까죠음함임됨군네자라오지")
_STARTS_SENTENCE = frozenset("([“‘\"'◇◆▲△▶▷■□●○※ⓒ☞")
# What an end mark inside a quotation is followed by when the sentence goes on behind it.
_QUOTATIVE = re.compile(
    r"(?:이?라(?:고|며|면서|는|던|더니)|하(?:고|며|면서|는)|며(?![가-힣])|는(?![가-힣])|"
    r"고(?:\s*(?:말|밝|강조|전했|전하|했|하|주장|덧붙|설명|지적|답|적|썼|외쳤|물)|[가-힣]))"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"])(?:[a-z]|mrs?|ms|dr|prof|inc|ltd|co|corp|no|st|vs|jr|sr|gen|col|gov|sen|rep|"
    r"etc|fig|vol|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:[a-z]{1,2}\.)+[a-z]{1,2})$",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"\s*(?:[#QA]?\d{1,2}(?:-\d{1,2})?|[가나다라마바사아자차카타파하])$")
_LONE_NUMBER = re.compile(r"(?:^|\s)(?:\d{1,2}|[가나다라마바사아자차카타파하])$")
_DATE_PART = re.compile(r"(?:^|[\s(\[.'‘’~∼-])\d{1,4}$")
_DOTTED_DATE = re.compile(r"(?:\d{2,4}\.\s?)?\d{1,2}\.\s?\d{1,2}$")
_DIGIT_NEXT = re.compile(r"\s*\d")
# Text before a quotation that does not need a verb behind it: a speaker's label, a bullet, a tag.
_LABEL = re.compile(r"(?:.{0,20}[:：=\]】>]|[\s\W]*)\s*$")
# Finite verbs, for paragraphs without end marks: 했다, 됐다, 있다, 없다, 한다, 된다, 이다, 합니다.
_FINITE = re.compile(r"[가-힣]다(?=\s)")
_FINITE_SYLLABLES = frozenset("없한된니이") | set(map(chr, range(ord("갔"), ord("힣") + 1, 28)))
_GOES_ON = re.compile(
    r"\s*(?:보니|보면|해도|해서|하더라도|하면|하는|하고|할|한들|싶|못해|못한|치더라도|말(?:했|하)|"
    r"며|고|는|라|밝|전했|강조|없다|없었|왔다|갔다|그러다|\(|\[|$)"
)
# How far back and forth a mark's surroundings are looked at.
_TAIL = 24


def split(text: str) -> list[str]:
    """Return the sentences of ``text`` in order, without the white space between them."""
    return [text[start:end] for start, end in spans(text)]


def spans(text: str) -> list[tuple[int, int]]:
    """Return the sentences of ``text`` as (start, end): trimmed, in order, only blanks lost."""
    found: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        offset, line = paragraph.start(), paragraph.group()
        start = 0
        for cut in [*_Paragraph(line).cuts(), len(line)]:
            piece = line[start:cut]
            trimmed = piece.strip()
            if trimmed:
                begin = offset + start + len(piece) - len(piece.lstrip())
                found.append((begin, begin + len(trimmed)))
            start = cut
    return found


class _Paragraph:
    """One line of text and which of its characters stand inside quotations and brackets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.opener = _protected(text)

    def cuts(self) -> list[int]:
        """Return the offsets at which a sentence ends and another begins."""
        cuts: list[int] = []
        start = 0
        marked = False
        for run in _MARK_RUN.finditer(self.text):
            if run.start() < start or _END_MARKS.isdisjoint(run.group()):
                continue
            marked = marked or run.end() < len(self.text.rstrip("\"'”’)]"))
            cut = self._cut_after(start, run.start(), run.end())
            if cut is not None:
                cuts.append(cut)
                start = cut
        return cuts if marked or cuts else self._cuts_behind_verbs()

    def _cut_after(self, start: int, mark: int, end: int) -> int | None:
        """Return where the sentence from ``start`` ends if it ends at text[mark:end]."""
        text = self.text
        after = end
        while after < len(text) and text[after] in _CLOSERS:
            after += 1
        closing = False
        if self.opener[mark] >= 0:
            at_end = after == len(text)
            closing = after > end and (
                self.opener[after - 1] < 0 or at_end or self.opener[after] < 0
            )
            if not closing or not self._ends_with_quotation(start, mark, after):
                return None
        if after == len(text):
            return None
        if not text[after].isspace():
            return None if closing else self._cut_without_blank(start, mark, after)
        if closing:
            return after
        return after if self._ends_sentence(start, mark, end) else None

    def _ends_with_quotation(self, start: int, mark: int, after: int) -> bool:
        """Say whether a sentence may end with the quotation or bracket around ``mark``.

        It may where the quotation is all of it. Where words stand before it, the verb is yet to
        come: 그는 "왜?" 물었다.
        """
        text = self.text
        rest = text[after : after + _TAIL].lstrip()
        if _QUOTATIVE.match(rest):
            return False
        opener = self.opener[mark]
        return opener - start <= _TAIL and _LABEL.fullmatch(text, start, opener) is not None

    def _cut_without_blank(self, start: int, mark: int, after: int) -> int | None:
        """Return the end of a sentence whose full stop has no blank behind it, if it ends here."""
        text = self.text
        before = text[max(start, mark - _TAIL) : mark]
        if text[mark] != "." or before[-1:] not in _FINAL_SYLLABLES:
            return None
        if not _may_begin(text[after]) or _LONE_NUMBER.search(before):
            return None
        if _QUOTATIVE.match(text, after):
            return None
        if text[after] in "([":
            close = text.find(")" if text[after] == "(" else "]", after, after + _LONGEST_NOTE)
            if close >= 0:
                return close + 1
        return after

    def _ends_sentence(self, start: int, mark: int, end: int) -> bool:
        """Say whether the mark before a blank ends a sentence: no abbreviation, date or number."""
        text = self.text
        run = text[mark:end]
        before = text[max(start, mark - _TAIL) : mark]
        if len(run) > 1 and set(run) == {"."}:
            return before[-1:] in {"다", "죠", "까"}
        if run != ".":
            return True
        if mark - start <= _TAIL and _LIST_NUMBER.fullmatch(before):
            return False
        if before[-1:].isdigit():
            dated = _DATE_PART.search(before) and _DIGIT_NEXT.match(text, end)
            return not (dated or _DOTTED_DATE.search(before))
        return not (before[-1:].isascii() and _ABBREVIATION.search(before))

    def _cuts_behind_verbs(self) -> list[int]:
        """Return the cuts of a paragraph that has no end marks: behind finite verbs."""
        cuts: list[int] = []
        start = 0
        for verb in _FINITE.finditer(self.text):
            if verb[0][0] not in _FINITE_SYLLABLES:
                continue
            words = self.text[start : min(verb.end(), start + _TAIL)].split()
            if self.opener[verb.start()] >= 0 or len(words) < 2:
                continue
            rest = self.text[verb.end() : verb.end() + _TAIL]
            if not _GOES_ON.match(rest):
                cuts.append(verb.end())
                start = verb.end()
        return cuts


def _may_begin(letter: str) -> bool:
    """Say whether a sentence may begin with ``letter``."""
    return (
        letter in _STARTS_SENTENCE
        or "가" <= letter <= "힣"
        or "一" <= letter <= "鿿"
        or "A" <= letter <= "Z"
        or "0" <= letter <= "9"
    )


def _protected(text: str) -> list[int]:
    """Return, for each character, where the quotation or bracket around it opens, or -1.

    The opening character counts as inside, the closing one does not. Of nested ones the outermost
    is given.
    """
    opener = [-1] * len(text)
    ranges = [*_typographic(text), *_straight(text), *_brackets(text)]
    ranges = [span for span in ranges if not _is_speech(text, *span)]
    ranges += [(found.start(), found.end() - 1) for found in _SINGLE_QUOTED.finditer(text)]
    done = 0
    outermost = -1
    reach = 0
    for start, end in sorted(ranges):
        if start >= reach:
            outermost, reach = start, end
        reach = max(reach, end)
        for at in range(max(start, done), end):
            opener[at] = outermost
        done = max(done, end)
    return opener


def _is_speech(text: str, start: int, end: int) -> bool:
    """Say whether text[start:end] is a long quotation of whole sentences that opens a paragraph.

    An interview's answers: they are split like the rest of the text.
    """
    return (
        start == 0
        and end > _LONGEST_SENTENCE
        and text[end - 1] in _END_MARKS
        and text[end + 1 : end + 2] in {"", " "}
    )


def _typographic(text: str) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for left, right in _PAIRS:
        if left not in text:
            continue
        opened = -1
        for at, letter in enumerate(text):
            if letter == left and opened < 0:
                opened = at
            elif letter == right and opened >= 0:
                ranges.append((opened, at))
                opened = -1
    return ranges


def _straight(text: str) -> list[tuple[int, int]]:
    """Pair straight double quotes; with an odd number, only those that look like a pair."""
    quotes = [at for at, letter in enumerate(text) if letter == '"']
    if len(quotes) % 2 == 0:
        return list(zip(quotes[::2], quotes[1::2], strict=True))
    ranges: list[tuple[int, int]] = []
    opened = -1
    for at in quotes:
        opens = (at == 0 or text[at - 1].isspace() or text[at - 1] in "([“‘'") and (
            at + 1 < len(text) and not text[at + 1].isspace()
        )
        if opens:
            opened = at
        elif opened >= 0:
            if at - opened <= _LONGEST_QUOTATION:
                ranges.append((opened, at))
            opened = -1
    return ranges


def _brackets(text: str) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    depth = opened = 0
    for at, letter in enumerate(text):
        if letter in "([":
            if depth == 0:
                opened = at
            depth += 1
        elif letter in ")]" and depth:
            depth -= 1
            if depth == 0 and at - opened < _LONGEST_BRACKET:
                ranges.append((opened, at))
    return ranges
