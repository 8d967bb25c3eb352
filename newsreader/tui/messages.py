"""What widgets that are loaded late tell the screens that are there from the start."""

from textual.message import Message


class SearchTyped(Message):
    """The reader is typing what to search for."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__()


class SearchKept(Message):
    """The reader wants to go on among what was found."""


class SearchLeft(Message):
    """The reader gave the search up."""
