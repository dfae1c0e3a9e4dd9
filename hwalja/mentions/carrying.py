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
# Of the words of two versions of a paragraph.
_ALIKE = 0.4
# Characters that stand again elsewhere by no chance: about three words.
_SHORTEST = 12


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


def _runs(old: Story, new: Story) -> list[Run]:
    """Block by block, for a block keeps its id; then what has moved to another place."""
    theirs = {place: _Text(new, parts) for place, parts in _by_place(new).items()}
    ours = {place: _Text(old, parts) for place, parts in _by_place(old).items()}
    runs: list[Run] = []
    for place, a in ours.items():
        b = theirs.get(place)
        if b and (_is_like(a, b) or _is_cut(a, b)):
            runs += [one for run in _equal(a.text, b.text) for one in _placed(a, b, *run)]
    runs += _divided(ours, theirs)
    before = _left(old, [(i, i + length) for i, _, length in runs])
    after = _left(new, [(j, j + length) for _, j, length in runs])
    return [*runs, *_moved(before, after)]


def _is_like(a: "_Text", b: "_Text") -> bool:
    """Whether a block still tells the same, and has not got another paragraph's text."""
    first, second = _WORD.findall(a.text), _WORD.findall(b.text)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() >= _ALIKE


def _is_cut(a: "_Text", b: "_Text") -> bool:
    """Whether a block has kept nothing but its beginning or its end."""
    left = b.text.strip()
    return bool(left) and (a.text.strip().startswith(left) or a.text.strip().endswith(left))


def _divided(ours: dict[str, "_Text"], theirs: dict[str, "_Text"]) -> Iterator[Run]:
    """The ends of blocks that have become blocks of their own, right behind, however short."""
    for before, place in pairwise(theirs):
        if place in ours or before not in ours:
            continue
        whole, first, second = ours[before], theirs[before].text.strip(), theirs[place]
        begin, text = len(whole.text.rstrip()) - len(second.text.strip()), second.text.strip()
        if text and whole.text[begin:].startswith(text) and whole.text[:begin].strip() == first:
            yield from _placed(whole, second, begin, second.text.index(text), len(text))


def _by_place(story: Story) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}
    for part in story.parts:
        found.setdefault(part.place, []).append(part)
    return found


def _left(story: Story, matched: list[tuple[int, int]]) -> "_Text":
    """The stretches of a text that no run covers."""
    left: list[Part] = []
    for part in story.parts:
        reached = part.start
        inside = [(s, e) for s, e in matched if s < part.end and part.start < e]
        for start, end in [*sorted(inside), (part.end, part.end)]:
            if start > reached:
                left.append(part._replace(start=reached, end=start))
            reached = max(reached, end)
    return _Text(story, left)


def _moved(a: "_Text", b: "_Text") -> Iterator[Run]:
    """The longest common stretches first, in whatever order they stand; short ones are chance."""
    first, second = _WORD.findall(a.text), _WORD.findall(b.text)
    starts, others = _offsets(first), _offsets(second)
    for taken in range(len(first)):
        matcher = SequenceMatcher(None, first, second, autojunk=False)
        i, j, size = matcher.find_longest_match()
        x, y, length = starts[i], others[j], starts[i + size] - starts[i]
        x, y, length = _stretched(a.text, b.text, x, y, length)
        if length < _SHORTEST:
            return
        yield from _placed(a, b, x, y, length)
        # Words that nothing else equals, so that none is taken twice.
        first[i : i + size] = [f"\0a{taken}.{n}" for n in range(size)]
        second[j : j + size] = [f"\0b{taken}.{n}" for n in range(size)]


def _stretched(a: str, b: str, i: int, j: int, length: int) -> Run:
    """A run of whole words with what is equal of the words beside it."""
    while i and j and a[i - 1] == b[j - 1] and not a[i - 1].isspace():
        i, j, length = i - 1, j - 1, length + 1
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
        if a[i + length - 1].isspace():
            break
    return i, j, length


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
    # Of two equal sentences the first is the one that was there when one was written behind it.
    same = _kept(a, b)
    yield 0, 0, same
    a, b = a[same:], b[same:]
    first, second = _WORD.findall(a), _WORD.findall(b)
    starts, others = ([same + at for at in _offsets(words)] for words in (first, second))
    for tag, i, i2, j, j2 in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        x, x2, y, y2 = starts[i], starts[i2], others[j], others[j2]
        if tag == "equal":
            yield x, y, x2 - x
        elif tag == "replace" and max(x2 - x, y2 - y) <= _LONGEST:
            old, new = a[x - same : x2 - same], b[y - same : y2 - same]
            matcher = SequenceMatcher(None, old, new, autojunk=False)
            for block in matcher.get_matching_blocks():
                if block.size:
                    yield x + block.a, y + block.b, block.size


def _kept(a: str, b: str) -> int:
    """How much of the new text is the whole old one, with something behind it or nothing."""
    whole = a.rstrip()
    return len(whole) if b.startswith(whole) and not b[len(whole) : len(whole) + 1].strip() else 0


def _offsets(words: Sequence[str]) -> list[int]:
    offsets = [0]
    for word in words:
        offsets.append(offsets[-1] + len(word))
    return offsets
