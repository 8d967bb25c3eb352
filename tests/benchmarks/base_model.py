"""A model as large as Mozilla's base one, with random weights and the tiny one's vocabulary.

It says nonsense, but computes as long as the real one does in each layer (all but the projection
onto 64,000 words). Sentences of a real model take a tenth of a second; those of the tiny one a
thousandth, in which a process of its own weighs a hundred times as much.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tests.fixtures.model.marian import Item, activation, floats, pack, text, weights

#: d, feed-forward width, layers of encoder and decoder of "Release Desktop" ko-en (base).
_WIDTH, _HIDDEN, _ENCODER, _DECODER = 512, 2048, 6, 2
_SETTINGS = f"""\
dim-emb: {_WIDTH}
transformer-heads: 8
enc-depth: {_ENCODER}
dec-depth: {_DECODER}
transformer-dim-ffn: {_HIDDEN}
dec-cell: ssru
version: random
"""
_MODEL, _VOCABULARY = "model.koen.intgemm.alphas.bin", "vocab.koen.spm"


def save_base_model(folder: Path, vocabulary: Path, rows: int) -> None:
    """Write the model into ``folder``, with a copy of ``vocabulary`` and its ``rows`` words."""
    files = {_MODEL: pack(list(_items(rows))), _VOCABULARY: vocabulary.read_bytes()}
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    manifest = {
        "name": "base-size",
        "pair": "ko-en",
        "licence": "MIT",
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def _items(rows: int) -> Iterator[Item]:
    chance = np.random.default_rng(0)

    def matrix(name: str, height: int, width: int) -> Iterator[Item]:
        yield weights(name, chance.normal(size=(width, height)), (height, width))
        yield activation(name, 4.0)

    def norm(name: str) -> Iterator[Item]:
        yield floats(f"{name}_scale", np.ones((1, _WIDTH)))
        yield floats(f"{name}_bias", np.zeros((1, _WIDTH)))

    def attention(name: str) -> Iterator[Item]:
        for part in "qkvo":
            yield from matrix(f"{name}_W{part}", _WIDTH, _WIDTH)
            yield floats(f"{name}_b{part}", np.zeros((1, _WIDTH)))
        yield from norm(f"{name}_Wo_ln")

    def feed_forward(name: str) -> Iterator[Item]:
        for part, height, width in ((1, _WIDTH, _HIDDEN), (2, _HIDDEN, _WIDTH)):
            yield from matrix(f"{name}_W{part}", height, width)
            yield floats(f"{name}_b{part}", np.zeros((1, width)))
        yield from norm(f"{name}_ffn_ln")

    embedding = chance.normal(size=(rows, _WIDTH))
    yield weights("Wemb", embedding, embedding.shape)
    yield activation("none", 4.0)
    for layer in range(1, _ENCODER + 1):
        yield from attention(f"encoder_l{layer}_self")
        yield from feed_forward(f"encoder_l{layer}_ffn")
    for layer in range(1, _DECODER + 1):
        name = f"decoder_l{layer}_rnn"
        yield from matrix(f"{name}_W", _WIDTH, _WIDTH)
        yield from matrix(f"{name}_Wf", _WIDTH, _WIDTH)
        yield floats(f"{name}_bf", np.zeros((1, _WIDTH)))
        yield from norm(f"{name}_ffn_ln")
        yield from attention(f"decoder_l{layer}_context")
        yield from feed_forward(f"decoder_l{layer}_ffn")
    yield floats("decoder_ff_logit_out_b", np.zeros((1, rows)))
    yield text("special:model.yml", _SETTINGS)
