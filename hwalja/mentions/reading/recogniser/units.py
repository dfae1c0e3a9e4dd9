"""What the recogniser labels: the morphemes of a text, laid side by side."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hwalja.mentions.reading.recogniser.names import SURNAMES
from hwalja.mentions.reading.shapes import Token

_DIGIT = re.compile("[0-9]")
# One word to the analyser, two countries to a reader.
_PAIRS = frozenset(
    [
        "남북",
        "북남",
        "한미",
        "한일",
        "한중",
        "미중",
        "미일",
        "중일",
        "북미",
        "북중",
        "북러",
        "한러",
        "미러",
        "중러",
    ]
)
_SENTENCE_END = "SF"


class Unit(NamedTuple):
    """A stretch of text that belongs to one name or to none.

    `word`: its letters with every digit as 0; `spaced`: white space stands in front of it.
    """

    start: int
    end: int
    word: str
    tag: str
    shape: str
    spaced: bool


def numberless(text: str) -> str:
    """All numbers of as many digits are one word."""
    return _DIGIT.sub("0", text)


def units(text: str, tokens: Iterable[Token]) -> list[Unit]:
    """Each morpheme once; those that share a character (가+았 in 갔) as one."""
    out: list[Unit] = []
    end = -1
    for start, stop, tag in _apart(text, _merged(tokens)):
        word = numberless(text[start:stop])
        out.append(Unit(start, stop, word, tag, shape(word), start != end))
        end = stop
    return out


def sentences(line: Sequence[Unit], text: str) -> Iterator[list[Unit]]:
    """Cut after a full stop that white space follows, and at line feeds."""
    part: list[Unit] = []
    for unit in line:
        if part and unit.spaced and _parted(part[-1], unit, text):
            yield part
            part = []
        part.append(unit)
    if part:
        yield part


def _parted(before: Unit, unit: Unit, text: str) -> bool:
    return before.tag == _SENTENCE_END or "\n" in text[before.end : unit.start]


def shape(word: str) -> str:
    """The script of the first letter."""
    first = word[0]
    if "가" <= first <= "힣":
        return "K"
    if first.isdigit():
        return "N"
    if first.isascii() and first.isalpha():
        return "A" if first.isupper() else "a"
    return "H" if "\u4e00" <= first <= "\u9fff" else "P"


def _merged(tokens: Iterable[Token]) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    for token in tokens:
        if token.start == token.end:
            continue
        if out and token.start < out[-1][1]:
            start, end, tag = out[-1]
            out[-1] = (start, max(end, token.end), f"{tag}+{token.tag}")
        else:
            out.append((token.start, token.end, token.tag))
    return out


def _apart(text: str, pieces: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Nouns that hold a name and what hangs on it, in two."""
    for start, end, tag in pieces:
        cut = _cut(text[start:end]) if tag[0] == "N" else None
        if cut is None:
            yield start, end, tag
        else:
            at, first, second = cut
            yield start, start + at, first or tag
            yield start + at, end, second or tag


def _cut(word: str) -> tuple[int, str, str] | None:
    """Where to cut a noun, and the tags of its parts where they are not its own."""
    if word in _PAIRS:
        return 1, "", ""
    if len(word) >= 3 and word[-1] in "장씨" and " " not in word:
        return len(word) - 1, "", "XSN"
    if len(word) == 2 and word[0] in SURNAMES and word[1] in "모씨":
        return 1, "NNP", "NP"
    return None
