"""The offline model: fetching it from a server on this machine, and installing it from a folder."""

import asyncio
import gzip
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from newsreader.config import Paths
from newsreader.errors import EngineError, UsageError
from newsreader.translate.installing import OFFER, Offer, OfferedFile, install, install_from
from newsreader.translate.models import (
    Model,
    installed,
    model_named,
    models,
    read_model,
    remove,
    use,
)
from tests.translate.conftest import TINY
from tests.translate.server import Asked, Reply, Server

FILES = {name: (TINY / name).read_bytes() for name in read_model(TINY).files}
PACKED = {f"/{name}.gz": gzip.compress(content) for name, content in FILES.items()}
FIRST = "/model.koen.intgemm.alphas.bin.gz"


def tiny_offer(url: str) -> Offer:
    """Return the offer of the tiny model at ``url``."""
    return Offer(
        name="tiny",
        title="tiny",
        pair="ko-en",
        licence="MIT",
        source="tests",
        url=url,
        files=tuple(
            OfferedFile(
                name,
                len(PACKED[f"/{name}.gz"]),
                len(content),
                hashlib.sha256(content).hexdigest(),
            )
            for name, content in FILES.items()
        ),
    )


@pytest.fixture
def offer(server: Server) -> Offer:
    """The tiny model, offered on the loopback server."""
    return tiny_offer(server.url)


def ranged(asked: Asked) -> Reply:
    """Answer as a web server with range requests does."""
    if (body := PACKED.get(asked.path)) is None:
        return Reply(404)
    wanted = asked.headers.get("range")
    if wanted is None:
        return Reply(200, body)
    start = int(wanted.removeprefix("bytes=").removesuffix("-"))
    if start >= len(body):
        return Reply(416, headers={"Content-Range": f"bytes */{len(body)}"})
    place = f"bytes {start}-{len(body) - 1}/{len(body)}"
    return Reply(206, body[start:], {"Content-Range": place})


def cut_at(place: int, then: Callable[[Asked], Reply]) -> Callable[[Asked], Reply]:
    """Cut the first answer after ``place`` bytes; afterwards answer as ``then`` does."""
    cut = False

    def reply(asked: Asked) -> Reply:
        nonlocal cut
        whole = then(asked)
        if cut:
            return whole
        cut = True
        return Reply(whole.status, whole.body, whole.headers, cut=len(whole.body) - place)

    return reply


async def test_the_model_is_fetched_checked_and_installed(
    server: Server, paths: Paths, offer: Offer
) -> None:
    server.reply = ranged
    told: list[tuple[str, int, int]] = []
    model = await install(paths, offer=offer, progress=lambda *args: told.append(args))
    assert installed(paths) == model
    assert {name: (model.directory / name).read_bytes() for name in model.files} == FILES
    assert (model.name, model.licence, model.size) == ("tiny", "MIT", offer.size)
    for file in offer.files:
        mine = [(done, total) for name, done, total in told if name == file.name]
        assert mine[-1] == (file.packed_size, file.packed_size)
        assert mine == sorted(mine)
    assert sorted(entry.name for entry in paths.models.iterdir()) == ["in-use.txt", "tiny"]


@pytest.mark.parametrize("ranges", [True, False])
async def test_a_cut_connection_is_continued(
    server: Server, paths: Paths, offer: Offer, ranges: bool
) -> None:
    server.reply = cut_at(
        50_000, ranged if ranges else lambda asked: Reply(200, PACKED[asked.path])
    )
    with pytest.raises(EngineError, match="goes on where it stopped"):
        await install(paths, offer=offer)
    assert installed(paths) is None
    assert (paths.models / "tiny.part" / FIRST[1:]).stat().st_size == 50_000
    model = await install(paths, offer=offer)
    assert server.asked[1].headers["range"] == "bytes=50000-"
    assert {name: (model.directory / name).read_bytes() for name in model.files} == FILES


async def test_a_whole_download_is_not_fetched_again(
    server: Server, paths: Paths, offer: Offer
) -> None:
    """The program was killed between the last byte and unpacking."""
    part = paths.models / "tiny.part" / FIRST[1:]
    part.parent.mkdir(parents=True)
    part.write_bytes(PACKED[FIRST])
    server.reply = ranged
    await install(paths, offer=offer)
    assert installed(paths) is not None


async def test_cancelling_keeps_what_came(server: Server, paths: Paths, offer: Offer) -> None:
    server.reply = lambda asked: Reply(delay=5) if asked.path != FIRST else ranged(asked)
    task = asyncio.create_task(install(paths, offer=offer))
    while len(server.asked) < 2:  # noqa: ASYNC110 - asked in a thread
        await asyncio.sleep(0.01)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    server.reply = ranged
    await install(paths, offer=offer)
    assert [asked.path for asked in server.asked].count(FIRST) == 1


