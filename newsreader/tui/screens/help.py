"""The keys of a screen, in a list that shrinks as you type."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from newsreader.tui.commands import Command
from newsreader.tui.keys import key_name
from newsreader.tui.screens.base import CommandScreen
from newsreader.tui.screens.choosing import hanging
from newsreader.tui.screens.window import Window

#: The width of the column of keys, in cells, where the window has room.
_KEYS = 22
#: What Textual binds on every screen.
_OF_ANY_SCREEN = frozenset(one.action for one in Screen.BINDINGS if isinstance(one, Binding))


class HelpScreen(Window[None]):
    """Every command that works on the screen below, by group."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "dismiss", "Back"),
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("pageup", "scroll(-10)", "Page Up", show=False),
        Binding("pagedown", "scroll(10)", "Page Down", show=False),
    ]

    DEFAULT_CSS = """
    HelpScreen {
        & > Vertical {
            width: 90%; max-width: 92; height: 90%; padding: 0 1;
        }
        & VerticalScroll { scrollbar-size-vertical: 1; }
        & Static { width: 1fr; height: auto; padding: 0 1; }
    }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        self._list = Static("", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the field and the list."""
        with Vertical():
            yield Input(placeholder="type to filter; Esc closes")
            with VerticalScroll(can_focus=False):
                yield self._list

    def on_mount(self) -> None:
        """Show all commands."""
        self._show("")

    def on_resize(self) -> None:
        """Wrap the list anew."""
        self.call_after_refresh(self._show, self.query_one(Input).value)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, wanted: str) -> None:
        self._list.update(key_list(self._commands, wanted, self._list.size.width or 80))

    def action_scroll(self, lines: int) -> None:
        """Scroll the list while the field keeps the focus."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def commands_on(screen: Screen[Any]) -> Sequence[Command]:
    """Return what can be done on a screen; of one without commands, what its bindings say.

    Bindings of the focused widget are among them, and become one with those that are described
    alike: the j of a window and the arrow key of the list in it.
    """
    if isinstance(screen, CommandScreen):
        return screen.commands_here
    found: dict[str, Command] = {}
    own_first = sorted(screen.active_bindings.items(), key=lambda one: one[1].node is not screen)
    for key, (node, binding, _, does) in own_first:
        title, group = binding.description, "app" if isinstance(node, App) else "here"
        if binding.action in _OF_ANY_SCREEN:
            group = "any window"
        one = found.get(title) or Command(title, (), title, does, binding.action, group)
        found[title] = replace(one, keys=(*one.keys, key))
    return sorted(found.values(), key=lambda one: ("here", "any window", "app").index(one.group))


def key_list(commands: Sequence[Command], wanted: str, width: int) -> Content:
    """Return the commands whose keys, name, group or help hold ``wanted``, by group.

    Helps are wrapped to ``width`` cells behind the column of keys.
    """
    column = min(_KEYS, width // 3)
    blank = " " * column
    parts: list[Content] = []
    group = None
    for command in commands:
        keys = "  ".join(key_name(key) for key in command.keys)
        text = f"{keys} {command.title} {command.group} {command.help}"
        if wanted.strip().casefold() not in text.casefold():
            continue
        if command.group != group:
            group = command.group
            parts.append(Content.styled(f"\n{group}\n", "bold $accent"))
        # Keys that are wider than their column have a line of their own.
        gap = " " * (column - len(keys)) if len(keys) < column - 1 else f"\n{blank}"
        title, does = (hanging(one, width - 2, column) for one in (command.title, command.help))
        parts.append(Content.assemble((keys, "bold"), f"{gap}{title}\n"))
        if command.help:
            parts.append(Content.assemble(blank, (does, "dim"), "\n"))
    return Content("").join(parts) if parts else Content("\nNo command like that.")
