"""Addresses of articles: one form for what is written in several ways.

What follows a reader about (``utm_source``) says nothing of the article. Portals have several
addresses for each of their copies.
"""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

#: No address is longer; browsers stop at about 2,000.
LONGEST = 2_000

#: Parameters that tell where a reader comes from, on any site.
_TRACKING = re.compile(
    r"utm_.*|mtm_.*|pk_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid"
    r"|_ga|_gl|cloc|plink|cooper|kakao_from|sns|wlog_.*|outurl|rssmode",
    re.IGNORECASE,
)
#: The same by outlet, where the name may mean something elsewhere. From addresses in their feeds.
_OWN_TRACKING = {
    "yna.co.kr": {"section", "site", "input"},
    "newsis.com": {"cid", "pid"},
    "joongang.co.kr": {"ref"},
    "joins.com": {"ref"},
    "kmib.co.kr": {"sid1", "code", "stg"},
    "edaily.co.kr": {"mediacodeno", "outlnkchk"},
    "naver.com": {"sid", "sid1", "sid2", "ntype", "rc", "lfrom", "type"},
    "bbc.com": {"at_medium", "at_campaign", "at_link_id"},
    "voakorea.com": {"withmediaplayer"},
}
_NAVER = re.compile(r"/(?:mnews/)?(?:article|hotissue/article)/(?:comment/)?(\d{3})/(\d{10})")
_NAVER_HOSTS = frozenset({"n.news.naver.com", "news.naver.com", "m.news.naver.com"})
_DAUM = re.compile(r"/v/(\d{14,20})")
_DAUM_HOSTS = frozenset({"v.daum.net", "news.v.daum.net", "m.news.daum.net", "v.media.daum.net"})


def canonical(address: str, base: str = "") -> str | None:
    """Return ``address`` (relative to ``base``) in its one form; None when it is none for http(s).

    The scheme stays as it is: not every server knows both.
    """
    try:
        address = address.strip()
        parts = urlsplit(address)
        if not parts.netloc:
            parts = urlsplit(urljoin(base, address))
        host = (parts.hostname or "").lower()
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or len(address) > LONGEST:
        return None
    if portal := _portal(host, parts.path, parts.query):
        return portal
    if port not in {None, 80 if parts.scheme == "http" else 443}:
        host = f"{host}:{port}"
    query = _query(host, parts.query)
    path = re.sub(r"\s", "%20", parts.path) or "/"
    return urlunsplit((parts.scheme.lower(), host, path, query, ""))


def also_known(address: str) -> tuple[str, ...]:
    """Return what else a canonical address may be written as: with the other scheme."""
    scheme, rest = address.split("://", 1)
    return (f"https://{rest}",) if scheme == "http" else ()


def _query(host: str, query: str) -> str:
    if not query:
        return ""
    own = next((names for end, names in _OWN_TRACKING.items() if _belongs(host, end)), set())
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [
        (name, value)
        for name, value in pairs
        if not _TRACKING.fullmatch(name) and name.lower() not in own
    ]
    # What is not followed about stays as it is written: some servers count on it.
    return query if len(kept) == len(pairs) else urlencode(kept)


def _belongs(host: str, end: str) -> bool:
    return host == end or host.endswith(f".{end}")


def _portal(host: str, path: str, query: str) -> str | None:
    if host in _NAVER_HOSTS:
        if found := _NAVER.match(path):
            return f"https://n.news.naver.com/article/{found[1]}/{found[2]}"
        named = dict(parse_qsl(query))
        if (outlet := named.get("oid", "")).isdigit() and (
            number := named.get("aid", "")
        ).isdigit():
            return f"https://n.news.naver.com/article/{outlet}/{number}"
    if host in _DAUM_HOSTS and (found := _DAUM.match(path)):
        return f"https://v.daum.net/v/{found[1]}"
    return None


def site_of(address: str) -> str:
    """Return the part of the host that one owner has: ``example.co.kr``; "" where there is none."""
    try:
        labels = (urlsplit(address).hostname or "").split(".")
    except ValueError:
        return ""
    if all(label.isdigit() for label in labels):
        return ".".join(labels)
    # example.co.kr and example.com.au, but sbs.kr.
    second = len(labels) > 2 and len(labels[-1]) == 2
    two = second and (len(labels[-2]) == 2 or labels[-2] in {"com", "net", "org", "edu", "gov"})
    return ".".join(labels[-3 if two else -2 :])
