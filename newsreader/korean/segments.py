"""From the blocks of an article to its segments: the units that are translated and numbered."""

from functools import lru_cache

from newsreader.article import Article, BlockKind, Segment
from newsreader.korean.sentences import split

# Headlines have no sentences: "…" and "?" inside them do not end one.
_WHOLE: frozenset[BlockKind] = frozenset({"title", "subtitle", "subheading"})


# An article that is opened is kept, shown and translated by its segments.
@lru_cache(maxsize=2)
def segment(article: Article) -> tuple[Segment, ...]:
    """Return the segments of ``article``, numbered from 1 in reading order.

    Titles, subtitles and subheadings are one segment each; all other blocks are split into
    sentences.
    """
    segments: list[Segment] = []
    for index, block in enumerate(article.blocks):
        texts = [block.text] if block.kind in _WHOLE else split(block.text)
        for text in texts:
            segments.append(Segment(len(segments) + 1, index, block.kind, text))
    return tuple(segments)
