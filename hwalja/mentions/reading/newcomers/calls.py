"""How an article calls people by a short form and a title: what confirms that a name is one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from hwalja.mentions.reading import short
from hwalja.mentions.reading.newcomers.words import Word

# Short form → the titles that stand behind it: 홍 → 대표, 오웰 → 최고경영자.
Calls = Mapping[str, frozenset[str]]


def calls(text: str, paragraphs: Iterable[list[Word]]) -> Calls:
    """Of a whole article; a surname with 씨 counts as called by 씨."""
    found: dict[str, set[str]] = defaultdict(set)
    for words in paragraphs:
        before: Word | None = None
        for first, second in pairwise(words):
            opens = before is None or not before.is_bare or text[before.end : first.start] != " "
            before = first
            if opens and first.is_bare and second.title and text[first.end : second.start] == " ":
                found[first.text].add(second.title)
    return {head: frozenset(titles) for head, titles in found.items()}


def confirm(name: str, title: str, calls: Calls) -> bool:
    """Whether somebody is called by a short form of a name and the same title."""
    return any(
        short.is_same_post(title, other)
        for head in short.heads(name)
        for other in calls.get(head, ())
    )
