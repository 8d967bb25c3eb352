"""The process in which a reader's own CTranslate2 model works: ``python -m … DIRECTORY``."""

import sys
from pathlib import Path
from typing import Any

from newsreader.child import Answerer, serve
from newsreader.errors import EngineError
from newsreader.translate.engines.ct2_model import Ct2Model, read_ct2

#: What the process calls itself.
NAME = "CTranslate2"
#: A sentence has at most 200 characters here; what goes on behind this many tokens is a loop.
_LONGEST = 256


def prepare(folder: Path) -> tuple[Answerer, dict[str, Any]]:
    """Load the model in ``folder``. Raises EngineError when it cannot be used."""
    model = read_ct2(folder)
    try:
        from ctranslate2 import Translator
        from sentencepiece import SentencePieceProcessor
    except ImportError as error:
        raise EngineError(f"CTranslate2 cannot be loaded here: {error}.") from error
    try:
        korean = SentencePieceProcessor(model_file=str(model.korean))
        english = SentencePieceProcessor(model_file=str(model.english))
        translator = Translator(str(model.directory), device="cpu")
    except (OSError, RuntimeError, ValueError) as error:
        said = " ".join(str(error).split())[:300]
        raise EngineError(f"The model in {folder} cannot be used: {said}.") from error

    def answer(question: dict[str, Any]) -> dict[str, Any]:
        tokens = _around(model, korean.encode(question["ko"], out_type=str))
        try:
            (found,) = translator.translate_batch(
                [tokens],
                target_prefix=[[model.tags[1]]] if model.tags else None,
                max_decoding_length=_LONGEST,
                disable_unk=True,
            )
        except RuntimeError as error:
            raise ValueError(str(error)) from error
        said = found.hypotheses[0][1:] if model.tags else found.hypotheses[0]
        return {"en": english.decode(said)}

    return answer, {"compute": translator.compute_type}


def _around(model: Ct2Model, tokens: list[str]) -> list[str]:
    """Return the tokens with what the model wants around them."""
    start = [model.tags[0]] if model.tags else []
    end = [model.end] if model.end else []
    return [*start, *tokens, *end]


if __name__ == "__main__":
    serve(NAME, lambda: prepare(Path(sys.argv[1])))
