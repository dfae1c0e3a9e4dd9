"""The facts of a profile one by one, each under a short reference: post:12, name:3, photo."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hwalja.people import history
from hwalja.people.models import Fact, Name, Post, Profile

PHOTO = "photo"
MODELS: dict[str, Any] = {"name": Name, "post": Post, "fact": Fact}


@dataclass(frozen=True)
class Piece:
    """A fact as a form offers it."""

    ref: str
    text: str
    hidden: bool


def of(profile: Profile) -> list[Piece]:
    """All that can be hidden or moved: names, posts, facts, and the photo last."""
    found = [
        Piece(f"{kind}:{row.pk}", history.line(row), row.hidden)
        for kind, model in MODELS.items()
        for row in model.objects.filter(profile=profile).order_by("pk")
    ]
    if profile.photo_id:
        found.append(Piece(PHOTO, "사진", profile.photo_hidden))
    return found


def ids(refs: Iterable[str]) -> dict[str, list[int]]:
    """Row ids by kind, of the references that are well formed."""
    found: dict[str, list[int]] = {kind: [] for kind in MODELS}
    for ref in refs:
        kind, _, pk = ref.partition(":")
        if kind in found and pk.isascii() and pk.isdigit() and len(pk) < 19:
            found[kind].append(int(pk))
    return found
