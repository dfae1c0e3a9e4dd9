"""What is known of words before any sentence is read; shipped within the model."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from hwalja.mentions.reading.recogniser.names import GivenNames, is_full
from hwalja.mentions.reading.recogniser.units import Unit, numberless

# Of the names listed, fewer than 1 in 500 are longer.
_LONGEST = 20
# How `words` says that a word neither begins nor goes on a name of people.
_NOBODY = "f0l0"
# Lengths of endings and beginnings, the longest first.
_AFFIXES = (4, 3, 2, 1)


@dataclass(frozen=True)
class Lexicon:
    """`names`: forms of names (digits as 0) and their kinds, as `forms.kinds` tells them; `words`:
    words of names of two and more words, and their places in them; `endings`, `beginnings`: the
    kind of most names that end or begin so; `groups`: the group and the finer group of a morpheme
    (`form/TAG`) by meaning; `near`: the commonest morphemes that mean nearly the same, as numbers.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)
    beginnings: Mapping[str, str] = field(default_factory=dict)
    given: GivenNames = field(default_factory=GivenNames)
    groups: Mapping[str, Sequence[int]] = field(default_factory=dict)
    near: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def without(self, names: Iterable[str]) -> Self:
        """The same where some names are not listed."""
        rest = dict(self.names)
        for name in names:
            rest.pop(numberless(name), None)
        return replace(self, names=rest)

    def ending(self, word: str) -> str:
        """The kind that the longest known ending of a word speaks for, or none."""
        return next((self.endings[word[-n:]] for n in _AFFIXES if word[-n:] in self.endings), "")

    def beginning(self, word: str) -> str:
        return next(
            (self.beginnings[word[:n]] for n in _AFFIXES if word[:n] in self.beginnings), ""
        )

    def is_korean_name(self, word: str) -> bool:
        """Whether it is a surname with a likely given name, and no word of foreign people's names
        (마이클)."""
        if not is_full(word) or not self.words.get(word, _NOBODY).startswith(_NOBODY):
            return False
        return self.given.odds(word[1], word[2]) >= 0

    def marks(self, text: str, line: Sequence[Unit]) -> list[list[str]]:
        """For each unit, how it lies in the longest listed names that no longer one holds."""
        out: list[list[str]] = [[] for _ in line]
        begin = line[0].start
        plain = numberless(text[begin : line[-1].end])
        reached = -1
        for k, unit in enumerate(line):
            start = unit.start - begin
            last = self._longest(plain, line, k)
            if last > reached:
                reached = last
                kinds, _, fine = self.names[plain[start : line[last].end - begin]].partition(" ")
                length = min(line[last].end - unit.start, 4)
                for at in range(k, last + 1):
                    place = "S" if k == last else "B" if at == k else "E" if at == last else "I"
                    out[at] += [place + kinds.rstrip("+"), f"{place}{kinds}{length}"]
                    if fine:
                        out[at].append(place + fine)
        return out

    def _longest(self, plain: str, line: Sequence[Unit], k: int) -> int:
        """The number of the last unit of the longest name that starts with unit k, or -1."""
        begin, start = line[0].start, line[k].start
        stop = k
        while stop < len(line) and line[stop].end - start <= _LONGEST:
            stop += 1
        for last in range(stop - 1, k - 1, -1):
            if plain[start - begin : line[last].end - begin] in self.names:
                return last
        return -1
