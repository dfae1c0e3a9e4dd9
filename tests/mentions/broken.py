"""Decisions that are bound to the wrong thing, to see that the test of edits would find out; never
part of a paper."""

from hwalja.mentions.story import Story


class ByOffset:
    """A decision is about whatever stands at its offset."""

    def __init__(self, old: Story, new: Story) -> None:
        self._new = new

    def carry(self, start: int, end: int) -> int | None:
        inside = any(part.start <= start < part.end for part in self._new.parts)
        return start if inside else None


class ByWords:
    """A decision is about the first place where its words stand."""

    def __init__(self, old: Story, new: Story) -> None:
        self._old, self._new = old, new

    def carry(self, start: int, end: int) -> int | None:
        found = self._new.text.find(self._old.text[start:end])
        return None if found < 0 else found
