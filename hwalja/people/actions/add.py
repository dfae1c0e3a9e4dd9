"""Take somebody into the directory."""

from collections.abc import Callable

from django.db import transaction

from hwalja.people import affected, history, permission, rows, signals
from hwalja.people.actions.edit import settle
from hwalja.people.models import Profile
from hwalja.people.permission import Actor
from hwalja.people.records import Record, Source


class Taken(Exception):
    """The id belongs to somebody already; the text is for who tried."""


@transaction.atomic
def add(record: Record, user: Actor, source: Source | None = None, *, why: str = "") -> Profile:
    """The new profile; every fact of the record gets the same source.

    Raises `PermissionDenied`, and `Taken` where an id is given that is not free.
    """
    permission.may_add(user, record.kind)
    if record.id and Profile.objects.filter(pk=record.id).exists():
        raise Taken(f"이미 있는 번호입니다: {record.id}")
    source = source or Source()
    profile = rows.profile(record, source)
    profile.save(force_insert=True)
    rows.write(rows.missing(record, profile, rows.Known(profile), source))
    return added(profile, user, why)


@transaction.atomic
def add_by(write: Callable[[], Profile], kind: str, user: Actor, *, why: str = "") -> Profile:
    """As `add`; `write` saves a form with a new profile and its facts, and gives the profile."""
    permission.may_add(user, kind)
    return added(settle(write().pk), user, why)


def added(profile: Profile, user: Actor, why: str = "") -> Profile:
    """Log and tell of a profile that has just been written, in the same transaction."""
    history.write(profile, "add", user, after=history.snapshot(profile), why=why)
    affected.tell(profile)
    signals.profile_changed.send(Profile, profile=profile)
    return profile
