"""What an engine gets of a row: its Korean with names, numbers and headline hanja made plain.

Engines copy Latin letters and digits faithfully (19 of 20 names on FLORES-200, against half of the
names in Hangul), so that a name's English is written into the Korean, its particle left attached:
``윤석열 대통령은`` goes in as ``Yoon Suk Yeol 대통령은``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newsreader.article import BlockKind, Match, Row
from newsreader.glossary.check import NAME_KINDS, is_common_noun
from newsreader.glossary.load import Glossary
from newsreader.glossary.mentions import surname_in_english
from newsreader.glossary.term import Term, TermKind
from newsreader.korean.headlines import HanjaRun, resolve
from newsreader.korean.numbers.normalise import normalise as plain_numbers
from newsreader.korean.particles import is_particle_chain
from newsreader.korean.romanization import romanize
from newsreader.text import clean_line
from newsreader.translate.engine import Engine, Request

_HEADINGS: frozenset[BlockKind] = frozenset({"title", "subtitle", "subheading"})
_BODY: frozenset[BlockKind] = frozenset({"lead", "paragraph"})
#: Shorter titles (대통령, 장관) are no official names; any engine knows them.
_OFFICIAL_TITLE = 6
#: What makes another word of a name, with English of its own: of a place (한국인, 미국산, 서울행),
#: of an organisation (출입국본부장, 더불어민주당원).
_DERIVED: Mapping[TermKind, str] = {"place": "인산행계어식제발권민군형풍령", "organisation": "장원"}
_HANGUL = re.compile("[가-힣]*")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_COPIED = re.compile(r"[^\W_][\w .,:/'’&×-]*")

# (서울=연합뉴스) 이름 이름 기자 = · [서울=뉴시스]이름 기자 = · [부산=스포츠조선 이름 기자]
_LEAD = re.compile(
    r"\s*[(\[【〔]\s*(?P<places>[가-힣A-Za-z ·ㆍ,/]{1,20}?)\s*[=＝]\s*"
    r"(?P<agency>[가-힣A-Za-z0-9]{2,12})"
    r"(?P<who>\s[가-힣·ㆍ, ]{2,40})?\s*[)\]】〕]\s*(?:[가-힣·ㆍ,/ ]{2,60}?\s*[=＝]\s*)?"
)
# [뉴스=이름 기자]: the outlet stands in the place of the place, the reporter in that of the agency.
_REPORTER = re.compile(r"\s*[가-힣]{0,4}(?:기자|특파원|위원)")
#: What the names of outlets end in.
_OUTLETS = {
    "뉴스": "News", "통신": "News Agency", "일보": "Ilbo", "신문": "Shinmun",
    "경제": "Economic Daily", "방송": "Broadcasting",
}  # fmt: skip
_BETWEEN_PLACES = re.compile(r"\s*[·ㆍ,/]\s*")

#: The words behind the letters of headlines, where one letter stands for one thing.
_WORDS = {
    "country": {
        "北": "북한", "南": "남한", "韓": "한국", "美": "미국", "中": "중국", "日": "일본",
        "英": "영국", "佛": "프랑스", "獨": "독일", "露": "러시아", "印": "인도", "濠": "호주",
        "豪": "호주", "泰": "태국", "越": "베트남", "歐": "유럽", "臺": "대만", "台": "대만",
        "蒙": "몽골", "伊": "이탈리아",
    },
    "party": {"與": "여당", "野": "야당"},
    "institution": {"檢": "검찰", "警": "경찰", "靑": "청와대", "政": "정부"},
}  # fmt: skip

_Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A row on its way to an engine.

    ``request.terms`` are the terms that the text does not have in English yet: those that the
    engine writes by itself, or the common nouns that it may be asked for once more. ``ko`` is the
    Korean that the answer stands for, and ``lead`` the English that goes in front of it.
    """

    request: Request
    ko: str
    lead: str = ""


def prepare(
    row: Row,
    engine: Engine,
    on: date | None,
    glossary: Glossary,
    *,
    insist: Sequence[Match] = (),
) -> Prepared:
    """Return ``row`` as ``engine`` wants it; ``on`` is the article's date.

    The English of the common nouns ``insist`` is written into the text as that of names is.
    """
    can = engine.capabilities
    if can.sample:
        return Prepared(Request(row.id, clean_line(row.ko)), row.ko)
    cut, lead = _lead(row, glossary)
    written: list[Match] = []
    terms = [match for match in row.terms if match.start >= cut and _is_settled(match, glossary)]
    if not can.uses_terms:
        written = [match for match in terms if match in insist or _is_name(match, glossary)]
        nouns = (match for match in terms if _is_noun(match, row.ko, glossary))
        terms = [match for match in nouns if match not in insist] if engine.info.local else []
    edits = _without_overlaps([*_term_edits(row.ko, written, glossary), *_hanja_edits(row, on)])
    text = clean_line(_edited(row.ko, cut, edits))
    if can.plain_numbers:
        text = plain_numbers(text, on)
    return Prepared(Request(row.id, text, tuple(terms)), row.ko[cut:], lead)


# Terms


