"""Where words of an old text stand in a new one: pure, and sooner nowhere than at other words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from hwalja.mentions.story import Part, Story

# A run of equal characters: where it begins in the old text, in the new one, how long it is.
Run = tuple[int, int, int]
_WORD = re.compile(r"\S+\s*|\s+")
# Characters of a replaced stretch that are compared one by one; longer ones are other words.
_LONGEST = 400


class Carrier:
    """Carries ranges of one text of an article to another."""

    def __init__(self, old: Story, new: Story) -> None:
        self._runs = sorted(_joined(sorted(_runs(old, new))))
        self._starts = [run[0] for run in self._runs]

    def carry(self, start: int, end: int) -> int | None:
        """Where the words of a range begin in the new text; None where they are not whole there."""
        n = bisect_right(self._starts, start) - 1
        if n < 0:
            return None
        before, after, length = self._runs[n]
        return after + start - before if end <= before + length else None


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs that follow each other in both texts are one."""
    last: Run | None = None
    for run in runs:
        if last and last[0] + last[2] == run[0] and last[1] + last[2] == run[1]:
            last = last[0], last[1], last[2] + run[2]
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _runs(old: Story, new: Story) -> Iterator[Run]:
    """Block by block, for a block keeps its id; then what is left of both among itself."""
    theirs = _by_place(new)
    left: list[Part] = []
    for place, parts in _by_place(old).items():
        if place in theirs:
            yield from _between(old, parts, new, theirs.pop(place))
        else:
            left += parts
    yield from _between(old, left, new, [part for parts in theirs.values() for part in parts])


def _by_place(story: Story) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}
    for part in story.parts:
        found.setdefault(part.place, []).append(part)
    return found


def _between(
    old: Story, before: Sequence[Part], new: Story, after: Sequence[Part]
) -> Iterator[Run]:
    """Equal runs of two sequences of parts."""
    a, b = _Text(old, before), _Text(new, after)
    for i, j, length in _equal(a.text, b.text):
        yield from _placed(a, b, i, j, length)


class _Text:
    """Parts as one text, each with a line end behind it, and the way back."""

    def __init__(self, story: Story, parts: Sequence[Part]) -> None:
        self.text = "".join(f"{story.text[part.start : part.end]}\n" for part in parts)
        self._starts: list[int] = []
        self._parts = parts
        reached = 0
        for part in parts:
            self._starts.append(reached)
            reached += part.end - part.start + 1

    def cuts(self, start: int, end: int) -> Iterator[int]:
        """Offsets within a range at which another part begins."""
        yield from (at for at in self._starts if start < at < end)

    def origin(self, offset: int) -> int:
        """The offset in the whole text."""
        n = bisect_right(self._starts, offset) - 1
        return self._parts[n].start + offset - self._starts[n]


def _placed(a: _Text, b: _Text, i: int, j: int, length: int) -> Iterator[Run]:
    """A run of the joined texts, cut where parts begin."""
    cuts = {at - i for at in a.cuts(i, i + length)} | {at - j for at in b.cuts(j, j + length)}
    edges = sorted({0, length, *cuts})
    for begin, end in pairwise(edges):
        yield a.origin(i + begin), b.origin(j + begin), end - begin


def _equal(a: str, b: str) -> Iterator[Run]:
    """Equal runs by words, and by characters where words differ."""
    if a == b:
        yield 0, 0, len(a)
        return
    first, second = _WORD.findall(a), _WORD.findall(b)
    starts, others = _offsets(first), _offsets(second)
    for tag, i, i2, j, j2 in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        x, x2, y, y2 = starts[i], starts[i2], others[j], others[j2]
        if tag == "equal":
            yield x, y, x2 - x
        elif tag == "replace" and max(x2 - x, y2 - y) <= _LONGEST:
            matcher = SequenceMatcher(None, a[x:x2], b[y:y2], autojunk=False)
            for block in matcher.get_matching_blocks():
                if block.size:
                    yield x + block.a, y + block.b, block.size


def _offsets(words: Sequence[str]) -> list[int]:
    offsets = [0]
    for word in words:
        offsets.append(offsets[-1] + len(word))
    return offsets
