"""How an article calls people by a short form and a title: what confirms that a name is one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hwalja.mentions.reading import short
from hwalja.mentions.reading.newcomers.words import Word

# Short form → the titles that stand behind it: 홍 → 대표, 오웰 → 최고경영자.
Calls = Mapping[str, frozenset[str]]


def calls(text: str, paragraphs: Iterable[list[Word]]) -> Calls:
    """Of a whole article; a surname with 씨 counts as called by 씨."""
    found: dict[str, set[str]] = defaultdict(set)
    for words in paragraphs:
        for run in _openings(text, words):
            for length in (1, 2):
                if len(run) > length and run[length].title:
                    found[" ".join(word.text for word in run[:length])].add(run[length].title)
    return {head: frozenset(titles) for head, titles in found.items()}


def _openings(text: str, words: list[Word]) -> Iterator[list[Word]]:
    """At each word that no noun leads into, it and up to two behind it, all but the last bare."""
    before: Word | None = None
    for at, word in enumerate(words):
        opens = before is None or not before.is_bare or text[before.end : word.start] != " "
        before = word
        if not opens or not word.is_bare:
            continue
        run = [word]
        for behind in words[at + 1 : at + 3]:
            if not run[-1].is_bare or text[run[-1].end : behind.start] != " ":
                break
            run.append(behind)
        yield run


def confirm(name: str, title: str, calls: Calls) -> bool:
    """Whether somebody is called by a short form of a name and the same title."""
    return any(
        short.is_same_post(title, other)
        for head in short.heads(name)
        for other in calls.get(head, ())
    )
