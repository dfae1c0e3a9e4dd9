"""An author takes back what they wrote: the text goes for good."""

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from hwalja.comments import log, persons, press, takedowns
from hwalja.comments.models import Comment, Discussion

# Wrong passwords until the comment can no longer be deleted by one.
MOST_TRIES = 10


class WrongPassword(Exception):
    """The text is for the reader."""


def delete(comment: Comment, *, password: str | None = None) -> None:
    """Delete it; with a `password` only where it is the right one, else whoever calls has asked.

    Raises `WrongPassword`.
    """
    if password is not None:
        check_password(comment, password)
    with transaction.atomic():
        row = Comment.objects.select_for_update().get(pk=comment.pk)
        if row.state != Comment.DELETED:
            row.article = comment.article
            _delete(row)


def check_password(comment: Comment, password: str) -> None:
    """Counted before it is compared, so that many at once are not many tries."""
    tried = Comment.objects.filter(pk=comment.pk, wrong_passwords__lt=MOST_TRIES)
    if not tried.update(wrong_passwords=F("wrong_passwords") + 1):
        raise WrongPassword("비밀번호를 너무 여러 번 틀렸습니다. 지우려면 편집국에 알려 주십시오.")
    if not persons.is_password(password, comment.password):
        raise WrongPassword("비밀번호가 다릅니다. 댓글을 쓸 때 적은 비밀번호를 넣어 주십시오.")
    Comment.objects.filter(pk=comment.pk).update(wrong_passwords=0)


def empty(row: Comment) -> None:
    """Nothing that was written is left; saving is the caller's."""
    row.state, row.decided_at, row.rule, row.note = Comment.DELETED, timezone.now(), "", ""
    row.body, row.characters, row.bytes, row.spans, row.password = "", 0, 0, "", ""


def _delete(row: Comment) -> None:
    was_visible = row.state == Comment.VISIBLE
    empty(row)
    # Replies keep their place under a sign.
    row.leaves_sign = row.replies.exclude(state=Comment.DELETED).exists()
    row.save()
    if was_visible:
        Discussion.objects.filter(pk=row.article_id).update(visible=F("visible") - 1)
    takedowns.gone(Q(comment=row))
    press.tell(row.article.number, removal=True)
    log.write("delete", "author", row)
