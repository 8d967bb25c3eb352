"""What stands behind the last sentence of an article: what of it is still the article's."""

from collections.abc import Sequence
from itertools import pairwise

from newsreader.article import Block, Byline
from newsreader.ingest import clean
from newsreader.ingest.blocks import Line
from newsreader.ingest.bylines import is_byline, signature

TEXT_KINDS = frozenset({"paragraph", "lead", "quote", "list"})
#: What opens the lines of forecasts and results.
_LIST_MARKS = frozenset("▲△◇◆○●□■")
#: After the last sentence a line must be longer than this to be part of the text.
_REMAINS = 40


def until_last_sentence(
    blocks: list[Block], sources: Sequence[Line]
) -> tuple[list[Block], list[Byline]]:
    """Drop short remains after the last sentence: signatures, slogans, links, file names.

    ``sources`` are the lines that the blocks were made of. Returns the blocks that stay, and who
    signs.
    """
    last = max(
        (
            index
            for index, block in enumerate(blocks)
            if block.kind in TEXT_KINDS and clean.ends_sentence(block.text)
        ),
        default=-1,
    )
    if last < 0:
        return blocks, []
    listed = _listed(blocks, last)
    kept: list[Block] = []
    signed: list[Byline] = []
    for index, (block, line) in enumerate(zip(blocks, sources, strict=True)):
        if index > last and block.kind == "caption" and is_byline(block.text):
            # The portrait of who wrote the text, and what they say of themselves.
            break
        if (
            index <= last
            or index in listed
            or block.kind in {"caption", "list", "quote"}
            or (block.kind == "paragraph" and len(block.text) > _REMAINS and line.linked < 0.3)
            or clean.remains(block.text)
        ):
            kept.append(block)
        elif one := signature(block.text):
            signed.append(one)
    return kept, signed


def _listed(blocks: Sequence[Block], last: int) -> set[int]:
    """The places behind ``last`` of lines that begin with the same mark as one beside them."""
    found: set[int] = set()
    for one, other in pairwise(range(last + 1, len(blocks))):
        if blocks[one].text[0] == blocks[other].text[0] in _LIST_MARKS:
            found |= {one, other}
    return found
