"""Answer an author's appeal against a decision."""

from django.db import transaction

from hwalja.accounts.models import User
from hwalja.comments import letters
from hwalja.comments.actions.approve import grant
from hwalja.comments.actions.decide import Reason, Refused, check, decide
from hwalja.comments.models import Appeal, Comment


@transaction.atomic
def answer_appeal(pk: int, user: User, *, granted: bool, answer: str) -> Comment:
    """Show the comment again, or leave it hidden; `answer` up to 300 characters, for the author.

    Raises `PermissionDenied`, and `Refused` where no appeal of this comment is open.
    """
    check(user)
    is_open = Appeal.objects.filter(comment=pk, state=Appeal.OPEN).exists()
    if granted:
        found = grant(pk, user, answer) if is_open else []
    else:
        found = decide("appeal_denied", [pk], user, lambda row: is_open, Reason(note=answer))
    if not found:
        raise Refused("답을 기다리는 이의가 없습니다.")
    letters.answered(found[0], granted=granted, answer=answer)
    return found[0]
