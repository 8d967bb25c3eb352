"""How well and how fast newsreader reads real Korean pages, beside the bare parser and its peers.

Run ``python -m tests.benchmarks.bench_extraction`` from the checkout, with the pages in
``../shared/pages``. Peers are used when they can be imported; the others are named at the end.
CPU times are medians of several runs of all tools in turn, page by page, in one process; ratios are
of the median page and of the sum of all pages. F1 is over 5-grams of characters.
"""

import importlib
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean, median
from typing import Any

from newsreader.errors import SourceError
from newsreader.ingest.decode import decode
from newsreader.ingest.extract import extract_html
from tests.ingest.measure import BOILERPLATE, f1, lines_of, reference, score

PAGES = Path(__file__).resolve().parents[3] / "shared" / "pages"
RUNS = 7
BARE, OURS = "Lexbor parse", "newsreader"
#: newspaper4k imports nltk without saying that it needs it, lxml its cleaner apart.
REQUIRED = "trafilatura newspaper4k nltk lxml_html_clean readability-lxml resiliparse goose3"

#: Takes HTML and its address, returns title (or None) and lines.
Tool = Callable[[str, str], tuple[str | None, list[str]]]


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    html: str
    url: str
    expected: dict[str, Any]


def _newsreader(generic_only: bool) -> Tool:
    def run(html: str, url: str) -> tuple[str | None, list[str]]:
        article = extract_html(html, url=url, generic_only=generic_only)
        return article.title, lines_of(article)

    return run


def _bare_parse(html: str, _url: str) -> tuple[str | None, list[str]]:
    from selectolax.lexbor import LexborHTMLParser

    LexborHTMLParser(html)
    return None, []


def _trafilatura() -> Tool:
    trafilatura = importlib.import_module("trafilatura")

    def run(html: str, url: str) -> tuple[str | None, list[str]]:
        found = trafilatura.bare_extraction(
            html, url=url, include_comments=False, with_metadata=True
        )
        if found is None:
            return None, []
        return found.title, _lines(found.text or "")

    return run


