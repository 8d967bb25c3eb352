# ruff: noqa: E501 - markup is easier to compare with a page in the lines that it has there
"""What outlets set around their articles, whatever their markup: sharing, comments, rankings."""

import json

from tests.ingest.pages import (
    _RELATED,
    MODIFIED,
    PUBLISHED,
    TITLE,
)

SHARE = (
    '<div class="share-layer"><strong>공유하기</strong><ul><li><button>페이스북</button></li>'
    "<li><button>카카오톡</button></li><li><button>URL 복사</button></li></ul>"
    "<p>기사 URL이 복사되었습니다.</p></div>"
    '<div class="font-box"><span>글자크기 설정</span><em>가</em><em>가</em></div>'
)
COMMENTS = (
    '<section class="comment-wrap"><h3>댓글 2</h3><p>우리 동네에도 생기면 좋겠어요. 꼭 가 볼게요.</p>'
    "<p>로그인 후 댓글을 작성할 수 있습니다.</p></section>"
)
MOST_READ = f'<div class="rank"><h3>많이 본 뉴스</h3><ol>{_RELATED}</ol></div>'


def json_ld(**more: object) -> str:
    facts = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE,
        "datePublished": PUBLISHED, "dateModified": MODIFIED, **more,
    }  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(facts, ensure_ascii=False)}</script>'
