"""The process in which Mozilla's offline engine works: ``python -m … DIRECTORY``.

fxtranslate keeps the interpreter to itself for a whole sentence, and a translator may be touched by
no other thread than the one that made it.
"""

import sys
from pathlib import Path
from typing import Any

from newsreader.child import Answerer, serve
from newsreader.errors import EngineError
from newsreader.translate.models import read_model

#: What the process calls itself.
NAME = "offline translation"


def prepare(directory: Path) -> tuple[Answerer, dict[str, Any]]:
    """Check every file of the model in ``directory`` and load it.

    Raises EngineError when a file is not what its manifest says, or the engine cannot be loaded.
    """
    model = read_model(directory)
    files = model.read()
    try:
        from fxtranslate import Translator
    except ImportError as error:
        raise EngineError(f"The offline engine cannot be loaded here: {error}.") from error
    shared = files.get("vocab", b"")
    try:
        translator = Translator(
            files["model"], files.get("srcvocab", shared), files.get("trgvocab", shared)
        )
    except ValueError as error:
        raise EngineError(f"The offline model in {directory} cannot be used: {error}.") from error

    def answer(question: dict[str, Any]) -> dict[str, Any]:
        return {"en": translator.translate(question["ko"])}

    return answer, {"backend": translator.backend()}


if __name__ == "__main__":
    serve(NAME, lambda: prepare(Path(sys.argv[1])))
