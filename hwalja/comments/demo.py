"""Comments of invented readers under the demo newspaper's stories."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from hwalja.articles.models import Article
from hwalja.comments import discussions, log, press
from hwalja.comments.models import Comment
from hwalja.hangul.length import byte_length, characters

COPY = Path(__file__).with_name("demo.toml")


def lay() -> int:
    """Write them; how many there are."""
    told = tomllib.loads(COPY.read_text(encoding="utf-8"))
    for discussion in told["discussions"]:
        article = Article.objects.published().filter(title__contains=discussion["story"]).first()
        if article is not None:
            _lay_under(article, discussion["comments"])
    return Comment.objects.count()


def _lay_under(article: Article, rows: list[dict[str, Any]]) -> None:
    discussions.of_article(article)
    for row in rows:
        first = _say(article, row)
        for reply in row.get("replies", ()):
            _say(article, reply, parent=first)
    discussions.recount(article.pk)
    press.tell(article.number)


def _say(article: Article, row: dict[str, Any], parent: Comment | None = None) -> Comment:
    at = article.dated + timedelta(minutes=row["minutes"])
    hidden = row.get("hidden", "")
    comment = Comment.objects.create(
        article=article,
        parent=parent,
        name=row["name"],
        body=row["body"],
        characters=characters(row["body"]),
        bytes=byte_length(row["body"]),
        state=Comment.HIDDEN if hidden else Comment.VISIBLE,
        rule=hidden,
        leaves_sign=bool(hidden),
        agrees=row.get("agrees", 0),
        disagrees=row.get("disagrees", 0),
        featured=row.get("featured", False),
        # A story of today may be younger than what is said under it.
        created_at=min(at, timezone.now()),
    )
    log.write("post", "author", comment, rule="visible")
    return comment
