"""Looking words up: the part of the reader that explains the word under the cursor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual import on, work
from textual.style import Style

from newsreader.article import Match, Row
from newsreader.errors import LibraryError, NewsreaderError
from newsreader.tui.placement import Box
from newsreader.tui.screens.analysing import AnalysingScreen
from newsreader.tui.screens.translating import LOOKING_FOR_TERMS
from newsreader.tui.widgets.document import Document
from newsreader.tui.widgets.popup import Popup
from newsreader.workspace import Workspace, date_of

if TYPE_CHECKING:
    from textual.content import Content
    from textual.timer import Timer

    from newsreader.korean.analyser import Morpheme
    from newsreader.korean.endings import Stance
    from newsreader.korean.word import Word
    from newsreader.library.dictionaries import Answer

#: Seconds that the pointer rests on a term before it is explained.
_HOVER = 0.45
#: A Korean column of so many cells has room for popups; in a narrower one they lie over both.
_NARROWEST = 40


class Subject(NamedTuple):
    """What a popup is about: a row (by index), and a term or a word in it."""

    place: int
    row: Row
    term: Match | None
    #: Where the term or the word starts and ends in the row's Korean.
    spot: tuple[int, int] | None


def stances_of(row: Row, morphemes: "Sequence[Morpheme] | None") -> "list[Stance]":
    """Return how a row is said, with its morphemes where they are known."""
    from newsreader.korean.endings import stance

    # The analyser tells 당국자는 from a quoting 자는, but misses some patterns of letters.
    return stance(row.ko, morphemes) or stance(row.ko)


class LookingUpScreen(AnalysingScreen):
    """A screen with an article whose terms and words are explained in a popup."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.popup = Popup()
        #: The popup says how the sentence is said, not what a word or term means.
        self._stance = False
        #: The words that were looked up inside the popup, the last one last.
        self._trail: list[str] = []
        #: Which of the popup's Korean words Enter looks up next.
        self._link: int | None = None
        self._links: list[str] = []
        #: The row and the term that the popup is about because the pointer rests there.
        self._hovered: tuple[int, int] | None = None
        self._hover_timer: Timer | None = None
        #: What the online dictionary said, by lemma; [] also while it is asked.
        self._answers: dict[str, list[Answer]] = {}

    # The popup

    def open_popup(self, *, stance: bool = False) -> None:
        """Explain the term or word under the cursor, or with ``stance`` how the row is said."""
        self._stance = stance
        self._hovered = None
        self._start_page()

    def close_popup(self) -> None:
        """Take the popup off the screen."""
        self._hovered = None
        self.popup.close()

    def follow_with_popup(self) -> None:
        """Let an open popup go with the cursor."""
        if self.popup.is_open:
            self._hovered = None
            self._start_page()

    def _start_page(self) -> None:
        self._trail = []
        self._link = None
        self.draw_popup()

    def _subject(self) -> Subject | None:
        """Return what the pointer rests on, otherwise what is under the cursor."""
        if self._hovered is not None:
            index, number = self._hovered
            row = self.document.rows[index]
            if number >= len(row.terms):
                return None
            term = row.terms[number]
            return Subject(index, row, term, (term.start, term.end))
        current = self.document.row
        if current is None:
            return None
        return Subject(self.document.index, current, self.document.term, self.document.spot)

    def draw_popup(self) -> None:
        """Draw the popup anew; close it where there is nothing to explain."""
        subject = self._subject()
        box = self.document.box_of(subject.place, subject.spot) if subject else None
        if subject is None or box is None or self.kept is None:
            self.close_popup()
            return
        if not (subject.spot or self._stance):
            self.close_popup()
            return
        area = self.document.region
        self.popup.open_beside(
            Box(box.x + area.x, box.y + area.y, box.width, box.height),
            self._with_links(self._content(subject)),
            self._room(),
            hint=self._hint(),
        )

    def _room(self) -> Box:
        """Return where the popup may be: not over the English, where the Korean has the width."""
        area, columns = self.document.region, self.document.columns
        if columns is None or columns.stacked or columns.korean_width < _NARROWEST:
            return Box(*area)
        return Box(area.x + columns.korean - 1, area.y, columns.korean_width + 2, area.height)

    def _content(self, subject: Subject) -> "Content":
        if self._trail:
            return self._entry_content(self._trail[-1])
        if self._stance:
            return self._stance_content(subject.row)
        if subject.term is not None or subject.spot is None:
            return self._term_content(subject)
        return self._word_content(subject.row, subject.spot)

    def _hint(self) -> str:
        if self._hovered is not None:
            return ""
        parts = ["Enter looks it up"] if self._link is not None else []
        if self._links and self._link is None:
            parts.append(f"{self.key_for('look-up-further')} further")
        if self._trail:
            parts.append(f"{self.key_for('jump-back')} back")
        return "  ".join(parts)

    def _with_links(self, content: "Content") -> "Content":
        """Return ``content`` with its known Korean words to click, and the chosen one marked."""
        from newsreader.tui.explain import korean_words

        self._links = []
        for start, end in korean_words(content.plain):
            word = content.plain[start:end]
            if not self._is_known(word):
                continue
            action = {"@click": f"screen.look_up({len(self._links)})"}
            content = content.stylize(Style.from_meta(action), start, end)
            if len(self._links) == self._link:
                content = content.stylize("reverse", start, end)
            self._links.append(word)
        return content

    def _is_known(self, word: str) -> bool:
        if self.workspace.glossary.find(word):
            return True
        from newsreader.korean.word import explain

        return bool(explain(word, 0, len(word)).senses)

    # What it says

    def _entry_content(self, word: str) -> "Content":
        from newsreader.korean.word import explain
        from newsreader.tui.explain import explain_entry, explain_word

        assert self.kept is not None
        day = date_of(self.kept.article)
        found = explain_entry(
            self.workspace.glossary, word, day, self.document.rows, articles=self.times_seen(word)
        )
        if found:
            return found
        meaning = explain(word, 0, len(word))
        others = self.workspace.in_dictionaries(meaning)
        return explain_word(meaning, (), waiting=False, others=others)

    def _term_content(self, subject: Subject) -> "Content":
        from newsreader.tui.explain import explain_term

        assert subject.term is not None
        assert self.kept is not None
        day = date_of(self.kept.article)
        others = self.workspace.glossary.matcher.alternatives(subject.row.ko, subject.term, on=day)
        return explain_term(
            self.workspace.glossary,
            subject.term,
            day,
            self.document.rows,
            others,
            articles=self.times_seen(subject.term.term),
        )

    def times_seen(self, term: str) -> int:
        """Return in how many of the articles that were opened a term stood; 0: not known."""
        try:
            return self.workspace.library.seen.count(term)
        except LibraryError:
            return 0  # the rest of the popup is worth reading all the same

    def _word_content(self, row: Row, spot: tuple[int, int]) -> "Content":
        from newsreader.korean.analyser import available
        from newsreader.tui.explain import explain_word

        morphemes = self.morphemes_of(row)
        word = self.workspace.word(row, spot, morphemes)
        matches = [
            match
            for match in row.terms
            if match.start < spot[1]
            and spot[0] < match.end
            and self.workspace.glossary.find(match.term)
        ]
        waiting = self.is_waiting_for(row)
        return explain_word(
            word,
            matches,
            waiting=waiting,
            others=[*self.workspace.in_dictionaries(word), *self._online(word)],
            by_rules=not available(),
        )

    def _online(self, word: "Word") -> "list[Answer]":
        """Return what the online dictionary said of a word; [], and it is asked, the first time."""
        if self.workspace.settings.online_dictionary == "none":
            return []
        if word.lemma not in self._answers:
            self._answers[word.lemma] = []
            self._ask_online(word)
        return self._answers[word.lemma]

    @work(group="online", exit_on_error=False)
    async def _ask_online(self, word: "Word") -> None:
        try:
            self._answers[word.lemma] = await self.workspace.online(word)
        except NewsreaderError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if self.popup.is_open and not self._trail:
            self.draw_popup()

    def _stance_content(self, row: Row) -> "Content":
        from newsreader.tui.explain import explain_stance

        return explain_stance(row.ko, stances_of(row, self.morphemes_of(row)))

    def words_known(self) -> None:
        """Explain the word better, now that its sentence is analysed."""
        super().words_known()
        if self.popup.is_open and not self._trail:
            self.draw_popup()

    # The pointer

    @on(Document.Hovered)
    def _pointed_at(self, event: Document.Hovered) -> None:
        """Explain a term on which the pointer rests, unless a popup is open that was asked for."""
        if self._hover_timer is not None:
            self._hover_timer.stop()
            self._hover_timer = None
        if self._hovered is not None:
            self.close_popup()
        if event.place is not None and not self.popup.is_open:
            self._hover_timer = self.set_timer(_HOVER, lambda: self._hover(event.place))

    def _hover(self, place: tuple[int, int] | None) -> None:
        if not self.popup.is_open:
            self._stance, self._hovered = False, place
            self._start_page()

    @on(Document.DoubleClicked)
    def _double_clicked(self, event: Document.DoubleClicked) -> None:
        """Explain the word that was clicked twice."""
        from newsreader.korean.word import span_at

        spot = span_at(self.document.rows[event.index].ko, event.offset)
        if spot is not None:
            self.document.move_to(event.index, word=spot)
            self.call_after_refresh(self.open_popup)

    # Actions

    def action_word(self, step: int) -> None:
        """Move by words."""
        for _ in range(self.sequences.take_count()):
            if not self.document.move_word(step):
                break

    def action_stance(self) -> None:
        """Open or close what the sentence reports, plans, guesses, quotes or honours."""
        if self.popup.is_open and self._stance:
            self.close_popup()
            return
        self.document.move_to(self.document.index)
        self.call_after_refresh(self.open_popup, stance=True)

    def action_explain_word(self) -> None:
        """Open or close the popup of the word; without one, start with the row's first."""
        if self.popup.is_open and self.document.word is not None and not self._trail:
            self.close_popup()
            return
        spot = self.document.spot
        if spot is None:
            self.document.move_word(1)
        else:
            self.document.move_to(self.document.index, word=spot)
        self.call_after_refresh(self.open_popup)

    def action_popup(self) -> None:
        """Open or close the popup, or look up what is chosen in it.

        Without a term under the cursor, go to this row's first.
        """
        if self.popup.is_open and self._link is not None:
            self.action_look_up(self._link)
            return
        if self.popup.is_open and self._hovered is None:
            self.close_popup()
            return
        row = self.document.row
        if self.document.term is None and row is not None:
            if not self.terms_known:
                self.notify(LOOKING_FOR_TERMS, timeout=2, markup=False)
                return
            if not row.terms:
                key = self.key_for("explain-word")
                self.notify(f"No term in this sentence; {key} explains a word.", markup=False)
                return
            self.document.move_to(self.document.index, 0)
        self.call_after_refresh(self.open_popup)

    def action_choose_link(self, step: int) -> None:
        """Choose the next Korean word in the popup; Enter looks it up."""
        if not self.popup.is_open or not self._links:
            self.notify("Nothing to look up further here.", timeout=2, markup=False)
            return
        at = -1 if self._link is None else self._link
        self._link = (at + step * self.sequences.take_count()) % len(self._links)
        self.draw_popup()

    def action_look_up(self, link: int) -> None:
        """Look up a Korean word in the popup."""
        if link < len(self._links):
            self._trail.append(self._links[link])
            self._link = None
            self.draw_popup()

    def action_jump(self, step: int) -> None:
        """Go back inside the popup; where that is not possible, in the article."""
        if step < 0 and self.popup.is_open and self._trail:
            self._trail.pop()
            self._link = None
            self.draw_popup()
        else:
            super().action_jump(step)

    def action_page(self, pages: float) -> None:
        """Scroll a popup that is longer than its window; otherwise move by windows."""
        if not (self.popup.is_open and self.popup.scroll_lines(1 if pages > 0 else -1)):
            super().action_page(pages)
