"""Bytes to text, the way browsers do it for Korean pages, and never with silent damage.

What counts is whether the bytes are valid, not what a label says: a strict UTF-8 reading that
succeeds on text with any non-ASCII in it is right with near certainty, and ``euc-kr`` on the web
means code page 949 (WHATWG Encoding Standard, index EUC-KR), of which Python's ``euc_kr`` knows
only a part. Labels (the HTTP header, ``<meta charset>``) decide only between two damaged readings.
"""

import re
from dataclasses import dataclass

from newsreader.text import has_hangul

#: Where a ``<meta>`` with the charset may stand; archived pages push it past the standard's 1024.
_META_WITHIN = 8192

_META = re.compile(
    rb"<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})",
    re.IGNORECASE,
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})", re.IGNORECASE)
#: Labels of the Encoding Standard for EUC-KR, and the two that Korean servers add.
_KOREAN_LABELS = frozenset(
    {
        "cseuckr", "csksc56011987", "euc-kr", "iso-ir-149", "korean", "ks_c_5601-1987",
        "ks_c_5601-1989", "ksc5601", "ksc_5601", "windows-949", "cp949", "ms949",
    }
)  # fmt: skip
_REPLACED = "\ufffd"
#: The designation that opens an ISO-2022-KR text (RFC 1557).
_ISO_2022_KR = b"\x1b$)C"
#: The first bytes of files that people take for pages.
_MAGIC = {
    b"%PDF": "a PDF document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x1f\x8b": "a gzip archive",
}
#: Bytes that no text has but in UTF-16 and ISO-2022-KR (WHATWG MIME Sniffing, binary data byte).
_BINARY = bytes({*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)})
#: A page may have some of them by mistake; of what is compressed or compiled they are a tenth.
_MOST_BINARY = 0.04
_LOOKED_AT = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, the charset it was read with, and sentences about what was doubtful."""

    text: str
    charset: str
    notes: tuple[str, ...] = ()


def name_of(content: bytes) -> str | None:
    """Say what ``content`` is if its bytes show that it is no text."""
    for magic, what in _MAGIC.items():
        if content.startswith(magic):
            return what
    head = content[:_LOOKED_AT]
    if _marked(head) or _utf_16_without_mark(head):
        return None
    binary = len(head) - len(head.translate(None, _BINARY))
    return "a binary file" if binary > _MOST_BINARY * len(head) else None


def _marked(content: bytes) -> bool:
    """Say whether a text announces a charset that uses the bytes of controls."""
    return content.startswith((b"\xff\xfe", b"\xfe\xff")) or _ISO_2022_KR in content[:_META_WITHIN]


def decode(content: bytes, content_type: str | None = None) -> Decoded:
    """Return the text of ``content``; never fails.

    Bytes that no reading explains become U+FFFD and are counted in a note.
    """
    if content.startswith(b"\xef\xbb\xbf"):
        return _lossy(content[3:], "utf-8")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _lossy(content, "utf-16")
    if sixteen := _utf_16_without_mark(content):
        return _lossy(content, sixteen)
    if _ISO_2022_KR in content[:_META_WITHIN]:
        return _lossy(content, "iso2022_kr")
    label = _label(content, content_type)
    for charset in ("utf-8", "cp949"):
        try:
            text = content.decode(charset)
        except UnicodeDecodeError:
            continue
        return _repaired(text, charset, label)
    return _least_damaged(content, label)


def _label(content: bytes, content_type: str | None) -> str | None:
    """The declared charset as ``utf-8``, ``cp949`` or its own name; the header goes first."""
    found = _HEADER.search(content_type or "")
    name = found[1] if found else None
    if name is None and (meta := _META.search(content, 0, _META_WITHIN)):
        name = meta[1].decode("ascii")
    if name is None:
        return None
    name = name.lower()
    if name in _KOREAN_LABELS:
        return "cp949"
    return "utf-8" if name in {"utf8", "utf-8"} else name


def _utf_16_without_mark(content: bytes) -> str | None:
    """Markup in UTF-16 has a zero in every other byte of its ASCII."""
    head = content[:64]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 8 and odd > 3 * even:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) // 8 and even > 3 * odd else None


def _lossy(content: bytes, charset: str) -> Decoded:
    text = content.decode(charset, "replace")
    return Decoded(text, charset, _notes_on_loss(text, charset))


def _least_damaged(content: bytes, label: str | None) -> Decoded:
    """Read with the charset that explains more; a tie goes to the label, then to UTF-8."""
    readings = {charset: content.decode(charset, "replace") for charset in ("utf-8", "cp949")}
    lost = {charset: text.count(_REPLACED) for charset, text in readings.items()}
    # A page cut inside a character, or with a few stray bytes, damages the right reading little.
    charset = min(lost, key=lambda one: (lost[one], one != label, one != "utf-8"))
    text = readings[charset]
    return Decoded(text, charset, _notes_on_loss(text, charset))


def _notes_on_loss(text: str, charset: str) -> tuple[str, ...]:
    lost = text.count(_REPLACED)
    if not lost:
        return ()
    what, verb = ("1 character", "is") if lost == 1 else (f"{lost} characters", "are")
    return (f"{what} could not be read as {charset} and {verb} shown as {_REPLACED}.",)


def _repaired(text: str, charset: str, label: str | None) -> Decoded:
    """Undo one false Latin-1 reading that the page's own server has stored as UTF-8."""
    notes = _notes_on_loss(text, charset)
    if charset == "utf-8" and not has_hangul(text):
        for wrong in ("latin-1", "cp1252"):
            for right in ("utf-8", "cp949"):
                try:
                    repaired = text.encode(wrong).decode(right)
                except UnicodeError:
                    continue
                if has_hangul(repaired) and not repaired.isascii():
                    note = f"The page stores {right} text misread as {wrong}; it was put right."
                    return Decoded(repaired, charset, (note,))
    if label in {"utf-8", "cp949"} and label != charset and not text.isascii():
        notes += (f"The page is labelled {label} but is {charset}.",)
    return Decoded(text, charset, notes)
