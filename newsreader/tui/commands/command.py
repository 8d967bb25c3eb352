"""What a command is: its keys, its name, its help and the action it runs."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a reader can do on one screen.

    ``keys`` are Textual key names, the one that is shown first; at least one of them is a key that
    no input method can hold back (an arrow, Enter, a control or function key). ``hint`` is the
    word at the foot of the screen; None keeps the command out of there.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    action: str
    group: str
    hint: str | None = None


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Return the Textual bindings of ``commands``; two-key sequences are left to the screen."""
    return [
        Binding(
            ",".join(key for key in command.keys if "," not in key),
            command.action,
            command.title,
            id=command.id,
            tooltip=command.help,
            show=command.hint is not None,
        )
        for command in commands
    ]
