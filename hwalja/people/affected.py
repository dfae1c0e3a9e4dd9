"""Which pages a change of the directory touches, and the signals that tell of one.

Rooms above hear of it by `door.on("who", …)`: they get the `Change`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.db.models import Q
from django.db.models.signals import post_save

from hwalja.media.signals import photo_changed
from hwalja.people import sitemaps
from hwalja.people.models import Criteria, Fact, Name, Post, Profile
from hwalja.people.shared import COUNTS, DIRECTORY
from hwalja.press import door, marks
from hwalja.press.marks import Order
from hwalja.press.press import PAGES
from hwalja.press.shared import touch

Keys = Iterator[tuple[str, Order]]
# On every page of the room; on every page that lists somebody.
TAG, LIST_TAG = "who", "who-list"
CRITERIA = "/who/criteria/"


@dataclass(frozen=True)
class Change:
    """A profile that has changed, and the keys on which it stood before."""

    profile: Profile
    stood: frozenset[str] = frozenset()


def tag_of(profile_id: str) -> str:
    """On every page of the room that names this profile."""
    # Tags travel in a header, which holds ASCII only.
    return f"who-{quote(profile_id, safe='')}"


def of_change(change: Change) -> Keys:
    profile = change.profile
    seen = profile.state == Profile.SHOWN
    own, near = (Order.ARTICLE, Order.FRONT) if seen else (Order.REMOVAL, Order.REMOVAL)
    now = dict(_own(profile, own))
    yield from now.items()
    for key in stands_on(profile):
        yield key, near
    for key in change.stood:
        # Where it no longer stands, it must not be seen any more.
        yield key, near if key in now else Order.REMOVAL
    # Whoever else names it: the members of an organisation, say.
    yield marks.tagged(tag_of(profile.pk)), near
    yield sitemaps.part_of(profile.pk), Order.REST
    yield "/sitemap.xml", Order.REST


def _own(profile: Profile, order: Order) -> Keys:
    address = profile.get_absolute_url()
    for key in (address, f"{address}feed/", f"/who/{profile.pk}.json"):
        yield key, order


def stands_on(profile: Profile) -> frozenset[str]:
    """Keys of the pages on which the profile stands besides its own."""
    keys = {"/who/"}
    for shelf in filter(None, {profile.shelf, profile.head}):
        path = shelf_address(shelf)
        keys |= {path, f"{PAGES}{path}"}
    near = Profile.objects.shown().filter(_near(profile)).exclude(pk=profile.pk)
    for pk in near.values_list("pk", flat=True).distinct():
        keys |= {f"/who/{pk}/", f"/who/{pk}.json"}
    return frozenset(keys)


def _near(profile: Profile) -> Q:
    """Its namesakes, by any name; the organisations in which it holds posts."""
    names = {profile.key, *profile.names.values_list("key", flat=True)}
    return Q(key__in=names) | Q(names__key__in=names) | Q(holders__profile=profile.pk)


def shelf_address(shelf: str) -> str:
    return f"/who/by/{shelf}/"


def tell(profile: Profile, stood: frozenset[str] = frozenset()) -> int:
    """Say that a profile has changed; in the transaction of the change, as its last step."""
    touch(DIRECTORY, COUNTS)
    return door.happened("who", Change(profile, stood))


def tell_of_many() -> int:
    """Say that a file has changed many: every page of the room is made anew in its turn."""
    touch(DIRECTORY, COUNTS)
    return marks.mark(
        [
            ("/who/", Order.FRONT),
            ("/sitemap.xml", Order.REST),
            (marks.tagged(TAG), Order.BULK),
        ]
    )


def of_source(number: int) -> Keys:
    """Pages of those of whom something was read in this article."""
    read = [
        Profile.objects.filter(source_article=number).values_list("pk", flat=True),
        *(
            model.objects.filter(source_article=number).values_list("profile", flat=True)
            for model in (Name, Post, Fact)
        ),
    ]
    for pk in {pk for rows in read for pk in rows}:
        # It may have been withdrawn: its sentence must not be seen any more.
        for key in (f"/who/{pk}/", f"/who/{pk}.json", f"/who/{pk}/feed/"):
            yield key, Order.REMOVAL


def of_photo(photo_id: int) -> Keys:
    for pk in Profile.objects.shown().filter(photo=photo_id).values_list("pk", flat=True):
        yield f"/who/{pk}/", Order.FRONT


def of_criteria(_: object) -> Keys:
    yield CRITERIA, Order.FRONT


def addresses() -> Iterator[str]:
    """The directory, its shelves, and everybody in it."""
    yield from ("/who/", CRITERIA)
    yield from (shelf_address(shelf) for shelf in COUNTS.get().shelves)
    ids = Profile.objects.shown().order_by("-changed_at").values_list("pk", flat=True)
    yield from (f"/who/{pk}/" for pk in ids.iterator(chunk_size=2000))


def register() -> None:
    door.on("who", of_change)
    door.on("photo", of_photo)
    door.on("criteria", of_criteria)
    door.every_address(addresses)


def _on_criteria(sender: type, instance: Criteria, **kwargs: Any) -> None:
    door.happened("criteria", instance)


def _on_photo(sender: type, photo_id: int, **kwargs: Any) -> None:
    marks.mark(of_photo(photo_id))


def connect() -> None:
    post_save.connect(_on_criteria, sender=Criteria, dispatch_uid="people.criteria")
    photo_changed.connect(_on_photo, dispatch_uid="people.photo")
