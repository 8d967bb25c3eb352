import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from newsreader.ingest import clean
from newsreader.ingest.publisher import NDSOFT, Rules, load, rules_for

NAMES = sorted(
    file.name.removesuffix(".toml")
    for file in (files("newsreader.ingest") / "publishers").iterdir()
    if file.name.endswith(".toml")
)


def test_there_are_rules_for_many_outlets() -> None:
    assert len(NAMES) >= 45


@pytest.mark.parametrize("name", NAMES)
def test_rules_are_whole(name: str) -> None:
    rules = load(name)
    assert rules is not None
    assert rules.body
    page = LexborHTMLParser("<html><body><p>가</p></body></html>")
    for field in (*Rules.__dataclass_fields__,):
        value = getattr(rules, field)
        if isinstance(value, tuple) and field != "domains":
            for selector in value:
                page.css(selector.partition("@")[0])
    if name != NDSOFT:
        assert rules.outlet
        for domain in rules.domains:
            assert rules_for(f"https://www.{domain}/news/1") == rules, domain


@pytest.mark.parametrize("name", NAMES)
def test_every_file_says_where_its_facts_are_from(name: str) -> None:
    file = files("newsreader.ingest") / "publishers" / f"{name}.toml"
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert len(first) > 20


@pytest.mark.parametrize(
    "url",
    [
        None, "", "https://www.example.com/", "https://korea.ac.kr/news", "https://newsis.com.evil.example/",
        "https://evilnewsis.com/view/1", "https://[::1", "file:///newsis", "https://publisher.example/",
    ],
)  # fmt: skip
def test_other_hosts_have_no_rules(url: str | None) -> None:
    assert rules_for(url) is None


def test_one_content_system_serves_many_hosts() -> None:
    rules = rules_for("http://www.any-local-paper.co.kr/news/articleView.html?idxno=243722")
    assert rules is not None
    assert rules.id == NDSOFT


@given(st.text(max_size=60))
def test_any_address_is_safe(url: str) -> None:
    rules_for(f"https://{url}")
    rules_for(url)


def test_names_cannot_leave_the_folder() -> None:
    assert load("../boilerplate") is None
    assert load("..") is None


def test_patterns_leave_sentences_of_news_alone() -> None:
    for sentence in (
        "그는 저작권자의 동의 없이 사진을 무단 복제한 혐의로 재판에 넘겨졌다.",
        "이 회사는 네이버 카페에서 구독 서비스를 시작한다고 밝혔다.",
        "시는 시민의 제보를 받아 낡은 책을 찾았다.",
        "연합뉴스는 시장이 책을 골랐다고 보도했다.",
        "기자 회견장에는 이백여 명이 모였다.",
        "로그인 정보를 빼돌린 일당이 붙잡혔다.",
    ):
        assert not clean.is_boilerplate(sentence)
        assert not clean.ends_article(sentence)
        assert not clean.looks_like_caption(sentence)
        assert clean.cut_tail(sentence) == sentence


def test_patterns_are_one_file_that_reads() -> None:
    data = tomllib.loads((files("newsreader.ingest") / "boilerplate.toml").read_text("utf-8"))
    assert {"line", "notice", "end", "tail", "wall"} <= data.keys()
