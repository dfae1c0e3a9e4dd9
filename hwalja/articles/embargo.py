"""Embargo: until its end an article cannot go out, whoever presses what.

Every road to a reader (publish, approve, bulk action, API, clock) makes its
article from a revision, so the one lock stands there: what is made from a
revision is scheduled no earlier than the embargo ends. The second wall is
`published()`. Only who holds `articles.lift_embargo` may shorten or clear it.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.dateparse import parse_datetime

if TYPE_CHECKING:
    from hwalja.articles.models import Article


def in_force(until: datetime | None) -> bool:
    return until is not None and until > timezone.now()


def latest(times: Iterable[datetime | None]) -> datetime | None:
    """The latest of the times given; none if there is none."""
    return max((time for time in times if time), default=None)


def held_until(row: "Article") -> datetime | None:
    """The embargo of the newest draft, or of a row no reader has seen.

    What an older revision says, or forgets, is no way around it.
    """
    revision = row.latest_revision
    drafted = revision.content.get("embargo_until") if revision else None
    if isinstance(drafted, str):  # As it comes from the database; a time, as it goes there.
        drafted = parse_datetime(drafted)
    return latest([drafted, *_of_unseen(row)])


def _of_unseen(row: "Article") -> list[datetime | None]:
    return [] if row.live else [row.embargo_until]


def hold(article: "Article", row: "Article") -> None:
    """Schedule `article`, made from a revision of `row`, no earlier than its embargo ends."""
    until = latest([article.embargo_until, held_until(row)])
    if in_force(until):
        article.embargo_until = until
        article.go_live_at = latest([article.go_live_at, until])


def said(until: datetime | None) -> str:
    """As an editor reads it."""
    return timezone.localtime(until).strftime("%Y년 %-m월 %-d일 %H시 %M분") if until else ""
