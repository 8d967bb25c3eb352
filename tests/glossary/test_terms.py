from collections.abc import Iterator

from newsreader.glossary.format import parse, write_text
from newsreader.glossary.load import Glossary, embedded_files
from newsreader.glossary.term import Term
from newsreader.glossary.terms import Terms, terms_in

LINES = (
    "예산\tbudget\teconomy\t豫算",
    "#! source=Gazette",
    "",
    "법안\tbill\tlaw\t\tvariants=법률안",
    "헌법\tconstitution",
    "국회\tNational Assembly\torganisation\t\tsource=own",
)


class Noting(Terms):
    """Terms that note which of them are read, and how often."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    def _term(self, number: int) -> Term:
        self.asked.append(number)
        return super()._term(number)


def test_terms_are_those_of_their_lines() -> None:
    terms, problems = terms_in(LINES, "own.tsv")
    read, wrong = parse("\n".join(LINES), "own.tsv")
    assert list(terms) == [terms[at] for at in range(len(terms))] == [term for _, term in read]
    assert problems == wrong
    assert [problem.line for problem in problems] == [5]
    assert list(terms[1:]) == list(terms)[1:]
    assert terms[-1] is terms[2]


def test_a_glossary_is_read_once_and_then_the_terms_that_a_text_may_have() -> None:
    terms = Noting()
    for file in embedded_files():
        terms.extend(terms_in(file.read_text("utf-8").splitlines(), file.name, sure=True)[0])
    matcher = Glossary(terms).matcher
    assert terms.asked == list(range(len(terms)))
    assert matcher.find("외교부 장관은 국회에서 예산안을 설명했다.")
    assert 0 < len(terms.asked) - len(terms) < len(terms) // 500


def test_every_embedded_term_is_read_as_it_was_written() -> None:
    def read() -> Iterator[str]:
        for file in embedded_files():
            lines, _ = parse(file.read_text("utf-8"), file.name)
            yield write_text(term for _, term in lines)

    assert write_text(Glossary.embedded().terms) == "".join(read())
