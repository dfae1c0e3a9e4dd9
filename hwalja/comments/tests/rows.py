"""Comments as tests need them, written straight into the table."""

from typing import Any

from hwalja.articles.models import Article
from hwalja.comments import discussions
from hwalja.comments.models import Comment
from hwalja.hangul.length import byte_length, characters


def unsaved(
    article: Article, body: str = "이 돈이 어디서 나는지 궁금합니다.", **fields: Any
) -> Comment:
    named = {"name": "독자", "person": "g1", "origin": "o1", "state": Comment.VISIBLE, **fields}
    return Comment(
        article=article,
        body=body,
        characters=characters(body),
        bytes=byte_length(body),
        **named,
    )


def comment(
    article: Article, body: str = "이 돈이 어디서 나는지 궁금합니다.", **fields: Any
) -> Comment:
    """One comment, counted."""
    row = unsaved(article, body, **fields)
    row.save()
    discussions.of_article(article)
    discussions.recount(article.pk)
    return row


def columns(pk: int) -> dict[str, Any]:
    """Every column of the comment's row."""
    return dict(Comment.objects.filter(pk=pk).values()[0])
