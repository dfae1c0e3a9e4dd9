"""Who may do what to the directory; checked by every verb."""

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied

from hwalja.people.models import Profile
from hwalja.people.roles import CURATE

# Nobody: the operator at the command line, who may do everything.
Actor = AbstractUser | None


def may_add(user: Actor, kind: str) -> None:
    """Raises `PermissionDenied`."""
    _need(user, f"people.add_{kind}")


def may_change(user: Actor, profile: Profile) -> None:
    """Raises `PermissionDenied`."""
    _need(user, f"people.change_{profile.kind}")


def may_curate(user: Actor) -> None:
    """Raises `PermissionDenied`."""
    _need(user, CURATE)


def _need(user: Actor, permission: str) -> None:
    if user is not None and not user.has_perm(permission):
        raise PermissionDenied(permission)
