"""Names of several words in the analyser's own dictionary, which says what each is the name of.

The dictionary comes with Kiwi's model (Apache-2.0); its lines carry the class of the thing in
Wikidata (CC0).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import kiwipiepy_model

from hwalja.mentions.reading.recogniser.units import numberless

# Classes of Wikidata: human beings and made-up ones, organisations, places; all else is other.
_PEOPLE = (5, 22808320, 15632617, 15773317, 1114461, 3658341, 15711870, 95074, 80447738, 1569167)
_ORGANISATIONS = (
    43229, 4830453, 891723, 6881511, 476028, 3918, 9826, 9842, 149566, 7278, 215380,
)  # fmt: skip
_PLACES = (
    515, 532, 486972, 3957, 1093829, 1549591, 1115575, 3024240, 34442, 55488, 928830, 22808403,
    728937, 94993988, 8502, 133056, 23442, 4022, 210272,
)  # fmt: skip
_SIGNS = (
    dict.fromkeys(_PEOPLE, "") | dict.fromkeys(_ORGANISATIONS, "g") | dict.fromkeys(_PLACES, "p")
)
# A word of a single name is more often a misspelling than a name.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class LongName:
    """`sign`: none for people, g for organisations, p for places, o for all else."""

    words: tuple[str, ...]
    sign: str = ""


def long_names() -> Iterator[LongName]:
    """All of them; none where the analyser's model comes without the dictionary."""
    path = Path(kiwipiepy_model.__file__).with_name("multi.dict")
    if not path.exists():
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if "\t" in line and not line.startswith("#"):
                name = numberless(line.split("\t")[0])
                kind = line.rstrip().rpartition("# Q")[2]
                sign = _SIGNS.get(int(kind), "o") if kind.isdecimal() else "o"
                yield LongName(tuple(name.split()), sign)


def places(names: Iterable[LongName]) -> dict[str, str]:
    """For each word how often it begins (f) and goes on (l) people's names, in four steps, and the
    sign of other things where it is more often in their names.
    """
    first, later = Counter[str](), Counter[str]()
    others: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.sign:
            for word in name.words:
                others[word][name.sign] += 1
        else:
            first[name.words[0]] += 1
            later.update(name.words[1:])
    out = {}
    for word in sorted({*first, *later, *others}):
        people, other = first[word] + later[word], others[word]
        if people + other.total() >= _FEWEST:
            sign = other.most_common(1)[0][0] if other.total() > people else ""
            out[word] = f"f{_step(first[word])}l{_step(later[word])}{sign}"
    return out


def _step(count: int) -> int:
    return sum(count >= least for least in (1, 2, 6))
