"""The words in rows: the part of the workspace with the analyser and the dictionaries."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.article import Row
from newsreader.errors import LibraryError
from newsreader.workspace.terms import TermsWorkspace

if TYPE_CHECKING:
    from newsreader.korean.analyser import Analyser, Morpheme
    from newsreader.korean.interlinear import Cell
    from newsreader.korean.word import Word
    from newsreader.library.dictionaries import Answer, Dictionaries


class WordsWorkspace(TermsWorkspace):
    """What is known of words: by our own lexicon, the analyser and the reader's dictionaries."""

    def word(
        self, row: Row, span: tuple[int, int], morphemes: "Sequence[Morpheme] | None" = None
    ) -> "Word":
        """Return what is known of the word at ``span`` in the Korean of ``row``.

        ``morphemes`` are the analyser's for the whole row; without them the rules answer alone.
        """
        from newsreader.korean.word import explain

        return explain(row.ko, *span, morphemes)

    @cached_property
    def dictionaries(self) -> "Dictionaries":
        """The dictionaries that the reader added."""
        from newsreader.library.dictionaries import Dictionaries

        return Dictionaries(self.paths.dictionaries)

    def in_dictionaries(self, word: "Word") -> "list[Answer]":
        """Return what the reader's dictionaries know of a word: of its dictionary form, else of it.

        A dictionary that cannot be read is told of in the notices.
        """
        if not self.paths.dictionaries.is_dir():
            return []
        try:
            return self.dictionaries.look_up(word.headwords)
        except LibraryError as error:
            self.notices.append(str(error))
            return []

    async def online(self, word: "Word") -> "list[Answer]":
        """Return what the online dictionary that the settings name knows of a word.

        Nothing is sent without that setting. Raises EngineError without a key, SourceError when
        there is no answer.
        """
        if self.settings.online_dictionary == "none":
            return []
        from newsreader.ingest import krdict
        from newsreader.library.dictionaries import Answer
        from newsreader.translate.accounts import account

        key = account("krdict", ("key",), self.paths).need("key")
        found = await krdict.look_up(word.headwords[0], key.reveal())
        return [Answer(krdict.TITLE, one) for one in found]

    async def word_for_word(
        self, rows: Sequence[Row], on: date | None = None
    ) -> "dict[int, list[Cell]]":
        """Return the words of each row of the day ``on`` with their short English, by its id.

        An analyser that fails is told of in the notices; the rules answer alone then.
        """
        from newsreader.child import ChildError
        from newsreader.korean.interlinear import interlinear

        found: Sequence[list[Morpheme] | None] = [None] * len(rows)
        if self.analyser is not None:
            try:
                found = await self.analyser.analyse([row.ko for row in rows])
            except ChildError as error:
                self.notices.append(str(error))
            finally:
                await self.close_processes()
        return {
            row.id: interlinear(row.ko, own, row.terms, on)
            for row, own in zip(rows, found, strict=True)
        }

    @cached_property
    def analyser(self) -> "Analyser | None":
        """The analyser with the glossary's names as its words; None where it is not installed."""
        from newsreader.glossary.check import NAME_KINDS
        from newsreader.korean.analyser import Analyser, available

        if not available():
            return None

        def names() -> Iterator[str]:
            return (term.ko for term in self.glossary.terms if term.kind in NAME_KINDS)

        idle = 60 * self.settings.analyser_idle
        return Analyser(self.paths.logs / "analyser.log", names, idle=idle)

    async def close_processes(self) -> None:
        """End the analyser's process, if one runs."""
        analyser = self.__dict__.get("analyser")
        if analyser is not None:
            await analyser.close()
