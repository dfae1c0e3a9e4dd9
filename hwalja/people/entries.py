"""The directory as the room that reads articles takes it up."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hwalja.people.models import Fact, Name, Post, Profile
from hwalja.people.shared import DIRECTORY
from hwalja.press.models import Generation

CHUNK = 2000


def version() -> int:
    """Grows with every committed change of the directory; one row of the database."""
    rows = Generation.objects.filter(pk=DIRECTORY.name)
    return rows.values_list("number", flat=True).first() or 0


def rows() -> Iterator[dict[str, Any]]:
    """Everybody who is not hidden or merged, in the order of their ids.

    Each has id, name, kind, aliases (every other name), birthday (a partial date, or "") and
    posts: dicts of organisation, title, party, district (a tuple, largest part first), since,
    until, each "" where unknown. What is hidden on request is not among them.
    """
    last = ""
    while True:
        shown = Profile.objects.shown().filter(pk__gt=last).order_by("pk")
        found = list(shown.values_list("pk", "name", "kind")[:CHUNK])
        if not found:
            return
        yield from _chunk(found)
        last = found[-1][0]


def _chunk(found: list[tuple[str, str, str]]) -> Iterator[dict[str, Any]]:
    ids = [pk for pk, _, _ in found]
    names, posts, facts = _names(ids), _posts(ids), _facts(ids)
    for pk, name, kind in found:
        known = facts[pk]
        own = {"party": known.get(Fact.PARTY, ""), "district": known.get(Fact.REGION, "")}
        yield {
            "id": pk,
            "name": name,
            "kind": kind,
            "aliases": names[pk],
            "posts": [*posts[pk], *([_post(**own)] if any(own.values()) else [])],
            "birthday": known.get(Fact.BIRTHDAY, ""),
        }


def _post(**known: str) -> dict[str, Any]:
    blank = {"organisation": "", "title": "", "party": "", "since": "", "until": ""}
    return {**blank, **known, "district": tuple(known["district"].split())}


def _names(ids: list[str]) -> defaultdict[str, list[str]]:
    found = defaultdict(list)
    rows = Name.objects.filter(profile__in=ids, hidden=False).order_by("pk")
    for pk, text in rows.values_list("profile", "text"):
        found[pk].append(text)
    return found


def _posts(ids: list[str]) -> defaultdict[str, list[dict[str, Any]]]:
    found = defaultdict(list)
    columns = ("title", "party", "district", "since", "until")
    rows = Post.objects.filter(profile__in=ids, hidden=False).order_by("-since", "-pk")
    for pk, known, named, *rest in rows.values_list(
        "profile", "organisation__name", "organisation_name", *columns
    ):
        values = dict(zip(columns, rest, strict=True))
        found[pk].append(_post(organisation=known or named, **values))
    return found


def _facts(ids: list[str]) -> defaultdict[str, dict[str, str]]:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    rows = Fact.objects.filter(profile__in=ids, hidden=False).order_by("pk")
    for pk, kind, text in rows.values_list("profile", "kind", "text"):
        found[pk].setdefault(kind, text)
    return found
