"""DeepL over its own interface (deep-translator's way to it was closed in January 2026).

The article's terms become a glossary in the reader's account (version 3 of DeepL's interface). It
is named after its content, so that the same article finds it again, and deleted in the end.
"""

import hashlib
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
        #: The glossaries that were made here.
        self._made: list[str] = []

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
        """Delete the glossaries that were made, and close the connections."""
        made, self._made = self._made, []
        try:
            for glossary in made:
                await self._service.delete(f"{_GLOSSARIES}/{glossary}")
        except EngineError:
            pass  # it stays in the account and is found again by its name
        finally:
            await self._service.close()

    async def _glossary_of(self, terms: Iterable[Match]) -> str | None:
        """Return DeepL's id of a glossary of ``terms``; None when it takes no glossary."""
        settled = tuple(term for term in terms if term.status in {"preferred", "admitted"})
        if settled != self._told:
            self._told = settled
            try:
                self._glossary = await self._find_or_make(_entries(settled))
            except EngineError:
                self._glossary = None  # the rows that lack a term will say so
        return self._glossary

    async def _find_or_make(self, entries: str) -> str | None:
        name = f"newsreader-{hashlib.sha256(entries.encode()).hexdigest()[:16]}"
        match await self._service.get(_GLOSSARIES):
            case {"glossaries": [*known]}:
                for one in known:
                    match one:
                        case {"name": str(called), "glossary_id": str(found)} if called == name:
                            return found
        dictionary = {
            "source_lang": "ko",
            "target_lang": "en",
            "entries": entries,
            "entries_format": "tsv",
        }
        body = {"name": name, "dictionaries": [dictionary]}
        match await self._service.post(_GLOSSARIES, body=body):
            case {"glossary_id": str(made)} if made.isascii() and made.replace("-", "").isalnum():
                self._made.append(made)
                return made
        return None


def _entries(terms: Iterable[Match]) -> str:
    """Return the terms as lines of Korean, tab, English; DeepL takes each Korean once."""
    english = {term.term: term.en for term in terms}
    return "\n".join(f"{ko}\t{en}" for ko, en in sorted(english.items()))
