"""What the app and the commands share: the way of an article from a source to its rows.

A :class:`Workspace` belongs to one process. Everything in it is made when it is first needed, so
that reading the sample loads neither the network nor an engine. It is one class in four parts, each
on top of the one before, as an article goes: reading, terms, words, translating.
"""

from newsreader.workspace.reading import date_of
from newsreader.workspace.translating import NO_ENGINE, TranslatingWorkspace

__all__ = ["NO_ENGINE", "Workspace", "date_of"]


class Workspace(TranslatingWorkspace):
    """One reader's settings, library, glossary, words and engines."""
