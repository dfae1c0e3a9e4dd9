"""What all decisions about comments have in common: each is whole, and can be undone exactly."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Prefetch
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.articles.models import Article
from hwalja.comments import discussions, log, press
from hwalja.comments.models import Appeal, Comment, Decision, Discussion, Report
from hwalja.comments.roles import MODERATE

# What the author took back, and what the law holds, is no moderator's affair.
DECIDABLE = (Comment.VISIBLE, Comment.WAITING, Comment.HIDDEN)
AT_MOST = 100
KEPT = ("state", "rule", "note", "leaves_sign", "featured", "appealed")
WRITTEN = (*KEPT, "reports", "decided_at")


class Refused(Exception):
    """The text is for the moderator."""


@dataclass(frozen=True)
class Reason:
    """Why: `rule` a name of `reasons.REASONS` or empty, `note` for the author and the log."""

    rule: str = ""
    note: str = ""


def check(user: Any) -> None:
    """Raises `PermissionDenied`."""
    if not user.has_perm(MODERATE):
        raise PermissionDenied


@transaction.atomic
def decide(
    action: str,
    pks: Iterable[int],
    user: User,
    change: Callable[[Comment], bool],
    why: Reason = Reason(),
) -> list[Comment]:
    """Change those comments that can be, and all that follows from it; those are returned.

    `change` gets a comment and says whether it is one to decide so about. Rows are taken in
    one order (comments, discussions, the press, the log), so that no two decisions wait for
    each other.
    """
    check(user)
    before = {row.pk: snapshot(row) for row in held(pks)}
    rows = [row for row in before.values() if row.now.state in DECIDABLE and change(row.now)]
    reports = _settled([row.now.pk for row in rows])
    for row in rows:
        row.now.decided_at, row.now.reports, row.now.appealed = timezone.now(), 0, False
    write(rows)
    batch = token_hex(16)
    Decision.objects.bulk_create(
        Decision(
            batch=batch,
            comment=row.now,
            by=user,
            action=action,
            before={**row.columns, "reports": reports.get(row.now.pk, [])},
        )
        for row in rows
    )
    for row in rows:
        if row.columns["appealed"]:
            _answer(row.now, why.note)
        log.write(action, str(user.pk), row.now, rule=why.rule, reason=why.note)
    return [row.now for row in rows]


@dataclass(frozen=True)
class Held:
    """A comment, locked until the commit, with its columns as they were."""

    now: Comment
    columns: dict[str, Any]

    @property
    def was_visible(self) -> bool:
        return bool(self.columns["state"] == Comment.VISIBLE)

    @property
    def is_visible(self) -> bool:
        return self.now.state == Comment.VISIBLE


def held(pks: Iterable[int]) -> list[Comment]:
    """The comments, locked; at most `AT_MOST`."""
    articles = Prefetch("article", Article.objects.defer_streamfields())
    rows = Comment.objects.select_for_update().filter(pk__in=list(pks)[:AT_MOST])
    return list(rows.order_by("pk").prefetch_related(articles))


def snapshot(row: Comment) -> Held:
    columns: dict[str, Any] = {name: getattr(row, name) for name in KEPT}
    # To the microsecond, which Django's own encoder is not.
    columns["decided_at"] = row.decided_at.isoformat() if row.decided_at else None
    return Held(row, columns)


def put_back(row: Comment, columns: dict[str, Any]) -> None:
    for name in KEPT:
        setattr(row, name, columns[name])
    at = columns["decided_at"]
    row.decided_at = datetime.fromisoformat(at) if at else None


def write(rows: list[Held]) -> None:
    """Keep the comments, count what readers see, and tell the press."""
    for row in rows:
        row.now.save(update_fields=WRITTEN)
    more: dict[int, int] = {}
    for row in rows:
        change = row.is_visible - row.was_visible
        more[row.now.article_id] = more.get(row.now.article_id, 0) + change
    for article, change in sorted(more.items()):
        if change and not Discussion.objects.filter(pk=article).update(
            visible=F("visible") + change
        ):
            Discussion.objects.create(article_id=article)
            discussions.recount(article)
    gone = {row.now.article.number for row in rows if row.was_visible and not row.is_visible}
    seen = {row.now.article.number for row in rows if row.is_visible or row.now.leaves_sign}
    press.tell(*gone, removal=True)
    press.tell(*(seen - gone))


def _settled(pks: list[int]) -> dict[int, list[int]]:
    """The reports of these comments have been looked at; which those were."""
    found: dict[int, list[int]] = {}
    for comment, pk in Report.objects.filter(comment__in=pks, settled=False).values_list(
        "comment", "pk"
    ):
        found.setdefault(comment, []).append(pk)
    Report.objects.filter(pk__in=[pk for some in found.values() for pk in some]).update(
        settled=True
    )
    return found


def _answer(row: Comment, note: str) -> None:
    """Whatever is decided about a comment whose author appealed is the answer."""
    state = Appeal.GRANTED if row.state == Comment.VISIBLE else Appeal.DENIED
    open_one = Appeal.objects.filter(comment=row, state=Appeal.OPEN)
    open_one.update(state=state, answer=note, answered_at=timezone.now())
