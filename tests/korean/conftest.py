"""What the tests of Korean share: one process of the word analyser, which is slow to start."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from newsreader.korean.analyser import Analyser, available


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def analyser(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Analyser]:
    """The analyser for all tests of a module that run in the module's event loop."""
    if not available():
        pytest.skip("kiwipiepy, the word analyser, is not installed")
    analyser = Analyser(tmp_path_factory.mktemp("analyser") / "log")
    yield analyser
    await analyser.close()
