"""Who wrote it, and from where: bylines in page heads, leads and last lines.

A lead is the bracket that opens a Korean report: ``(서울=연합뉴스) 이름 기자 =`` or
``[이데일리 이름 기자]``. It stays in the text; what it says is copied into the article's fields.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsreader.article import Block, Byline

_JOBS = (
    r"(?:인턴|수습|선임|시민|객원|영상|사진|촬영|영상취재|대|명예)? ?기자"
    r"|(?:순회)?특파원|통신원|리포터|앵커|아나운서|PD|피디|프로듀서|에디터|편집위원|편집국장|편집장"
    r"|논설위원실장|논설실장|(?:객원)?논설위원|논설고문|칼럼니스트|평론가|작가|교수|변호사|연구위원|연구원|해설위원|캐스터|인턴|편집자"
)
#: A beat may stand before the job (의학전문기자, 북한전문 기자) and belongs to the role.
_ROLE = (
    rf"(?:[가-힣]{{2,6}}(?:전문|담당) ?)?(?:{_JOBS})"
    # Pages set the department or the next name close behind it.
    r"(?:(?![가-힣])|(?=메일|구독|페이지|[가-힣]{1,6}부(?![가-힣])|[가-힣]{2,4} ?기자))"
)
_MAIL = r"[A-Za-z0-9][\w.+\-]{0,40}@[A-Za-z0-9][\w\-]{0,40}(?:\.[A-Za-z0-9\-]{2,20}){1,3}"
#: What Cloudflare's protection of addresses leaves in a text dump.
_HIDDEN_MAIL = r"\[email\s?protected\]"
_ANY_MAIL = rf"(?:{_MAIL}|{_HIDDEN_MAIL})"
#: A surname and one to three syllables.
_NAME = r"[가-힣]{2,4}"
_WITH_ROLE = rf"{_NAME} ?{_ROLE}"
_WITH_MAIL = (
    rf"{_NAME}(?: ?{_ROLE})?[ (\[/|,=·:]{{0,3}}(?:이메일|메일|E-?mail)?[ :]{{0,2}}{_ANY_MAIL}"
)
_REPORTERS = ("기자", "특파원", "통신원", "리포터", "앵커", "PD", "에디터", "논설위원")
_GAP = r"[ ,·ㆍ/|)\]]{0,4}"

_PERSON = re.compile(
    rf"(?<![가-힣])(?P<others>(?:{_NAME}[·ㆍ])*)(?P<name>{_NAME}) ?(?P<role>{_ROLE})"
)
_SIGNED = re.compile(_WITH_MAIL)
#: The other order: "기자, 이름", "인턴기자 이름", "글쓴이: 이름" (but no department).
_TITLED = re.compile(
    r"(?:^|[/|,(\[] ?)(?P<role>(?:인턴|수습|선임|객원)?기자|특파원|논설위원)[,:=] ?"
    rf"(?P<name>{_NAME})(?![가-힣])"
    rf"|^(?P<role2>(?:인턴|수습|선임|객원)기자) (?P<name2>{_NAME})(?![가-힣])"
    rf"|^(?:글쓴이|작성자|기자명) ?[:：]? ?"
    rf"(?P<name3>{_NAME}(?<![과팀처청])(?<!변인실))(?![가-힣])(?! ?{_ROLE})"
)
#: Names that share the role of the last one: "이름, 이름기자".
_LISTED = re.compile(
    rf"^(?:{_NAME}(?<!뉴스)(?<!일보)(?<!신문)(?<!방송)(?<!경제) ?, ?)+(?={_NAME} ?(?:기자|특파원))"
)
#: Who leads a discussion or takes part in it did not write it.
_SPEAKERS = re.compile(r"\W*(?:진행|출연|대담|사회)\s?[:：]")
#: Who wrote a text, and who took its pictures: 글 이름 / 사진 이름.
_WORDS_AND_PICTURES = re.compile(
    rf"\W{{0,3}}글 ?[=:]? ?(?P<words>{_NAME}) ?[/·,|&] ?(?:사진|그림) ?[=:]? ?(?P<pictures>{_NAME})"
    r"(?![가-힣])"
)
_ONLY_MAIL = re.compile(rf"\W*{_ANY_MAIL}\W*")
_ADDRESS = re.compile(_MAIL)
#: A writer's account behind the name: 이름(account).
_ACCOUNT = re.compile(r"\([\w.\-]{1,40}\)$", re.ASCII)
_BARE_NAME = re.compile(rf"{_NAME}|[가-힣]{{2,4}} [가-힣]{{2,4}}")
#: What may stand beside the people in a line of bylines.
_AROUND = re.compile(
    r"[가-힣A-Za-z0-9·]{2,10} ?[=＝]"
    r"|[가-힣A-Za-z]{1,8}(?:뉴스|일보|신문|경제|방송|투데이|닷컴|타임스|데일리|TV)(?![가-힣])"
    r"|[가-힣]{0,4}(?:[KMST]BS|[A-Z]BC|CBS|KNN)"
    r"|글|사진|영상|취재|그래픽|정리|편집|이메일|메일|제보|외 ?\d+명"
)
#: A byline at the very end of a text, glued or not to its last sentence.
_AT_END = re.compile(
    r"(?<=[.?!”\"’')\]])\s*[\[(<【/|]?\s*(?:(?:글|사진|취재|영상)[·/ ,=]?){0,2}\s*"
    rf"(?:(?:[가-힣·A-Za-z0-9]{{2,10}} )?{_WITH_MAIL}"
    rf"|(?:[가-힣·A-Za-z0-9]{{2,10}} ?[=＝/] ?)?(?:{_NAME}[·ㆍ])*(?:{_WITH_MAIL}|{_WITH_ROLE}))"
    rf"(?:{_GAP}(?:(?:글|사진|영상|취재) ?[=·:] ?)?"
    rf"(?:{_WITH_MAIL}|{_WITH_ROLE}|{_ANY_MAIL})){{0,4}}\s*[\])>】]?\s*$"
)
_LONGEST_AT_END = 200
#: One of these stands in every byline: a quick look before the slow one.
_SIGNS = re.compile(
    "@|기자|protected|특파원|위원|PD|앵커|리포터|칼럼니스트|에디터|아나운서|평론가|교수|통신원|작가"
    "|변호사|국장|편집장|캐스터|인턴|피디|프로듀서|논설실장|논설고문|연구원|편집자|글쓴이|작성자|글.{1,8}(?:사진|그림)"
)
#: In a line of bylines there is one of these.
_BYLINE_SIGNS = re.compile("|".join(("@", "protected", "글", "작성자", *_REPORTERS)))
#: Within so many last characters an address or the last person's role begins.
_LONGEST_MAIL = 150
_ROLE_END = 16
_MAIL_AT_END = re.compile(rf"(?<=[.?!”\"’')\]])\s*[(\[<]?\s*{_ANY_MAIL}\s*[)\]>]?\s*$")
#: Words that fit the pattern of a name.
_NOT_NAMES = frozenset(
    {
        "취재", "사진", "영상", "그래픽", "담당", "인턴", "수습", "선임", "전문", "객원", "시민",
        "사회", "정치", "경제", "문화", "국제", "본지", "온라인", "디지털", "편집", "촬영", "보도",
        "뉴스", "현장", "이슈", "방송", "특별", "이상", "모든", "다른", "여러", "현지", "외신",
        "스포츠", "연예", "입력", "제보", "기사", "작성", "관련", "공동", "후배", "동료", "선배",
        "여성", "남성", "일부", "당시", "해당", "뉴시스", "연합",
        "이메일", "메일", "전화", "카톡", "문의", "관리자", "편집부", "운영자", "홍보실",
        "부동산", "인터뷰", "구독하기", "응원하기", "프로필", "더보기", "구독중", "전체보기",
        "기자", "특파원", "논설위원", "앵커", "구독", "응원", "안녕", "또한", "담당자", "서울대",
        "정보", "로봇", "공유하기", "글자크기", "댓글", "스크랩", "인쇄하기", "기사저장",
    }
)  # fmt: skip
#: The common surnames: a word that begins otherwise needs a sign to be a name.
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길위표명옥맹탁편피갈봉육빈"
)
_BRACKET = re.compile(r"\s*[(\[【〔［（<]\s*([^)\]】〕］）>]{2,40})\s*[)\]】〕］）>]\s*")
_BEFORE_EQUALS = re.compile(rf"(?P<who>(?:{_NAME}(?: ?{_ROLE})?[ ,·ㆍ/]{{0,3}}){{1,5}})[=＝]")
_MOST_BEFORE_LEAD = 3
#: Five people with their roles take no more.
_LONGEST_WHO = 100
_PROFESSION = (
    r"(?:교수|변호사|연구위원|연구원|작가|시인|소설가|평론가|칼럼니스트|논설위원|논설고문|소장"
    r"|원장|대표|이사장|의사|기고가|활동가|편집위원|대사|박사|회장|관장|위원장|목사|신부|스님)"
)
#: Headlines also begin with a name and name an office; they go on behind it, or have these marks.
_OFFICE = r"[^.?!,…\"'“”‘’()\[\]]{0,30}?"
_SIGNATURE = re.compile(
    rf"(?P<name>{_NAME})(?:[ /·|]{{1,3}}{_OFFICE}(?P<role>{_PROFESSION})"
    rf"(?: ?[·,/] ?{_OFFICE}{_PROFESSION})?(?: ?\([^()]{{1,30}}\)?)?"
    rf"| ?\([^()]{{0,30}}?(?P<role2>{_PROFESSION})[^()]{{0,30}})"
)
_SET_OFF = re.compile(r" ?[/|(]| · ")
#: The North's lead: (평양 2월 6일발 조선중앙통신).
_NORTHERN = re.compile(r"\s*\(?(?P<place>[가-힣]{2,8}) \d+월 \d+일발 (?P<agency>[가-힣]{3,10})\)?")
_AGENCY = re.compile(r"[가-힣A-Za-z0-9]{2,12}")
_PLACE = re.compile(r"[가-힣A-Za-z ·ㆍ,/]{1,20}")


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead says."""

    dateline: str | None = None
    agency: str | None = None
    bylines: tuple[Byline, ...] = ()


