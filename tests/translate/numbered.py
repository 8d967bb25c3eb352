"""Sentences whose English tells which one they are, and a Google that gives it."""

import html

from tests.translate.server import Asked, Reply


def english_of(text: str) -> str:
    return f"This is sentence No. {text.split('번째', maxsplit=1)[0]}."


def google_page(asked: Asked) -> Reply:
    english = "\n".join(english_of(line) for line in asked.query["q"].split("\n"))
    return Reply(body=f'<div class="t0">{html.escape(english)}</div>'.encode())
