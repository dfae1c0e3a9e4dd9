"""Invented people and organisations of the demo newspaper."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from hwalja.people import ids
from hwalja.people.actions.load import load
from hwalja.people.records import PostRecord, Record

COPY = Path(__file__).with_name("demo.toml")
SOURCE = "시범 신문의 인물 명부"


def lay() -> int:
    """Take them into the directory; how many there are."""
    return load(list(_records()), None, document=SOURCE).done


def _records() -> Iterator[Record]:
    told = tomllib.loads(COPY.read_text(encoding="utf-8"))
    for name in told["organisations"]:
        pk = ids.of_content("organisation", name, "", "")
        yield Record(name, kind="organisation", id=pk)
    for row in told["people"]:
        name, post = row.pop("name"), PostRecord(**row)
        pk = ids.of_content("person", name, "", post.organisation)
        yield Record(name, id=pk, posts=(post,))
