"""Members' names in use, and the newsroom apart from members."""

from datetime import datetime, timedelta

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.formats import date_format

from hwalja.accounts import nicknames
from hwalja.accounts.models import Member, User
from hwalja.masthead.shared import PAPER

# A sign-up whose address is never verified is forgotten after this long, and its name free.
KEPT_UNVERIFIED = timedelta(days=3)
# A name that changes every day belongs to nobody.
RENAMED_AFTER = timedelta(days=30)


def newsroom() -> QuerySet[User]:
    return User.objects.filter(member__isnull=True)


def is_of_the_paper(name: str) -> bool:
    """The paper's own name, or somebody's of the newsroom."""
    found, paper = nicknames.key(name), nicknames.key("".join(PAPER.get().masthead.name.split()))
    if paper and paper in found:
        return True
    whole = newsroom().annotate(whole=Concat("last_name", "first_name"))
    return whole.filter(whole__iexact=name).exists()


def clean_nickname(name: str, *, of: Member | None = None) -> str:
    """The name as it is kept; `of` may go on using its own. Raises ValidationError."""
    name = nicknames.spell(name)
    if not nicknames.is_well_formed(name):
        raise ValidationError(nicknames.ODD)
    if nicknames.is_ours(name):
        raise ValidationError(nicknames.RESERVED)
    key = nicknames.key(name)
    others = Member.objects.exclude(pk=of.pk) if of else Member.objects.all()
    if others.filter(key=key).exists() or cache.get(_reserved(key)):
        raise ValidationError(nicknames.TAKEN)
    return name


def reserve(name: str) -> None:
    """Hold a name as long as an unverified sign-up would.

    A sign-up with an address that has an account must leave the same traces as any other.
    """
    cache.set(_reserved(nicknames.key(name)), True, KEPT_UNVERIFIED.total_seconds())


def _reserved(key: str) -> str:
    return f"nickname:{key.encode().hex()}"


def enrol(user: User, nickname: str) -> Member:
    """Make the account a member's."""
    key = nicknames.key(nickname)
    try:
        with transaction.atomic():
            return Member.objects.create(user=user, nickname=nickname, key=key)
    except IntegrityError:
        # Somebody took it within the same moment; this member may choose another.
        nickname = f"독자{user.pk}"[: nicknames.LONGEST]
        return Member.objects.create(user=user, nickname=nickname, key=nicknames.key(nickname))


def may_rename_at(member: Member) -> datetime | None:
    """When the name may be changed again; nothing if now."""
    if member.renamed_at is None:
        return None
    again = member.renamed_at + RENAMED_AFTER
    return again if again > timezone.now() else None


def day(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "Y년 n월 j일")


def rename(member: Member, nickname: str) -> None:
    """Raises IntegrityError where somebody took the name within the same moment."""
    member.nickname, member.key = nickname, nicknames.key(nickname)
    member.renamed_at = timezone.now()
    with transaction.atomic():
        member.save(update_fields=["nickname", "key", "renamed_at"])
