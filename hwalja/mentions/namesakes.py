"""A name in a text that several in the directory share, told while it is being written.

The analyser is not asked: what may be a name is looked up in the directory, so that it costs the
length of the text and not the size of the directory.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hwalja.mentions.reading.edges import ends_well
from hwalja.people import naming
from hwalja.people.models import Name, Profile
from hwalja.people.reading import described

SHORTEST, LONGEST = 2, 14  # Syllables of a name: 금, 은 alone are words, not names.
MOST_WORDS = 3  # Foreign names are written in several: 유리 안토노비치 가가린.
CHUNK = 5_000  # Keys a query.
TOLD = 20  # Names told of one text.
_WORD = re.compile(r"[가-힣A-Za-z]+")


@dataclass(frozen=True)
class Namesakes:
    """A name as it is printed, and who goes by it."""

    name: str
    profiles: list[Profile]


def in_text(text: str) -> list[Namesakes]:
    """Names that two or more people share, in the order of the text."""
    places = _places(text)
    sharing = _sharing(list(places))
    keys = [key for key in places if len(sharing.get(key, ())) > 1]
    wanted = {pk for key in keys for pk in sharing[key]}
    known = {row.pk: row for row in described(Profile.objects.filter(pk__in=wanted).by_name())}
    return [
        Namesakes(places[key], [known[pk] for pk in known if pk in sharing[key]])
        for key in keys[:TOLD]
    ]


def _places(text: str) -> dict[str, str]:
    """What may be a name, folded, and as it is printed first."""
    found: dict[str, str] = {}
    for start, end in _ranges(text):
        words = text[start:end]
        found.setdefault(naming.fold(words), words)
    return found


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """From the beginning of a word to wherever a name may end, over a few words."""
    words = [found.span() for found in _WORD.finditer(text)]
    for number, (start, _) in enumerate(words):
        for begin, stop in words[number : number + MOST_WORDS]:
            if "\n" in text[start:begin]:
                break
            for end in range(max(begin + 1, start + SHORTEST), min(stop, start + LONGEST) + 1):
                if ends_well(text, end):
                    yield start, end


def _sharing(keys: list[str]) -> dict[str, set[str]]:
    """The ids of the people who go by each."""
    found: dict[str, set[str]] = defaultdict(set)
    people = Profile.objects.shown().people()
    for first in range(0, len(keys), CHUNK):
        some = keys[first : first + CHUNK]
        own = people.filter(key__in=some).values_list("key", "pk")
        others = Name.objects.filter(key__in=some, hidden=False, profile__in=people)
        for key, pk in (*own, *others.values_list("key", "profile")):
            found[key].add(pk)
    return found