def parse_bylines(text: str, *, bare: bool = False) -> tuple[Byline, ...]:
    """Return the people named in a byline.

    ``bare`` accepts names without a role or an address, as in a field that holds nothing else.
    """
    found = _signed(text) if _SIGNS.search(text) else {}
    if not found and bare and (signed := signature(text)):
        found[signed.name] = signed
    if not found and bare:
        for part in re.split(r"[,·ㆍ/&;|]| and | 외 ", re.sub(r"^By\s+", "", text)):
            name = _ACCOUNT.sub("", _ADDRESS.sub("", part)).strip(" \t[]()")
            if _BARE_NAME.fullmatch(name):
                _add(found, name, None)
    if len(found) == 1 and (mail := _ADDRESS.search(text)):
        (only,) = found.values()
        return (Byline(only.name, only.role, mail[0]),)
    return tuple(found.values())


def _signed(text: str) -> dict[str, Byline]:
    """The people who are named with a role or an address, by their names."""
    found: dict[str, Byline] = {}
    if both := _WORDS_AND_PICTURES.match(text):
        _add(found, both["words"], None)
        _add(found, both["pictures"], None)
    text = _LISTED.sub(lambda names: re.sub(" ?, ?", "·", names[0]), text)
    for one in _TITLED.finditer(text):
        _add(found, one["name"] or one["name2"] or one["name3"], one["role"] or one["role2"])
    for one in _PERSON.finditer(text):
        for name in [*re.findall(_NAME, one["others"]), one["name"]]:
            _add(found, name, " ".join(one["role"].split()))
    for one in _SIGNED.finditer(text):
        name, mail = one[0][:4], _ADDRESS.search(one[0])
        known = next((known for known in found if one[0].startswith(known)), None)
        if known is None:
            matched = re.match(_NAME, name)
            known = matched[0] if matched else ""
            _add(found, known, None)
        if mail and known in found:
            found[known] = Byline(known, found[known].role, mail[0])
    return found


