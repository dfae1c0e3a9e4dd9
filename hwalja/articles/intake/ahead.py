"""What the lines below a place say of it: whether the story goes on there."""

import re
from functools import cached_property

from hwalja.articles.intake import bylines, datelines, furniture
from hwalja.articles.intake.header import key
from hwalja.articles.intake.items import is_headline
from hwalja.articles.intake.lines import SUBHEAD, Kind, Line, is_polite

_SIDE = {Kind.CAPTION, Kind.FURNITURE, Kind.META, Kind.TAGS, Kind.OTHER}
# A box of headlines within a story is shorter than this; a longer list is the page's tail.
_LONGEST_BOX = 12
# Lines that are looked at to see what goes on.
_FAR = 8
_VERB = re.compile(r"(?:하기|쓰기|달기|보기)$")


class Ahead:
    """Looks ahead from a place in the lines of a page."""

    def __init__(self, lines: list[Line], start: int, headline: str) -> None:
        self.lines, self.headline = lines, headline
        voices = [is_polite(line.text) for line in lines[start:] if line.kind is Kind.SENTENCE]
        # A broadcast's story speaks politely throughout, as elsewhere only the page does.
        self.polite = bool(voices) and sum(voices) > len(voices) / 2

    def heads_a_part(self, index: int) -> bool:
        """Whether a word of the page's is the story's own sub-heading.

        The story's sentences follow it at once and do not end without a sign-off, or go on. A
        button, which may stand anywhere, must be spoken of as well.
        """
        line = self.lines[index]
        if furniture.comment_head(line.text) == "counted":
            return False
        if line.kind is Kind.FURNITURE and not self._is_spoken_of(index):
            return False
        n = self._next(index)
        if n is None or not self._tells(self.lines[n]):
            return False
        return self._signed_below[n] or self.goes_on(n) or self._closes(n + 1)

    def _next(self, index: int) -> int | None:
        """The next line that is no caption nor the repeated headline."""
        for n in range(index + 1, min(index + _FAR, len(self.lines))):
            line = self.lines[n]
            if line.kind is not Kind.CAPTION and key(line.text) != self.headline:
                return n
        return None

    def _is_spoken_of(self, index: int) -> bool:
        """Whether the headline or the paragraphs around a button use its word."""
        word = self.lines[index].text.strip()
        if not 2 <= len(word) <= 12 or " " in word:
            return False
        near = self.lines[max(index - _FAR, 0) : index + _FAR]
        told = [line.text for line in near if line.kind is Kind.SENTENCE]
        n = self._next(index)
        stem = _VERB.sub("", word)
        first = self.lines[n].text if n is not None and len(stem) > 1 else ""
        return key(word) in self.headline or any(word in text for text in told) or stem in first

    @cached_property
    def _signed_below(self) -> list[bool]:
        """For each line, whether a reporter signs below it before a list or the page's foot."""
        below, found = False, []
        for n in range(len(self.lines) - 1, -1, -1):
            if self._signs(n):
                below = True
            elif self.lines[n].kind in {Kind.COPYRIGHT, Kind.FOOTER} or self._lists(n):
                below = False
            found.append(below)
        return found[::-1]

    def _signs(self, n: int) -> bool:
        line = self.lines[n]
        if line.kind is Kind.SENTENCE:
            return bool(datelines.sign_off(line.text).reporters)
        after = n > 0 and self.lines[n - 1].kind is Kind.SENTENCE
        return after and line.kind is Kind.META and bool(bylines.find(line.text))

    def _lists(self, n: int) -> bool:
        """Whether two headlines in a row stand here."""
        pair = self.lines[n : n + 2]
        return len(pair) == 2 and all(
            line.kind is Kind.OTHER and not line.shape and is_headline(line.text) for line in pair
        )

    def goes_on(self, index: int) -> bool:
        """Whether two sentences of the story follow, with nothing but pictures before them."""
        found = 0
        for line in self.lines[index : index + 8]:
            if self._tells(line):
                found += 1
            elif not self._is_picture(line):
                break
            if found == 2:
                return True
        return False

    def resumes(self, index: int) -> bool:
        """Whether the story goes on here, be it with its last paragraph alone."""
        for n in range(index, min(index + 8, len(self.lines))):
            if self._tells(self.lines[n]):
                return self.goes_on(n) or self._closes(n + 1)
            if not self._is_picture(self.lines[n]):
                break
        return False

    def back(self, index: int) -> int | None:
        """The sentence at which the story goes on after a box, or None."""
        for n in range(index + 1, min(index + 2 + _LONGEST_BOX, len(self.lines))):
            line = self.lines[n]
            if self._tells(line):
                headed = n == index + 1 and bool(SUBHEAD.match(self.lines[index].text))
                on = self.goes_on(n) or self._closes(n + 1) or (headed and self._later(n + 1))
                return n if on else None
            if line.kind not in _SIDE or (line.kind is Kind.META and n > index + 1):
                return None
        return None

    def _later(self, index: int) -> bool:
        """Whether a sentence still follows, perhaps below a list of the story's own."""
        for line in self.lines[index : index + _LONGEST_BOX]:
            if self._tells(line):
                return True
            if line.kind not in _SIDE:
                break
        return False

    def _closes(self, index: int) -> bool:
        """Whether a sign-off or the copyright follows at once, so that a last paragraph stood here."""
        if datelines.sign_off(self.lines[index - 1].text).reporters:
            return True
        nearby = self.lines[index : index + 2]
        return any(line.kind in {Kind.META, Kind.COPYRIGHT} for line in nearby[:1])

    def _tells(self, line: Line) -> bool:
        spoken = self.polite or line.text[:1] in '“"‘'
        return line.kind is Kind.SENTENCE and (spoken or not is_polite(line.text))

    def _repeats(self, line: Line) -> bool:
        return key(line.text) == self.headline or bool(SUBHEAD.match(line.text))

    def _is_picture(self, line: Line) -> bool:
        return line.kind in {Kind.CAPTION, Kind.FURNITURE} or self._repeats(line)
