"""How names begin and end, by what they are names of."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from hwalja.mentions.reading.recogniser.training.forms import Form
from hwalja.mentions.reading.recogniser.units import numberless

_LENGTHS = (1, 2, 3, 4)
# Different names that must share an ending, and how many of them must be of one kind.
_FEWEST = 5
_SHARE = 0.7


def endings(forms: Iterable[Form]) -> dict[str, str]:
    """The kind of most names with an ending of one to four letters, where it speaks for one."""
    return _kinds(forms, lambda name, length: name[-length:])


def beginnings(forms: Iterable[Form]) -> dict[str, str]:
    return _kinds(forms, lambda name, length: name[:length])


def _kinds(forms: Iterable[Form], part: Callable[[str, int], str]) -> dict[str, str]:
    counts: Mapping[str, Counter[str]] = defaultdict(Counter)
    for name, label in sorted({(numberless(form.text), form.label) for form in forms}):
        for length in _LENGTHS:
            # A name is no ending of itself.
            if len(name) > length:
                counts[part(name, length)][label] += 1
    out = {}
    for affix, labels in counts.items():
        label, count = labels.most_common(1)[0]
        if labels.total() >= _FEWEST and count >= _SHARE * labels.total():
            out[affix] = label
    return out
