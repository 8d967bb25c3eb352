"""``notes`` as a reader runs it, with one whose sentence is gone."""

import os
from pathlib import Path

from newsreader.article import Row
from newsreader.config import Paths
from newsreader.korean.segments import segment
from newsreader.library.library import Library
from tests.cli.commands import newsreader
from tests.library.articles import article


def test_a_note_whose_sentence_is_gone_is_listed_moved_changed_and_removed() -> None:
    with Library(Paths.find(Path(os.environ["NEWSREADER_HOME"])).library) as library:
        kept = library.articles.keep(article(1, "양측은 만났다. 협의를 했다."))
        for at, text in ((1, "첫째"), (2, "둘째")):
            library.notes.add(kept.id, Row(segment(kept.article)[at]), text)
        library.articles.keep(article(1, "양측은 만났다. 논의를 했다."))
    shown = newsreader("notes").out
    assert "article 1, sentence 2: 양측은 만났다." in shown
    assert "article 1, its sentence is gone: 협의를 했다." in shown
    first, second = newsreader("notes", "list", "1", "--json").json()
    assert (first["row"], second["row"]) == (2, None)
    done = newsreader("notes", "move", str(second["note"]), "9")
    assert (done.code, done.err) == (2, "newsreader: Its article has no sentence 9; it has 3.\n")
    assert newsreader("notes", "move", str(second["note"]), "3").code == 0
    assert newsreader("notes", "change", str(second["note"]), "셋째", "말").code == 0
    (hit,) = newsreader("find", "셋째", "--json").json()
    assert (hit["row"], hit["ko"]) == (3, "논의를 했다.")
    for note in (first, second):
        assert newsreader("notes", "remove", str(note["note"])).code == 0
    assert newsreader("notes").code == 1
    assert newsreader("notes", "remove", "7").err == "newsreader: There is no note 7.\n"
