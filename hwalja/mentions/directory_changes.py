"""What this room does when the directory changes, in the transaction of the change itself."""

from typing import Any

from hwalja.mentions import relinking
from hwalja.mentions.models import Appearance, Mention, Outlet, Quotation, Relation, Title
from hwalja.mentions.settle import settle
from hwalja.people.models import Profile
from hwalja.people.signals import (
    profile_changed,
    profile_split,
    profiles_loaded,
    profiles_merged,
)

# Columns that say who somebody is, as readers see it.
_EFFECTIVE: tuple[tuple[Any, str], ...] = (
    (Mention, "profile"),
    (Quotation, "profile"),
    (Outlet, "profile"),
    (Title, "profile"),
    (Title, "at_profile"),
    (Relation, "a"),
    (Relation, "b"),
)


def _on_changed(sender: Any, profile: Profile, **kwargs: Any) -> None:
    relinking.ask([profile.pk])


def _on_loaded(sender: Any, ids: list[str], **kwargs: Any) -> None:
    relinking.ask(list(ids))


def _on_merged(sender: Any, kept: Profile, other: Profile, undone: bool, **kwargs: Any) -> None:
    """What was the other's is the one's who stays; undone, the names are asked anew."""
    if not undone:
        _go_over(other.pk, kept.pk)
    relinking.ask([kept.pk, other.pk])


def _on_split(sender: Any, kept: Profile, other: Profile, undone: bool, **kwargs: Any) -> None:
    """Whom of the two an article means has to be asked; one that is no more goes back."""
    if undone:
        _go_over(other.pk, kept.pk)
    relinking.ask([kept.pk, other.pk])


def _go_over(old: str, new: str) -> None:
    """Everything that readers see as the old one's, in a few statements however much it is."""
    both = _in_both(old, new)
    for model, column in _EFFECTIVE:
        model.objects.filter(**{column: old}).update(**{column: new})
    Appearance.objects.filter(profile=old).exclude(article__in=both).update(profile=new)
    for article in both:
        settle(article)


def _in_both(old: str, new: str) -> list[int]:
    theirs = Appearance.objects.filter(profile=new).values("article")
    rows = Appearance.objects.filter(profile=old, article__in=theirs)
    return list(rows.values_list("article", flat=True))


def connect() -> None:
    uid = "mentions.directory"
    profile_changed.connect(_on_changed, dispatch_uid=uid)
    profiles_loaded.connect(_on_loaded, dispatch_uid=uid)
    profiles_merged.connect(_on_merged, dispatch_uid=uid)
    profile_split.connect(_on_split, dispatch_uid=uid)
