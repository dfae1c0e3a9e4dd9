"""A sentence laid out for its features: units, words, and what the lexicon knows of them."""

from collections.abc import Sequence
from functools import cached_property

from hwalja.mentions.reading.recogniser.lexicon import Lexicon
from hwalja.mentions.reading.recogniser.units import Unit

# What stands before the first and after the last unit.
EDGE = Unit(0, 0, "<", "<", "<", True)
NO_GROUPS = (-1, -1)


class Line:
    def __init__(self, text: str, units: Sequence[Unit], lexicon: Lexicon) -> None:
        self.text = text
        self.units = units
        self.lexicon = lexicon
        self._keys = [f"{unit.word}/{unit.tag}" for unit in units]

    def at(self, k: int) -> Unit:
        return self.units[k] if 0 <= k < len(self.units) else EDGE

    @cached_property
    def words(self) -> list[tuple[int, int]]:
        """First and last unit of each word between white space."""
        firsts = [k for k, unit in enumerate(self.units) if unit.spaced or k == 0]
        lasts = [*(first - 1 for first in firsts[1:]), len(self.units) - 1]
        return list(zip(firsts, lasts, strict=True))

    @cached_property
    def word_of(self) -> list[int]:
        """For each unit, the number of its word."""
        return [at for at, (first, last) in enumerate(self.words) for _ in range(first, last + 1)]

    def stem(self, at: int) -> str:
        """A word up to its first particle, ending or verb; nothing outside the sentence."""
        return self._stems[at] if 0 <= at < len(self._stems) else ""

    @cached_property
    def _stems(self) -> list[str]:
        return [self._stem(first, last) for first, last in self.words]

    def _stem(self, first: int, last: int) -> str:
        end = self.units[first].end
        for unit in self.units[first + 1 : last + 1]:
            if unit.tag[0] in "JEV":
                break
            end = unit.end
        return self.text[self.units[first].start : end]

    @cached_property
    def _marks(self) -> list[list[str]]:
        return self.lexicon.marks(self.text, self.units)

    def marks_at(self, k: int) -> Sequence[str]:
        return self._marks[k] if 0 <= k < len(self.units) else ()

    def groups_at(self, k: int) -> Sequence[int]:
        if not 0 <= k < len(self.units):
            return NO_GROUPS
        return self.lexicon.groups.get(self._keys[k], NO_GROUPS)

    def near_at(self, k: int) -> Sequence[int]:
        return self.lexicon.near.get(self._keys[k], ()) if 0 <= k < len(self.units) else ()
