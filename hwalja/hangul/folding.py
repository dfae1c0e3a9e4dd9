"""A text as the letters it is read in, each with its place in the text as given.

Folding forgives what does not change the word: spaces and signs between syllables, invisible
characters, syllables taken apart, composed or not, doubled (발발) or stretched (바아알).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import is_normalized, normalize

from hwalja.hangul.readings import PLAIN, Reading

# One character as the eye sees it: a syllable of conjoining letters, or a letter and its marks.
_SEEN = re.compile(
    "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|(?s:.)[\u0300-\u036f\u3099\u309a]*"
)
# Vowels that stretch one another: 벼엉, 새에끼.
_SOUND = str.maketrans("ㅑㅕㅛㅠㅒㅖㅔ", "ㅏㅓㅗㅜㅐㅐㅐ")


@dataclass(frozen=True, slots=True)
class Folded:
    """The letters of a text, and of each its role and the character it came from."""

    letters: str
    # Of each letter: i(nitial), v(owel), f(inal), l(etter alone), o(ther script).
    roles: str
    # Of each letter: the number in `starts` of its character.
    owners: Sequence[int]
    # Of a letter that is drawn out: the number of the last character that does so.
    until: Mapping[int, int]
    # Offsets in the text where its characters begin; the end of the text stands last.
    starts: Sequence[int]

    def start(self, letter: int) -> int:
        """Offset in the text where a letter's character begins."""
        return self.starts[self.owners[letter]]

    def end(self, letter: int) -> int:
        """Offset in the text behind a letter's character and what draws it out."""
        return self.starts[self.until.get(letter, self.owners[letter]) + 1]


def fold(text: str, reading: Reading = PLAIN) -> Folded:
    """The letters of a text in one reading, with the map back into the text."""
    chars, starts = _characters(text)
    letters: list[str] = []
    roles: list[str] = []
    owners: list[int] = []
    until: dict[int, int] = {}
    before, place = "", -2
    for number, char in enumerate(chars):
        unit, role = reading[char]
        joined = place == number - 1
        if not unit:
            if joined and role == "~":
                place = number
            continue
        skip = 0
        if joined and char == before and role[0] == "i":
            skip = len(unit)
        elif letters and (role == "l" or (joined and unit[0] == "ㅇ")):
            skip = _said(unit, role, letters[-1][-1], roles[-1][-1], reading.squeezes)
        before, place = char, number
        if skip == len(unit):
            until[len(owners) - 1] = number
            continue
        letters.append(unit[skip:])
        roles.append(role[skip:])
        owners += [number] * (len(unit) - skip)
    return Folded("".join(letters), "".join(roles), owners, until, starts)


def _said(unit: str, role: str, last: str, last_role: str, squeezes: bool) -> int:
    """How many of a character's first letters only draw out the last one before it."""
    if role == "l":
        return int(unit == last and (unit >= "ㅏ" or (squeezes and last_role == "l")))
    if role[:2] == "iv" and role[2:3] != "v":
        return 2 if last >= "ㅏ" and unit[1].translate(_SOUND) == last.translate(_SOUND) else 0
    return 0


def _characters(text: str) -> tuple[Sequence[str], Sequence[int]]:
    """The characters of a text, composed, and where each begins; its end last."""
    if is_normalized("NFC", text):
        return text, range(len(text) + 1)
    seen = list(_SEEN.finditer(text))
    return [normalize("NFC", m.group()) for m in seen], [*(m.start() for m in seen), len(text)]
