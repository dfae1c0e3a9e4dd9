"""A word as editors list it, made ready for the search.

One word a line; what follows # is for people. A space in a word is a place where readers may
write a space or none (미친 놈). A word behind = is meant only where it stands alone, particles and
endings aside (=한남 is in "한남은", not in "한남대교").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Literal

from hwalja.hangul.folding import fold

Kind = Literal["banned", "suspect", "innocent"]

FOLDER = Path(__file__).parent
_VOWELS = re.compile("[ㅏ-ㅣ]+")
# What is between two letters: a space, or a sign as in 병신년(丙申年).
_GAP = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed word: as written, as letters, and the places in it where a space may stand."""

    word: str
    kind: Kind
    alone: bool
    letters: str
    seams: frozenset[int]
    # Places of letters written alone, which stand alone in a comment too: the ㄹ of 지ㄹ.
    lone: tuple[int, ...]
    # Characters it takes at least: 딸딸이 is read as 딸이, yet 딸이 is not meant.
    least: int
    # Syllables, or letters of a word that has none: ㅅㅂ, fuck.
    length: int


def forms(line: str, kind: Kind) -> list[Listed]:
    """The word of a line in every way its letters may be read; none where it has no letter."""
    word = line.strip()
    alone, word = word.startswith("="), word.removeprefix("=").strip()
    bare = "".join(word.split())
    # A syllable that doubles or draws out the one before it (깽깽이, 뷰웅신) is read over where both
    # stand together, and is not where something stands between them.
    read = {fold(word).letters, fold(bare).letters, fold(" ".join(bare)).letters} - {""}
    most = max(map(len, read), default=0)
    return [
        Listed(
            word,
            kind,
            alone,
            letters,
            _seams(word, letters),
            _lone(bare, letters),
            least=1 if len(letters) == most else len(bare),
            length=len(_VOWELS.findall(letters)) or len(letters),
        )
        for letters in sorted(read)
    ]


def _seams(word: str, letters: str) -> frozenset[int]:
    """The places in the letters where the word is listed with a space."""
    ends = accumulate(len(fold(part).letters) for part in _GAP.split(word))
    return frozenset(end for end in ends if 0 < end < len(letters))


def _lone(bare: str, letters: str) -> tuple[int, ...]:
    folded = fold(bare)
    same = folded.letters == letters
    return tuple(i for i, role in enumerate(folded.roles) if same and role == "l")


def lines(text: str) -> list[str]:
    """The words of a list, comments and empty lines left out."""
    bare = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return [line for line in bare if line]


def shipped_lines(kind: Kind) -> list[str]:
    """The words of a list that comes with the paper."""
    return lines((FOLDER / f"{kind}.txt").read_text(encoding="utf-8"))


def all_forms(words: Iterable[str], kind: Kind) -> list[Listed]:
    """The words of one kind in their order, each with its forms."""
    return [form for word in words for form in forms(word, kind)]