def _add(found: dict[str, Byline], name: str, role: str | None) -> None:
    if name not in _NOT_NAMES:
        found.setdefault(name, Byline(name, role))


def parse_lead(text: str) -> Lead:
    """Return what the lead of a report's first paragraph says; an empty one when it has none."""
    if northern := _NORTHERN.match(text):
        return Lead(northern["place"], northern["agency"])
    bracket = _BRACKET.match(text)
    if not bracket:
        return Lead()
    head = text[: bracket.end() + _LONGEST_WHO].replace("＝", "=")
    after = _BEFORE_EQUALS.match(head, bracket.end()) if "=" in head[bracket.end() :] else None
    people = parse_bylines(_joined(after["who"]), bare=True) if after else ()
    left, equals, right = (part.strip() for part in bracket[1].replace("＝", "=").partition("="))
    # Several reporters may write from several places: [이데일리 이름 기자·세종=이름 기자].
    inside = (*(parse_bylines(left) if right else ()), *parse_bylines(right or left))
    if not equals or inside:
        # [부산=스포츠조선 이름 기자] names a place; [헤럴드경제=이름 기자] an outlet.
        placed = equals and _PERSON.sub("", right).strip() and _PLACE.fullmatch(left)
        return Lead(left if placed else None, None, inside or people)
    if _AGENCY.fullmatch(right) and _PLACE.fullmatch(left):
        return Lead(left, right, people)
    return Lead(bylines=people)


