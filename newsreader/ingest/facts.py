"""The facts about an article (who, when, where, which outlet) from all that a page says of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from urllib.parse import urljoin

from newsreader.article import SEOUL, Article, Block, Byline
from newsreader.ingest.addresses import site_of
from newsreader.ingest.assemble import Body
from newsreader.ingest.blocks import node_text, one_line, texts_of
from newsreader.ingest.bylines import Lead, first_lead, parse_bylines
from newsreader.ingest.dates import is_day, labelled_times, merge, most_precise, parse_time
from newsreader.ingest.document import Document
from newsreader.ingest.head import Head
from newsreader.text import clean_line, has_hangul

_SECTIONS = {
    "politics": "정치", "economy": "경제", "society": "사회", "international": "국제",
    "world": "국제", "culture": "문화", "sports": "스포츠", "entertainment": "연예", "it": "IT",
    "opinion": "오피니언", "north-korea": "북한", "nk": "북한", "industry": "산업",
    "business": "경제", "life": "생활", "national": "사회", "local": "전국",
}  # fmt: skip
#: A broadcaster's reporter is named in the text: "이름 기자가 보도합니다", "KBS 뉴스 이름입니다".
_SPOKEN = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,4}) (?P<role>기자|특파원)"
    r"(?:입니다|[가이] (?:보도|취재|전)|의 보도)"
    r"|\b[A-Z]{2,5} ?(?:뉴스)?,? (?P<self>[가-힣]{2,4})입니다\."
)
#: What every such sentence has in it: a quick look.
_HANDED_OVER = re.compile(r"기자|특파원|[A-Z].{0,10}입니다")
_TRAILS = (
    '[class*="readcrumb"], [class*="nav-path"], [class~="location"], [class^="location"],'
    ' [id*="location"], [class~="path"], nav[aria-label*="readcrumb"]'
)
#: Boxes and fields for who wrote the text.
_CREDITS = (
    '[class*="reporter"], [class*="journalist"], [class*="byline"], [class*="writer"],'
    ' [class*="author"], [class*="columnist"], .vcard .fn, .nick, .sv_member'
)
_LONGEST_CREDIT = 60
#: The classes of those whose text is a name and nothing else.
_NAME = re.compile(
    r"(?:author|reporter)-name|author_name|(?:^|\s)(?:writer|reporter|fn|nick)(?:\s|$)"
    r"|(?:^|[\s_-])author(?:\s|$)"
)
#: Where pages keep the time of publication for machines, beside what they print.
_TIMES = (
    '[itemprop="datePublished"]@content', '[itemprop="datePublished"]@datetime',
    "time[datetime]@datetime", "abbr.published@title",
)  # fmt: skip
#: The same for the last change: WordPress's themes.
_CHANGES = ("time.updated@datetime",)
_LABELS = ("글쓴이", "작성자", "기자명")
#: The fields of boards: "글쓴이 : 이름 기자", but no sentence ("글쓴이 이름은 빵을 굽고 …").
_FIELD = re.compile(
    rf"(?:{'|'.join(_LABELS)})\s{{0,3}}[:：]?\s{{1,3}}"
    r"(?:[가-힣]{2,4}(?: ?(?:기자|특파원))?)(?![가-힣])(?! [가-힣]+[을를] )"
)
_HOME = re.compile(
    r"\W*(?:홈|처음|메인|HOME|뉴스(?:\s?\d+|데스크|룸)?|NEWS|기사|전체|전체기사|현재\s?위치)\W*",
    re.IGNORECASE,
)
_LONGEST_STEP = 12
_BETWEEN_STEPS = re.compile(r"\s*[<>›»|]\s*")
_BOARD = re.compile(r"보도\s?(?:설명|해명|참고)?\s?자료|(?:정책)?\s?브리핑|공지\s?사항|설명\s?자료")
_LABELS_OF_SECTIONS = (
    '[class*="cate"], [class*="Cate"], [class~="cat"], [class~="section"], [class*="article-tag"]'
)
_SEPARATOR = re.compile(r"\s[-–—|:<>»·]{1,2}\s|[|ㅣ]|::")
#: No name of a site is longer.
_LONGEST_NAME = 20
#: An article's own address holds a number; those of sections and home pages do not.
_NUMBERED = re.compile(r"\d{4}")


def describe(
    article: Article, page: Document, head: Head, body: Body, signatures: list[str]
) -> Article:
    """Return ``article`` with its facts filled in, and all its text cleaned once more.

    Lines were joined and cut after they were read; this is the border.
    """
    lead = first_lead(article.blocks)
    published, modified = _times(page, head, body)
    rules = page.rules
    outlet = (
        _origin(page)
        or page.outlet
        or _site_in_title(page.facts.titles, article.title or "")
        or site_of(page.url or "")
        or None
    )
    blocks = (Block(block.kind, one_line(block.text)) for block in article.blocks)
    return replace(
        article,
        blocks=tuple(block for block in blocks if block.text),
        url=_address(page),
        outlet=clean_line(outlet or "") or None,
        bylines=_bylines(page, head, body, signatures, lead, outlet),
        dateline=lead.dateline,
        agency=lead.agency or (outlet if rules.agency else None),
        section=_section(page, article.title or ""),
        published=published,
        modified=modified,
        image=_image(page),
    )


def _times(page: Document, head: Head, body: Body) -> tuple[datetime | None, datetime | None]:
    rules, facts = page.rules, page.facts
    published, modified = head.times.published, head.times.modified
    # Where what is printed with a label is also stated for machines, no rule need be asked.
    if not _same_minute(published, facts.published):
        published = _time(page.values(rules.published), last=False) or published
    if not _same_minute(modified, facts.modified):
        changed = _time(page.values(rules.modified), last=True)
        modified = changed if _later(changed, published) else modified
    published = published or body.times.published
    modified = modified or body.times.modified
    if modified is None and facts.modified is None:
        modified = parse_time(page.value(_CHANGES) or "")
    if published is None and (facts.published is None or is_day(facts.published)):
        published = _unlabelled(page, head, body)
    if _same_minute(published, facts.modified) and facts.published:
        # What a page prints without a word may be when it changed.
        published, modified = None, modified or published
    published = merge(published, facts.published)
    modified = merge(modified, facts.modified)
    if not _later(modified, published):
        # Themes call the first time "updated" as long as there is no other.
        modified = facts.modified if _later(facts.modified, published) else None
    return published, modified


def _unlabelled(page: Document, head: Head, body: Body) -> datetime | None:
    """When a page that labels no time was published: as near to its title as a time is found."""

    def times() -> Iterator[datetime | None]:
        yield head.first
        yield parse_time(page.value(_TIMES) or "")
        yield body.first

    stated = page.facts.published
    if stated is None:
        found = most_precise(times())
        return found or labelled_times(page.root.text(separator=" ")).published
    day = stated.astimezone(SEOUL).date()
    return most_precise(time for time in times() if time and time.date() == day)


def _later(one: datetime | None, other: datetime | None) -> bool:
    """Say whether ``one`` is known and not of the minute of ``other`` or before it."""
    if one is None or other is None:
        return one is not None
    return one.replace(second=0, microsecond=0) > other.replace(second=0, microsecond=0)


def _same_minute(one: datetime | None, other: datetime | None) -> bool:
    if one is None or other is None:
        return False
    return one.replace(second=0) == other.replace(second=0, microsecond=0)


def _time(texts: Sequence[str], *, last: bool) -> datetime | None:
    """The time that is labelled as wanted, else the first one with no label to the contrary."""
    unlabelled = None
    for text in texts:
        found = labelled_times(text)
        wanted, other = (
            (found.modified, found.published) if last else (found.published, found.modified)
        )
        if wanted:
            return wanted
        if unlabelled is None and other is None:
            unlabelled = parse_time(text)
    return unlabelled


def _bylines(
    page: Document, head: Head, body: Body, signatures: list[str], lead: Lead, outlet: str | None
) -> tuple[Byline, ...]:
    """The first place that names people counts; others add roles, addresses and colleagues."""
    ruled = [
        one for text in page.values(page.rules.byline) for one in parse_bylines(text, bare=True)
    ]
    stated = [
        one
        for text in page.facts.authors
        if not text.startswith(("http", "www."))
        for one in parse_bylines(text.split("|")[0], bare=True)
    ]
    spoken = [
        Byline(found["name"] or found["self"], found["role"] or "기자")
        for block in body.blocks
        if _HANDED_OVER.search(end := block.text[-60:])
        for found in _SPOKEN.finditer(end)
    ]
    sources = [
        _distinct(ruled),
        _distinct(lead.bylines),
        _distinct(body.bylines),
        _distinct(head.bylines),
        _distinct(one for text in signatures for one in parse_bylines(text)),
        [one for one in _distinct(stated) if one.name != outlet],
        _distinct(spoken),
    ]
    found = next((one for one in sources if one), None) or _credited(page)
    names = {one.name for one in found}
    # "이름 기자 외 1명" in the head, both names in the metadata.
    for other in (*sources[:4], sources[5]):
        if len(other) > len(found) and names <= {one.name for one in other}:
            found = other
    known = [one for source in sources for one in source]
    return tuple(_completed(one, known) for one in found)


def _credited(page: Document) -> list[Byline]:
    """Who is named in the first box or field for it anywhere on the page: a last resort."""
    boxes = next(filter(None, (place.css(_CREDITS)[:20] for place in page.places)), [])
    for bare in (False, True):
        for node, _ in texts_of(boxes):
            # Tables name the writers of other texts.
            if bare and (node.tag == "td" or not _NAME.search(node.attributes.get("class") or "")):
                continue
            text = node_text(node)
            if len(text) <= _LONGEST_CREDIT and (people := parse_bylines(text, bare=bare)):
                return _distinct(people)
    text = page.root.text(separator=" ")
    field = _FIELD.search(text) if any(label in text for label in _LABELS) else None
    return _distinct(parse_bylines(one_line(field[0]))) if field else []


def _distinct(bylines: Iterable[Byline]) -> list[Byline]:
    found: dict[str, Byline] = {}
    for one in bylines:
        found.setdefault(one.name, one)
    return list(found.values())


def _completed(byline: Byline, known: list[Byline]) -> Byline:
    same = [one for one in known if one.name == byline.name]
    return Byline(
        byline.name,
        byline.role or next((one.role for one in same if one.role), None),
        byline.email or next((one.email for one in same if one.email), None),
    )


def _origin(page: Document) -> str | None:
    """The outlet that an article on a portal comes from."""
    if not page.rules.origin:
        return None
    name = page.value(page.rules.origin) or page.facts.origin or ""
    return name.split("|")[0].strip() or None


def _site_in_title(stated: Sequence[str], title: str) -> str | None:
    """The name behind the article's title in the page's own, where nothing else names the site."""
    for text in stated:
        behind = text.removeprefix(title)
        name = _SEPARATOR.split(behind)[-1].strip()
        if title and behind not in {text, ""} and name not in _SECTIONS.values():
            return name if has_hangul(name) and len(name) <= _LONGEST_NAME else None
    return None


def _section(page: Document, title: str) -> str | None:
    section = (
        page.value(page.rules.section)
        or page.facts.section
        or _breadcrumb(page)
        or _label(page)
        or _behind_title(page.facts.titles, title)
    )
    section = clean_line(section or "")
    return _SECTIONS.get(section.casefold(), section) or None


def _breadcrumb(page: Document) -> str | None:
    """The first step of the way from the home page to the article that says more than "home"."""
    trails = page.root.css(_TRAILS)[:5]
    nodes = (node for trail in trails for node in trail.css("a, li, span")[:20] or [trail])
    steps = (step for node, _ in texts_of(nodes) for step in _BETWEEN_STEPS.split(node_text(node)))
    named = list(filter(_names_section, chain(page.facts.trail, steps)))
    # On public boards the last step tells more than the first.
    return next(filter(_BOARD.fullmatch, named), named[0] if named else None)


def _label(page: Document) -> str | None:
    """The section as a label near the title, where there is no way to it."""
    labels = page.scope.css(_LABELS_OF_SECTIONS)[:5] if page.scope is not None else []
    steps = (step for node in labels for step in _BETWEEN_STEPS.split(node_text(node)))
    return next(filter(_names_section, steps), None)


def _behind_title(stated: Sequence[str], title: str) -> str | None:
    """The largest section between the article's title and the site's name in the page's own."""
    for text in stated:
        *steps, _ = _BETWEEN_STEPS.split(text.removeprefix(title) if title else "")
        if section := next(filter(_names_section, reversed(steps)), None):
            return section
    return None


def _names_section(step: str) -> bool:
    return 0 < len(step) <= _LONGEST_STEP and not _HOME.fullmatch(step) and has_hangul(step)


def _address(page: Document) -> str | None:
    stated = page.facts.url
    if stated and not stated.startswith(("http://", "https://")):
        stated = urljoin(page.url, stated) if page.url and page.given else None
    if not page.given:
        return page.url if stated else None
    if stated and site_of(stated) == site_of(page.url or "") and _NUMBERED.search(stated):
        return stated
    return page.url


def _image(page: Document) -> str | None:
    image = page.facts.image
    if image and page.url and not image.startswith("http"):
        image = urljoin(page.url, image)
    return image if image and image.startswith(("http://", "https://")) else None
