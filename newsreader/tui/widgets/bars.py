"""The line above and the line below a screen. Changing their text never lays anything out."""

from collections.abc import Container, Iterable

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from newsreader.tui.cells import crop, width_of
from newsreader.tui.commands import Command
from newsreader.tui.keys import key_name


class Bar(Widget):
    """One line, a text at its left and one at its right; the left one is cut when it is tight."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Bar {
        height: 1;
        width: 1fr;
        background: $surface;
        color: $foreground 80%;
    }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self._left = left
        self._right = right

    def set_texts(self, *, left: str | None = None, right: str | None = None) -> None:
        """Change one or both texts."""
        self._left = self._left if left is None else left
        self._right = self._right if right is None else right
        self.refresh()

    @property
    def text(self) -> str:
        """What the bar says, without the blanks between."""
        return f"{self._left}  {self._right}".strip()

    def render(self) -> Content:
        """Draw the line."""
        width = self.size.width - 2
        right = crop(self._right, max(width, 0))
        left = crop(self._left, max(width - width_of(right) - 2, 0))
        gap = " " * max(width - width_of(left) - width_of(right), 0)
        return Content(f" {left}{gap}{right} ")


#: So many hints, the last ones, are there as long as they fit.
_LAST = 2


class KeyHints(Bar):
    """The commands that a reader needs most, with their keys, as many as fit."""

    DEFAULT_CSS = """
    KeyHints { background: $surface; color: $foreground 80%; }
    """

    def __init__(self, commands: Iterable[Command]) -> None:
        super().__init__()
        self._said: Content | None = None
        self._timer: Timer | None = None
        self._commands = [command for command in commands if command.hint]
        #: The ids of the commands that are of use now; None: all are.
        self._useful: Container[str] | None = None

    def say(self, text: str, seconds: float, *, mark: str = "", style: str = "bold") -> bool:
        """Show ``text`` instead of the hints for a while; False where it does not fit.

        ``mark`` goes before it, so that a warning is one without its colour.
        """
        said = f" {mark}{text}"
        if "\n" in said or width_of(said) > self.size.width:
            return False
        self._said = Content.styled(said, style)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(seconds, self.clear)
        self.refresh()
        return True

    def limit(self, useful: Container[str] | None) -> None:
        """Show the hints of the commands with these ids only; None shows all again."""
        self._useful = useful
        self.refresh()

    def clear(self) -> None:
        """Show the hints again."""
        self._said = None
        self.refresh()

    def render(self) -> Content:
        """Draw what is said, or as many hints as fit."""
        if self._said is not None:
            # The window may have become narrower since.
            return self._said.truncate(self.size.width, ellipsis=True)
        hints = [
            Content.assemble((key_name(command.keys[0]), "bold"), f" {command.hint}")
            for command in self._commands
            if self._useful is None or command.id in self._useful
        ]
        while len(hints) > 1 and sum(hint.cell_length + 2 for hint in hints) > self.size.width:
            # The last ones say how to leave and where all keys are.
            del hints[max(len(hints) - _LAST - 1, 0)]
        return Content.assemble(" ", Content("  ").join(hints))


def progress_text(done: int, total: int) -> str:
    """Return how far a translation is, as a bar of eight and as a figure; "" when it is whole."""
    if done >= total:
        return ""
    full = done * 8 // total
    return f"{'▰' * full}{'▱' * (8 - full)} {total - done} missing"