def _newspaper4k() -> Tool:
    # For Korean it wants NLTK's sentence model, which pip does not bring; words are all it needs.
    nltk: Any = importlib.import_module("nltk")
    nltk.word_tokenize = nltk.tokenize.word_tokenize = partial(
        nltk.tokenize.word_tokenize, preserve_line=True
    )
    newspaper = importlib.import_module("newspaper")

    def run(html: str, url: str) -> tuple[str | None, list[str]]:
        article = newspaper.Article(url, language="ko", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return article.title, _lines(article.text)

    return run


def _readability() -> Tool:
    readability = importlib.import_module("readability")
    lxml = importlib.import_module("lxml.html")

    def run(html: str, url: str) -> tuple[str | None, list[str]]:
        document = readability.Document(html, url=url)
        tree = lxml.fromstring(document.summary(html_partial=True))
        for node in tree.iter("p", "br", "div"):
            node.tail = f"\n{node.tail or ''}"
        return document.short_title(), _lines(tree.text_content())

    return run


def _resiliparse() -> Tool:
    module = importlib.import_module("resiliparse.extract.html2text")

    def run(html: str, _url: str) -> tuple[str | None, list[str]]:
        return None, _lines(module.extract_plain_text(html, main_content=True))

    return run


def _goose3() -> Tool:
    goose3 = importlib.import_module("goose3")
    text = importlib.import_module("goose3.text")
    goose = goose3.Goose({"stopwords_class": text.StopWordsKorean, "use_meta_language": False})

    def run(html: str, _url: str) -> tuple[str | None, list[str]]:
        article = goose.extract(raw_html=html)
        return article.title, _lines(article.cleaned_text)

    return run


PEERS: dict[str, Callable[[], Tool]] = {
    "trafilatura": _trafilatura,
    "newspaper4k": _newspaper4k,
    "readability-lxml": _readability,
    "resiliparse": _resiliparse,
    "goose3": _goose3,
}


def _lines(text: str) -> list[str]:
    return [line for one in text.splitlines() if (line := " ".join(one.split()))]


def _pages() -> list[Page]:
    pages = []
    for folder in sorted(PAGES.iterdir()):
        expected, meta = reference(folder)
        html = decode((folder / "page.html").read_bytes()).text
        pages.append(Page(folder.name, html, meta["url"], expected))
    return pages


def _judge(name: str, tool: Tool, pages: list[Page]) -> str:
    """How well a tool reads: one row of the table, as far as its times."""
    values, titles, exact, paragraphs, furniture = [], 0, 0, 0, 0
    for page in pages:
        title, lines = tool(page.html, page.url)
        values.append(f1(lines, page.expected))
        titles += title == page.expected["title"]
        exact += sum(one in lines for one in page.expected["paragraphs"])
        paragraphs += len(page.expected["paragraphs"])
        furniture += any(BOILERPLATE.search(line) for line in lines)
    if not any(values):
        return f"{name:22} {'':31} {'':5}"
    return (
        f"{name:22} {mean(values):.3f} {min(values):.3f}  {exact / paragraphs:6.1%}"
        f"   {titles:2}/{len(pages)} {furniture:5}"
    )


def _times(tools: dict[str, Tool], pages: list[Page]) -> dict[str, list[float]]:
    """Milliseconds of each tool on each page: medians of runs in turn, so that all share a load."""
    times: dict[str, list[float]] = {name: [] for name in tools}
    for page in pages:
        runs: dict[str, list[float]] = {name: [] for name in tools}
        for _ in range(RUNS):
            for name, tool in tools.items():
                begun = time.process_time()
                tool(page.html, page.url)
                runs[name].append((time.process_time() - begun) * 1000)
        for name in tools:
            times[name].append(median(runs[name]))
    return times


def _facts(pages: list[Page]) -> None:
    """Print what only newsreader is asked for: times, bylines, subtitles and captions."""
    scores = [score(extract_html(one.html, url=one.url), one.expected) for one in pages]
    print(
        f"\nnewsreader's facts on {len(pages)} pages:"
        f" subtitles {sum(one.subtitles for one in scores)},"
        f" published {sum(one.published for one in scores)},"
        f" modified {sum(one.modified for one in scores)},"
        f" bylines {sum(one.bylines for one in scores)},"
        f" captions leaked {sum(one.leaked for one in scores)}"
    )


def main() -> int:
    """Measure everything that is there; returns an exit code."""
    if not PAGES.is_dir():
        print(f"There are no pages in {PAGES}.", file=sys.stderr)
        return 1
    pages = _pages()
    tools: dict[str, Tool] = {
        BARE: _bare_parse,
        OURS: _newsreader(generic_only=False),
        "newsreader, generic": _newsreader(generic_only=True),
    }
    missing = []
    for name, load in PEERS.items():
        try:
            tool = load()
            tool(pages[0].html, pages[0].url)
        except (ImportError, LookupError) as error:
            missing.append(f"{name} ({error})")
            continue
        tools[name] = tool
    print(f"{len(pages)} pages, median of {RUNS} runs each, the tools in turn")
    print(
        f"{'':22} F1 mean   min   as lines  titles furniture  ms median    mean"
        "  x parse (sum)  x ours (sum)"
    )
    times = _times(tools, pages)
    parse, ours = times[BARE], times[OURS]
    for name, tool in tools.items():
        took = median(times[name])
        print(
            f"{_judge(name, tool, pages)}  {took:8.2f} {mean(times[name]):8.2f}"
            f"  {took / median(parse):7.1f} {sum(times[name]) / sum(parse):5.1f}"
            f"  {took / median(ours):6.1f} {sum(times[name]) / sum(ours):5.1f}"
        )
    try:
        _facts(pages)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    if missing:
        print(f"\nNot here: {', '.join(missing)}.\nTo compare: pip install {REQUIRED}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
