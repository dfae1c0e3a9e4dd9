"""Undo a moderator's last decision: everything is as it was before it."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.comments import log
from hwalja.comments.actions.decide import (
    DECIDABLE,
    Held,
    Refused,
    check,
    held,
    put_back,
    snapshot,
    write,
)
from hwalja.comments.models import Appeal, Comment, Decision, Report, Standing


@dataclass(frozen=True)
class Undone:
    """`left`: comments that have changed since, and stay as they are now."""

    action: str
    comments: list[Comment]
    left: int


@transaction.atomic
def undo(user: User) -> Undone:
    """Raises `PermissionDenied`, and `Refused` where there is nothing to undo."""
    check(user)
    own = Decision.objects.filter(by=user, undone_at=None)
    last = own.order_by("-pk").first()
    if last is None:
        raise Refused("되돌릴 일이 없습니다.")
    decisions = {row.comment_id: row for row in own.filter(batch=last.batch)}
    comments = held(decisions)
    undone = [row for row in comments if _is_last(row, decisions[row.pk])]
    rows = [_restored(row, decisions[row.pk]) for row in undone]
    write(rows)
    for row in rows:
        log.write("undo", str(user.pk), row.now, rule=last.action)
    own.filter(batch=last.batch).update(undone_at=timezone.now())
    return Undone(last.action, undone, len(comments) - len(undone))


def _is_last(row: Comment, decision: Decision) -> bool:
    """Nobody has decided anything else since, and its author has not taken it back."""
    later = Decision.objects.filter(comment=row, pk__gt=decision.pk, undone_at=None)
    return row.state in DECIDABLE and not later.exists()


def _restored(row: Comment, decision: Decision) -> Held:
    found, before = snapshot(row), decision.before
    if decision.standing_id:
        Standing.objects.filter(pk=decision.standing_id).delete()
        return found
    put_back(row, before)
    if row.state != Comment.VISIBLE and not row.leaves_sign:
        # Readers have answered it in the meantime.
        row.leaves_sign = row.replies.visible().exists()
    Report.objects.filter(pk__in=before["reports"]).update(settled=False)
    row.reports = Report.objects.filter(comment=row, settled=False).count()
    if row.appealed:
        Appeal.objects.filter(comment=row).update(state=Appeal.OPEN, answer="", answered_at=None)
    return found
