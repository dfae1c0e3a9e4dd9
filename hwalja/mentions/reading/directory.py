"""Known names in running text: one automaton over every name and alias of the directory."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import normalize

from ahocorasick_rs import AhoCorasick, MatchKind

from hwalja.mentions.reading.abbreviations import usual_short
from hwalja.mentions.reading.edges import begins_well, ends_well
from hwalja.mentions.reading.shapes import Entry


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the directory at a place of the text; `end` is where the name ends."""

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]


class Directory:
    """The people and organisations known, by every name they go by."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        known: dict[str, dict[str, Entry]] = defaultdict(dict)
        for entry in self.entries:
            for name in (entry.name, *entry.aliases):
                if len(name := normalize("NFC", name).strip()) > 1:
                    known[name][entry.id] = entry
        for entry in self.entries:
            if entry.kind == "organisation" and (name := usual_short(entry.name)):
                known.setdefault(name, {entry.id: entry})
        self._by_id = {entry.id: entry for entry in self.entries}
        self._by_name = {name: tuple(found.values()) for name, found in known.items()}
        self._names = list(self._by_name)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.Standard)

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """Everybody who goes by a name, in the directory's order."""
        return self._by_name.get(normalize("NFC", name), ())

    def entry(self, id: str) -> Entry:
        """The entry of an id that a mention carries."""
        return self._by_id[id]

    def hits(self, text: str) -> list[Hit]:
        """Names with nothing written on to them that no name has; of two that overlap the
        one that begins first, and of those the longest. `text` is NFC with plain spaces."""
        found: list[Hit] = []
        reached = 0
        for start, end, index in self._standing(text):
            if start >= reached:
                name = self._names[index]
                found.append(Hit(start, end, name, self._by_name[name]))
                reached = end
        return found

    def _standing(self, text: str) -> list[tuple[int, int, int]]:
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        standing = [
            (start, end, index)
            for index, start, end in matches
            if begins_well(text, start) and ends_well(text, end)
        ]
        standing.sort(key=lambda one: (one[0], -one[1]))
        return standing
