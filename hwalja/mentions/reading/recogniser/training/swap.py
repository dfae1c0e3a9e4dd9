"""Sentences told again with other names in them, so that a model learns where names stand."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from hwalja.hangul.jamo import ends_open
from hwalja.mentions.reading.recogniser.names import is_full
from hwalja.mentions.reading.recogniser.spans import Span
from hwalja.mentions.reading.recogniser.training.forms import Form
from hwalja.mentions.reading.recogniser.training.rows import Row
from hwalja.mentions.reading.recogniser.training.words import LongName

_SHARE = 0.8
# Foreign people's names are taken from the long list this often, else from those in the news.
_FROM_LONG = 0.7
_MADE_FOREIGN = 0.15
# From fewer than this the same few would come again and again.
_FEWEST = 6
_SWAPPED = ("PS", "OG", "LC")
_HANGUL = re.compile("[가-힣]+")
_ENDS_HANGUL = re.compile("[가-힣]$")
Key = tuple[str, str, bool]


class Names:
    """Names to put in place of others: of the same kind, and ending in a vowel as they do or not,
    so that the particle behind still fits.
    """

    def __init__(self, forms: Iterable[Form], long: Iterable[LongName]) -> None:
        counts: Mapping[str, Counter[str]] = defaultdict(Counter)
        labels = {}
        for form in forms:
            counts[form.text][form.kind] += form.count
            labels[form.kind] = form.label
        self._kinds = {text: found.most_common(1)[0][0] for text, found in counts.items()}
        self._labels = labels
        self._pools: dict[Key, list[str]] = defaultdict(list)
        for text, found in counts.items():
            kind = self._kinds[text]
            if found[kind] >= 0.8 * found.total() and _ENDS_HANGUL.search(text):
                self._add(text, labels[kind], kind)
        for name in long:
            if not name.sign and len(name.words) <= 3 and all(map(_HANGUL.fullmatch, name.words)):
                text = " ".join(name.words)
                self._pools["PS", "long", ends_open(text)].append(text)

    def _add(self, text: str, label: str, kind: str) -> None:
        groups = [_person(text)] if label == "PS" else [kind, "…", "…" + text[-1]]
        for group in filter(None, groups):
            self._pools[label, group, ends_open(text)].append(text)

    def instead(self, name: str, label: str, chance: random.Random) -> str:
        """Another name, or the same where none is known of its kind."""
        group = self._group(name, label, chance) if _ENDS_HANGUL.search(name) else ""
        pool = self._pools.get((label, group, ends_open(name)), ())
        return chance.choice(pool) if len(pool) >= _FEWEST else name

    def _group(self, name: str, label: str, chance: random.Random) -> str:
        if label == "PS":
            return _instead_of(_person(name), chance)
        kind = self._kinds.get(name, "")
        if self._labels.get(kind) == label:
            return kind
        return "…" + name[-1] if chance.random() < _FROM_LONG else "…"


def _instead_of(group: str, chance: random.Random) -> str:
    """The shape to put in its place: sometimes a foreign name, of which the news has few."""
    if group in ("full", "other") and chance.random() < _MADE_FOREIGN:
        group = "several"
    return "long" if group == "several" and chance.random() < _FROM_LONG else group


def _person(name: str) -> str:
    """The shape of a person's name; none for letters, bare surnames and names in other scripts."""
    if is_full(name):
        return "full"
    if " " in name:
        return "several"
    if len(name) < 2 or not _HANGUL.fullmatch(name):
        return ""
    return "two" if len(name) == 2 else "other"


def swapped(row: Row, names: Names, chance: random.Random) -> Row:
    """The row with most of its people, organisations and places replaced."""
    text, spans, at = "", list[Span](), 0
    for span in row.spans:
        name = row.text[span.start : span.end]
        if span.label in _SWAPPED and chance.random() < _SHARE:
            name = names.instead(name, span.label, chance)
        text += row.text[at : span.start]
        spans.append(Span(len(text), len(text) + len(name), span.label))
        text += name
        at = span.end
    return Row(row.id, text + row.text[at:], tuple(spans))


def retold(rows: Iterable[Row], names: Names, seed: int) -> list[Row]:
    """Every row that has names to replace, each by a chance of its own: a row is told the same
    whatever other rows there are."""
    return [
        swapped(row, names, random.Random(f"{seed}-{row.id}"))  # noqa: S311 (nothing secret)
        for row in rows
        if any(one.label in _SWAPPED for one in row.spans)
    ]
