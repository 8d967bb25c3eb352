"""What stands where an article will be while it is on its way."""

from itertools import cycle, islice

from textual.content import Content
from textual.widget import Widget

from newsreader.tui.arrangement import PLAIN, Arrangement, columns

#: How much of its column each line fills, in Korean and in English: a title and two paragraphs.
_LINES = (
    *((0.8, 0.95), (0.35, 0.5), (0.0, 0.0)),
    *((0.95, 0.9), (1.0, 0.95), (0.6, 0.98), (0.0, 0.4), (0.0, 0.0)),
    *((0.9, 1.0), (0.98, 0.92), (0.3, 0.7), (0.0, 0.0)),
)


class Skeleton(Widget):
    """The shape of an article: bars where its lines will be. It does not move."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Skeleton { height: 1fr; display: none; }
    """

    #: How the article will be laid out.
    arrangement: Arrangement = PLAIN

    def render(self) -> Content:
        """Draw the bars."""
        geometry = columns(self.size.width, self.arrangement)
        lines = []
        for korean, english in islice(cycle(_LINES), self.size.height):
            bars = [(geometry.korean, round(korean * geometry.korean_width))]
            if not geometry.stacked:
                bars.append((geometry.english, round(english * geometry.english_width)))
            line = Content("")
            for start, width in sorted(bars):
                blank = Content(" " * (start - line.cell_length))
                line = Content("").join([line, blank, Content.styled(" " * width, "on $panel")])
            lines.append(line)
        return Content("\n").join(lines)
