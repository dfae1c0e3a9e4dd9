"""Lists of comments: orders, pages, replies, signs, and what they cost."""

from typing import Any

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hwalja.comments import shape
from hwalja.comments.models import Comment, Discussion
from hwalja.comments.parts import COMMENTS
from hwalja.hangul.length import byte_length
from hwalja.testing import Newsroom

# They publish and decide by the dozen.
pytestmark = [pytest.mark.slow, pytest.mark.both]


def say(article: Any, body: str, **fields: Any) -> Comment:
    fields.setdefault("state", Comment.VISIBLE)
    fields.setdefault("name", "독자")
    return Comment.objects.create(
        article=article, body=body, characters=len(body), bytes=byte_length(body), **fields
    )


def bodies(article: Any, sort: str = "newest", number: int = 1) -> list[str]:
    return [row.comment.body for row in shape.listing(article.pk, sort, number).rows]


def test_three_orders(newsroom: Newsroom) -> None:
    article = newsroom.publish()
    for body, agrees in (("가", 1), ("나", 5), ("다", 3)):
        say(article, body, agrees=agrees)
    assert bodies(article) == ["다", "나", "가"]
    assert bodies(article, "oldest") == ["가", "나", "다"]
    assert bodies(article, "agreed") == ["나", "다", "가"]


def test_pages_of_twenty(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    for number in range(45):
        say(article, f"{number}번")
    assert bodies(article)[0] == "44번" and len(bodies(article)) == 20
    assert bodies(article, number=3) == ["4번", "3번", "2번", "1번", "0번"]
    assert not shape.listing(article.pk, number=3).further
    page = reader.get(f"/news/{article.number}/comments/?page=2").content.decode()
    assert "24번" in page and "앞쪽" in page and "다음 쪽" in page


@pytest.mark.parametrize("query", ["page=0", "page=x", "page=99999", "sort=evil", "page=²"])
def test_pages_that_are_none(newsroom: Newsroom, reader: Client, query: str) -> None:
    article = newsroom.publish()
    assert reader.get(f"/news/{article.number}/comments/?{query}").status_code == 404


def test_replies_stand_below_and_the_rest_on_a_page_of_their_own(
    newsroom: Newsroom, reader: Client
) -> None:
    article = newsroom.publish()
    first = say(article, "처음")
    for number in range(5):
        say(article, f"답글 {number}", parent=first)
    row = shape.listing(article.pk).rows[0]
    assert [reply.comment.body for reply in row.replies] == ["답글 0", "답글 1", "답글 2"]
    assert row.more == 2
    page = reader.get(first.get_absolute_url()).content.decode()
    assert "답글 4" in page


@pytest.mark.parametrize(
    "state", [Comment.WAITING, Comment.HIDDEN, Comment.DELETED, Comment.BLOCKED]
)
@pytest.mark.parametrize("leaves_sign", [True, False])
def test_what_readers_must_not_see_is_nowhere(
    newsroom: Newsroom, reader: Client, state: str, leaves_sign: bool
) -> None:
    article = newsroom.publish()
    comment = say(article, "비밀스러운 글", state=state, leaves_sign=leaves_sign, name="숨은이름")
    for path in ("", "comments/", f"comments/{comment.pk}/", f"comments/new?reply={comment.pk}"):
        text = reader.get(f"/news/{article.number}/{path}").content.decode()
        assert "비밀스러운 글" not in text and "숨은이름" not in text
    sign = COMMENTS.variants(str(article.number))[""]
    assert ("comment-sign" in sign) is leaves_sign


def _cost(article: Any) -> int:
    """Queries for the pressed part."""
    with CaptureQueriesContext(connection) as seen:
        html = COMMENTS.variants(str(article.number))[""]
    assert html.count("comment-body") == 20
    return len(seen)


def test_five_thousand_cost_what_fifty_cost(newsroom: Newsroom) -> None:
    few, many = newsroom.publish(title="적은 기사"), newsroom.publish(title="많은 기사")
    for article, count in ((few, 50), (many, 5000)):
        Discussion.objects.create(article=article, visible=count)
        Comment.objects.bulk_create(
            Comment(
                article=article, name="독자", body="같은 글", characters=4, bytes=7, state="visible"
            )
            for _ in range(count)
        )
    _cost(few)  # The rules are read once for all.
    assert _cost(many) == _cost(few)
    with CaptureQueriesContext(connection) as seen:
        shape.listing(many.pk, "agreed", 3)
    plan = [_plan(one["sql"]) for one in seen.captured_queries[:1]]
    assert "SCAN comments_comment" not in plan[0] and "Seq Scan on comments_" not in plan[0]


def _plan(sql: str) -> str:
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute(explain + sql)
        return "\n".join(str(row) for row in cursor.fetchall())


def test_a_name_or_a_text_is_never_markup(newsroom: Newsroom) -> None:
    article = newsroom.publish()
    say(article, "<script>alert(1)</script> & \"'>", name="<b>굵게</b>")
    html = COMMENTS.variants(str(article.number))[""]
    assert "<script>alert" not in html and "<b>굵게" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#x27;&gt;" in html


def test_an_empty_discussion_invites(newsroom: Newsroom) -> None:
    article = newsroom.publish()
    html = COMMENTS.variants(str(article.number))
    assert "첫 댓글을 남겨" in html[""] and "댓글 <b>0</b>" in html["count"]
    assert (
        render_to_string(
            "comments/count.html", {"count": 0, "openness": {"mode": "closed"}}
        ).strip()
        == ""
    )
