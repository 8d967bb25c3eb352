import pytest

from newsreader.article import Match, Row, RowWarning, Segment
from newsreader.glossary.check import (
    forbidden_in,
    inconsistencies,
    satisfied,
    violations,
    with_use,
)
from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.term import Term

GROUP = Term(
    "핵협의그룹",
    "Nuclear Consultative Group",
    "organisation",
    admitted=("NCG",),
    forbidden=("Nuclear Consultation Group",),
)
BOARD = Term("기획원", "Board of Planning & Budget", "organisation")
DRILL = Term("훈련", "combined exercise", "event", admitted=("joint drill",))
PERSON = Term("나준호", "Na Jun-ho", "person")
TALKS = Term("협의", "consultation", "diplomacy")
SLOGAN = Term(
    "억지·단념·외교",
    "deterrence, dissuasion and diplomacy",
    "slogan",
    forbidden=("deterrence, dissuasion and dialogue", "diplomacy"),
)
HOUSE = Term("청사", "Grand House (Palace)", "place")
GLOSSARY = Glossary([GROUP, BOARD, DRILL, PERSON, TALKS, SLOGAN, HOUSE])


def match(term: Term) -> Match:
    return Match(0, len(term.ko), term.ko, term.en)


@pytest.mark.parametrize(
    ("term", "english"),
    [
        (GROUP, "The nuclear consultative group met."),
        (GROUP, "It is the Nuclear-Consultative Group’s third meeting."),
        (GROUP, "The NCG met."),
        (BOARD, "the Board of Planning and Budget"),
        (DRILL, "Two combined exercises and a joint-drill"),
        (DRILL, "Joint drills' end"),
        (SLOGAN, "“Deterrence, dissuasion, and diplomacy”"),
        (HOUSE, "in the Grand House"),
        (
            Term("미 국방부", "U.S. Department of Defence", "organisation"),
            "US Department of Defense",
        ),
        (Term("비핵화", "denuclearisation", "diplomacy"), "denuclearization of the peninsula"),
        (Term("정책", "policy", "politics"), "three policies"),
        (Term("K-9", "K9 howitzer", "weapon", do_not_translate=True), "the K-9"),
        *(
            (Term("말", english, "politics"), written)
            for english, written in (
                ("policymaker", "two policy-makers"),
                ("counterterrorism unit", "the Counter-Terrorism Units"),
                ("cooperation", "their co-operation"),
                ("spokesman", "three spokesmen"),
                ("councilor", "city councillors"),
                ("theater", "two theatres"),
                ("crisis", "the crises"),
                ("license", "a licence"),
                ("percent", "3 per cent"),
                ("neighborhood", "neighbourhoods"),
                ("UN Security Council", "the U.N. Security Council’s"),
            )
        ),
    ],
)
def test_what_satisfies_a_term(term: Term, english: str) -> None:
    assert satisfied(term, english)


@pytest.mark.parametrize(
    ("term", "english"),
    [
        (GROUP, "The Nuclear Consultation Group met."),
        (GROUP, "The consultative group on nuclear matters"),
        (GROUP, ""),
        (DRILL, "a combined exercising"),
        (Term("안보", "security", "politics"), "insecurity"),
        (Term("평화", "Peace", "politics"), "a peacekeeper"),
        (Term("회의", "this", "politics"), "the"),
    ],
)
def test_what_does_not(term: Term, english: str) -> None:
    assert not satisfied(term, english)


def test_forbidden_words_inside_the_right_form_do_not_count() -> None:
    assert forbidden_in(SLOGAN, "Deterrence, dissuasion and diplomacy.") is None
    assert forbidden_in(SLOGAN, "deterrence, dissuasion, and dialogue") == SLOGAN.forbidden[0]
    assert forbidden_in(SLOGAN, "They turned to diplomacy.") == "diplomacy"


def test_violations_name_what_is_missing_and_what_is_forbidden() -> None:
    ko = "핵협의그룹이 기획원, 기획원과 협의한 나준호"
    english = "The Nuclear Consultation Group met Na."
    assert violations(ko, Matcher(GLOSSARY.terms).find(ko), english, GLOSSARY) == [
        RowWarning(
            "term-forbidden",
            "핵협의그룹 is Nuclear Consultative Group, not “Nuclear Consultation Group”.",
        ),
        RowWarning("term-missing", "기획원 should be “Board of Planning & Budget”."),
    ]


@pytest.mark.parametrize(
    ("ko", "english", "missing"),
    [
        ("기준금리를 올렸다.", "It raised the key rate.", ["기준금리"]),
        ("기준금리를 올렸다.", "It raised the base rate.", []),
        # What comes with newsreader may be said otherwise, …
        ("공약을 지켰다.", "It kept its commitment.", []),
        # … and so may verbs, adjectives and what is short for a person.
        ("예산을 심의했다.", "It discussed the budget.", []),
        ("가람 쌀과 위원장", "Garamese rice and the head", []),
    ],
)
def test_a_common_noun_must_be_there_if_the_reader_said_how_it_is_called(
    ko: str, english: str, missing: list[str]
) -> None:
    own = Glossary(
        [
            Term("기준금리", "base rate", "economy"),
            Term("심의", "deliberation", "politics"),
            Term("가람", "Garam", "place"),
            Term("위원장", "chairperson", "title"),
        ]
    )
    whole = own.over(Glossary([Term("공약", "campaign pledge", "politics")]))
    found = violations(ko, whole.matcher.find(ko), english, whole)
    assert [one.message.split()[0] for one in found] == missing


def test_a_term_that_is_not_in_the_glossary_is_looked_for_as_it_is() -> None:
    (used,) = with_use([Match(0, 2, "무명", "no name")], "It has no name.", GLOSSARY)
    assert used.used
    assert violations("무명", [Match(0, 2, "무명", "no name")], "", GLOSSARY) == []


def test_a_warning_says_what_is_written_and_not_under_what_the_glossary_has_it() -> None:
    named = Match(0, 2, BOARD.ko, BOARD.en)
    (missing,) = violations("BP는 썼다.", [named], "It wrote.", GLOSSARY)
    assert missing.message == "BP should be “Board of Planning & Budget”."
    assert missing.formerly == "기획원 should be “Board of Planning & Budget”."


def test_matches_say_whether_they_are_used() -> None:
    marked = with_use([match(GROUP), match(DRILL)], "The NCG met.", GLOSSARY)
    assert [one.used for one in marked] == [True, False]


def row(number: int, english: str | None, *terms: Term) -> Row:
    segment = Segment(number, 0, "paragraph", "훈련이다.")
    return Row(segment, english, "translated", terms=tuple(match(term) for term in terms))


def test_one_thing_named_in_two_ways_is_told() -> None:
    rows = [
        row(1, "A combined exercise began.", DRILL),
        row(2, None, DRILL),
        row(3, "The exercise ended.", DRILL),
        row(4, "The joint drills ended.", DRILL),
    ]
    assert inconsistencies(rows, GLOSSARY) == [
        (
            4,
            RowWarning(
                "term-varies", "훈련 is “joint drill” here and “combined exercise” in row 1."
            ),
        )
    ]


def test_a_short_form_is_no_inconsistency() -> None:
    rows = [row(1, "The Nuclear Consultative Group met.", GROUP), row(2, "The NCG met.", GROUP)]
    assert inconsistencies(rows, GLOSSARY) == []
