"""What works here, what is missing, and what to do: ``newsreader doctor``."""

import argparse
import importlib.util
import locale
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from newsreader import __version__
from newsreader.cli.main import Cli
from newsreader.errors import EXIT_DONE, EXIT_NOTHING, NewsreaderError
from newsreader.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; ``advice`` says what to do when it is not well."""

    subject: str
    state: str
    advice: str | None = None
    broken: bool = False


def add_commands(cli: Cli) -> None:
    """Add ``doctor``."""
    cli.add("doctor", _doctor, help="tell what works here, what is missing and what to do")


def _doctor(workspace: Workspace, options: argparse.Namespace) -> int:
    del options
    findings = [*_program(workspace), *_kept(workspace), *_engine(workspace), *_terminal()]
    for finding in findings:
        mark = "!" if finding.broken else "-" if finding.advice else " "
        print(f"{mark} {finding.subject:<14} {finding.state}")
        if finding.advice:
            print(f"  {'':<14} {finding.advice}")
    return EXIT_NOTHING if any(finding.broken for finding in findings) else EXIT_DONE


def _program(workspace: Workspace) -> Iterator[Finding]:
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield Finding("newsreader", f"{__version__}, {system}")
    yield Finding("settings", str(workspace.paths.config_file))


def _kept(workspace: Workspace) -> Iterator[Finding]:
    file = workspace.paths.library
    if not file.exists():
        yield Finding("library", f"{file} (made when you open the first article)")
    else:
        problem = workspace.library_problem()
        if problem:
            advice = f"Move {file} away to start anew; it is left as it is."
            yield Finding("library", problem, advice, broken=True)
        else:
            count = len(workspace.articles.recent(limit=1_000_000))
            size = file.stat().st_size / 1e6
            yield Finding("library", f"{file}: {count} articles, {size:.1f} MB, whole")
    try:
        glossary = workspace.glossary
    except NewsreaderError as error:
        yield Finding("glossary", str(error), "Mend or remove that file.", broken=True)
        return
    problems = "; ".join(str(problem) for problem in glossary.problems[:5])
    yield Finding("glossary", f"{len(glossary):,} terms", problems or None)


def _engine(workspace: Workspace) -> Iterator[Finding]:
    from newsreader.translate.models import installed

    if importlib.util.find_spec("fxtranslate") is None:
        advice = "There is no build of fxtranslate for this platform; choose another engine."
        yield Finding("offline engine", "not available here", advice)
        return
    model = installed(workspace.paths)
    if model is None:
        yield Finding("offline model", "not installed", "Run `newsreader model install` (44 MB).")
    else:
        yield Finding("offline model", f"{model.name} in {model.directory}")
    yield Finding("engine", str(workspace.state.get("engine") or workspace.settings.engine))


def _terminal() -> Iterator[Finding]:
    encoding = sys.stdout.encoding or locale.getpreferredencoding()
    advice = None
    if encoding.lower().replace("-", "") != "utf8":
        advice = "Korean needs UTF-8; set LC_ALL=C.UTF-8 or PYTHONUTF8=1."
    kind = os.environ.get("TERM", "none")
    yield Finding("terminal", f"{kind}, {encoding}", advice)
    yield Finding(
        "widths", "|가나다|  should be as wide as  |abcdef|, and |…·“”| as wide as |abcd|"
    )
