"""What the assistant sees of a comment: runs of one to five characters, each named by a number."""

import unicodedata
from collections.abc import Iterator
from zlib import crc32

LONGEST = 5  # Four syllables and a space hold most Korean words with their particle.
_RUN = 2  # ㅋㅋ is not ㅋ, but ㅋㅋㅋㅋㅋ says no more than ㅋㅋ.
# Vowels and finals of Hangul written as separate letters join what stands before them.
_JOINING = range(0x1160, 0x1200)


def fold(text: str) -> tuple[str, list[int]]:
    """The text in one spelling, and for each of its characters the offset it came from."""
    chars: list[str] = []
    origin: list[int] = []
    for at, raw in _composed(text):
        char = " " if raw.isspace() else "0" if raw.isdecimal() else raw.lower()[:1]
        if char == " " and (not chars or chars[-1] == " "):
            continue
        if chars[-_RUN:] == [char] * _RUN:
            continue
        chars.append(char)
        origin.append(at)
    if chars and chars[-1] == " ":
        chars.pop()
        origin.pop()
    return "".join(chars), origin


def grams(folded: str) -> dict[str, list[int]]:
    """Every run of 1 to `LONGEST` characters, and where it begins."""
    found: dict[str, list[int]] = {}
    for length in range(1, LONGEST + 1):
        for start in range(len(folded) - length + 1):
            found.setdefault(folded[start : start + length], []).append(start)
    return found


def key(gram: str) -> int:
    """The number of a run, 32 bits; half a surrogate pair has one too."""
    return crc32(gram.encode("utf-8", "surrogatepass"))


def _composed(text: str) -> Iterator[tuple[int, str]]:
    """Characters of the composed (NFC) text, each with the offset of the one it grew from."""
    if unicodedata.is_normalized("NFC", text):
        yield from enumerate(text)
        return
    begun = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _joins(text[at]):
            for char in unicodedata.normalize("NFC", text[begun:at]):
                yield begun, char
            begun = at


def _joins(char: str) -> bool:
    return unicodedata.combining(char) > 0 or ord(char) in _JOINING
