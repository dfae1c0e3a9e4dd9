"""A moderator blocks a comment for as long as the law allows, or declines to."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.comments import letters, log, press, takedowns
from hwalja.comments.actions.decide import check
from hwalja.comments.models import Comment, Discussion, Takedown
from hwalja.comments.models.takedown import MOST_DAYS
from hwalja.comments.takedowns import NotNow

DONE = "이미 처리한 요청입니다."


@transaction.atomic
def block(pk: int, user: User, *, days: int = MOST_DAYS, note: str = "") -> Takedown:
    """Take the comment from readers, leave a sign, and tell both sides.

    A second request on a blocked comment joins the first: its term is no longer.
    Raises `PermissionDenied` and `NotNow`.
    """
    check(user)
    row, comment = takedowns.held(pk)
    if row.state != Takedown.ASKED:
        raise NotNow(DONE)
    if comment is None or comment.state == Comment.DELETED:
        takedowns.gone(Q(pk=row.pk))
        return Takedown.objects.get(pk=row.pk)
    row.by, row.note, row.blocked_at = user, note, timezone.now()
    first = takedowns.in_force(comment)
    if first:
        _join(row, first)
    else:
        _begin(row, comment, days)
    row.save()
    log.write("takedown_block", str(user.pk), comment, rule=row.right, reason=note)
    letters.to_requester("takedown_blocked", "요청하신 댓글을 임시로 가렸습니다", row)
    if not first:
        letters.to_author("takedown_author", "쓰신 댓글을 임시로 가렸습니다", comment, takedown=row)
    return row


def _join(row: Takedown, first: Takedown) -> None:
    row.state, row.until = first.state, first.until
    row.was, row.was_signed = first.was, first.was_signed


def _begin(row: Takedown, comment: Comment, days: int) -> None:
    term = timedelta(days=min(max(days, 1), MOST_DAYS))
    row.state, row.until = Takedown.BLOCKED, (row.blocked_at or timezone.now()) + term
    row.was, row.was_signed = comment.state, comment.leaves_sign
    if comment.state == Comment.VISIBLE:
        rows = Discussion.objects.filter(pk=comment.article_id, visible__gt=0)
        rows.update(visible=F("visible") - 1)
    comment.state, comment.leaves_sign = Comment.BLOCKED, True
    comment.featured, comment.decided_at = False, timezone.now()
    comment.save(update_fields=["state", "leaves_sign", "featured", "decided_at"])
    press.tell(comment.article.number, removal=True)


@transaction.atomic
def decline(pk: int, user: User, note: str) -> Takedown:
    """Leave the comment as it is, and tell the requester why.

    Raises `PermissionDenied` and `NotNow`.
    """
    check(user)
    row, comment = takedowns.held(pk)
    if row.state != Takedown.ASKED:
        raise NotNow(DONE)
    row.state, row.by, row.note = Takedown.DECLINED, user, note
    row.decided_at = timezone.now()
    row.save(update_fields=["state", "by", "note", "decided_at"])
    where = None if comment else row.article_number
    log.write("takedown_decline", str(user.pk), comment, article_number=where, reason=note)
    letters.to_requester("takedown_declined", "댓글 임시조치 요청을 받아들이지 않았습니다", row)
    return row
