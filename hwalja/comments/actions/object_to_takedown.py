"""The author of a blocked comment objects: at the end of the term it comes back."""

from django.db import transaction
from django.utils import timezone

from hwalja.comments import letters, log, takedowns
from hwalja.comments.models import Comment, Takedown


@transaction.atomic
def object_to(comment: Comment, text: str) -> bool:
    """False where nothing is in force, or the author has objected before."""
    held = takedowns.held_comment(comment.pk)
    first = takedowns.in_force(held) if held else None
    if held is None or first is None or first.state == Takedown.OBJECTED:
        return False
    for row in Takedown.objects.in_force().filter(comment=held):
        row.state, row.objection, row.objected_at = Takedown.OBJECTED, text, timezone.now()
        row.save(update_fields=["state", "objection", "objected_at"])
        letters.to_requester("takedown_objected", "댓글을 쓴 사람이 이의를 냈습니다", row)
    log.write("takedown_object", "author", held)
    letters.to_moderators("takedown_disputed", "임시조치에 이의가 들어왔습니다", takedown=first)
    return True
