"""What is imported when: start-up stays light, and arrows between packages point one way."""

import ast
import subprocess
import sys
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
    "code",
    [
        "import newsreader.tui.app, newsreader.tui.screens.reader, newsreader.tui.screens.home",
        "from newsreader.cli.main import parser; parser()",
        "from newsreader.cli.main import run; run(['show', 'sample', '--format', 'json'])",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str) -> None:
    assert not HEAVY & modules_after(
        f"import io, sys; out, sys.stdout = sys.stdout, io.StringIO()\n{code}\nsys.stdout = out"
    )


def test_the_command_line_does_not_import_textual() -> None:
    code = "from newsreader.cli.main import parser; parser()"
    assert "textual" not in modules_after(code)


def test_rows_whose_terms_were_not_found_yet_are_shown_without_the_glossary() -> None:
    code = """
from newsreader.config import Paths, Settings
from newsreader.workspace import Workspace
workspace = Workspace(Paths.find("nowhere"), Settings())
workspace.varied([]), workspace.satisfaction([])
"""
    assert not {name for name in modules_after(code) if name.startswith("newsreader.glossary")}


class _Unchecked(ast.NodeTransformer):
    """Drops what is imported for the type checker only."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return None
        return self.generic_visit(node)


def imports_of(file: Path) -> set[str]:
    """Return the parts of newsreader that a module imports anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        for name in names:
            parts = name.split(".")
            if parts[0] == "newsreader" and len(parts) > 1:
                found.add(parts[1])
    return found


@pytest.mark.parametrize("layer", sorted(LAYERS))
def test_arrows_point_one_way(layer: str) -> None:
    allowed = LAYERS[layer] | DOMAIN | {layer, "child"}
    for file in (PACKAGE / layer).rglob("*.py"):
        assert imports_of(file) <= allowed, file


@pytest.mark.parametrize("name", sorted(DOMAIN))
def test_the_domain_imports_nothing_of_ours_but_itself(name: str) -> None:
    assert imports_of(PACKAGE / f"{name}.py") <= DOMAIN


@pytest.mark.parametrize(
    ("module", "only_in"),
    [("textual", {"tui"}), ("sqlite3", {"library"}), ("httpx", {"ingest", "translate"})],
)
def test_some_libraries_are_known_to_one_part_only(module: str, only_in: set[str]) -> None:
    for file in PACKAGE.rglob("*.py"):
        tree = _Unchecked().visit(ast.parse(file.read_text(encoding="utf-8")))
        names = {
            alias.name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        } | {
            node.module.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module and not node.level
        }
        if module in names:
            assert file.relative_to(PACKAGE).parts[0] in only_in, file
