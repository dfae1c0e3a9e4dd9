"""Ways to read a text as Hangul letters: as written, and as those read it who were meant to.

A reading says of a character which letters it stands for; an empty string says that it stands for
nothing. What a reading does not name is read as written: a syllable as its letters, Latin and
digits in lower case, signs and spaces as nothing.
"""

from collections.abc import Mapping, Set
from string import ascii_letters, digits
from unicodedata import category, combining, normalize

from hwalja.hangul.jamo import alone, is_letter, is_syllable, split, typed

# Letters, and of each its role: i(nitial), v(owel) and f(inal) of a syllable, l(etter) alone,
# o(ther) script. What the eye does not see at all is no letter in the role of ~.
Unit = tuple[str, str]
UNSEEN: Unit = "", "~"

# U+1160, U+3164, U+FFA0: letters to Unicode, blank to the eye.
_FILLERS = "\u115f\u1160\u3164\uffa0"
# Characters a table remembers: every syllable and more, and no reader can make it grow further.
_REMEMBERED = 20_000


class Reading(dict[str, Unit]):
    """A table from a character to its letters, filled in as characters are met."""

    def __init__(self, stands_for: Mapping[str, str], *, squeezes: bool = False) -> None:
        super().__init__()
        self._stands_for = stands_for
        # Whether a letter standing alone and repeated (ㅅㅅㅣㅣ) is read once.
        self.squeezes = squeezes

    def __missing__(self, char: str) -> Unit:
        if len(self) > _REMEMBERED:
            self.clear()
        bare = "".join(c for c in char if not combining(c))
        if bare != char:
            unit = self[bare] if bare else UNSEEN
        elif char in self._stands_for or is_syllable(char) or is_letter(char):
            unit = self._unit(char)
        else:
            # Full-width, circled, bold … letters become plain ones; accents fall off Latin.
            pieces = [self._unit(piece) for piece in _plain(char)]
            unit = "".join(p[0] for p in pieces), "".join(p[1] for p in pieces)
            if all(map(is_unseen, char)):
                unit = UNSEEN
        self[char] = unit
        return unit

    def replaces(self, char: str) -> bool:
        """Whether this reading takes a character for something else than it is."""
        return char in self._stands_for or _plain(char) in self._stands_for

    def matters(self, chars: Set[str]) -> bool:
        """Whether this reading takes any of some characters for something else."""
        return not chars.isdisjoint(self._stands_for)

    def _unit(self, char: str) -> Unit:
        stands_for = self._stands_for.get(char)
        if stands_for is not None:
            return stands_for, "l" * len(stands_for)
        return _as_written(char)


def is_unseen(char: str) -> bool:
    """Whether a character takes no room of its own: zero width, direction, a mark on another."""
    return category(char) in ("Cf", "Mn", "Me")


class _Seen(dict[int, int | None]):
    """A table for `str.translate` that drops what is unseen, filled in as characters are met."""

    def __missing__(self, code: int) -> int | None:
        if len(self) > _REMEMBERED:
            self.clear()
        self[code] = None if is_unseen(chr(code)) else code
        return self[code]


_SEEN = _Seen()


def seen(text: str) -> str:
    """The text without what the eye does not see: zero width, direction, marks."""
    return text.translate(_SEEN)


def _plain(char: str) -> str:
    composed = normalize("NFKC", char)
    if composed == char or not any(map(is_syllable, composed)):
        composed = "".join(c for c in normalize("NFKD", char) if not combining(c))
    return composed


def _as_written(char: str) -> Unit:
    if char in _FILLERS:
        return "", ""
    if is_syllable(char):
        parts = [typed(part) for part in split(char) if part]
        return "".join(parts), "".join(
            role * len(part) for role, part in zip("ivf", parts, strict=False)
        )
    if letters := typed(alone(char)):
        return letters, "l" * len(letters)
    if char.isalnum():
        return char.lower(), "o" * len(char.lower())
    return "", ""


def _table(left: str, right: str) -> dict[str, str]:
    return dict(zip(left, right, strict=True))


_LETTERS_ALONE = [chr(code) for code in range(ord("ㄱ"), ord("ㅣ") + 1)]
# The two-set keyboard: what comes out when one forgets to switch to Hangul.
_KEYS = {
    **_table("qwertyuiop", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ"),
    **_table("asdfghjkl", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ"),
    **_table("zxcvbnm", "ㅋㅌㅊㅍㅠㅜㅡ"),
    **_table("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ"),
    **_table("YUIASDFGHJKLZXCVBNM", "ㅛㅕㅑㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"),
}
# Sounds, for a Latin letter or two within a Hangul word: si발, 씨bal, g랄.
_SOUNDS = {
    **_table("abdegijklmnoprstuvyz", "ㅏㅂㄷㅔㅈㅣㅈㄲㄹㅁㄴㅗㅍㄹㅅㅌㅜㅂㅣㅈ"),
    "h": "",
}
_SHAPES = {
    **_table("1lI|丨亅/ⅼǀ", "ㅣㅣㅣㅣㅣㅣㅣㅣㅣ"),
    **_table("0oO°〇○●@", "ㅇㅇㅇㅇㅇㅇㅇㅇ"),
    **_table("^∧Λ人入A", "ㅅㅅㅅㅅㅅㅅ"),
    **_table("7フ", "ㄱㄱ"),
    **_table("L∟E己乙2", "ㄴㄴㅌㄹㄹㄹ"),
    **_table("口ロ□", "ㅁㅁㅁ"),
    **_table("ス大天", "ㅈㅈㅊ"),
    **_table("H卜ト├┤┴⊥┬丅", "ㅐㅏㅏㅏㅓㅗㅗㅜㅜ"),
}

PLAIN = Reading({})
# What is stuck between the letters of a word means nothing: 시1발, 시a발, 시ㅋㅋ발, 시ㅂ발.
BARE = Reading(dict.fromkeys([*ascii_letters, *digits, *_LETTERS_ALONE], ""))
# What looks like a letter is one: ㅅ1발, ^^l발, 새77ㅣ.
SHAPES = Reading(_SHAPES, squeezes=True)
SOUNDS = Reading({**_SOUNDS, **{k.upper(): v for k, v in _SOUNDS.items()}, "1": "ㅣ"})
KEYS = Reading(_KEYS)
