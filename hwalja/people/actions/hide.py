"""Take a whole profile from readers: its address answers that it is gone."""

from django.db import transaction

from hwalja.people import permission
from hwalja.people.actions.edit import changed
from hwalja.people.models import Profile
from hwalja.people.permission import Actor


class NotNow(Exception):
    """It is merged, or hidden already; the text is for who tried."""


@transaction.atomic
def hide(profile_id: str, user: Actor, *, why: str) -> Profile:
    """Raises `PermissionDenied` and `NotNow`."""
    return _turn(profile_id, user, Profile.SHOWN, Profile.HIDDEN, "hide", why)


@transaction.atomic
def restore(profile_id: str, user: Actor, *, why: str) -> Profile:
    """Raises `PermissionDenied` and `NotNow`."""
    return _turn(profile_id, user, Profile.HIDDEN, Profile.SHOWN, "restore", why)


def _turn(profile_id: str, user: Actor, state: str, wanted: str, action: str, why: str) -> Profile:
    permission.may_curate(user)
    profile = Profile.objects.select_for_update().get(pk=profile_id)
    if profile.state != state:
        raise NotNow(f"지금 ‘{profile.get_state_display()}’ 상태라 할 수 없습니다.")
    rows = Profile.objects.filter(pk=profile_id)
    return changed(profile, user, lambda: rows.update(state=wanted), why=why, action=action)
