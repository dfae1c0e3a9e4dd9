"""The curators' group (인물 담당), and what of the directory the editor-in-chief may do."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group
from django.db.models.signals import post_migrate, post_save

from hwalja.masthead.roles import CHIEF, ENTERING, grant_work

CURATORS = "인물 담당"
# Merge, split, hide, restore, decide on requests; more than adding and changing.
CURATE = "people.curate"
ADD, CHANGE = "people.add_profile", "people.change_profile"
_KINDS = ("person", "organisation", "profile")
CURATING = (
    *ENTERING,
    CURATE,
    *(f"people.{verb}_{kind}" for kind in _KINDS for verb in ("add", "change", "view")),
)
RUNNING = (*CURATING, "people.change_criteria")


def appoint(sender: Any, **kwargs: Any) -> None:
    """The group, where it is missing; what exists stays as editors left it."""
    # Django makes them after this signal too, and nobody says who comes first.
    create_permissions(sender, verbosity=0)
    group, made = Group.objects.get_or_create(name=CURATORS)
    if made:
        grant_work(group, CURATING)
        for chief in Group.objects.filter(name=CHIEF):
            grant_work(chief, RUNNING)


def _on_group(sender: type[Group], instance: Group, created: bool, **kwargs: Any) -> None:
    if created and instance.name == CHIEF:
        grant_work(instance, RUNNING)


def connect(app: Any) -> None:
    post_migrate.connect(appoint, sender=app, dispatch_uid="people.roles")
    post_save.connect(_on_group, sender=Group, dispatch_uid="people.roles")
