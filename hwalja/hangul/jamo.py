"""Syllables and their letters, in the letters one types (U+3131-U+3163)."""

from unicodedata import normalize

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_FIRST = ord("가")

# What takes two strokes on a keyboard is two letters here: ㅄ is ㅂㅅ, ㅢ is ㅡㅣ.
_PAIRS = "ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ ㅘㅗㅏ ㅙㅗㅐ ㅚㅗㅣ ㅝㅜㅓ ㅞㅜㅔ ㅟㅜㅣ ㅢㅡㅣ"
_TYPED = {pair[0]: pair[1:] for pair in _PAIRS.split()}
# The letters Unicode keeps for building syllables (U+1100-U+11FF), as those one types.
_CONJOINING = {
    **{chr(0x1100 + i): letter for i, letter in enumerate(INITIALS)},
    **{chr(0x1161 + i): letter for i, letter in enumerate(VOWELS)},
    **{chr(0x11A7 + i): letter for i, letter in enumerate(FINALS) if i},
}


def is_syllable(char: str) -> bool:
    """Whether a character is a composed syllable."""
    return "가" <= char <= "힣"


def is_letter(char: str) -> bool:
    """Whether a character is a letter standing alone, as one types it."""
    return "ㄱ" <= char <= "ㅣ"


def split(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final of a composed syllable; the final may be empty."""
    initial, rest = divmod(ord(syllable) - _FIRST, len(VOWELS) * len(FINALS))
    vowel, final = divmod(rest, len(FINALS))
    return INITIALS[initial], VOWELS[vowel], FINALS[final].strip()


def join(initial: str, vowel: str, final: str = "") -> str:
    """The syllable of three letters; `split` the other way round."""
    place = INITIALS.index(initial) * len(VOWELS) + VOWELS.index(vowel)
    return chr(_FIRST + place * len(FINALS) + FINALS.index(final or " "))


def typed(letter: str) -> str:
    """A letter as the strokes that type it."""
    return _TYPED.get(letter, letter)


def alone(char: str) -> str:
    """The letter a character is when no syllable can be made with it; empty if it is none."""
    return char if is_letter(char) else _CONJOINING.get(char, "")


def decompose(text: str) -> str:
    """A text with every syllable taken apart into the letters that type it."""
    return "".join(
        "".join(map(typed, split(char))) if is_syllable(char) else typed(char)
        for char in normalize("NFC", text)
    )


def ends_open(text: str) -> bool:
    """Whether a text ends in a vowel; of another script's letters it is taken that they do."""
    last = normalize("NFC", text)[-1:]
    return not (last and is_syllable(last) and split(last)[2])
