"""Let readers see comments."""

from collections.abc import Iterable

from hwalja.accounts.models import User
from hwalja.comments.actions.decide import Reason, decide
from hwalja.comments.models import Comment


def approve(pks: Iterable[int], user: User) -> list[Comment]:
    """Those that wait, that were hidden, or that were reported for nothing; at most 100 at once.

    Those approved are returned. Raises `PermissionDenied`.
    """
    return decide("approve", pks, user, show)


def show(row: Comment) -> bool:
    row.state, row.rule, row.note, row.leaves_sign = Comment.VISIBLE, "", "", False
    return True


def grant(pk: int, user: User, answer: str) -> list[Comment]:
    """The same, as the answer to its author's appeal."""
    return decide("appeal_granted", [pk], user, show, Reason(note=answer))
