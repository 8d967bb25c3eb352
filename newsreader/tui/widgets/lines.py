"""What the article and the list of articles share: lines that a widget draws itself, and keeps."""

from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from newsreader.tui.styles import style_of


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """A column of drawn lines that scrolls; how many there are is known before they are drawn."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Lines {
        background: $background;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        overflow-y: scroll;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        #: Drawn lines, by what they belong to and their number in it.
        self._strips: dict[tuple[int, int], Strip] = {}
        self._styles: dict[str, Style] = {}
        #: The size that the lines were arranged for.
        self._fitted = Size()

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Arrange the lines for a new size before its first frame, not one frame after it."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if self.size != self._fitted:
            self._fitted = self.size
            self._strips.clear()
            self._fit()
        return changed

    def _fit(self) -> None:
        """Arrange the lines for the size that the widget has now; draw nothing."""
        raise NotImplementedError

    def _set_height(self, lines: int) -> None:
        """Say how many lines there are.

        The scroll bar is always there, so that no number of them moves another widget: Textual
        need not lay the screen out again, as it does when ``virtual_size`` is assigned.
        """
        self.set_reactive(Widget.virtual_size, Size(self.size.width, lines))
        self.vertical_scrollbar.window_virtual_size = lines
        self._scroll(self.scroll_offset.y)

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=y, animate=False, immediate=True)

    def _draw_anew(self) -> None:
        """Forget every drawn line and draw those in view."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget drawn lines: the theme has changed."""
        self._styles.clear()
        self._strips.clear()
        super().notify_style_update()

    @property
    def _background(self) -> Style:
        """The style of what is blank; asking Textual for it takes longer than drawing a line."""
        style = self._styles.get("")
        if style is None:
            style = self._styles[""] = self.rich_style
        return style

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = style_of(name, self.app.theme_variables)
        return style
