"""Names as they are searched and put in order: folded, by 초성, by their first letter."""

import re
from unicodedata import normalize

from hwalja.hangul.jamo import INITIALS, is_syllable, split

# What people leave out, or write in another way, when they type a name.
_BETWEEN = re.compile(r"[\s·ㆍ‧・.,'’‘\-()]+")
_PLAIN = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")
_HANJA = re.compile(r"[㐀-鿿豈-﫿\s·]+")
_LATIN = re.compile(r"[^\W\d_ㄱ-ㆎ가-힣㐀-鿿ぁ-ヿ][^ㄱ-ㆎ가-힣㐀-鿿ぁ-ヿ]*")
# Of those whose name begins with neither Hangul nor a Latin letter.
OTHERS = "0-9"
SHELVES = [letter for letter in INITIALS if letter.translate(_PLAIN) == letter]


def fold(text: str) -> str:
    """What two spellings of a name have in common: no spaces and signs, small letters."""
    return _BETWEEN.sub("", normalize("NFKC", text)).casefold()


def initials(text: str) -> str:
    """The folded name with each syllable as its 초성: 강가람 is ㄱㄱㄹ."""
    return "".join(split(char)[0] if is_syllable(char) else char for char in fold(text))


def shelf(name: str) -> str:
    """Under which letter of the directory a name stands: a plain 초성, A to Z, or `OTHERS`."""
    first = head(name)
    if first and is_syllable(first):
        return split(first)[0].translate(_PLAIN)
    return first if first.isascii() and first.isalpha() else OTHERS


def head(name: str) -> str:
    """The first character, by which a long shelf is divided; Latin letters are large."""
    first = fold(name)[:1].upper()[:1]
    return first if first.isalnum() else OTHERS


def kind_of(text: str) -> str:
    """What kind of other name this is, by its script."""
    if _HANJA.fullmatch(text):
        return "hanja"
    return "english" if _LATIN.fullmatch(text) else "alias"
