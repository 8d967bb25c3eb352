"""``model``, ``engines`` and ``doctor``, with the tiny model that the tests bring along."""

import json
import shutil
from pathlib import Path

import pytest

from newsreader.config import Paths, Settings
from newsreader.workspace import Workspace
from tests.cli.commands import ARTICLE, newsreader

MODEL = Path(__file__).resolve().parent.parent / "fixtures" / "model"

TEXT = "새 정책\n\n정부는 오늘 새 정책을 발표했다. 한국은행은 어제 기준금리를 동결했다.\n"


def test_install_list_path_remove() -> None:
    assert newsreader("model", "path").code == 1
    assert "available" in newsreader("model").out
    done = newsreader("model", "install", "--from", MODEL)
    assert done.code == 0
    assert "* tiny" in newsreader("model", "list").out
    path = newsreader("model", "path")
    assert Path(path.out.strip()).is_dir()
    assert newsreader("model", "remove").code == 0
    assert newsreader("model", "remove").code == 1


def test_several_models(tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(MODEL, other)
    manifest = json.loads((other / "manifest.json").read_text("utf-8"))
    (other / "manifest.json").write_text(json.dumps({**manifest, "name": "other"}), "utf-8")
    newsreader("model", "install", "--from", MODEL)
    newsreader("model", "install", "--from", other)
    listed = newsreader("model", "list").out
    assert "* other  0 MB  " in listed
    assert "  tiny  0 MB  " in listed
    assert "Offline models: 0 MB on the disk, " in listed
    assert "other" in newsreader("doctor").out
    assert newsreader("model", "use", "tiny").out == "tiny translates from now on.\n"
    assert newsreader("model", "path").out.strip() == str(Paths.find().models / "tiny")
    assert newsreader("model", "path", "other").out.strip() == str(Paths.find().models / "other")
    assert newsreader("model", "remove", "other").code == 0
    wrong = newsreader("model", "use", "other")
    assert (wrong.code, "installed: tiny." in wrong.err) == (2, True)


def test_the_wrong_folder_is_said(tmp_path: Path) -> None:
    done = newsreader("model", "install", "--from", tmp_path)
    assert done.code == 4
    assert len(done.err.strip().splitlines()) == 1


def test_what_cannot_be_installed_from_is_said_in_plain_words(tmp_path: Path) -> None:
    done = newsreader("model", "install", "--from", tmp_path / "nix")
    assert (done.code, "nix is no folder" in done.err) == (2, True)
    # Nothing listens at the port of the discard service.
    done = newsreader("model", "install", "--mirror", "http://127.0.0.1:9")
    assert (done.code, "127.0.0.1 cannot be reached" in done.err) == (4, True)


def test_with_the_model_an_article_is_translated_and_the_second_time_from_memory(
    tmp_path: Path,
) -> None:
    newsreader("model", "install", "--from", MODEL)
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    first = newsreader("show", file, "--format", "json").json()
    ARTICLE.validate(first)
    rows = {row["ko"]: row for row in first["rows"]}
    row = rows["정부는 오늘 새 정책을 발표했다."]
    assert (row["en"], row["status"]) == (
        "The government announced a new policy today.",
        "translated",
    )
    # A model that would refuse to start proves that the second time asks no engine.
    home = Paths.find().models / "tiny"
    for model in home.glob("model*"):
        model.write_bytes(b"broken" * 100)
    second = newsreader("show", file, "--format", "json").json()
    again = {row["ko"]: row for row in second["rows"]}["정부는 오늘 새 정책을 발표했다."]
    assert (again["en"], again["status"]) == (row["en"], "cached")


def test_a_corrupt_model_is_one_sentence_and_the_korean_stays(tmp_path: Path) -> None:
    newsreader("model", "install", "--from", MODEL)
    for model in (Paths.find().models / "tiny").glob("model*"):
        model.write_bytes(b"broken" * 100)
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    done = newsreader("show", file, "--format", "json")
    assert done.code == 4
    assert all(row["en"] is None and row["reason"] for row in done.json()["rows"])
    assert "damaged" in done.err


def test_engines_say_what_they_send() -> None:
    done = newsreader("engines")
    assert done.code == 0
    assert "online" in done.out
    assert "local" in done.out
    assert "agreed" not in done.out
    workspace = Workspace(Paths.find(), Settings())
    for name in ("google", "firefox"):
        workspace.choose_engine(name)
    workspace.close()
    done = newsreader("engines")
    assert done.out.count("You agreed to that in the app.") == 1
    assert "* firefox" in done.out


@pytest.mark.parametrize("command", [["engines"], ["model", "list"], ["doctor"]])
def test_lines_fit_the_terminal(command: list[str]) -> None:
    done = newsreader(*command, environment={"COLUMNS": "80"})
    lines = [line for line in done.out.splitlines() if str(Paths.find().data) not in line]
    assert max(map(len, lines)) <= 80


def test_doctor_tells_of_a_damaged_library() -> None:
    assert newsreader("doctor").code == 0
    library = Paths.find().library
    library.parent.mkdir(parents=True, exist_ok=True)
    library.write_bytes(b"not a library" * 100)
    done = newsreader("doctor")
    assert done.code == 1
    assert str(library) in done.out


def test_json_of_a_translated_article_names_the_engine(tmp_path: Path) -> None:
    newsreader("model", "install", "--from", MODEL)
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    done = newsreader("show", file, "--format", "json", "--engine", "firefox")
    assert {row["engine"] for row in json.loads(done.out)["rows"] if row["en"]} == {"firefox"}
