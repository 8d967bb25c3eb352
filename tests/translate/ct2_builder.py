"""A true CTranslate2 model, small enough to be made in a test, that translates word by word.

Its weights are set by hand: a token's embedding is a 1 at the token's own place, a position's is a
1 at the position's, and the decoder's cross-attention looks, at each step, at the Korean token of
the same position. The projection then gives that token's English. So the answer shows what was put
around the sentence: without its end the model never stops, and without its language it is shifted.
"""

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

WORDS = {
    "정부는": "Government",
    "국회는": "Parliament",
    "경찰은": "Police",
    "오늘": "today",
    "어제": "yesterday",
    "정책을": "policy",
    "예산안을": "budget",
    "조사를": "investigation",
    "발표했다.": "announced.",
    "통과시켰다.": "passed.",
    "시작했다.": "began.",
}
SPECIAL = ["<unk>", "<s>", "</s>"]
#: More than an answer may have tokens.
_POSITIONS = 260
#: So large that attention looks at one place only, and a word's English wins by far.
_SHARP = 400.0


def save_model(folder: Path, *, tags: tuple[str, str] | None = None, **config: Any) -> None:
    """Write ``model.bin``, vocabulary and ``config.json`` into ``folder``.

    ``config`` goes over what the converter of Marian models writes.
    """
    from ctranslate2.specs import TransformerSpec

    pairs = {f"▁{ko}": f"▁{en}" for ko, en in WORDS.items()}
    pairs = {**pairs, **({tags[0]: tags[1]} if tags else {}), "</s>": "</s>"}
    tokens = list(dict.fromkeys([*SPECIAL, *pairs, *pairs.values()]))
    spec = TransformerSpec.from_config((1, 1), 1)
    _fill(spec, len(tokens))
    projection = np.zeros((len(tokens), len(tokens) + _POSITIONS), dtype=np.float32)
    for ko, en in pairs.items():
        projection[tokens.index(en), tokens.index(ko)] = 1
    spec.decoder.projection.weight = projection
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.decoder_start_token = "</s>"
    spec.config.add_source_eos = True
    spec.validate()
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))
    file = folder / "config.json"
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), **config}), "utf-8")


def _fill(spec: Any, words: int) -> None:
    """Set all weights but the projection's."""
    size = words + _POSITIONS
    nothing = np.zeros((size, size), dtype=np.float32)
    word, place = nothing.copy(), nothing.copy()
    word[range(words), range(words)] = 1
    place[range(words, size), range(words, size)] = 1
    positions = place[words:]
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = False
        side.position_encodings.encodings = positions
        side.layer_norm.gamma, side.layer_norm.beta = np.ones(size, "f4"), np.zeros(size, "f4")
    spec.encoder.embeddings[0].weight = word[:words]
    spec.decoder.embeddings.weight = nothing[:words]
    for layer in (*spec.encoder.layer, *spec.decoder.layer):
        attentions = [layer.self_attention]
        layer.self_attention.linear[0].weight = np.zeros((3 * size, size), "f4")
        layer.self_attention.linear[1].weight = nothing
        if hasattr(layer, "attention"):
            attentions.append(layer.attention)
            layer.attention.linear[0].weight = _SHARP * place
            layer.attention.linear[1].weight = np.concatenate([place, word])
            layer.attention.linear[2].weight = _SHARP * word
        layer.ffn.linear_0.weight = layer.ffn.linear_1.weight = nothing
        for part in (*attentions, layer.ffn):
            part.layer_norm.gamma, part.layer_norm.beta = np.ones(size, "f4"), np.zeros(size, "f4")
        for linear in (
            *(linear for attention in attentions for linear in attention.linear),
            layer.ffn.linear_0,
            layer.ffn.linear_1,
        ):
            linear.bias = np.zeros(linear.weight.shape[0], "f4")
    spec.decoder.projection.bias = np.zeros(words, "f4")


def save_tokenizer(file: Path, words: Sequence[str]) -> None:
    """Write a SentencePiece model that knows ``words``."""
    import sentencepiece

    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(words)] * 3),
        model_writer=made,
        model_type="word",
        vocab_size=len(words) + len(SPECIAL),
        hard_vocab_limit=False,
        minloglevel=2,
    )
    file.write_bytes(made.getvalue())
