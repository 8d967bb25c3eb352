"""What the class, id and style of an element say: that it is hidden, furniture, a caption."""

import re
from functools import lru_cache

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:blind|hidden|hide|sr-only|visually-hidden|screen_out|skip|a11y)(?:\s|$)"
)
#: Hidden on small screens only.
_SHOWN_CLASS = re.compile(r"\b(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|contents|table)")
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
    "replies", "reply", "reporter", "reporters", "series", "share", "shares", "sidebar", "sns",
    "social", "socials", "sponsor", "sponsorship", "subscribe", "subscription", "support", "survey",
    "taboola", "toast", "tool", "toolbar", "tools", "tooltip", "tts", "util", "utility", "utils",
    "vote", "writer",
)  # fmt: skip
#: WordPress and Ghost name an article after what it is about (``tag-energy``); others have none of
#: a thing (``no-share``).
_FURNITURE = re.compile(
    rf"(?:^|[\s_-])(?<!image-)(?<!no-)(?:{'|'.join(_FURNITURE_WORDS)})\d*(?:$|[\s_-])"
    r"|(?:^|[\s_-])tags?\d*(?:$|\s|[_-](?:area|box|cloud|cont|group|items?|links?|list|news|wrap))"
    r"|(?:^|[\s_-])og[_-](?:text|link|desc|box)|(?:^|[\s_-])link[_-]?(?:card|preview)"
    r"|(?:^|[\s_-])(?:ai[_-]|google[_-]?(?:ad|dfp|auto))|summary[_-]?(?:box|wrap|area|zone|layer|list)",
    re.IGNORECASE,
)
_CREDITS = re.compile(r"reporter|journalist|byline|writer|author|editors|profile", re.IGNORECASE)


def is_furniture(attributes: "dict[str, str | None]") -> bool:
    """Say whether class or id name something that is not text of an article."""
    names = attributes.get("class") or ""
    if name := attributes.get("id"):
        names = f"{names} {name}"
    return bool(names) and _names_furniture(names[:400])


@lru_cache(maxsize=4096)
def _names_furniture(names: str) -> bool:
    return _FURNITURE.search(names) is not None


@lru_cache(maxsize=4096)
def _names_hidden(names: str) -> bool:
    return _HIDDEN_CLASS.search(names) is not None and not _SHOWN_CLASS.search(names)


@lru_cache(maxsize=4096)
def names_caption(names: str) -> bool:
    """Say whether class names name a caption."""
    return _CAPTION_CLASS.search(names) is not None


def is_hidden(attributes: "dict[str, str | None]") -> bool:
    """Say whether an element is not displayed, as far as its own attributes tell."""
    style = attributes.get("style")
    if (style and _HIDDEN_STYLE.search(style)) or "hidden" in attributes:
        return True
    names = attributes.get("class")
    return names is not None and _names_hidden(names[:400])


def names_credits(names: str) -> bool:
    """Say whether class or id name a place for who wrote the text."""
    return _CREDITS.search(names) is not None
