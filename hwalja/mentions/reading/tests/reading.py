"""What the tests of reading share: the analyser, loaded once, and short ways to read a text."""

from datetime import date
from functools import lru_cache, partial

from kiwipiepy import Kiwi

from hwalja.mentions.reading import document, kiwi, people
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.document import Splitter
from hwalja.mentions.reading.linking import Linker
from hwalja.mentions.reading.shapes import Entry, Mention, Post


@lru_cache(maxsize=1)
def analyser() -> Kiwi:
    return kiwi.load()


@lru_cache(maxsize=1)
def splitter() -> Splitter:
    return partial(kiwi.sentences, analyser())


def mentions(text: str, *entries: Entry, on: date | None = None) -> list[Mention]:
    """The mentions in running text."""
    return people.find(document.body(text, splitter()), Linker(Directory(entries)), on=on)


def told(text: str, *entries: Entry) -> list[tuple[str, str, str, str]]:
    """Of each mention its text, its name, its status and how it was found."""
    return [
        (text[one.start : one.end], one.name, one.status, one.how)
        for one in mentions(text, *entries)
    ]


def linked(text: str, *entries: Entry, on: date | None = None) -> list[str | None]:
    """The ids of the people named, None for those not linked."""
    return [one.id for one in mentions(text, *entries, on=on) if one.kind == "person"]


def member(id: str, name: str, party: str, *district: str) -> Entry:
    """Somebody who stood for a party in a district."""
    return Entry(id, name, posts=(Post(title="국회의원", party=party, district=district),))


def worker(id: str, name: str, organisation: str, title: str, birthday: str = "") -> Entry:
    return Entry(id, name, posts=(Post(organisation, title),), birthday=birthday)
