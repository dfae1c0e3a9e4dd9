"""The people and organisations that the paper's own directory knows."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.apps import apps

from hwalja.mentions.reading.shapes import Entry, Post


class NoDirectory(Exception):
    """This newspaper keeps no directory; the message is one Korean line for an operator."""


def entries() -> Iterator[Entry]:
    """Everybody whom the directory shows, in the order of their ids; raises NoDirectory."""
    if not apps.is_installed("hwalja.people"):
        raise NoDirectory(
            "이 신문에는 인물 사전이 없습니다. --directory 로 인물 파일을 지정하십시오."
        )
    # By name: a paper without that room has no such module.
    return map(_entry, import_module("hwalja.people.entries").rows())


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        name=row["name"],
        kind="organisation" if row["kind"] == "organisation" else "person",
        aliases=tuple(row["aliases"]),
        posts=tuple(Post(**post) for post in row["posts"]),
        birthday=row["birthday"],
    )
