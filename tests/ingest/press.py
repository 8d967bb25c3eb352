# ruff: noqa: E501 - markup is easier to compare with a page in the lines that it has there
"""What the pages of ``press_outlets`` and ``press_others`` share: their shape and one article.

People, places and sentences are invented here.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """A page and its article. ``text`` are the lines of the body in reading order: paragraphs, and
    with a mark before them ``#`` headings, ``-`` rows and items of lists.
    """

    url: str
    html: str
    title: str
    text: tuple[str, ...]
    subtitles: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    agency: str | None = None
    dateline: str | None = None


TITLE = '가람국·나래국, 강물 나눠 쓰기 합의…"십 년 다툼 끝냈다"'
SUBTITLES = ("물길 관리 공동위원회 두기로", "내년 우기 전 첫 방류")
TEXT = (
    "가람국과 나래국이 국경을 흐르는 누리강의 물을 나눠 쓰기로 3일(현지시간) 합의했다.",
    "두 나라 외교장관은 이날 나래국 수도에서 만나 공동 성명을 냈다고 현지 매체 '누리 타임스'(Nuri Times)가 보도했다.",
    '솔빛 나래국 외교장관은 "강은 국경을 모른다"면서 "이제 다툼은 끝났다"고 강조했다.',
    "합의문에 따르면 두 나라는 ▲ 수위 자료 공유 ▲ 공동위원회 설치 ▲ 분기별 점검 등을 하게 된다.",
    "앞서 두 나라는 2016년부터 상류 댐을 두고 갈등을 빚어왔다. 세계은행(World Bank)이 중재에 나선 바 있다.",
    "다만 구체적인 방류량은 정해지지 않았다.",
)
CAPTION = "3일 나래국 수도에서 악수하는 두 나라 외교장관"
RELATED = "".join(
    f'<li><a href="/a/{n}">강 건너 마을의 다른 소식 {n}번을 전해 드린다고 했다.</a></li>'
    for n in range(7)
)
SHARE = (
    '<div class="sns_wrap"><button>페이스북</button><button>X(트위터)</button><a href="#">카카오톡</a>'
    "<button>URL복사</button><p>URL이 복사되었습니다.</p><span>글자크기</span><button>가</button></div>"
)
GNB = '<nav><ul><li><a href="/p">정치</a></li><li><a href="/w">국제</a></li></ul></nav>'
FOOT = (
    "<footer><p>가온빌딩 3층 발행인 아무개 청소년보호책임자 아무개. 이 사이트의 글은 보호를 받습니다.</p>"
    "<p>Copyright ⓒ 2026 All rights reserved. 무단 전재 및 재배포 금지</p></footer>"
)


def page(site: str, body: str, *, title: str = TITLE, head: str = "") -> str:
    """A whole page of ``site`` around ``body``."""
    quoted = title.replace('"', "&quot;")
    return (
        f'<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>{title} | {site}</title>'
        f'<meta property="og:title" content="{quoted}"><meta property="og:site_name" content="{site}">'
        f"{head}</head><body>{GNB}{body}{FOOT}</body></html>"
    )


def ps(*texts: str, name: str = "") -> str:
    """Paragraphs."""
    return "".join(f'<p class="{name}">{one}</p>' if name else f"<p>{one}</p>" for one in texts)


def breaks(*texts: str) -> str:
    """Text between line breaks."""
    return "<br><br>".join(texts)


def led(lead: str) -> tuple[str, ...]:
    """The text with ``lead`` before its first sentence."""
    return (f"{lead}{TEXT[0]}", *TEXT[1:])


def case(
    url: str,
    site: str,
    body: str,
    *,
    title: str = TITLE,
    page_title: str = "",
    head: str = "",
    **expected: Any,
) -> Case:
    """A page of ``site`` and its article, which differs from the common one in ``expected``."""
    common = {"title": title, "text": TEXT, "outlet": site, "bylines": ("한가람",)}
    return Case(
        url, page(site, body, title=page_title or title, head=head), **{**common, **expected}
    )
