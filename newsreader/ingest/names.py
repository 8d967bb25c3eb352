"""What the class, id and style of an element say: that it is hidden, furniture, a caption …"""

import re
from functools import lru_cache
from typing import NamedTuple

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:blind|hidden|hide|sr-only|visually-?hidden(?:-text)?|screen_out"
    r"|screen-reader-text|skip|a11y)(?:\s|$)"
)
#: Hidden on small screens only.
_SHOWN_CLASS = re.compile(r"\b(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|contents|table)")
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table)", re.IGNORECASE)
_KEPT_BREAKS = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_CAPTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:caption|(?<!drop-)cap|img_?desc|img_?txt|photo_?(?:desc|txt|info|caption)"
    r"|pic_?(?:desc|txt)|txt_?caption|figure_?txt|(?:thumb?_)?figure_txt|txt[-_]desc|image[-_]?(?:desc|text|caption)"
    r"|article[-_]?caption|source[-_]?caption|wp-caption-text)(?:$|[\s_-])"
    r"|figcaption|[a-z]caption(?:$|[\s_])",
    re.IGNORECASE,
)
#: Words in a class or id that name furniture. Each stands as a word of its own between ``-``, ``_``
#: and blanks, or with a number after it.
_FURNITURE_WORDS = (
    "ad", "adarea", "adbox", "ads", "adsbygoogle", "adv", "advert", "advertise", "advertisement",
    "aisummary", "aside", "audio", "author", "autosummary", "banner", "banners", "bestnews",
    "bookmark", "breadcrumb", "breadcrumbs", "btn", "btns", "button", "buttons", "byline",
    "bylines", "channel", "cmt", "comment", "comments", "copy", "copylight", "copyright",
    "copyrights", "cta", "dable", "dfp", "disqus", "donate", "donation", "donations", "editors",
    "emotion", "fontctrl", "fontsize", "hashtag", "journalist", "keyword", "keywords", "layer",
    "like", "likeit", "likes", "linknews", "livere", "location", "modal", "more", "morenews",
    "mostview", "newsletter", "notice", "oglink", "opengraph", "pagination", "paging", "player",
    "poll", "popular", "popup", "profile", "promo", "promotion", "rank", "ranking", "reaction",
    "reactions", "recommend", "recommended", "relate", "related", "relatednews", "relation",
    "replies", "reply", "reporter", "reporters", "series", "share", "shares", "sidebar",
    "signup", "sns", "social", "socials", "sponsor", "sponsorship", "subscribe", "subscription",
    "support", "survey", "taboola", "toast", "tool", "toolbar", "tools", "tooltip", "tts", "util",
    "utility", "utils", "vote", "writer",
)  # fmt: skip
#: WordPress and Ghost name an article after what it is about (``tag-energy``); others have none of
#: a thing (``no-share``).
_FURNITURE = re.compile(
    rf"(?:^|[\s_-])(?<!image-)(?<!no-)(?:{'|'.join(_FURNITURE_WORDS)})\d*(?:$|[\s_-])"
    r"|(?:^|[\s_-])tags?\d*(?:$|\s|[_-](?:area|box|cloud|cont|group|items?|links?|list|news|wrap))"
    r"|(?:^|[\s_-])og[_-](?:text|link|desc|box)|(?:^|[\s_-])link[_-]?(?:card|preview)"
    r"|(?:^|[\s_-])(?<!category-)(?<!tag-)ai(?:$|\s)"
    r"|(?:^|[\s_-])(?:ai[_-]|google[_-]?(?:ad|dfp|auto))|summary[_-]?(?:box|wrap|area|zone|layer|list)",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"reporter|journalist|byline|writer|author|editors|profile|columnist", re.IGNORECASE
)
_SUBTITLE_CLASS = re.compile(
    r"sub[-_]?(?:tit|head|ject|txt)|subtit|(?:^|[\s_-])stit(?:le)?\b|(?:tit|title|head)[-_]?sub|mid[-_]?ti?t"
    r"|media_end_summary|summary_view|summury|(?:^|[\s_-])(?:deck|standfirst|dek|sub_?cont)\b",
    re.IGNORECASE,
)
_NOT_SUBTITLE = re.compile(
    r"auto_?summ|ai[-_]?summ|_layer|news_list|related|subscribe|subject", re.IGNORECASE
)
#: Names of subtitles, but also of other things; ``view_sub`` is that of the title ``view_tit``.
_MAY_BE_SUBTITLE = re.compile(
    r"(?-i:[a-z]Sub)(?:\s|$)|(?:^|\s)(?:(?:\w{1,8}[-_])?summary|art_sum|precis|\w{1,8}[-_]sub|sub[-_]\w{1,8}|[\w-]{0,30}excerpt)(?:\s|$)"
)
#: No attribute is looked at further than this.
_LONGEST = 400


class Said(NamedTuple):
    """What an element's attributes say of it.

    ``block`` and ``kept`` are its style's: it stands on lines of its own, its line breaks count.
    ``credits`` is a place for who wrote the text.
    """

    hidden: bool = False
    furniture: bool = False
    credits: bool = False
    caption: bool = False
    subtitle: bool = False
    perhaps_subtitle: bool = False
    block: bool = False
    kept: bool = False


NOTHING = Said()


def said_of(attributes: "dict[str, str | None]") -> Said:
    """Return what an element's attributes say; the elements of a page say the same few things."""
    if not attributes:
        return NOTHING
    get = attributes.get
    return _said(
        (get("class") or "")[:_LONGEST],
        (get("id") or "")[:_LONGEST],
        (get("style") or "")[:_LONGEST],
        "hidden" in attributes,
    )


@lru_cache(maxsize=4096)
def _said(names: str, name: str, style: str, hidden: bool) -> Said:
    if _HIDDEN_STYLE.search(style) or (
        _HIDDEN_CLASS.search(names) and not _SHOWN_CLASS.search(names)
    ):
        hidden = True
    both = f"{names} {name}" if name else names
    subtitle = bool(_SUBTITLE_CLASS.search(both)) and not _NOT_SUBTITLE.search(both)
    said = Said(
        hidden,
        furniture=bool(_FURNITURE.search(both)),
        credits=bool(_CREDITS.search(both)),
        caption=bool(_CAPTION_CLASS.search(names)),
        subtitle=subtitle,
        perhaps_subtitle=not subtitle and bool(_MAY_BE_SUBTITLE.search(names)),
        block=bool(_BLOCK_STYLE.search(style)),
        kept=bool(_KEPT_BREAKS.search(style)),
    )
    return said if any(said) else NOTHING