def first_lead(blocks: Iterable[Block]) -> Lead:
    """The first lead among the first paragraphs: a summary may stand before it."""
    texts = [one.text for one in blocks if one.kind in {"paragraph", "lead"}]
    leads = map(parse_lead, texts[:_MOST_BEFORE_LEAD])
    return next((lead for lead in leads if lead != Lead()), Lead())


def _joined(who: str) -> str:
    """Write names that share one role (이름 이름 특파원) with dots between them."""
    return re.sub(rf"(?<=[가-힣])[ ,]+(?!{_ROLE})(?={_NAME})", "·", who)


def lone_name(text: str) -> tuple[Byline, ...]:
    """Return who a line beside a time names, if it is a surname and two syllables and no more."""
    name = text.strip(" |·/,-")
    return (Byline(name),) if _BARE_NAME.fullmatch(name) and _is_name(name) else ()


def _is_name(word: str) -> bool:
    """Say whether a word is a surname and two syllables, as nearly all names are."""
    return len(word) == 3 and word[0] in _SURNAMES and word not in _NOT_NAMES


def signature(text: str) -> Byline | None:
    """Return who signs an opinion: a line of a name, an office and a profession."""
    text = text.strip(" -–·/<>[]()")
    found = _SIGNATURE.fullmatch(text)
    # Without a mark behind it only its form tells a name from any other word.
    if not found or not (_is_name(found["name"]) or _SET_OFF.match(text, found.end("name"))):
        return None
    return Byline(found["name"], found["role"] or found["role2"])


def is_byline(text: str) -> bool:
    """Say whether a line holds nothing but who wrote the text and how to reach them."""
    if len(text) > 120 or not _BYLINE_SIGNS.search(text) or _SPEAKERS.match(text):
        return False
    if _ONLY_MAIL.fullmatch(text) or _WORDS_AND_PICTURES.fullmatch(text):
        return True
    text = _TITLED.sub("", text) if _TITLED.match(text) else text
    if not text.strip():
        return True
    # Lawyers and professors also head what they say in a discussion: only an address tells.
    people = [found["role"] for found in _PERSON.finditer(text)]
    if not _SIGNED.search(text) and not any(role.endswith(_REPORTERS) for role in people):
        return False
    if people and len(text) < 40 and _BRACKET.fullmatch(text):
        return True
    rest = _AROUND.sub("", re.sub(_ANY_MAIL, "", _PERSON.sub("", _SIGNED.sub("", text))))
    return len(re.sub(r"[\W_]+", "", rest)) <= 4


def cut_byline(text: str) -> tuple[str, str]:
    """Split a byline off the end of a paragraph, even one glued to its last sentence."""
    if "@" not in text[-_LONGEST_MAIL:] and not _SIGNS.search(text[-_ROLE_END:]):
        return text, ""
    start = max(0, len(text) - _LONGEST_AT_END)
    found = _AT_END.search(text, start) or _MAIL_AT_END.search(text, start)
    if not found:
        return text, ""
    return text[: found.start()].rstrip(), found[0].strip()


def without_mail(text: str) -> str:
    """Take addresses out of a caption."""
    if "@" not in text and "protected" not in text:
        return text
    return " ".join(re.sub(rf"[(\[]?\s*{_ANY_MAIL}\s*[)\]]?", " ", text).split())
