"""The list of articles: one line-API widget that asks only for the headlines that it shows.

A list of a hundred thousand articles opens as quickly as one of ten: what is on the screen, and a
little around it, is read from the library when it is drawn for the first time.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from newsreader.article import SEOUL
from newsreader.library.listing import Listed
from newsreader.tui.cells import crop, width_of
from newsreader.tui.widgets.lines import Lines

#: Headlines that are read at once, and how many of such pages are remembered.
_PAGE = 100
_PAGES = 20
#: Cells before the headline: cursor, unread, star, a blank.
_GUTTER = 4
#: Narrower than this, a line has no outlet; a wider one has room for the hour of older articles.
_WITH_OUTLET, _WIDE = 60, 84
_TIME, _SHORT_TIME = 12, 6
_OUTLET = 12

#: Reads ``limit`` headlines from ``offset`` on.
Page = Callable[[int, int], Sequence[Listed]]


class Headlines(Lines, inherit_bindings=False):
    """Headlines with a cursor on one of them, perhaps with the English under each."""

    DEFAULT_CSS = """
    Headlines { height: 1fr; }
    """

    class Chosen(Message):
        """The reader pointed at the headline under the cursor once more."""

    class Moved(Message):
        """Another headline is under the cursor, or others are in view."""

        def can_replace(self, message: Message) -> bool:
            """Let only the last of a burst arrive."""
            return isinstance(message, Headlines.Moved)

    def __init__(self) -> None:
        super().__init__()
        self._page: Page = lambda limit, offset: ()  # noqa: ARG005 - nothing to list yet
        self._count = 0
        self._pages: dict[int, Sequence[Listed]] = {}
        self._cursor = 0
        self._english = False

    # What it shows

    @property
    def count(self) -> int:
        """How many headlines there are."""
        return self._count

    @property
    def index(self) -> int:
        """The cursor's headline, counted from 0."""
        return self._cursor

    @property
    def current(self) -> Listed | None:
        """The headline under the cursor."""
        return self.at(self._cursor)

    @property
    def english(self) -> bool:
        """Whether the English stands under each headline."""
        return self._english

    def show(self, count: int, page: Page, *, index: int = 0) -> None:
        """Show ``count`` headlines, which ``page`` reads, with the cursor on ``index``."""
        self._count, self._page = count, page
        self._cursor = min(max(index, 0), max(count - 1, 0))
        self.read_again()

    def read_again(self) -> None:
        """Read what is shown from the library once more; cursor and place stay."""
        self._pages.clear()
        self._set_height(self._count * self._height)
        self._draw_anew()

    def set_english(self, shown: bool) -> None:
        """Show or hide the English under the headlines; the one under the cursor keeps its line."""
        line = self._cursor * self._height - self.scroll_offset.y
        self._english = shown
        self._set_height(self._count * self._height)
        self._draw_anew()
        self._scroll(self._cursor * self._height - line)
        self._keep_in_view()

    def in_view(self) -> list[Listed]:
        """Return the headlines in the window."""
        first = self.scroll_offset.y // self._height
        last = (self.scroll_offset.y + max(self.size.height - 1, 0)) // self._height
        found = (self.at(index) for index in range(first, last + 1))
        return [one for one in found if one is not None]

    # Moving

    def move(self, lines: int) -> None:
        """Move the cursor by a number of headlines, as far as there are any."""
        self.move_to(self._cursor + lines)

    def move_to(self, index: int) -> None:
        """Put the cursor on headline ``index``, or the one nearest to it."""
        before = self._cursor
        self._cursor = min(max(index, 0), max(self._count - 1, 0))
        self._forget(before)
        self._forget(self._cursor)
        self._keep_in_view()
        self.post_message(self.Moved())

    def page_by(self, pages: float) -> None:
        """Move the cursor by a part of the window's height and keep its place in the window."""
        lines = round(pages * max(self.size.height // self._height - 1, 1))
        self._scroll(self.scroll_offset.y + lines * self._height)
        self.move(lines)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        index, part = divmod(y + self.scroll_offset.y, self._height)
        strip = self._strips.get((index, part))
        if strip is None:
            strip = self._strips[index, part] = self._draw(index, part)
        return strip

    def _draw(self, index: int, part: int) -> Strip:
        width, listed = self.size.width, self.at(index)
        if listed is None:
            return Strip.blank(width, self._background)
        current = index == self._cursor
        base = self._background + (self._style("current") if current else Style.null())
        if part == 0:
            segments = self._korean(listed, width, base, current=current)
        else:
            indent = _GUTTER + _time_width(width)
            text = crop(listed.english or "", max(width - indent - 1, 0))
            segments = [
                Segment(" " * indent, base),
                Segment(text, base + self._style("headline-english")),
            ]
        return Strip(segments).crop_extend(0, width, base)

    def _korean(self, listed: Listed, width: int, base: Style, *, current: bool) -> list[Segment]:
        marks = f"{'>' if current else ' '}{' ' if listed.read else 'N'}"
        time = _time_text(listed.published or listed.added, wide=width >= _WIDE)
        right = self._right(listed, width)
        room = width - _GUTTER - _time_width(width) - sum(width_of(text) for text, _ in right) - 1
        title = crop(listed.title, max(room, 0))
        pad = " " * max(room - width_of(title), 0)
        return [
            Segment(marks, base + self._style("mark")),
            Segment("* " if listed.starred else "  ", base + self._style("flag")),
            Segment(f"{time:>{_time_width(width) - 1}} ", base + self._style("number")),
            Segment(title + pad, base + self._style("korean" if listed.read else "unread")),
            *(Segment(text, base + self._style(name)) for text, name in right),
        ]

    def _right(self, listed: Listed, width: int) -> list[tuple[str, str]]:
        """Return what stands behind the headline, and in which style."""
        state = _state_text(listed)
        if listed.outlets > 1:
            state = f"{listed.outlets} outlets {state}".rstrip()
        right = [(f" {state}", "flag" if listed.failure else "number")] if state else []
        if width >= _WITH_OUTLET:
            outlet = crop(listed.outlet or "", _OUTLET)
            right.append((f" {outlet}{' ' * (_OUTLET - width_of(outlet))}", "outlet"))
        return right

    # Events and upkeep

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the reader points; pointing there again opens."""
        index = (event.y + self.scroll_offset.y) // self._height
        if index >= self._count:
            return
        if index == self._cursor or event.chain == 2:
            self.post_message(self.Chosen())
        self.move_to(index)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other headlines are in view."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Moved())

    @property
    def _height(self) -> int:
        """The lines of a headline."""
        return 2 if self._english else 1

    def at(self, index: int) -> Listed | None:
        """Return headline ``index``; None where there is none."""
        if not 0 <= index < self._count:
            return None
        number, within = divmod(index, _PAGE)
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= _PAGES:
                del self._pages[next(iter(self._pages))]
            page = self._pages[number] = self._page(_PAGE, number * _PAGE)
        # Another process may have taken some away since they were counted.
        return page[within] if within < len(page) else None

    def _fit(self) -> None:
        self._set_height(self._count * self._height)
        self._keep_in_view()

    def _forget(self, index: int) -> None:
        """Draw the lines of one headline anew."""
        for part in range(self._height):
            self._strips.pop((index, part), None)
        self.refresh_lines(index * self._height, self._height)

    def _keep_in_view(self) -> None:
        """Scroll just as far as the cursor wants it."""
        top, height = self._cursor * self._height, self.size.height
        shown = self.scroll_offset.y
        if top < shown:
            self._scroll(top)
        elif top + self._height > shown + height:
            self._scroll(top + self._height - height)


def _time_width(width: int) -> int:
    return _TIME if width >= _WIDE else _SHORT_TIME


def _time_text(time: datetime, *, wide: bool, today: date | None = None) -> str:
    """Return a time in Korea: the hour for today, the day for this year, else day or only year."""
    time = time.astimezone(SEOUL)
    today = today or datetime.now(SEOUL).date()
    if time.date() == today:
        return f"{time:%H:%M}"
    if time.year == today.year:
        return f"{time:%m-%d %H:%M}" if wide else f"{time:%m-%d}"
    return f"{time:%Y-%m-%d}" if wide else f"{time:%Y}"


def _state_text(listed: Listed) -> str:
    """Say what of an article is here: its Korean, how much of its English, or why nothing is."""
    if not listed.rows:
        return "failed" if listed.failure else ""
    if listed.translated >= listed.rows:
        return "en"
    return f"en {100 * listed.translated // listed.rows}%" if listed.translated else "ko"
