"""Rows of comments as pages show them: a page of a list, in a fixed number of queries."""

from dataclasses import dataclass, field
from typing import Literal

from django.db.models import Count, QuerySet

from hwalja.comments.models import PER_PAGE, Comment

Sort = Literal["newest", "agreed", "oldest"]
SORTS: dict[str, str] = {"newest": "최신순", "agreed": "공감순", "oldest": "오래된순"}
# Beneath each comment of a list; the rest stand on its own page.
REPLIES_SHOWN = 3
# Pages of a list that can be asked for; nobody reads 4,000 comments page by page.
LAST_PAGE = 250


@dataclass
class Row:
    """A comment in a list. `more`: replies beyond those shown."""

    comment: Comment
    replies: list["Row"] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True)
class Listing:
    """`number` counts from 1; `further`: is there another page?"""

    rows: list[Row]
    sort: str
    number: int
    further: bool


NOTHING = Listing([], "newest", 1, further=False)


def listing(article_id: int, sort: str = "newest", number: int = 1) -> Listing:
    """A page of an article's comments; costs the same however many there are.

    Pages are cut by offset on an index, and there are at most `LAST_PAGE` of them.
    """
    first = (number - 1) * PER_PAGE
    rows = _sorted(Comment.objects.standing().filter(article=article_id, parent=None), sort)
    found = list(rows[first : first + PER_PAGE + 1])
    shown = [Row(comment) for comment in found[:PER_PAGE]]
    _add_replies(shown)
    return Listing(shown, sort, number, len(found) > PER_PAGE and number < LAST_PAGE)


def _sorted(rows: QuerySet[Comment], sort: str) -> QuerySet[Comment]:
    order = {"newest": ("-id",), "oldest": ("id",), "agreed": ("-agrees", "-id")}[sort]
    return _with_authors(rows.order_by(*order))


def _with_authors(rows: QuerySet[Comment]) -> QuerySet[Comment]:
    """With whatever of its author stands over a comment."""
    return rows.select_related("author__member").defer("password")


def _add_replies(rows: list[Row]) -> None:
    """The first replies of each, and how many more there are: a query for each that has any."""
    by_id = {row.comment.pk: row for row in rows}
    if not by_id:
        return
    replies = Comment.objects.standing().filter(parent__in=by_id)
    counts = dict(replies.values_list("parent").annotate(Count("pk")).order_by())
    for parent, count in counts.items():
        first = _with_authors(replies.filter(parent=parent).order_by("id"))[:REPLIES_SHOWN]
        by_id[parent].replies = [Row(reply) for reply in first]
        by_id[parent].more = max(0, count - REPLIES_SHOWN)


def one(comment: Comment, number: int = 1) -> Listing:
    """A comment with a page of its replies, as its own page shows it."""
    first = (number - 1) * PER_PAGE
    replies = Comment.objects.standing().filter(parent=comment).order_by("id")
    found = list(_with_authors(replies)[first : first + PER_PAGE + 1])
    row = Row(comment, [Row(reply) for reply in found[:PER_PAGE]])
    return Listing([row], "oldest", number, len(found) > PER_PAGE)
