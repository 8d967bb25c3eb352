"""What a CTranslate2 model in a folder is: its tokenizer, its languages, how it wants its text.

Converted models of OPUS-MT, NLLB-200, M2M-100 and Argos differ in what stands around a sentence's
tokens; the folder says which it is (https://opennmt.net/CTranslate2/guides/transformers.html and
guides/fairseq.html; Argos packages keep the model in ``model/`` beside ``metadata.json``).
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsreader.errors import EngineError

_WEIGHTS = "model.bin"
#: The most bytes that a configuration, a vocabulary or a tokenizer may have.
_LIMIT = 1 << 25
#: The version of a model looks at so many pieces of its weights, of so many bytes.
_PIECES, _PIECE = 16, 1 << 16

#: Tokenizers by their usual names: of the Korean, of the English, of both.
_KOREAN = ("source.spm", "source.model")
_ENGLISH = ("target.spm", "target.model")
_SHARED = ("sentencepiece.bpe.model", "sentencepiece.model", "spm.model")
#: How models of many languages call Korean and English: NLLB-200, M2M-100.
_TAGS = (("kor_Hang", "eng_Latn"), ("__ko__", "__en__"))
_HANGUL = re.compile(r"[가-힣ᄀ-ᇿ]")


@dataclass(frozen=True, slots=True)
class Ct2Model:
    """A model whose weights are in ``directory``."""

    directory: Path
    #: The SentencePiece models that cut the Korean and put the English together.
    korean: Path
    english: Path
    #: The token that begins the Korean, and the English, in a model of many languages.
    tags: tuple[str, str] | None
    #: The token that ends the Korean, where the model does not add it by itself.
    end: str | None
    #: What the English depends on besides the text: a digest of the model.
    version: str


def read_ct2(folder: Path) -> Ct2Model:
    """Return the model in ``folder``, whose files are found but not loaded.

    Raises EngineError, naming the folder, when there is no model, no tokenizer or no Korean in it.
    """
    try:
        return _read(folder)
    except OSError as error:
        raise EngineError(
            f"The model in {folder} cannot be read: {error.strerror or error}."
        ) from error


def _read(folder: Path) -> Ct2Model:
    if not folder.is_dir():
        raise EngineError(f"There is no folder {folder}; set the model of local-ct2 to its folder.")
    places = [place for place in (folder, folder / "model") if (place / _WEIGHTS).is_file()]
    if not places:
        raise EngineError(f"{folder} has no {_WEIGHTS}, so it is no CTranslate2 model.")
    directory = places[0]
    _check_package(folder)
    tokens = set(_vocabulary(directory))
    if not any(_HANGUL.search(token) for token in tokens):
        raise EngineError(f"The model in {folder} does not read Korean: its words have no Hangul.")
    korean, english = _tokenizers(folder, directory)
    tags = next((pair for pair in _TAGS if tokens.issuperset(pair[:1])), None)
    files = (directory / _WEIGHTS, directory / "config.json", korean, english)
    return Ct2Model(directory, korean, english, tags, _end(directory), _digest(files))


def _check_package(folder: Path) -> None:
    """Raise EngineError for an Argos package of other languages."""
    known = _json(folder / "metadata.json")
    pair = (known.get("from_code", "ko"), known.get("to_code", "en"))
    if pair != ("ko", "en"):
        raise EngineError(f"The model in {folder} is from {pair[0]} to {pair[1]}, not ko to en.")


def _vocabulary(directory: Path) -> Iterator[str]:
    """Yield the tokens that the model reads. Raises EngineError when they are nowhere."""
    for name in ("source_vocabulary", "shared_vocabulary"):
        if (file := directory / f"{name}.json").is_file():
            found = _loaded(file)
            if isinstance(found, list):
                yield from (token for token in found if isinstance(token, str))
                return
        if (file := directory / f"{name}.txt").is_file():
            yield from _content(file).decode("utf-8", "replace").splitlines()
            return
    raise EngineError(f"{directory} has no vocabulary of a model that translates.")


def _tokenizers(folder: Path, directory: Path) -> tuple[Path, Path]:
    """Return the SentencePiece models for Korean and for English, often one. Raises EngineError."""
    places = dict.fromkeys((directory, folder))
    korean, english = _first(places, _KOREAN), _first(places, _ENGLISH)
    if korean and english:
        return korean, english
    shared = _first(places, _SHARED) or _only(places, "*.spm") or _only(places, "*.model")
    if shared is None:
        raise EngineError(
            f"{folder} has no SentencePiece model (source.spm and target.spm, or"
            " sentencepiece.bpe.model); put the one of the model from before its conversion there."
        )
    return shared, shared


def _first(places: Iterable[Path], names: Iterable[str]) -> Path | None:
    files = (place / name for place in places for name in names)
    return next((file for file in files if file.is_file()), None)


def _only(places: Iterable[Path], pattern: str) -> Path | None:
    found = [file for place in places for file in place.glob(pattern) if file.is_file()]
    return found[0] if len(found) == 1 else None


def _end(directory: Path) -> str | None:
    """Return the token to put behind the Korean, if any.

    What came from Marian or fairseq ends with ``</s>`` and starts its English with it too; what
    came from OpenNMT starts with ``<s>`` and ends with nothing.
    """
    config = _json(directory / "config.json")
    end = config.get("eos_token", "</s>")
    starts_with_it = config.get("decoder_start_token", config.get("bos_token", "<s>")) == end
    return str(end) if starts_with_it and not config.get("add_source_eos") else None


def _json(file: Path) -> dict[str, Any]:
    """Return the object in ``file``; an empty one where there is no such file."""
    found = _loaded(file) if file.is_file() else {}
    if not isinstance(found, dict):
        raise EngineError(f"{file} does not hold what it should.")
    return found


def _loaded(file: Path) -> Any:
    try:
        return json.loads(_content(file))
    except (ValueError, RecursionError):
        raise EngineError(f"{file} is not JSON.") from None


def _content(file: Path) -> bytes:
    if file.stat().st_size > _LIMIT:
        raise EngineError(f"{file} is larger than {_LIMIT >> 20} MB.")
    return file.read_bytes()


def _digest(files: Iterable[Path]) -> str:
    """Return a digest of the files' sizes and of pieces of them: gigabytes take milliseconds."""
    digest = hashlib.sha256()
    for file in files:
        if not file.is_file():
            continue
        size = file.stat().st_size
        digest.update(f"{file.name} {size}\n".encode())
        with file.open("rb") as source:
            for place in range(0, size, max(_PIECE, size // _PIECES)):
                source.seek(place)
                digest.update(source.read(_PIECE))
    return digest.hexdigest()[:16]
