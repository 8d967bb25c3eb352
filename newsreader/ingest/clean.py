"""What of a page's text is not its article: the rules of ``boilerplate.toml``, loaded once."""

import re
import tomllib
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

#: Sentences end so: a full stop (or ? !) after Hangul, a number or a closing mark, then quotes.
_SENTENCE_END = re.compile(r"[가-힣A-Za-z0-9%)\]”’\"'」』〉》][.?!。](?:\s?[\"'”’)\]」』〉》])*$")
_PROSE = re.compile(r"(?:[다요죠까]|니다)[.?!。](?:\s?[\"'”’)\]」』〉》])*$")
#: The plain style of reports (…했다); to their readers outlets are polite (…합니다, …하세요).
_PLAIN = re.compile(r"(?<!니)다[.?!。](?:\s?[\"'”’)\]」』〉》])*$")
#: How Korean sentences end within a text: one pattern for each mark, as a search for a certain
#: character passes over all others at once.
_ENDINGS = tuple(
    re.compile(rf"{mark}(?<=[{endings}]{mark})")
    for mark, endings in ((r"\.", "다요죠까음함됨"), (r"\?", "까다"), ("!", "다"))
)
_ENDING = re.compile("|".join(ending.pattern for ending in _ENDINGS))
#: No furniture that is not a whole sentence is longer.
_SHORT = 120
_LONGEST_CAPTION = 400
#: Within so many last characters stands what is cut off a paragraph.
_TAIL = 120
#: So many may stand behind one another.
_MOST_TAILS = 3
_TAIL_SIGNS = re.compile("끝|ⓒ|©|DB|저작권|opyright|공감언론|관련|↩")
_NOTICE = re.compile(r"[\[<【(〈]\s?(?:인사|부고|동정|알림|게시판|날씨|표|운세)")
_SHOWN = re.compile(r"(?:고 있다|모습(?:이다)?|장면(?:이다)?|전경|현장)\.?$")
_WRITTEN = re.compile(r"\b글\s?[=·:/]")
_SYLLABLE = re.compile("[가-힣]")


def ends_sentence(text: str) -> bool:
    """Say whether ``text`` ends like a sentence rather than like a headline."""
    return _SENTENCE_END.search(text[-8:]) is not None


def is_prose(text: str) -> bool:
    """Say whether ``text`` is at least one whole Korean sentence of some length."""
    return len(text) >= 15 and _PROSE.search(text[-8:]) is not None


def has_sentence(text: str) -> bool:
    """Say whether a Korean sentence ends anywhere in ``text``."""
    return _ENDING.search(text) is not None


def sentences_in(text: str) -> int:
    """Return how many Korean sentences end in ``text``."""
    return sum(len(ending.findall(text)) for ending in _ENDINGS)


def has_syllables(text: str, least: int) -> bool:
    """Say whether ``text`` has at least so many Hangul syllables."""
    return sum(1 for _ in islice(_SYLLABLE.finditer(text), least)) == least


def is_boilerplate(text: str) -> bool:
    """Say whether a line is furniture wherever it stands."""
    if _rules()["notice"].match(text) and not _PLAIN.search(text[-8:]):
        return True
    return len(text) <= _SHORT and not is_prose(text) and bool(_rules()["line"].match(text))


def ends_article(text: str) -> bool:
    """Say whether a line opens what comes after an article."""
    if len(text) > 2 * _SHORT or is_prose(text):
        return False
    return heads_links(text) or heads_comments(text) or bool(_rules()["end"].match(text))


def heads_links(text: str) -> bool:
    """Say whether a line is the heading of links to other articles."""
    return len(text) <= _SHORT and bool(_rules()["links"].match(text))


def heads_comments(text: str) -> bool:
    """Say whether a line stands above readers' comments."""
    return len(text) <= _SHORT and bool(_rules()["comments"].match(text))


def cut_tail(text: str) -> str:
    """Cut end marks and copyright notices off a paragraph."""
    for _ in range(_MOST_TAILS):
        # A quick look first: all that is cut off has a sign of its own.
        start = max(0, len(text) - _TAIL)
        if not _TAIL_SIGNS.search(text, start):
            break
        if not (found := _rules()["tail"].search(text, start)):
            break
        text = text[: found.start()].rstrip()
    return text


def looks_like_caption(text: str) -> bool:
    """Say whether ``text`` has a caption's form, wherever it stands."""
    if len(text) > _LONGEST_CAPTION:
        return False
    rules = _rules()
    if rules["caption_start"].match(text):
        return True
    end = text[-90:]
    # A caption that ends in a full stop ends in a date, or in words on its rights.
    if end.endswith(".") and not (end[-2:-1].isdigit() or "금지" in end):
        return False
    # Who wrote a text and took its pictures stands behind its last sentence.
    if _WRITTEN.search(end):
        return False
    return rules["caption_end"].search(end) is not None


def tells_a_picture(text: str) -> bool:
    """Say whether ``text`` ends like what tells what a picture shows, if it stands beside one."""
    return len(text) <= _LONGEST_CAPTION and _SHOWN.search(text[-8:]) is not None


def ends_in_credit(text: str) -> bool:
    """Say whether ``text`` ends like a caption, if it stands beside a picture."""
    return len(text) <= _LONGEST_CAPTION and bool(_rules()["credit"].search(text[-40:]))


def remains(text: str) -> bool:
    """Say whether a short line behind the last sentence is still of the article."""
    return bool(_rules()["remains"].match(text))


def is_bare_credit(text: str) -> bool:
    """Say whether ``text`` is who made or gave a picture, in brackets, and nothing else."""
    return bool(_rules()["bare_credit"].match(text))


def is_lone_credit(text: str) -> bool:
    """Say whether ``text`` is who made or gave a picture, where it stands below the caption."""
    return bool(_rules()["lone_credit"].match(text))


def is_summary_label(text: str) -> bool:
    """Say whether a line announces a summary that a machine made."""
    return bool(_rules()["summary_label"].match(text))


def is_summary_notice(text: str) -> bool:
    """Say whether a line tells that a machine made what stands above."""
    return len(text) <= _SHORT and bool(_rules()["summary_notice"].match(text))


def is_caption_label(text: str) -> bool:
    """Say whether ``text`` only announces a caption."""
    return bool(_rules()["caption_label"].match(text))


def is_notice(title: str) -> bool:
    """Say whether a title is of a notice without sentences: appointments, deaths, the weather."""
    return _NOTICE.match(title) is not None


def find_wall(text: str) -> str | None:
    """Say what a page asks for before it shows its text, as the end of a sentence about it."""
    walls: dict[str, re.Pattern[str]] = _rules()["wall"]
    return next((wall for wall, signs in walls.items() if signs.search(text)), None)


@cache
def _rules() -> dict[str, Any]:
    with Path(__file__).with_name("boilerplate.toml").open("rb") as file:
        data = tomllib.load(file)
    walls = data.pop("wall")
    rules: dict[str, Any] = {name: _any_of(patterns) for name, patterns in data.items()}
    rules["wall"] = {wall: _any_of(patterns) for wall, patterns in walls.items()}
    return rules


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
