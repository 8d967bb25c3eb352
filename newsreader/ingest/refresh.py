"""Pages that send their readers on by themselves."""

import html
import re

#: A page that sends its readers on within so many seconds is a redirect.
SOON = 5
#: Where ``<meta http-equiv=refresh>`` may stand, in bytes.
_HEAD = 8192
_NOSCRIPT = re.compile(
    rb"<noscript\b.{0,2000}?</noscript|<!--.{0,2000}?-->", re.DOTALL | re.IGNORECASE
)
_REFRESH = re.compile(
    rb"<meta\b(?=[^<>]{0,200}http-equiv\s*=\s*[\"']?refresh)[^<>]{0,2000}>", re.IGNORECASE
)
_REFRESH_TO = re.compile(
    rb"content\s*=\s*[\"']?\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*url\s*=\s*([^<>]+?)[\"']?\s*/?(?=>|\s[a-z-]+=)",
    re.IGNORECASE,
)


def refreshed(content: bytes) -> str | None:
    """Return where a page sends its readers on at once by ``<meta http-equiv=refresh>``."""
    head = _NOSCRIPT.sub(b"", content[:_HEAD])
    found = _REFRESH.search(head)
    delay = _REFRESH_TO.search(found[0]) if found else None
    if delay is None or int(delay[1]) > SOON:
        return None
    address = html.unescape(delay[2].decode("utf-8", "replace")).strip(" \"'")
    # Only addresses: such a tag may also name a script.
    return address if address and not address.lower().startswith(("javascript:", "data:")) else None
