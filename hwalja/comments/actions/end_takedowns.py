"""The end of a takedown: by a moderator, or by the clock when its term is over.

The rule: a comment whose author has objected comes back, one whose author has not is deleted
for good (`docs/decisions/0014-the-end-of-a-takedown.md`).
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.comments import letters, log, press, takedowns
from hwalja.comments.actions.delete import empty
from hwalja.comments.models import Comment, Discussion, Takedown
from hwalja.comments.takedowns import NotNow

DUTY = "takedowns"
AT_ONCE = 200
# Requesters are forgotten so long after the end.
FORGETS_AFTER = timedelta(days=365)
_SAID = {
    Takedown.RESTORED: ("되살렸습니다", "쓴 사람이 이의를 냈고 임시조치 기간이 끝났습니다."),
    Takedown.DELETED: ("지웠습니다", "쓴 사람이 임시조치 기간 안에 이의를 내지 않았습니다."),
}
logger = logging.getLogger(__name__)


def end_due() -> int:
    """End what is due; how many comments that were. One that fails keeps back no other."""
    due = Takedown.objects.in_force().filter(until__lte=timezone.now())
    takedowns.gone(Q(pk__in=due.filter(comment=None).values("pk")))
    numbers = due.exclude(comment=None).order_by("until").values_list("comment", flat=True)
    return sum(_end_one(number) for number in dict.fromkeys(numbers[:AT_ONCE]))


def _end_one(comment_id: int) -> bool:
    try:
        with transaction.atomic():
            comment = takedowns.held_comment(comment_id)
            # It may have been ended between the question and the answer.
            first = takedowns.in_force(comment) if comment else None
            if comment is None or first is None:
                takedowns.gone(Q(comment=comment_id, until__lte=timezone.now()))
                return False
            _end(comment, restored=first.state == Takedown.OBJECTED)
    except Exception:
        logger.exception("댓글 %s의 임시조치를 끝내지 못함", comment_id)
        return False
    return True


@transaction.atomic
def end(pk: int, user: User, *, restored: bool, note: str) -> None:
    """Before its time: the requester took it back, a court has decided. Raises `NotNow`."""
    row, comment = takedowns.held(pk)
    if not row.is_in_force or comment is None or comment.state != Comment.BLOCKED:
        raise NotNow("지금 임시조치 중인 댓글이 아닙니다.")
    _end(comment, restored=restored, user=user, note=note)


def _end(comment: Comment, *, restored: bool, user: User | None = None, note: str = "") -> None:
    rows = Takedown.objects.in_force().filter(comment=comment).order_by("blocked_at", "pk")
    if restored:
        _restore(comment, rows[0])
    else:
        _delete(comment)
    state = Takedown.RESTORED if restored else Takedown.DELETED
    action = "takedown_restore" if restored else "takedown_delete"
    log.write(action, str(user.pk) if user else DUTY, comment, reason=note)
    _close(rows, state, user, note, comment)


def _restore(comment: Comment, row: Takedown) -> None:
    """As it stood before; what was hidden by a rule stays hidden."""
    comment.state, comment.leaves_sign = row.was or Comment.VISIBLE, row.was_signed
    comment.save(update_fields=["state", "leaves_sign"])
    if comment.state == Comment.VISIBLE:
        Discussion.objects.filter(pk=comment.article_id).update(visible=F("visible") + 1)
    press.tell(comment.article.number)


def _delete(comment: Comment) -> None:
    empty(comment)
    # The law wants users to be able to see what was done.
    comment.rule, comment.leaves_sign = Comment.BY_TAKEDOWN, True
    comment.save()
    press.tell(comment.article.number, removal=True)


def _close(
    rows: QuerySet[Takedown], state: str, user: User | None, note: str, comment: Comment
) -> None:
    said, by_rule = _SAID[state]
    why = note or by_rule
    for number, row in enumerate(rows):
        row.state, row.decided_at = state, timezone.now()
        row.by, row.note = user or row.by, note or row.note
        row.save(update_fields=["state", "decided_at", "by", "note"])
        letters.to_requester("takedown_ended", f"임시로 가린 댓글을 {said}", row, why=why)
        if not number:
            letters.to_author(
                "takedown_ended_author", f"쓰신 댓글을 {said}", comment, takedown=row, why=why
            )


def forget_requesters() -> int:
    """Erase who asked and why a year after the end; the ledger keeps what was done."""
    before = timezone.now() - FORGETS_AFTER
    old = Takedown.objects.filter(decided_at__lt=before, forgotten_at=None)
    return old.update(
        name="", mail="", reason="", objection="", origin="", forgotten_at=timezone.now()
    )
