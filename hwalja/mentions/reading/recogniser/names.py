"""What Korean personal names look like."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄변채원방천공현함여염석선설"
    "마길연위표명기반왕금옥육인맹제모탁국은편"
)
_HANGUL = re.compile("[가-힣]+")
# Of odds in natural logarithms: finer steps than this say nothing more with a few thousand names.
_STEP = 1.5
_LEAST, _MOST = -3, 4


@dataclass(frozen=True)
class GivenNames:
    """How much likelier a syllable is in a given name than in other names of things (log odds)."""

    first: Mapping[str, float] = field(default_factory=dict)
    second: Mapping[str, float] = field(default_factory=dict)

    def odds(self, first: str, second: str) -> int:
        """In steps from -3 (no name) to 4 (surely one)."""
        total = self.first.get(first, -_STEP) + self.second.get(second, -_STEP)
        return max(_LEAST, min(_MOST, int(total // _STEP)))


def is_full(name: str) -> bool:
    """A surname and a given name of two syllables."""
    return len(name) == 3 and name[0] in SURNAMES and bool(_HANGUL.fullmatch(name))


def given_names(people: Iterable[str], things: Iterable[str]) -> GivenNames:
    """Learned from full names and from names of all that is not a person."""
    full = [name for name in people if is_full(name)]
    other = Counter(letter for name in things for part in _HANGUL.findall(name) for letter in part)
    first, second = (Counter(name[at] for name in full) for at in (1, 2))
    letters = {*first, *second, *other}
    return GivenNames(
        {letter: _odds(first, other, letter) for letter in letters},
        {letter: _odds(second, other, letter) for letter in letters},
    )


def _odds(names: Counter[str], things: Counter[str], letter: str) -> float:
    # A letter never seen counts a little; things are many more, so they are smoothed more.
    name = (names[letter] + 0.3) / (names.total() + 100)
    thing = (things[letter] + 1) / (things.total() + 300)
    return round(math.log(name / thing), 2)
