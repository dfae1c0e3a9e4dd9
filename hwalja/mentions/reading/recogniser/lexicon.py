"""What is known of words before any sentence is read; shipped within the model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hwalja.mentions.reading.recogniser.names import GivenNames
from hwalja.mentions.reading.recogniser.units import Unit, numberless

# Of the names listed, fewer than 1 in 500 are longer.
_LONGEST = 20


@dataclass(frozen=True)
class Lexicon:
    """`names`: forms of names (digits as 0) and their kinds; `words`: words of names of two and
    more words, and their places in them; `groups`: the group and the finer group of a morpheme
    (`form/TAG`) by meaning; `near`: the commonest morphemes that mean nearly the same, as numbers.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    given: GivenNames = field(default_factory=GivenNames)
    groups: Mapping[str, Sequence[int]] = field(default_factory=dict)
    near: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def marks(self, text: str, line: Sequence[Unit]) -> list[list[str]]:
        """For each unit, how it lies in the longest listed names that no longer one holds."""
        out: list[list[str]] = [[] for _ in line]
        plain = numberless(text)
        ends = {unit.end: k for k, unit in enumerate(line)}
        reached = -1
        for k, unit in enumerate(line):
            last = self._longest(plain, unit.start, ends)
            if last > reached:
                reached = last
                kinds = self.names[plain[unit.start : line[last].end]]
                length = min(line[last].end - unit.start, 4)
                for at in range(k, last + 1):
                    place = "S" if k == last else "B" if at == k else "E" if at == last else "I"
                    out[at] += [place + kinds.rstrip("+"), f"{place}{kinds}{length}"]
        return out

    def _longest(self, plain: str, start: int, ends: Mapping[int, int]) -> int:
        """The number of the last unit of the longest name that starts here, or -1."""
        for stop in range(min(start + _LONGEST, len(plain)), start, -1):
            if stop in ends and plain[start:stop] in self.names:
                return ends[stop]
        return -1
