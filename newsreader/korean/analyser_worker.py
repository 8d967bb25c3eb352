"""The process in which Kiwi, the morphological analyser, works.

Loading it holds the interpreter for a second or two, and it needs some 330 MB: neither belongs in
the process that draws. Kiwi builds its dictionary when it is first asked, and again when it was
given words since: all words are told before the first text.
"""

from typing import Any

from newsreader.child import Answerer, serve
from newsreader.errors import NewsreaderError
from newsreader.korean.analyser import NAME
from newsreader.korean.lexicon import look_up


def prepare() -> tuple[Answerer, dict[str, Any]]:
    """Load Kiwi.

    Raises NewsreaderError when Kiwi is not installed, or its model cannot be read.
    """
    try:
        from kiwipiepy import Kiwi, __version__

        kiwi = Kiwi(load_typo_dict=False, load_multi_dict=False, num_workers=1)
    except (ImportError, OSError) as error:
        raise NewsreaderError(f"The word analysis cannot be loaded here: {error}.") from error

    def answer(question: dict[str, Any]) -> dict[str, Any]:
        for word in question.get("words", ()):
            # A word that the lexicon explains stays what it is; as a name it would tear compounds.
            if not look_up(word):
                kiwi.add_user_word(word, "NNP")
        texts = question.get("texts")
        # Even to analyse nothing Kiwi builds its dictionary anew, for 0.7 s.
        tokens = kiwi.tokenize(texts, compatible_jamo=True) if texts else ()
        return {
            "tokens": [
                [[one.form, one.tag, one.lemma, one.start, one.end] for one in line]
                for line in tokens
            ]
        }

    return answer, {"version": __version__}


if __name__ == "__main__":
    serve(NAME, prepare)
