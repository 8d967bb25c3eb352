"""DeepL over its own interface (deep-translator's way to it was closed in January 2026).

The article's terms become the Korean-English dictionary of one glossary in the reader's account
(version 3 of DeepL's interface, whose glossaries can be changed). One, because free accounts have
room for no more; it stays there, so that a killed app leaves nothing that the next one trips over.
"""

import re
from collections.abc import AsyncGenerator, Iterable, Sequence

from newsreader.article import Match
from newsreader.config import Paths
from newsreader.errors import EngineError
from newsreader.translate.accounts import Secret, account
from newsreader.translate.engine import Answer, Capabilities, Context, Request
from newsreader.translate.engines.infos import DEEPL
from newsreader.translate.engines.web import Pace, Service

#: DeepL takes up to 50 texts; fewer come back sooner.
_BATCH = 10
_CONTEXT = 2000
_GLOSSARIES = "/v3/glossaries"
_ID = re.compile(r"[0-9A-Za-z-]+")


def open_deepl(paths: Paths) -> "DeeplEngine":
    """Return the engine with the reader's key. Raises EngineError without one."""
    return DeeplEngine(account("deepl", ("key",), paths).need("key"))


class DeeplEngine:
    """Translates with ``key``. ``base_url`` is for tests: a server on this machine."""

    info = DEEPL
    capabilities = Capabilities(batch=_BATCH, uses_context=True, uses_terms=True)
    version = "v2-en-us"

    def __init__(self, key: Secret, *, base_url: str = "", pace: Pace | None = None) -> None:
        # The keys of free accounts end like this and have a server of their own.
        host = "api-free" if key.reveal().endswith(":fx") else "api"
        self._service = Service(
            "DeepL",
            base_url or f"https://{host}.deepl.com",
            headers={"Authorization": Secret(f"DeepL-Auth-Key {key.reveal()}")},
            pace=pace,
        )
        #: The terms that DeepL knows, and its name for them (none when it did not take them).
        self._told: tuple[Match, ...] = ()
        self._glossary: str | None = None

    async def translate(
        self, requests: Sequence[Request], context: Context
    ) -> AsyncGenerator[Answer, None]:
        """Yield the English of the requests. Raises EngineError."""
        body = {
            "text": [request.text for request in requests],
            "source_lang": "KO",
            "target_lang": "EN-US",
            "context": "\n".join((context.title, *context.sentences))[:_CONTEXT],
            "split_sentences": "0",
        }
        if any(request.terms for request in requests):
            terms = context.terms or [match for one in requests for match in one.terms]
            if glossary := await self._glossary_of(terms):
                body["glossary_id"] = glossary
        answer = await self._service.post("/v2/translate", body=body)
        match answer:
            # DeepL promises the order of the texts; any other number of answers has lost it.
            case {"translations": [*found]} if len(found) == len(requests):
                for request, one in zip(requests, found, strict=True):
                    match one:
                        case {"text": str(text)}:
                            yield Answer(request.id, text)

    async def close(self) -> None:
        """Close the connections."""
        await self._service.close()

    async def _glossary_of(self, terms: Iterable[Match]) -> str | None:
        """Return DeepL's id of a glossary of ``terms``; None when it takes no glossary."""
        settled = tuple(
            term for term in terms if term.status in {"preferred", "admitted"} and not term.unsure
        )
        if settled != self._told:
            self._told = settled
            try:
                self._glossary = await self._put(_entries(settled))
            except EngineError:
                # The rows that lack a name will say so. With its English in the Korean, as other
                # engines get it, the text would be another one than the memory is asked for when
                # the article is opened again, and would be paid for again.
                self._glossary = None
        return self._glossary

    async def _put(self, entries: str) -> str | None:
        """Make ``entries`` the dictionary of our glossary; return the glossary's id."""
        dictionary = {
            "source_lang": "ko",
            "target_lang": "en",
            "entries": entries,
            "entries_format": "tsv",
        }
        if ours := _ours(await self._service.get(_GLOSSARIES)):
            await self._service.put(f"{_GLOSSARIES}/{ours}/dictionaries", body=dictionary)
            return ours
        body = {"name": "newsreader", "dictionaries": [dictionary]}
        return _ours({"glossaries": [await self._service.post(_GLOSSARIES, body=body)]})


def _ours(answer: object) -> str | None:
    """Return the id of our glossary in a list of glossaries; it can be part of an address."""
    match answer:
        case {"glossaries": [*known]}:
            for one in known:
                match one:
                    case {"name": "newsreader", "glossary_id": str(found)} if _ID.fullmatch(found):
                        return found
    return None


def _entries(terms: Iterable[Match]) -> str:
    """Return the terms as lines of Korean, tab, English; DeepL takes each Korean once."""
    english = {term.term: term.en for term in terms}
    return "\n".join(f"{ko}\t{en}" for ko, en in sorted(english.items()))
