"""An author asks that a decision be looked at again: once."""

from django.db import transaction

from hwalja.comments import log
from hwalja.comments.models import Appeal, Comment


def appeal(comment: Comment, text: str) -> Appeal | None:
    """None where there is nothing to appeal against, or it was done before."""
    if comment.state != Comment.HIDDEN:
        return None
    with transaction.atomic():
        row, is_new = Appeal.objects.get_or_create(comment=comment, defaults={"text": text})
        if not is_new:
            return None
        Comment.objects.filter(pk=comment.pk).update(appealed=True)
        log.write("appeal", "author", comment)
    return row
