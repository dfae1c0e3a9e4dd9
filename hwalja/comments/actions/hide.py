"""Take comments out of readers' sight, for one of the reasons."""

from collections.abc import Iterable

from django.db import transaction

from hwalja.accounts.models import User
from hwalja.comments import letters, reasons
from hwalja.comments.actions.decide import Reason, Refused, decide
from hwalja.comments.models import Comment


@transaction.atomic
def hide(pks: Iterable[int], user: User, reason: str, note: str = "") -> list[Comment]:
    """Hide them for a reason of `reasons.REASONS`; at most 100 at once.

    `note` is for the author, up to 200 characters. Those hidden are returned.
    Raises `PermissionDenied`, and `Refused` where there is no such reason.
    """
    if reason not in reasons.REASONS:
        raise Refused("가리는 까닭을 골라 주십시오.")

    def change(row: Comment) -> bool:
        row.leaves_sign = _leaves_sign(row)
        row.state, row.rule, row.featured = Comment.HIDDEN, reason, False
        row.note = f"{reasons.told(reason)} {note}" if note else ""
        return True

    rows = decide("hide", pks, user, change, Reason(reason, note))
    for row in rows:
        letters.hidden(row)
    return rows


def _leaves_sign(row: Comment) -> bool:
    """Where readers saw it, or answered it, they are told that it is gone; else nobody knew it."""
    return row.state == Comment.VISIBLE or row.leaves_sign or row.replies.visible().exists()
