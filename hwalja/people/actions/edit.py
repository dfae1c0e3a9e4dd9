"""Change what is said of somebody."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from hwalja.people import affected, history, permission, signals
from hwalja.people.models import Fact, Name, Post, Profile
from hwalja.people.permission import Actor

# Columns that follow from what was typed.
_FOLLOWS: dict[Any, list[str]] = {
    Name: ["key", "initials"],
    Post: ["since", "until"],
    Fact: ["text"],
}


def edit(
    profile_id: str,
    user: Actor,
    change: Callable[[], object],
    *,
    why: str = "",
    action: str = "edit",
) -> Profile:
    """Run `change`, which writes to the profile or its facts; the profile as it then stands.

    Where nothing came of it, nothing is logged and no page is made anew. Raises
    `PermissionDenied` and `Profile.DoesNotExist`.
    """
    with transaction.atomic():
        before = Profile.objects.select_for_update().get(pk=profile_id)
        permission.may_change(user, before)
        return changed(before, user, change, why=why, action=action)


def changed(
    before: Profile, user: Actor, change: Callable[[], object], *, why: str, action: str
) -> Profile:
    """As `edit`, once the right to do so is known; within a transaction."""
    told, stood = history.snapshot(before), affected.stands_on(before)
    change()
    after = settle(before.pk)
    now = history.snapshot(after)
    if told == now:
        return after
    after.changed_at = timezone.now()
    after.save(update_fields=["changed_at"])
    history.write(after, action, user, before=told, after=now, why=why)
    affected.tell(after, stood)
    signals.profile_changed.send(Profile, profile=after)
    return after


def settle(profile_id: str) -> Profile:
    """Write what follows from what a form has saved: search keys, dates in one form."""
    profile = Profile.objects.get(pk=profile_id)
    profile.settle()
    profile.save(update_fields=["key", "initials", "shelf", "head"])
    for model, columns in _FOLLOWS.items():
        rows = list(model.objects.filter(profile=profile_id))
        for row in rows:
            row.settle()
        model.objects.bulk_update(rows, columns)
    return profile