@pytest.mark.parametrize(
    "body",
    [
        gzip.compress(b"another model" * 9000),
        gzip.compress(bytes(5_000_000)),  # a small file that unpacks to a large one
        b"<html>please log in to this network</html>",
        b"\x1f\x8bnot gzip at all, it only looks like it",
        b"",
    ],
    ids=["another", "bomb", "html", "not-gzip", "empty"],
)
async def test_a_wrong_file_is_not_installed(
    server: Server, paths: Paths, offer: Offer, body: bytes
) -> None:
    server.reply = lambda _: Reply(200, body)
    with pytest.raises(EngineError, match="not the expected file"):
        await install(paths, offer=offer)
    assert installed(paths) is None
    # It is not in the way of the right one.
    server.reply = ranged
    assert (await install(paths, offer=offer)).name == "tiny"


async def test_an_endless_file_is_not_taken(server: Server, paths: Paths, offer: Offer) -> None:
    server.reply = lambda _: Reply(200, bytes(2_000_000))
    with pytest.raises(EngineError, match="larger than the model"):
        await install(paths, offer=offer)


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (Reply(404), r"does not exist \(HTTP 404\); set model_mirror"),
        (Reply(503), r"could not be fetched \(HTTP 503\)"),
        (Reply(206, b"x", {"Content-Range": "bytes 7-7/8"}), "cannot be continued"),
        (Reply(302, headers={"Location": "/again"}), "redirect"),
    ],
)
async def test_a_server_without_the_model_is_one_sentence(
    server: Server, paths: Paths, offer: Offer, reply: Reply, sentence: str
) -> None:
    server.reply = lambda _: reply
    with pytest.raises(EngineError, match=sentence):
        await install(paths, offer=offer)


@pytest.mark.parametrize(
    "mirror", ["ftp://example.invalid", "nonsense", "http://[::1", "http://x:y@127.0.0.1:1"]
)
async def test_an_address_that_is_none_is_one_sentence(
    paths: Paths, offer: Offer, mirror: str
) -> None:
    with pytest.raises(EngineError) as caught:
        await install(paths, mirror=mirror, offer=offer)
    assert "x:y" not in str(caught.value)


async def test_a_mirror_is_used_instead(server: Server, paths: Paths, offer: Offer) -> None:
    server.reply = lambda asked: ranged(
        Asked(asked.path.removeprefix("/mirror"), {}, asked.headers, b"")
    )
    await install(paths, mirror=f"{server.url}/mirror/", offer=offer)
    assert {asked.path for asked in server.asked} == {f"/mirror{path}" for path in PACKED}


