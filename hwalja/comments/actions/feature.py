"""Recommend a comment to readers, or no longer."""

from hwalja.accounts.models import User
from hwalja.comments.actions.decide import Refused, decide
from hwalja.comments.models import Comment


def feature(pk: int, user: User, *, on: bool) -> Comment:
    """Raises `PermissionDenied`, and `Refused` where readers do not see it."""

    def change(row: Comment) -> bool:
        row.featured = on
        return row.state == Comment.VISIBLE

    found = decide("feature" if on else "unfeature", [pk], user, change)
    if not found:
        raise Refused("실린 댓글만 추천할 수 있습니다.")
    return found[0]
