"""Names of several words in the analyser's own dictionary, which says what each is the name of.

The dictionary comes with Kiwi's model (Apache-2.0); its lines carry the class of the thing in
Wikidata (CC0): 5 is a human being.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import kiwipiepy_model

from hwalja.mentions.reading.recogniser.units import numberless

_HUMAN = "# Q5"
# A word of a single name is more often a misspelling than a name.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class LongName:
    words: tuple[str, ...]
    is_human: bool


def long_names() -> Iterator[LongName]:
    """All of them; none where the analyser's model comes without the dictionary."""
    path = Path(kiwipiepy_model.__file__).with_name("multi.dict")
    if not path.exists():
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if "\t" in line and not line.startswith("#"):
                name = numberless(line.split("\t")[0])
                yield LongName(tuple(name.split()), line.rstrip().endswith(_HUMAN))


def places(names: Iterable[LongName]) -> dict[str, str]:
    """For each word how often it begins (f) and goes on (l) people's names, in four steps, and o
    where it is more often in names of other things.
    """
    first, later, other = Counter[str](), Counter[str](), Counter[str]()
    for name in names:
        if name.is_human:
            first[name.words[0]] += 1
            later.update(name.words[1:])
        else:
            other.update(name.words)
    out = {}
    for word in sorted({*first, *later, *other}):
        people = first[word] + later[word]
        if people + other[word] >= _FEWEST:
            sign = "o" if other[word] > people else ""
            out[word] = f"f{_step(first[word])}l{_step(later[word])}{sign}"
    return out


def _step(count: int) -> int:
    return sum(count >= least for least in (1, 2, 6))
