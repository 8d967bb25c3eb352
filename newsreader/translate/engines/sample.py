"""The sample's own English, written by people and shipped with newsreader."""

from collections.abc import AsyncGenerator, Mapping, Sequence

from newsreader.translate.engine import Answer, Capabilities, Context, Request
from newsreader.translate.engines.infos import SAMPLE
from newsreader.translate.memory import normalised


class SampleEngine:
    """Answers what it has English for. ``english`` maps a sentence's Korean to its English."""

    info = SAMPLE
    capabilities = Capabilities(batch=1000, sample=True)
    version = ""

    def __init__(self, english: Mapping[str, str]) -> None:
        self._english = {normalised(ko): en for ko, en in english.items()}

    async def translate(
        self,
        requests: Sequence[Request],
        context: Context,  # noqa: ARG002 - the protocol's
    ) -> AsyncGenerator[Answer, None]:
        """Yield the English of each request that is a sentence of the sample."""
        for request in requests:
            if (en := self._english.get(request.text)) is not None:
                yield Answer(request.id, en)

    async def close(self) -> None:
        """Nothing is open."""
