"""What the analyser's morphemes show of terms that the letters alone do not."""

from newsreader.glossary.matcher import Matcher
from newsreader.glossary.term import Term
from newsreader.korean.analyser import Morpheme
from tests.glossary.terms import with_term


def morphemes(*parts: tuple[str, str]) -> list[Morpheme]:
    """Return morphemes that are written one behind the other."""
    found: list[Morpheme] = []
    for form, tag in parts:
        start = found[-1].end if found else 0
        found.append(Morpheme(form, tag, form, start, start + len(form)))
    return found


def test_the_analyser_shows_terms_behind_unknown_words() -> None:
    matcher = Matcher([with_term("경찰서"), with_term("사회"), with_term("라면")])
    text = "으뜸볕경찰서는"
    assert matcher.find(text) == []
    read = morphemes(("으뜸볕", "NNP"), ("경찰서", "NNG"), ("는", "JX"))
    (match,) = matcher.refine(text, [], read)
    assert (match.start, match.end, match.term) == (3, 6, "경찰서")
    assert matcher.refine(text, [match], read) == [match]
    # One syllable before it is mostly half of another word; particles are no nouns.
    assert matcher.refine("이사회는", [], morphemes(("이", "NNG"), ("사회", "NNG"))) == []
    assert matcher.refine("나라라면", [], morphemes(("나라", "NNG"), ("라면", "NNG"))) == []


def test_where_the_analyser_sees_no_noun_there_is_no_term() -> None:
    road = with_term("도로")
    matcher = Matcher([road, with_term("도로도로", kind="idiom")])
    text = "도로 갔다"
    (match,) = matcher.find(text)
    assert matcher.refine(text, [match], morphemes(("도로", "MAG"))) == []
    assert matcher.refine(text, [match], morphemes(("도로", "NNG"))) == [match]
    assert matcher.refine(text, [match], []) == [match]
    (idiom,) = matcher.find("도로도로")
    assert matcher.refine("도로도로", [idiom], morphemes(("도로도로", "MAG"))) == [idiom]


def test_the_part_of_speech_tells_names_from_nouns() -> None:
    matcher = Matcher(
        [
            Term("고성", "Goseong", "place", cues=("강원",)),
            Term("고성", "shouting", "society", cues=("욕설",)),
            Term("화성", "Hwaseong", "place"),
        ]
    )
    (match,) = matcher.find("욕설과 고성")
    assert match.en == "shouting"
    name = morphemes(("욕설", "NNG"), ("과", "JC"), (" ", "SP"), ("고성", "NNP"))
    assert [one.en for one in matcher.refine("욕설과 고성", [match], name)] == ["Goseong"]
    (match,) = matcher.find("화성은")
    (refined,) = matcher.refine("화성은", [match], morphemes(("화성", "NNG"), ("은", "JX")))
    assert (refined.en, refined.unsure) == ("Hwaseong", True)


def test_bodies_are_known_behind_unknown_words() -> None:
    body = Matcher([with_term("경찰서", kind="organisation"), with_term("변호사", kind="title")])
    text = "으뜸볕경찰서는 어쏘변호사로"
    assert [text[one.start : one.end] for one in body.find(text)] == ["경찰서", "변호사"]
    assert body.find("볕경찰서는") == []
    assert Matcher([with_term("경찰서")]).find(text) == []
