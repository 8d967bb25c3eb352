"""Mozilla's offline engine, as in Firefox: on this machine, in a process of its own."""

import importlib.util
import platform
from pathlib import Path

from newsreader.child import Child
from newsreader.errors import NoOfflineEngineError
from newsreader.translate.engines.firefox_worker import NAME
from newsreader.translate.engines.infos import FIREFOX
from newsreader.translate.engines.local import LocalEngine
from newsreader.translate.models import Model


class FirefoxEngine(LocalEngine):
    """Translates with ``model``; ``log`` takes what the process complains of."""

    def __init__(self, model: Model, *, log: Path) -> None:
        worker = "newsreader.translate.engines.firefox_worker"
        child = Child(worker, [str(model.directory)], name=NAME, log=log)
        super().__init__(FIREFOX, model.version, child)


def check_platform() -> None:
    """Raise EngineError where there is no fxtranslate."""
    if importlib.util.find_spec("fxtranslate") is None:
        raise NoOfflineEngineError(
            "The offline engine fxtranslate is not installed; it exists for Linux and Windows on"
            f" x86-64, Linux on ARM64 and macOS on Apple silicon, and this is {platform.system()}"
            f" on {platform.machine()}",
            "choose an online engine with --engine",
        )
