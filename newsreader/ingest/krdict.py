"""The Basic Korean Dictionary of the National Institute of Korean Language, by the reader's key.

Only the word that is looked up is sent. The interface is described at
https://krdict.korean.go.kr/openApi/openApiInfo; its texts are under CC BY-SA 2.0 KR.
"""

import asyncio
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from newsreader import __version__
from newsreader.dictionaries.entry import Headword, headword
from newsreader.errors import SourceError

if TYPE_CHECKING:
    import httpx

TITLE = "KRDict"
ADDRESS = "https://krdict.korean.go.kr/api/search"

_LIMIT = 1 << 20
_SECONDS = 10.0
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_POS = {
    "명사": "noun",
    "동사": "verb",
    "형용사": "adjective",
    "부사": "adverb",
    "관형사": "determiner",
    "대명사": "pronoun",
    "수사": "numeral",
    "감탄사": "interjection",
    "의존 명사": "bound noun",
    "접사": "affix",
    "조사": "particle",
    "어미": "ending",
}


async def look_up(word: str, key: str, *, address: str = ADDRESS) -> list[Headword]:
    """Return the entries of ``word`` with English meanings.

    ``address`` is for tests: a server on this machine. Raises SourceError in one sentence, which
    never holds the key, when there is no answer or it says that the key is wrong.
    """
    import httpx

    asked = {"key": key, "q": word, "translated": "y", "trans_lang": "1", "num": "10"}
    headers = {"User-Agent": f"newsreader/{__version__}"}
    try:
        async with (
            asyncio.timeout(_SECONDS),
            httpx.AsyncClient(headers=headers) as client,
            client.stream("GET", address, params=asked) as response,
        ):
            if response.status_code != 200:
                raise SourceError(f"{TITLE} did not answer (HTTP {response.status_code}).")
            content = await _body(response)
    except TimeoutError:
        raise SourceError(f"{TITLE} did not answer within {_SECONDS:g} seconds.") from None
    except httpx.HTTPError as error:
        # The error itself names the address, and with it the key.
        raise SourceError(
            f"{TITLE} could not be reached ({type(error).__name__}); check the connection."
        ) from None
    return read(content, word)


def read(content: bytes, word: str) -> list[Headword]:
    """Return the entries of ``word`` in an answer. Raises SourceError when it is none."""
    if _DECLARATION.search(content):
        raise SourceError(f"{TITLE} answered with something that is not its XML.")
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - without DTD there are no entities
    except ElementTree.ParseError as error:
        raise SourceError(f"{TITLE} answered with something that is not its XML.") from error
    if root.tag == "error":
        why = root.findtext("message", "").strip()[:100] or "it does not say why"
        raise SourceError(f"{TITLE} refused the question: {why}; check your key.")
    found = []
    for item in root.iter("item"):
        if item.findtext("word", "").strip() == word:
            pos = item.findtext("pos", "").strip()
            senses = [_sense(sense) for sense in item.iter("sense")]
            one = headword(word, senses, _POS.get(pos, pos), item.findtext("origin", ""))
            if one is not None:
                found.append(one)
    return found


def _sense(sense: ElementTree.Element) -> str:
    words = sense.findtext("translation/trans_word", "").strip()
    explained = sense.findtext("translation/trans_dfn", "").strip()
    return " – ".join(filter(None, (words, explained)))


async def _body(response: "httpx.Response") -> bytes:
    content = bytearray()
    async for chunk in response.aiter_bytes():
        content += chunk
        if len(content) > _LIMIT:
            raise SourceError(f"{TITLE} answered without end.")
    return bytes(content)
