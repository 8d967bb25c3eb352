"""Name and title in the order that English has."""

import pytest

from newsreader.glossary.guesses import with_persons
from newsreader.glossary.load import Glossary
from newsreader.glossary.matcher import Matcher
from newsreader.glossary.term import Term
from newsreader.glossary.titled import titled

GLOSSARY = Glossary(
    [
        Term("나준호", "Na June Ho", "person"),
        Term("총리", "prime minister", "title"),
        Term("장관", "minister", "title"),
        Term("본부장", "head of division", "title"),
        Term("변호사", "lawyer", "title"),
        Term("시장", "mayor", "title"),
        Term("대변인", "spokesperson", "title"),
        Term("새벽도", "Saebyeok", "place"),
        Term("곡물부", "Ministry of Grain", "organisation"),
        Term("곡물청", "Grain Agency", "organisation"),
        Term("회의", "meeting", "politics"),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("나준호 총리는 말했다", "Prime Minister Na June Ho"),
        ("나준호 전 총리", "former Prime Minister Na June Ho"),
        ("나준호 본부장은", "Na June Ho, head of division"),
        ("나준호 전 본부장은", "Na June Ho, former head of division"),
        ("나준호 변호사", "lawyer Na June Ho"),
        ("나준호 곡물부 장관", "Na June Ho, minister of Grain"),
        ("나준호 곡물청 대변인", "Na June Ho, spokesperson of the Grain Agency"),
        ("나준호 곡물청 본부장", "Na June Ho, head of division, Grain Agency"),
        ("나준호 새벽도 시장", "Saebyeok Mayor Na June Ho"),
        ("홍길동 총리", "Prime Minister Hong Gil-dong"),
        ("나준호 총리 겸 곡물부 장관", "Na June Ho, prime minister and minister of Grain"),
        ("나준호 전 총리 겸 장관은", "Na June Ho, former prime minister and minister"),
        ("나준호 곡물부 장관 후보자", "Na June Ho, nominee for minister of Grain"),
        ("나준호 장관 직무대행이", "acting Minister Na June Ho"),
        ("나준호 새벽도 시장 당선인", "Saebyeok Mayor-elect Na June Ho"),
        ("나준호 곡물청 대변인 내정자", "Na June Ho, nominee for spokesperson of the Grain Agency"),
        ("홍길동(54) 전 곡물청 대변인", "Hong Gil-dong, former spokesperson of the Grain Agency"),
        ("홍길동 시장과 만난 대변인", "Mayor Hong Gil-dong"),
        ("배우 나준호는", "actor Na June Ho"),
        ("전직 변호사 나준호(41)가", "former lawyer Na June Ho"),
        ("배우 나준호 총리는", "Prime Minister Na June Ho"),
        ("나준호는 장관이", None),
        ("나준호 회의 총리", None),
        ("나준호, 총리", None),
    ],
)
def test_name_and_title(text: str, expected: str | None) -> None:
    matches = with_persons(text, Matcher(GLOSSARY.terms).find(text), GLOSSARY)
    assert next(iter(titled(text, matches, GLOSSARY).values()), None) == expected
