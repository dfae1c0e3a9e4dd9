"""What a moderator does about an author: warn, suspend, ban, and lift again."""

from datetime import datetime, timedelta
from secrets import token_hex

from django.db import transaction
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.comments import letters, log, reasons
from hwalja.comments.actions.decide import DECIDABLE, Reason, Refused, check
from hwalja.comments.models import Comment, Decision, Standing

LONGEST = 3650  # Days; whoever should be away for longer is banned.
FORGOTTEN = "오래되어 누가 썼는지 알 수 없는 댓글입니다."


def warn(pk: int, user: User, why: Reason) -> Standing:
    """A word to the author, which keeps nobody from writing."""
    return _decide(Standing.WARNED, pk, user, why)


def suspend(pk: int, user: User, why: Reason, days: int, *, address: bool = False) -> Standing:
    """Keep the author of a comment from writing for so many days."""
    if not 1 <= days <= LONGEST:
        raise Refused(f"정지는 1일부터 {LONGEST:,}일까지입니다.")
    until = timezone.now() + timedelta(days=days)
    return _decide(Standing.SUSPENDED, pk, user, why, until, address=address)


def ban(pk: int, user: User, why: Reason, *, address: bool = False) -> Standing:
    """Keep the author of a comment from writing until it is lifted."""
    return _decide(Standing.BANNED, pk, user, why, address=address)


@transaction.atomic
def _decide(
    kind: str,
    pk: int,
    user: User,
    why: Reason,
    until: datetime | None = None,
    *,
    address: bool = False,
) -> Standing:
    """`address`: for a guest, whoever writes from that address without an account.

    Raises `PermissionDenied`, and `Refused` where the reason or the author is not known.
    """
    check(user)
    if why.rule not in reasons.REASONS:
        raise Refused("까닭을 골라 주십시오.")
    comment = Comment.objects.select_related("article").filter(pk=pk).first()
    if comment is None or comment.state not in DECIDABLE:
        raise Refused("그사이 쓴 사람이 지운 댓글입니다.")
    label = reasons.label(why.rule)
    row = Standing.objects.create(
        person=_person(comment, address=address),
        name=comment.name,
        kind=kind,
        reason=f"{label}. {why.note}" if why.note else label,
        comment=comment,
        by=user,
        until=until,
    )
    Decision.objects.create(
        batch=token_hex(16), comment=comment, standing=row, by=user, action=kind
    )
    letters.stands(comment, row)
    log.write(kind, str(user.pk), comment, rule=why.rule, reason=_logged(row, why))
    return row


def _person(comment: Comment, *, address: bool) -> str:
    wide = address and comment.author_id is None
    found = f"a{comment.origin}" if wide and comment.origin else "" if wide else comment.person
    if not found:
        raise Refused(FORGOTTEN)
    return found


def _logged(row: Standing, why: Reason) -> str:
    until = f"{timezone.localtime(row.until):%Y-%m-%d %H:%M}까지. " if row.until else ""
    return f"{until}{why.note}".strip()


@transaction.atomic
def lift(pk: int, user: User) -> Standing:
    """Let the author write again. Raises `PermissionDenied` and `Refused`."""
    check(user)
    row = Standing.objects.select_for_update().filter(pk=pk, lifted_at=None).first()
    if row is None:
        raise Refused("이미 푼 조치입니다.")
    row.lifted_at = timezone.now()
    row.save(update_fields=["lifted_at"])
    log.write("lift", str(user.pk), row.comment, rule=row.kind)
    return row
