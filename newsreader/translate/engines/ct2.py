"""A CTranslate2 model of the reader's own (OPUS-MT, NLLB, Argos …), in a process of its own."""

import importlib.util
from pathlib import Path

from newsreader.child import Child
from newsreader.config import Paths
from newsreader.errors import EngineError
from newsreader.translate.accounts import account
from newsreader.translate.engines.ct2_model import read_ct2
from newsreader.translate.engines.ct2_worker import NAME
from newsreader.translate.engines.infos import LOCAL_CT2
from newsreader.translate.engines.local import LocalEngine, child_log

#: Seconds. The largest models have gigabytes to load, and take their time for a long sentence.
_START, _ANSWER = 180.0, 120.0


class Ct2Engine(LocalEngine):
    """Translates with the model in ``folder``; ``log`` takes what the process complains of.

    Raises EngineError when there is no Korean model in it.
    """

    def __init__(self, folder: Path, *, log: Path) -> None:
        child = Child(
            "newsreader.translate.engines.ct2_worker",
            [str(folder)],
            name=NAME,
            log=log,
            start_timeout=_START,
            answer_timeout=_ANSWER,
        )
        super().__init__(LOCAL_CT2, read_ct2(folder).version, child)


def open_ct2(paths: Paths) -> Ct2Engine:
    """Return the engine with the model that the reader set.

    Raises EngineError when the packages are not installed, no model is set, or it is none.
    """
    for package in ("ctranslate2", "sentencepiece"):
        if importlib.util.find_spec(package) is None:
            raise EngineError(
                f"The engine local-ct2 needs the package {package}; install `newsreader[ct2]`."
            )
    folder = Path(account(LOCAL_CT2.name, ("model",), paths).need("model").reveal()).expanduser()
    return Ct2Engine(folder.absolute(), log=child_log(paths.logs))
