"""What works here, what is missing, and what to do: ``newsreader doctor``."""

import argparse
import importlib.util
import locale
import os
import platform
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.cli.command import Cli, print_json, say, wrapped
from newsreader.errors import EXIT_DONE, EXIT_NOTHING, NewsreaderError
from newsreader.workspace import Workspace

if TYPE_CHECKING:
    from newsreader.ingest.health import Verdict
    from newsreader.ingest.publisher import Rules

#: So many of the newest pages of an outlet are read again.
_READ_AGAIN = 5
_VERDICTS = (
    "weak: a rule for this outlet is out of date, and other ways had to help; broken: its text is"
    " found without the rules. The articles are there all the same."
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; ``advice`` says what to do when it is not well."""

    subject: str
    state: str
    advice: str | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """How the rules of one outlet fare on its newest pages; ``verdict`` is of the very newest.

    ``found`` counts the pages on which a field was found, of the ``read`` ones; ``agree`` those
    of which the generic finder reads the same text.
    """

    id: str
    outlet: str | None
    verdict: "Verdict"
    kept: int
    read: int
    newest: date
    found: dict[str, int]
    agree: int


def add_commands(cli: Cli) -> None:
    """Add ``doctor``."""
    doctor = cli.add("doctor", _doctor, help="tell what works here, what is missing and what to do")
    doctor.add_argument(
        "--publishers", action="store_true", help="try the outlets' rules on the pages kept last"
    )
    doctor.add_argument(
        "--repair",
        action="store_true",
        help="read what can be read of a damaged library into a new one",
    )
    doctor.add_argument("--json", action="store_true", help="print JSON")


def _doctor(workspace: Workspace, options: argparse.Namespace) -> int:
    if options.repair:
        return _repair(workspace)
    if options.publishers:
        return _publishers(workspace, as_json=options.json)
    findings = [
        *_program(workspace),
        *_kept(workspace),
        *_engine(workspace),
        *_analyser(),
        *_terminal(),
    ]
    if options.json:
        print_json([asdict(one) for one in findings])
    else:
        for finding in findings:
            mark = "!" if finding.broken else "-" if finding.advice else " "
            print(f"{mark} {finding.subject:<14} {finding.state}")
            if finding.advice:
                print(wrapped(finding.advice, 17))
    return EXIT_NOTHING if any(finding.broken for finding in findings) else EXIT_DONE


def _repair(workspace: Workspace) -> int:
    from newsreader.library.repair import repair

    problem = workspace.library_problem()
    if problem is None:
        print("The library is whole; there is nothing to repair.")
        return EXIT_DONE
    print(problem)
    repaired = repair(workspace.paths.library)
    for table, count in repaired.rows.items():
        if count:
            print(f"{table:<12}{count:>10,}")
    if repaired.texts or repaired.notes:
        print(
            f"{repaired.texts:,} texts and {repaired.notes:,} notes of these were lost and are made"
            " of what search knew of them."
        )
    print(f"These are in the library now; the damaged one is kept as {repaired.original}.")
    print("What else stood on damaged pages is lost; a backup may have it (`library restore`).")
    return EXIT_DONE


def _publishers(workspace: Workspace, *, as_json: bool) -> int:
    checked = sorted(_check_publishers(workspace), key=lambda one: one.id)
    if as_json:
        print_json([asdict(one) | {"newest": one.newest.isoformat()} for one in checked])
    for one in () if as_json else checked:
        fields = ", ".join(f"{name} {count}/{one.read}" for name, count in one.found.items())
        mark = {"holds": " ", "weak": "-", "broken": "!"}[one.verdict]
        name = one.outlet or "papers with one content system"
        print(f"{mark} {one.id:<14} {one.verdict:<7} {one.newest}  {name}")
        print(f"  {'':<14} {fields}; generic finder agrees {one.agree}/{one.read}; {one.kept} kept")
    if not as_json and any(one.verdict != "holds" for one in checked):
        print(wrapped(_VERDICTS, 0))
    if not checked:
        say("the library has no page of an outlet with rules yet.")
    return EXIT_NOTHING if any(one.verdict == "broken" for one in checked) else EXIT_DONE


def _check_publishers(workspace: Workspace) -> Iterator[Checked]:
    from newsreader.ingest.publisher import rules_for

    pages: dict[str, list[tuple[int, str]]] = {}
    known: dict[str, Rules] = {}
    for article, address in workspace.library.pages.addresses():
        if rules := rules_for(address):
            known[rules.id] = rules
            pages.setdefault(rules.id, []).append((article, address))
    for name, kept in pages.items():
        yield _check(workspace, known[name], kept)


def _check(workspace: Workspace, rules: "Rules", kept: Sequence[tuple[int, str]]) -> Checked:
    from newsreader.ingest.health import judge

    newest = kept[:_READ_AGAIN]
    pages = [(workspace.library.pages.get(article), address) for article, address in newest]
    read = [(page, judge(page, rules, address)) for page, address in pages if page is not None]
    found: Counter[str] = Counter()
    for _, health in read:
        found.update({name: int(there) for name, there in health.found.items()})
    page, health = read[0]
    return Checked(
        rules.id,
        rules.outlet,
        health.verdict,
        len(kept),
        len(read),
        page.fetched.astimezone().date(),
        dict(found),
        sum(one.agrees for _, one in read),
    )


def _program(workspace: Workspace) -> Iterator[Finding]:
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield Finding("newsreader", f"{__version__}, {system}")
    yield Finding("settings", str(workspace.paths.config_file))


def _kept(workspace: Workspace) -> Iterator[Finding]:
    file = workspace.paths.library
    if not file.exists():
        if (folder := _closed_folder(file)) is not None:
            state = f"{file} cannot be made: {folder} is no folder that you may write to"
            advice = "Mend that, or choose another folder with --home or NEWSREADER_HOME."
            yield Finding("library", state, advice, broken=True)
        else:
            yield Finding("library", f"{file} (made when you open the first article)")
    else:
        problem = workspace.library_problem()
        if problem:
            advice = (
                "Put a backup back (`newsreader library restore FILE`), or run `newsreader doctor"
                " --repair`: it reads what can be read into a new library, but what stood on"
                f" damaged pages may be lost. Until then {file} is left as it is."
            )
            yield Finding("library", problem, advice, broken=True)
        else:
            count = workspace.library.articles.count()
            size = file.stat().st_size / 1e6
            articles = "1 article" if count == 1 else f"{count:,} articles"
            yield Finding("library", f"{file}: {articles}, {size:.1f} MB, whole")
    try:
        glossary = workspace.glossary
    except NewsreaderError as error:
        yield Finding("glossary", str(error), "Mend or remove that file.", broken=True)
        return
    problems = "; ".join(str(problem) for problem in glossary.problems[:5])
    yield Finding("glossary", f"{len(glossary):,} terms", problems or None)


def _closed_folder(file: Path) -> Path | None:
    """Return what stands in the way of making ``file``, where its folders are not there yet."""
    nearest = next((folder for folder in file.parents if folder.exists()), None)
    usable = nearest and nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
    return None if usable else nearest


def _engine(workspace: Workspace) -> Iterator[Finding]:
    from newsreader.translate.engines import ENGINES
    from newsreader.translate.models import installed, models

    if importlib.util.find_spec("fxtranslate") is None:
        advice = "There is no build of fxtranslate for this platform; choose another engine."
        yield Finding("offline engine", "not available here", advice)
        return
    model = installed(workspace.paths)
    if model is None:
        yield Finding("offline model", "not installed", "Run `newsreader model install` (44 MB).")
    else:
        others = [one.name for one in models(workspace.paths) if one.name != model.name]
        also = f"; also here: {', '.join(others)}" if others else ""
        yield Finding("offline model", f"{model.name} in {model.directory}{also}")
    engine = str(workspace.library.state.get("engine") or workspace.settings.engine)
    if engine in {"auto", *ENGINES}:
        yield Finding("engine", engine)
    else:
        advice = f"Choose one of auto, {', '.join(ENGINES)} in {workspace.paths.config_file}."
        yield Finding("engine", f"there is no engine {engine!r}", advice, broken=True)


def _analyser() -> Iterator[Finding]:
    from newsreader.korean.analyser import available

    if available():
        yield Finding("word analyser", "installed")
    else:
        advice = "K goes by the lexicon alone; `pip install 'newsreader[analyser]'` does better."
        yield Finding("word analyser", "not installed", advice)


def _terminal() -> Iterator[Finding]:
    # Windows takes Unicode for its console, whatever its code page is.
    encoding = "utf-8" if sys.platform == "win32" else locale.getencoding()
    advice = None
    if encoding.lower().replace("-", "") != "utf8":
        advice = "Korean needs UTF-8; set LC_ALL=C.UTF-8 or PYTHONUTF8=1."
    kind = os.environ.get("TERM", "none")
    yield Finding("terminal", f"{kind}, {encoding}", advice)
    yield Finding("widths", "|가나다| should be as wide as |abcdef|, and |…·“”| as |abcd|")
