"""Terms of which a test says what matters to it."""

from typing import Any

from newsreader.glossary.term import Term


def with_term(ko: str, **fields: Any) -> Term:
    """Return a term; its English and kind are of no matter where they are not given."""
    return Term(ko, "x", "society")._replace(**fields)
