"""Rules of publishers as data: where an outlet's pages keep what, one small file for each.

``publishers/<id>.toml`` holds ``outlet`` and ``domains``, and for each thing to find a list of CSS
selectors, the newest layout first; the first one that finds something counts. ``<id>`` is a label
of the outlet's host name, so that only the one file that may apply is read.
"""

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

#: The content system of several hundred local and trade papers: one file for all of them.
NDSOFT = "ndsoft"


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known of an outlet's pages: CSS selectors, the newest layout first."""

    id: str
    outlet: str | None = None
    #: The outlet is a news agency: what it writes comes from itself.
    agency: bool = False
    domains: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    #: Selectors; ``selector@attribute`` reads an attribute instead of the text.
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    subheading: tuple[str, ...] = ()
    #: Parts of the body that are not text of the article.
    drop: tuple[str, ...] = ()
    #: Who an article on a portal comes from.
    origin: tuple[str, ...] = ()


#: No rules: for pages of unknown outlets.
NONE = Rules(id="")


def rules_for(url: str | None) -> Rules | None:
    """Return the rules for a page at ``url``, or None when its host is not known."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    host = (parts.hostname or "").lower()
    for label in host.split(".")[:-1]:
        rules = load(label)
        if rules and any(host == one or host.endswith(f".{one}") for one in rules.domains):
            return rules
    if parts.path.startswith("/news/articleView") and "idxno=" in parts.query:
        return load(NDSOFT)
    return None


# Room for all of them, and for the labels without a file that most hosts have.
@lru_cache(maxsize=256)
def load(name: str) -> Rules | None:
    """Return the rules in ``publishers/<name>.toml``, or None when there is no such file."""
    if not name.replace("-", "").isalnum():
        return None
    file = Path(__file__).parent / "publishers" / f"{name}.toml"
    if not file.is_file():
        return None
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    known = {one.name for one in fields(Rules)}
    if unknown := data.keys() - known:
        raise ValueError(f"{name}.toml has unknown keys: {', '.join(sorted(unknown))}")
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in data.items()
    }
    return Rules(id=name, **values)
