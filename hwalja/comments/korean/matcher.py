"""Listed words in a comment, however they are written, and nothing that only looks like one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from ahocorasick_rs import AhoCorasick

from hwalja.comments.korean.edges import Place, is_innocent, is_meant
from hwalja.comments.korean.listed import Kind, Listed, all_forms, shipped_lines
from hwalja.hangul.folding import Folded, fold
from hwalja.hangul.readings import BARE, KEYS, PLAIN, SHAPES, SOUNDS, Reading

# Each forgives one trick; they are asked only where a text has more than syllables and signs.
_TRICKS = (BARE, SHAPES, SOUNDS, KEYS)


@dataclass(frozen=True, slots=True)
class Found:
    """A listed word in a text: half-open offsets in code points of the text as given."""

    word: str
    kind: Kind
    start: int
    end: int


class Words:
    """Lists of words, searched for all at once.

    Where listed words overlap, the longest decides, and of two equal ones the banned; what lies
    within an innocent word is not found.
    """

    def __init__(
        self, banned: Iterable[str], suspect: Iterable[str], innocent: Iterable[str]
    ) -> None:
        every = [
            *all_forms(banned, "banned"),
            *all_forms(suspect, "suspect"),
            *all_forms(innocent, "innocent"),
        ]
        self._words: dict[str, list[Listed]] = {}
        for word in every:
            self._words.setdefault(word.letters, []).append(word)
        self._lists = list(self._words.values())
        self._search = AhoCorasick(list(self._words))

    def find(self, text: str) -> list[Found]:
        """The banned and suspect words of a text, in the order they stand in it."""
        plain = fold(text)
        places = list(self._places(text, plain, PLAIN))
        innocent = [p.span for p in places if p.word.kind == "innocent" and is_innocent(p)]
        places = [p for p in places if p.word.kind != "innocent"]
        if "l" in plain.roles or "o" in plain.roles:
            chars = {*text, *normalize("NFKC", text)}
            for reading in _TRICKS:
                if reading.matters(chars):
                    places += self._places(text, fold(text, reading), reading)
        places = [p for p in places if not _covered(p, innocent) and is_meant(p)]
        return _longest(places)

    def _places(self, text: str, folded: Folded, reading: Reading) -> Iterator[Place]:
        """Where the letters of listed words stand in a reading, whatever is around them."""
        hits = self._search.find_matches_as_indexes(folded.letters, overlapping=True)
        for number, first, behind in hits:
            # Most hits begin or end within a syllable; no need to look at those closer.
            if folded.roles[first] in "ilo":
                for word in self._lists[number]:
                    if reading is PLAIN or word.kind != "innocent":
                        yield Place(word, text, folded, reading, first, behind - 1)


@cache
def shipped() -> Words:
    """The lists that come with the paper."""
    return Words(shipped_lines("banned"), shipped_lines("suspect"), shipped_lines("innocent"))


def _covered(place: Place, innocent: list[tuple[int, int]]) -> bool:
    """Whether a word lies in an innocent one, or its end across a space does: 개 보지 못했다."""
    start, end = place.span
    return _within(place.span, innocent) or any(
        start < other < end < behind and place.text[other - 1].isspace()
        for other, behind in innocent
    )


def _within(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _longest(places: list[Place]) -> list[Found]:
    """Of places over one another the longest, and of equal ones the banned word's."""
    order = {"banned": 0, "suspect": 1}
    places.sort(key=lambda p: (p.span[0] - p.span[1], order[p.word.kind]))
    taken: list[Found] = []
    for place in places:
        found = Found(place.word.word, place.word.kind, *place.span)
        if not any(_says_it(other, found) for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda f: (f.start, f.end))


def _says_it(longer: Found, found: Found) -> bool:
    """Whether a longer word says all there is to say; none that is suspect says banned by half."""
    if _within((found.start, found.end), [(longer.start, longer.end)]):
        return True
    apart = found.end <= longer.start or longer.end <= found.start
    return not apart and longer.kind in ("banned", found.kind)
