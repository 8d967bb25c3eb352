"""What is imported when: start-up stays light, and arrows between packages point one way."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "newsreader"

#: Each layer and the layers it may know (besides the domain and itself).
LAYERS = {
    "dictionaries": set[str](),
    "ingest": {"dictionaries"},
    "korean": set[str](),
    "glossary": {"korean"},
    "translate": {"korean", "glossary"},
    "library": {"dictionaries", "ingest", "korean", "translate"},
    "export": {"korean"},
    "sample": set[str](),
    "sync": {"glossary", "ingest", "korean", "library", "translate", "workspace"},
}
DOMAIN = {"article", "text", "errors", "config"}
HEAVY = {
    "bs4",
    "ctranslate2",
    "deep_translator",
    "fxtranslate",
    "httpx",
    "kiwipiepy",
    "requests",
    "selectolax",
    "sentencepiece",
}


def modules_after(code: str) -> set[str]:
    program = f"import sys\n{code}\nprint(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("code", "heavy"),
    [
        (
            "import newsreader.tui.app, newsreader.tui.screens.reader, newsreader.tui.screens.home",
            HEAVY,
        ),
        ("from newsreader.cli.main import parser; parser()", HEAVY | {"textual"}),
        ("from newsreader.cli.main import run; run(['show', 'sample', '--format', 'json'])", HEAVY),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str, heavy: set[str]) -> None:
    assert not heavy & modules_after(
        f"import io, sys; out, sys.stdout = sys.stdout, io.StringIO()\n{code}\nsys.stdout = out"
    )


def test_rows_whose_terms_were_not_found_yet_are_shown_without_the_glossary() -> None:
    code = """
from newsreader.config import Paths, Settings
from newsreader.workspace import Workspace
workspace = Workspace(Paths.find("nowhere"), Settings())
workspace.varied([]), workspace.satisfaction([])
"""
    assert not {name for name in modules_after(code) if name.startswith("newsreader.glossary")}


@cache
def imports(file: Path) -> tuple[set[str], set[str]]:
    """Return what is imported anywhere in a module: when it runs, and for its types only."""
    running, checking = set[str](), set[str]()
    todo: list[tuple[ast.AST, set[str]]] = [(ast.parse(file.read_text("utf-8")), running)]
    while todo:
        node, found = todo.pop()
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            found = checking
        todo += [(child, found) for child in ast.iter_child_nodes(node)]
    return running, checking


def parts_of_ours(file: Path) -> set[str]:
    """Return the parts of newsreader that a module imports, be it for its types."""
    names = (name.split(".") for names in imports(file) for name in names)
    return {name[1] for name in names if name[0] == "newsreader" and len(name) > 1}


@pytest.mark.parametrize("layer", sorted(LAYERS))
def test_arrows_point_one_way(layer: str) -> None:
    allowed = LAYERS[layer] | DOMAIN | {layer, "child"}
    for file in (PACKAGE / layer).rglob("*.py"):
        assert parts_of_ours(file) <= allowed, file


@pytest.mark.parametrize("name", sorted(DOMAIN))
def test_the_domain_imports_nothing_of_ours_but_itself(name: str) -> None:
    assert parts_of_ours(PACKAGE / f"{name}.py") <= DOMAIN


@pytest.mark.parametrize(
    ("library", "only_in"),
    [("textual", {"tui"}), ("sqlite3", {"library"}), ("httpx", {"ingest", "translate"})],
)
def test_some_libraries_are_known_to_one_part_only(library: str, only_in: set[str]) -> None:
    knowing = {
        file.relative_to(PACKAGE).parts[0]
        for file in PACKAGE.rglob("*.py")
        if library in {name.split(".")[0] for name in imports(file)[0]}
    }
    assert knowing == only_in
