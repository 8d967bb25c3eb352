import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.ingest.decode import decode, name_of

TEXT = "<html><body>가온시가 헌책 도서관을 열었다. 펲시 똠양꿍</body></html>"


@pytest.mark.parametrize(
    "label", [None, "utf-8", "euc-kr", "iso-8859-1", "windows-1252", "nonsense"]
)
@pytest.mark.parametrize("charset", ["utf-8", "cp949"])
def test_bytes_count_more_than_labels(charset: str, label: str | None) -> None:
    header = f"text/html; charset={label}" if label else None
    decoded = decode(TEXT.encode(charset), header)
    assert (decoded.text, decoded.charset) == (TEXT, charset)


def test_wrong_label_is_noted_and_a_right_one_is_not() -> None:
    assert decode(TEXT.encode("cp949"), "text/html; charset=UTF-8").notes
    assert not decode(TEXT.encode("cp949"), 'text/html; charset="EUC-KR"').notes
    late = "<html>" + " " * 3000 + '<meta charset="euc-kr">' + TEXT
    assert not decode(late.encode("cp949")).notes
    assert decode(late.encode("utf-8")).notes


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_forms_of_unicode(charset: str) -> None:
    assert decode(TEXT.encode(charset)).text == TEXT


def test_seven_bit_korean() -> None:
    assert decode("가온시".encode("iso2022_kr")).text == "가온시"


def test_page_cut_inside_a_character_loses_only_that() -> None:
    for charset in ("utf-8", "cp949"):
        content = (TEXT * 20).encode(charset)
        cut = content[: content.rindex("똠".encode(charset)) + 1]
        decoded = decode(cut)
        assert decoded.charset == charset
        assert decoded.text.count("\ufffd") == 1
        assert "1 character could" in decoded.notes[0]


def test_stored_mojibake_is_put_right() -> None:
    for right in ("utf-8", "cp949"):
        decoded = decode(TEXT.encode(right).decode("latin-1").encode("utf-8"))
        assert decoded.text == TEXT
        assert decoded.notes


def test_real_latin_text_is_left_alone() -> None:
    text = "<p>Café à Paris, naïve façade</p>"
    assert decode(text.encode("utf-8")).text == text


def test_names_of_what_is_no_text() -> None:
    assert name_of(b"%PDF-1.7 ...") == "a PDF document"
    assert name_of(TEXT.encode()) is None


def test_a_file_of_no_known_kind_is_seen_to_be_no_text() -> None:
    compressed = zlib.compress(bytes(range(256)) * 40, 0)[2:]
    for content in (b"\0" * 900, b"\x7fELF\x02\x01\x01" + b"\0" * 57 + compressed):
        assert name_of(content) == "a binary file"
    a_slip = TEXT.replace("헌책", "헌책\x08\x00")
    texts = [a_slip.encode(one) for one in ("utf-8", "cp949", "utf-16", "utf-16-le")]
    texts.append("가온시 나루동".encode("iso2022_kr"))
    assert [name_of(one) for one in texts] == [None] * 5


@given(st.binary(max_size=400), st.none() | st.text(max_size=40))
def test_never_fails(content: bytes, content_type: str | None) -> None:
    decoded = decode(content, content_type)
    assert isinstance(decoded.text, str)


@given(st.text(alphabet=st.characters(codec="cp949"), max_size=200))
def test_korean_survives_both_ways(text: str) -> None:
    text = f"가나다라마바사 {text} 도서관을 열었다"
    assert decode(text.encode("utf-8")).text == text
    decoded = decode(text.encode("cp949"))
    # Bytes that are valid UTF-8 by chance are read as such; with Korean in them they never are.
    assert (decoded.text, decoded.charset) == (text, "cp949")
