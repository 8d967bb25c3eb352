import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsreader.errors import SourceError
from newsreader.ingest import source
from newsreader.ingest.source import read
from tests.ingest import pages


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.txt", "page"])
async def test_html_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(pages.unknown_wrapped(), encoding="utf-8")
    article = (await read(str(file))).article
    assert article.title == pages.TITLE
    assert article.url is None


@pytest.mark.parametrize("charset", ["utf-8", "cp949", "utf-16"])
async def test_text_in_any_charset(tmp_path: Path, charset: str) -> None:
    file = tmp_path / "글.html"
    file.write_text(f"{pages.TITLE}\n\n{pages.PARAGRAPHS[0]}", encoding=charset)
    article = (await read(str(file))).article
    assert article.title == pages.TITLE
    assert article.extraction.method == "text"


async def test_file_takes_the_address_that_its_page_names(tmp_path: Path) -> None:
    url = "https://www.newsis.com/view/NISX20240512_0000000001"
    file = tmp_path / "page.html"
    file.write_text(
        pages.newsis().replace("</head>", f'<link rel="canonical" href="{url}"></head>')
    )
    article = (await read(str(file))).article
    assert article.url == url
    assert article.extraction.publisher == "newsis"


async def test_standard_input() -> None:
    article = (await read("-", stdin=io.BytesIO(pages.naver_old().encode("cp949")))).article
    assert article.title == pages.TITLE


async def test_notes_of_the_decoder_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(pages.naver_old().encode("utf-8"))
    article = (await read(str(file))).article
    assert "labelled" in article.extraction.notes[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n ", "is empty"),
        (b"%PDF-1.7", "PDF"),
        (b"Only English here.", "no Korean"),
        (b"<html><body><p>Only English here.</p></body></html>", "no Korean"),
        ("<title>소식</title><ul><li>책 고르는 마을</ul>".encode(), "The page has"),
        (b"x" * (source.LIMIT + 1), "larger than 20 MB"),
    ],
)
async def test_useless_files(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    with pytest.raises(SourceError, match=words) as caught:
        await read(str(file))
    assert str(file) in str(caught.value)


async def test_the_address_of_a_file_is_as_good_as_its_path(tmp_path: Path) -> None:
    file = tmp_path / "새 글.html"
    file.write_text(pages.unknown_wrapped(), encoding="utf-8")
    reading = await read(file.as_uri())
    assert reading.article.title == pages.TITLE
    assert reading.page is not None and reading.page.url == file.as_uri()


async def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="does not exist"):
        await read(str(tmp_path / "nothing.html"))
    with pytest.raises(SourceError, match="The source is empty"):
        await read("")
    with pytest.raises(SourceError, match="is a folder"):
        await read(str(tmp_path))
    with pytest.raises(SourceError, match="not valid"):
        await read("a\0b")
    with pytest.raises(SourceError, match="nothing on standard input"):
        await read("-")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
async def test_unreadable_file(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("가")
    file.chmod(0)
    with pytest.raises(SourceError, match="cannot be read"):
        await read(str(file))


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys; import newsreader.ingest.source;"
        "print([one for one in ('httpx', 'selectolax', 'textual') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
