"""Names as they are searched and put in order: folded, by 초성, by their first letter."""

import re
from unicodedata import normalize

from hwalja.hangul.jamo import INITIALS, alone, is_syllable, split

# What people leave out, or write in another way, when they type a name.
_BETWEEN = re.compile(r"[\s·ㆍ‧・.,'’‘\-()]+")
_PLAIN = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")
_CHINESE = "\u3400-\u9fff\uf900-\ufaff"
_HANJA = re.compile(rf"[{_CHINESE}\s·]+")
# What begins with a letter of another script than Hangul, kana or Chinese, and has none of these.
_EASTERN = rf"\u3040-\u318e\uac00-\ud7a3{_CHINESE}"
_LATIN = re.compile(rf"[^\W\d_{_EASTERN}][^{_EASTERN}]*")
# Of those whose name begins with neither Hangul nor a Latin letter.
OTHERS = "0-9"
SHELVES = [letter for letter in INITIALS if letter.translate(_PLAIN) == letter]


def fold(text: str) -> str:
    """What two spellings of a name have in common: no spaces and signs, small letters."""
    composed = normalize("NFKC", text)
    # Letters standing alone (ㄱㄱㄹ) stay those that one types.
    letters = "".join(alone(char) or char for char in composed)
    return _BETWEEN.sub("", letters).casefold()


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