async def test_proxies_come_from_the_environment(
    server: Server, paths: Paths, offer: Offer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.reply = ranged
    monkeypatch.setenv("HTTP_PROXY", server.url)
    await install(paths, mirror="http://models.invalid", offer=offer)
    assert server.asked[0].headers["host"] == "models.invalid"


async def test_a_full_disk_is_seen_before_fetching(server: Server, paths: Paths) -> None:
    huge = Offer(
        "huge", "huge", "ko-en", "MIT", "tests", server.url, (OfferedFile("model", 1 << 60, 1, ""),)
    )
    with pytest.raises(EngineError, match=r"needs .* MB in .*, where only .* MB are free"):
        await install(paths, offer=huge)
    assert server.asked == []


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on a process's files")
def test_a_disk_that_fills_up_is_one_sentence(server: Server, paths: Paths, offer: Offer) -> None:
    """A process that may write 40 kB a file stands for a full disk: write() fails half-way."""
    server.reply = ranged
    program = f"""
import asyncio, resource, signal
from newsreader.config import Paths
from newsreader.errors import EngineError, UsageError

from newsreader.translate.installing import Offer, OfferedFile, install
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
try:
    asyncio.run(install(Paths.find({str(paths.data)!r}), offer={offer!r}))
except EngineError as error:
    print("SENTENCE", error)
"""
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert "SENTENCE The model cannot be written to" in run.stdout, run.stderr
    assert (paths.models / "tiny.part" / FIRST[1:]).stat().st_size == 40_000


# From a folder


def test_a_model_with_its_own_manifest_is_taken(paths: Paths) -> None:
    model = install_from(paths, TINY)
    assert installed(paths) == model
    assert model.name == "tiny"
    assert model.read().keys() == {"model", "vocab"}


@pytest.mark.parametrize("layout", ["plain", "gz", "cache"])
def test_the_offered_files_are_taken_from_a_folder(
    tmp_path: Path, paths: Paths, offer: Offer, layout: str
) -> None:
    folder = tmp_path / "from"
    (folder / "ko-en").mkdir(parents=True)
    for name, content in FILES.items():
        match layout:
            case "plain":
                (folder / name).write_bytes(content)
            case "gz":
                (folder / f"{name}.gz").write_bytes(gzip.compress(content))
            case "cache":
                role = name.split(".")[0]
                (folder / "ko-en" / f"{role}.0123abcd").write_bytes(content)
    before = sorted(folder.rglob("*"))
    model = install_from(paths, folder, offer=offer)
    assert {name: (model.directory / name).read_bytes() for name in model.files} == FILES
    assert sorted(folder.rglob("*")) == before


def test_only_the_pinned_files_are_taken(tmp_path: Path, paths: Paths) -> None:
    with pytest.raises(EngineError, match=r"has neither model\.koen"):
        install_from(paths, tmp_path)
    for name in FILES:
        shutil.copy(TINY / name, tmp_path)
    with pytest.raises(EngineError, match="not the expected file"):
        install_from(paths, tmp_path, offer=OFFER)
    assert (tmp_path / FIRST[1:-3]).exists()
    assert installed(paths) is None


def test_a_failed_installation_leaves_the_old_model(
    tmp_path: Path, paths: Paths, model: Model
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(TINY, broken)
    (broken / "vocab.koen.spm").write_bytes(b"x")
    with pytest.raises(EngineError, match=r"vocab\.koen\.spm is not the expected file"):
        install_from(paths, broken)
    assert installed(paths) == model
    assert model.read().keys() == {"model", "vocab"}


def test_a_model_that_cannot_be_put_in_place_leaves_the_old_one(
    tmp_path: Path, paths: Paths, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a folder stays as long as a program has a file of it open."""
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.suffix == ".copy":
            raise PermissionError(13, "Access is denied")
        return rename(self, target)

    newer = variant(tmp_path / "newer", licence="CC0-1.0")
    with monkeypatch.context() as disk:
        disk.setattr(Path, "rename", refuse)
        with pytest.raises(EngineError, match="Access is denied"):
            install_from(paths, newer)
    assert installed(paths) == model
    assert model.read().keys() == {"model", "vocab"}
    assert install_from(paths, newer).licence == "CC0-1.0"


@pytest.mark.parametrize(
    "change",
    [
        {"pair": "ja-en"},
        {"files": {"../model.bin": "0" * 64, "vocab.spm": "0" * 64}},
        {"files": {"model.bin": "short", "vocab.spm": "0" * 64}},
        {"files": {"model.bin": "0" * 64}},
        {"files": {"model.bin": 5, "vocab.spm": None}},
        {"files": "model.bin"},
        {"files": None},
    ],
)
def test_a_manifest_that_describes_no_model_is_refused(
    tmp_path: Path, paths: Paths, change: dict[str, object]
) -> None:
    manifest = json.loads((TINY / "manifest.json").read_text())
    (tmp_path / "manifest.json").write_text(json.dumps({**manifest, **change}))
    with pytest.raises(EngineError, match=r"manifest\.json"):
        install_from(paths, tmp_path)


def test_a_damaged_installation_counts_as_none(model: Model, paths: Paths) -> None:
    (model.directory / "manifest.json").write_text("{")
    assert installed(paths) is None
    install_from(paths, TINY)
    (model.directory / "vocab.koen.spm").unlink()
    assert installed(paths) is None


def test_removing_removes_everything(model: Model, paths: Paths) -> None:
    assert installed(paths) == model
    (paths.models / "tiny.part").mkdir()
    assert remove(paths, model)
    assert installed(paths) is None
    assert list(paths.models.iterdir()) == []
    assert not remove(paths)


def variant(folder: Path, **change: object) -> Path:
    """Return a folder with the tiny model under another manifest."""
    shutil.copytree(TINY, folder)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**manifest, **change}), "utf-8")
    return folder


def test_of_several_models_one_is_in_use(tmp_path: Path, paths: Paths, model: Model) -> None:
    other = install_from(paths, variant(tmp_path / "other", name="other"))
    assert [one.name for one in models(paths)] == ["other", "tiny"]
    assert installed(paths) == other
    use(paths, model_named(paths, "tiny"))
    assert installed(paths) == model
    assert remove(paths, model)
    assert (installed(paths), models(paths)) == (other, [other])
    with pytest.raises(UsageError, match=r"no model 'tiny' here; installed: other\."):
        model_named(paths, "tiny")


def test_a_model_of_the_same_name_takes_the_place_of_the_old_one(
    tmp_path: Path, paths: Paths, model: Model
) -> None:
    """Also where the folder has another name, as it had when there was one model only."""
    model.directory.rename(paths.models / "firefox")
    newer = install_from(paths, variant(tmp_path / "newer", licence="CC0-1.0"))
    assert [(one.name, one.licence) for one in models(paths)] == [("tiny", "CC0-1.0")]
    assert newer.directory == paths.models / "firefox"


@pytest.mark.parametrize("name", ["../tiny", "a/b", ".hidden", "tiny.part", "", "한국"])
def test_a_name_that_is_no_folders_is_refused(tmp_path: Path, paths: Paths, name: str) -> None:
    with pytest.raises(EngineError, match="does not describe"):
        install_from(paths, variant(tmp_path / "odd", name=name))


def test_what_is_offered_is_said_before_it_is_fetched() -> None:
    assert OFFER.licence == "MPL-2.0"
    assert round(OFFER.download_size / 1e6) == 44
    assert round(OFFER.size / 1e6) == 61
    assert OFFER.url.startswith("https://storage.googleapis.com/")
