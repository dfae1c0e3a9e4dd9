"""What every room needs that adds a role to the newsroom: names, and how work is granted."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

CHIEF = "편집국장"
ENTERING = ("wagtailadmin.access_admin",)


def permissions(names: Iterable[str]) -> list[Permission]:
    """Those named "app.codename", or "app.model" for all that can be done to it."""
    wanted = Q()
    for name in names:
        app, _, rest = name.partition(".")
        wanted |= Q(content_type__app_label=app) & (
            Q(content_type__model=rest, codename__in=_verbs(rest)) | Q(codename=rest)
        )
    return list(Permission.objects.filter(wanted))


def _verbs(model: str) -> list[str]:
    return [f"{verb}_{model}" for verb in ("add", "change", "delete", "view")]


def grant_work(group: Group, names: Iterable[str]) -> None:
    """Let the group do this work; adds, never takes away."""
    group.permissions.add(*permissions(names))
