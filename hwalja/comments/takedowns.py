"""What all that is done to a request shares: the rows it holds, and what ends it."""

from django.db.models import Q
from django.utils import timezone

from hwalja.comments import letters
from hwalja.comments.models import Comment, Takedown


class NotNow(Exception):
    """It has been decided already, or the comment is no more; the text is for who tried."""


def held(pk: int) -> tuple[Takedown, Comment | None]:
    """The request and its comment, held until the commit; the comment always first."""
    comment_id = Takedown.objects.values_list("comment", flat=True).get(pk=pk)
    comment = held_comment(comment_id) if comment_id else None
    return Takedown.objects.select_for_update().get(pk=pk), comment


def held_comment(pk: int) -> Comment | None:
    rows = Comment.objects.select_for_update(of=("self",))
    return rows.select_related("article", "author").filter(pk=pk).first()


def in_force(comment: Comment) -> Takedown | None:
    """By what the comment is blocked now; the first of them where several asked."""
    if comment.state != Comment.BLOCKED:
        return None
    return Takedown.objects.in_force().filter(comment=comment).order_by("blocked_at", "pk").first()


def gone(rows: Q) -> None:
    """The comment is no more: whatever was asked of it has come about."""
    for row in Takedown.objects.open().filter(rows):
        row.state, row.decided_at = Takedown.GONE, timezone.now()
        row.save(update_fields=["state", "decided_at"])
        letters.to_requester("takedown_gone", "요청하신 댓글이 없어졌습니다", row)
