"""Names to look for in texts, many at once, and whose they are."""

from collections.abc import Collection, Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from hwalja.mentions.reading.document import flat
from hwalja.mentions.reading.edges import begins_well, ends_well
from hwalja.mentions.reading.shapes import Entry


class Forms:
    """Every form of the names of some profiles, `ids`; one may have none any more."""

    def __init__(self, ids: Collection[str], entries: Iterable[Entry]) -> None:
        self.ids = frozenset(ids)
        forms = {
            flat(form)
            for one in entries
            if one.id in self.ids
            for form in (one.name, *one.aliases)
            if len(form) > 1
        }
        self._automaton = AhoCorasick(sorted(forms)) if forms else None

    def stand_in(self, text: str) -> bool:
        """Whether one of them may be in a text: quick, and not the last word."""
        return self._automaton is not None and bool(
            self._automaton.find_matches_as_indexes(flat(text))
        )

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where they stand by themselves in a text with plain spaces, the longest at each place."""
        if self._automaton is None:
            return
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        reached = 0
        for start, end in sorted(((s, e) for _, s, e in found), key=lambda x: (x[0], -x[1])):
            if start >= reached and begins_well(text, start) and ends_well(text, end):
                yield start, end
                reached = end
