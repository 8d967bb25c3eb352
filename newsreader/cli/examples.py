"""Lines to copy from ``--help``; the tests see that each of them can be read."""

#: A command, and what is often done with it.
EXAMPLES = {
    "open": (
        "newsreader open https://…",
        "newsreader open page.html",
    ),
    "show": (
        "newsreader show page.html --format html > article.html",
        "newsreader show https://… --engine deepl",
        "newsreader show page.html --with english.txt --format markdown",
        "newsreader show sample --format interlinear --romanized",
    ),
    "extract": ("newsreader extract page.html | jq .title",),
    "terms": (
        "newsreader terms sample",
        "newsreader terms page.html --on 2023-02-06 --json",
    ),
    "lookup": (
        "newsreader lookup 구속영장",
        "newsreader lookup 통일부 발표했다 --json",
    ),
    "check": (
        """echo '{"ko": "3일 5명이", "en": "Five on the 3rd"}' | newsreader check""",
        """echo '{"ko": "내달 3일", "en": "Dec. 3", "on": "2026-11-26"}' | newsreader check""",
    ),
    "glossary": (
        "newsreader glossary list 통일부",
        "newsreader glossary check 12",
        "newsreader glossary waive 12 3 term-missing 'the short form is meant'",
        "newsreader glossary import terms.csv",
    ),
    "korean": (
        "echo 서울특별시 | newsreader korean romanize --name",
        """echo '"첫 문장이다. 둘째다."' | newsreader korean split""",
        """echo '{"text": "내달 3일 5만명", "on": "2026-11-26"}' | newsreader korean numbers""",
        """echo '{"headline": "美, 北에 경고"}' | newsreader korean hanja""",
        """echo '{"text": "배를 탔다", "start": 0, "end": 2}' | newsreader korean words""",
        """echo '{"text": "배를 탔다고 한다"}' | newsreader korean interlinear""",
        """echo '{"text": "배를 탔다고 한다"}' | newsreader korean stance""",
    ),
    "find": (
        "newsreader find 북핵 deterrence",
        "newsreader find outlet:뉴시스 date:week is:unread",
        "newsreader find --sort best --json 수석대표",
        "newsreader find -- 예산 -사설",
    ),
    "notes": (
        "newsreader notes",
        "newsreader notes list 12",
    ),
    "revisions": ("newsreader revisions 12",),
    "library": (
        "newsreader library backup ~/backups",
        "newsreader library export | jq -r .title",
        "newsreader library prune --pages 90",
    ),
    "sync": (
        "newsreader sync",
        "newsreader sync --watch-words",
    ),
    "feeds": (
        "newsreader feeds catalogue 경제",
        "newsreader feeds add 한겨레 https://example.org/rss.xml",
        "newsreader feeds export > feeds.opml",
    ),
    "watch": ("newsreader watch add 반도체 합의하다 tariff",),
    "memory": (
        "newsreader memory export mine.tmx",
        "newsreader memory import theirs.tmx",
    ),
    "dictionary": ("newsreader dictionary add kedict.yml",),
    "model": (
        "newsreader model install",
        "newsreader model install --from ~/Downloads/koen",
    ),
    "doctor": (
        "newsreader doctor",
        "newsreader doctor --repair",
    ),
}