def _term(match: Match, glossary: Glossary) -> Term | None:
    # Persons may be spelled in the reader's style.
    of_person = (term for term in glossary.find(match.term) if term.kind == "person")
    return glossary.entry(match) or next(of_person, None)


def _is_settled(match: Match, glossary: Glossary) -> bool:
    """Say whether the term's English may be forced upon an engine."""
    term = _term(match, glossary)
    settled = match.status in {"preferred", "admitted"} and bool(match.en)
    return settled and not match.unsure and not (term and term.unsure)


def _is_name(match: Match, glossary: Glossary) -> bool:
    term = _term(match, glossary)
    if term is None or term.kind not in NAME_KINDS or term.do_not_translate:
        return False
    if term.en == term.en.lower():
        return False  # 정부 (government), 여당 (ruling party): words that any engine knows
    return term.kind != "title" or len(term.ko) >= _OFFICIAL_TITLE


def _is_noun(match: Match, text: str, glossary: Glossary) -> bool:
    # English in the place of a verb would break it.
    term = _term(match, glossary)
    return term is not None and is_common_noun(term, text, match.end)


def _term_edits(text: str, matches: Iterable[Match], glossary: Glossary) -> Iterator[_Edit]:
    """Yield the English of each match, apart from words it was joined with; particles stay on.

    Of a person whom the Korean names by the family name it is that alone. The same again in
    brackets, as a short form that is introduced, is left out.
    """
    before_it: Match | None = None
    for match in matches:
        term = _term(match, glossary)
        if before_it and _is_introduced(text, before_it, match):
            yield before_it.end, match.end + 1, ""
            continue
        before_it = match
        person = term is not None and term.kind == "person"
        surname = surname_in_english(match) if person else None
        english = _BRACKETED.sub("", surname or match.en).strip()
        if not _COPIED.fullmatch(english):
            continue
        before = " " if text[max(0, match.start - 1) : match.start].isalnum() else ""
        found = _HANGUL.match(text, match.end)
        rest = found[0] if found else ""
        if term is not None and _is_derived(rest, term.kind):
            continue
        joined = not rest or is_particle_chain(rest, text[match.end - 1])
        yield match.start, match.end, before + english + ("" if joined else " ")


def _is_introduced(text: str, first: Match, second: Match) -> bool:
    """Say whether ``second`` is ``first`` again in brackets: 금융감독원(금감원)."""
    between, behind = text[first.end : second.start], text[second.end : second.end + 1]
    return first.en == second.en and between == "(" and behind == ")"


def _is_derived(rest: str, kind: TermKind) -> bool:
    """Say whether a name of a ``kind`` with ``rest`` behind it is another word."""
    if not rest or rest[0] not in _DERIVED.get(kind, ""):
        return False
    return len(rest) == 1 or is_particle_chain(rest[1:], rest[0])


# Headlines


def _hanja_edits(row: Row, on: date | None) -> Iterator[_Edit]:
    """Yield what the hanja of a heading stand for, in Hangul."""
    if row.segment.kind not in _HEADINGS:
        return
    for run in resolve(row.ko, on):
        yield run.start, run.end, _word(run, row.ko[run.end :])


def _word(run: HanjaRun, following: str) -> str:
    word = _WORDS.get(run.kind, {}).get(run.hanja, run.hangul)
    # 美국 and 北한 have the rest of the word in Hangul already.
    begun = len(word) > 1 and following.startswith(word[len(run.hangul) :])
    return run.hangul if begun else word


# Datelines


def _lead(row: Row, glossary: Glossary) -> tuple[int, str]:
    """Return where the text begins behind a dateline, and that dateline in English.

    Who wrote the article stands in its byline.
    """
    found = _LEAD.match(row.ko) if row.segment.kind in _BODY else None
    if found is None or found.end() == len(row.ko):
        return 0, ""
    if found["who"] and _REPORTER.fullmatch(found["who"]):
        return found.end(), f"({_called(found['places'], glossary)}) "
    places = "/".join(
        _called(place, glossary) for place in _BETWEEN_PLACES.split(found["places"]) if place
    )
    return found.end(), f"({places}, {_called(found['agency'], glossary)}) "


def _called(name: str, glossary: Glossary) -> str:
    """Return a place's or an agency's English: the glossary's, or its Korean in Roman letters."""
    known = (term for term in glossary.find(name) if term.kind in NAME_KINDS)
    if (term := next(known, None)) is not None:
        return term.en
    for ending, english in _OUTLETS.items():
        if name.endswith(ending) and name != ending:
            return f"{romanize(name.removesuffix(ending)).title()} {english}"
    return romanize(name).title()


# Edits


def _without_overlaps(edits: Iterable[_Edit]) -> list[_Edit]:
    """Return the edits in order; of two that overlap the one that was named first stays."""
    kept: list[_Edit] = []
    for edit in edits:
        if all(edit[1] <= start or end <= edit[0] for start, end, _ in kept):
            kept.append(edit)
    return sorted(kept)


def _edited(text: str, start: int, edits: Iterable[_Edit]) -> str:
    pieces = []
    for begin, end, new in edits:
        pieces += [text[start:begin], new]
        start = end
    return "".join([*pieces, text[start:]])
