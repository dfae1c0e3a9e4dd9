"""Whether letters that spell a listed word are that word: its edges and the gaps in it.

다시 발견 spells 시발 across a space, 발전 of 역시 발전 too; 시 발 does with nothing around it.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from unicodedata import normalize

from hwalja.comments.korean.listed import Listed
from hwalja.hangul.folding import Folded
from hwalja.hangul.jamo import is_syllable
from hwalja.hangul.particles import is_tail
from hwalja.hangul.readings import BARE, KEYS, PLAIN, Reading, seen

# What only sticks an ending on an open syllable: 새낀 (새끼는), 새낄 (새끼를).
_CONTRACTED = "ㄴㄹ"
# What people call one another behind a word of abuse: 시.발놈아.
_CALLED = re.compile("^(?:놈|년|뇬|넘|새끼|자식|것|련|럼|롬)?")
_SENTENCE = re.compile(r"[.,!?…·:;()\[\]\"'“”‘’<>《》「」/\-]")
_VOWEL = re.compile("[ㅏ-ㅣ]+")
_LAUGHTER = "ㅋㅎㅠㅜ"
# A number of years is no sign: 네2001년.
_YEARS = re.compile(r"\d\d\s*년")
# Signs between two letters of a word: more is not a word any more.
_GAP = 6


@dataclass(frozen=True)
class Place:
    """The letters `first` to `last` of a folded text spell a listed word."""

    word: Listed
    text: str
    folded: Folded
    reading: Reading
    first: int
    last: int

    @cached_property
    def span(self) -> tuple[int, int]:
        """Half-open offsets in the text."""
        return self.folded.start(self.first), self.folded.end(self.last)

    @cached_property
    def gaps(self) -> dict[int, str]:
        """What stands between two letters of the word, by the place in the word behind it."""
        found = {}
        for letter in range(self.first + 1, self.last + 1):
            gap = self.text[self.folded.end(letter - 1) : self.folded.start(letter)]
            if gap := seen(gap):
                found[letter - self.first] = gap
        return found

    @cached_property
    def before(self) -> str:
        """The character before the word, invisible ones left out; empty at the start."""
        return seen(normalize("NFC", self.text[max(0, self.span[0] - 8) : self.span[0]]))[-1:]

    @cached_property
    def after(self) -> str:
        """What stands behind the word, composed, invisible characters left out."""
        return seen(normalize("NFC", self.text[self.span[1] : self.span[1] + 24]))

    @cached_property
    def rest(self) -> str:
        """The syllables written on to the word: its particles, or the rest of another word."""
        return re.match("[가-힣]*", self.after).group()  # type: ignore[union-attr]

    @property
    def begins_a_word(self) -> bool:
        """Whether nothing is written on to its beginning; laughter (ㅋㅋ) is no word."""
        return not (is_syllable(self.before) or (self.before.isascii() and self.before.isalnum()))


def is_innocent(place: Place) -> bool:
    """Whether an innocent word stands here as it is listed, spaces only where the list has them."""
    whole = _whole_syllables(place) and set(place.gaps) <= place.word.seams
    roles = place.folded.roles[place.first : place.last + 1]
    in_syllables = roles.count("l") == len(place.word.lone)
    # The 네 of 네 시 발 is a word, not the end of one: 하네 시발.
    first = place.word.letters[: min(place.word.seams, default=0)]
    begins = place.begins_a_word or len(_VOWEL.findall(first)) != 1
    return whole and in_syllables and begins and (not place.word.alone or is_tail(place.rest))


def is_meant(place: Place) -> bool:
    """Whether the letters here are the listed word."""
    return (
        _whole_syllables(place, _CONTRACTED)
        and _as_listed(place)
        and _other_letters_end(place)
        and _read_rightly(place)
        and (not place.word.alone or (place.begins_a_word and is_tail(place.rest)))
        and (not place.gaps or _held_together(place))
    )


def _as_listed(place: Place) -> bool:
    """Whether letters listed alone stand alone, and there are as many characters as it takes."""
    word, roles = place.word, place.folded.roles
    if any(roles[place.first + i] != "l" for i in word.lone):
        return False
    return word.least == 1 or sum(map(str.isalnum, place.text[slice(*place.span)])) >= word.least


def _whole_syllables(place: Place, contracted: str = "") -> bool:
    """Whether the word begins and ends with whole syllables, a contracted ending aside."""
    roles, letters = place.folded.roles, place.folded.letters
    behind = place.last + 1
    role = roles[behind : behind + 1]
    touching = role and place.folded.start(behind) <= place.span[1]
    if roles[place.first] not in "ilo" or not touching:
        return roles[place.first] in "ilo"
    if role == "v" or (role == "l" and letters[behind] >= "ㅏ"):
        return letters[place.last] >= "ㅏ" and role == "l"
    if role == "f":
        once = roles[behind + 1 : behind + 2] != "f"
        return letters[place.last] >= "ㅏ" and once and letters[behind] in contracted
    return True


def _other_letters_end(place: Place) -> bool:
    """Whether a word that begins or ends in a letter alone is not part of more such letters."""
    word = place.word
    if not word.lone and not word.letters[0].isascii() and not word.letters[-1].isascii():
        return True
    for letter, number, beside in (
        (word.letters[0], 0, place.before),
        (word.letters[-1], len(word.letters) - 1, place.after[:1]),
    ):
        if _same_script(letter, beside):
            return False
        # ㅅㅂㅅㅂ and ㅅㅂㅋㅋ are said; in ㅊㅅㅂㄷ there is no ㅅㅂ.
        among = "ㄱ" <= beside <= "ㅎ" and beside not in _LAUGHTER + word.letters
        if number in word.lone and letter < "ㅏ" and among:
            return False
    return True


def _same_script(letter: str, beside: str) -> bool:
    """Whether two characters side by side are of one word or one number."""
    beside = beside.lower()
    return (
        bool(beside)
        and letter.isascii()
        and beside.isascii()
        and ((letter.isalpha() and beside.isalpha()) or (letter.isdigit() and beside.isdigit()))
    )


def _read_rightly(place: Place) -> bool:
    """Whether a trick was needed, and enough of the word is Hangul to be sure of it."""
    if place.reading is PLAIN:
        return True
    if place.word.alone and place.word.kind == "suspect":
        # Short and of two meanings: 한 10년 would be 한녀.
        return False
    start, end = place.span
    if place.reading is BARE:
        return bool(place.gaps)
    if _same_script(place.text[start], place.before):
        # The s of sns팔 is no ㅅ.
        return False
    chars = seen(normalize("NFC", place.text[start:end]))
    replaced = sum(map(place.reading.replaces, chars))
    hangul = any(is_syllable(c) or "ㄱ" <= c <= "ㅣ" for c in chars)
    vowels = bool(_VOWEL.search(place.word.letters))
    if place.reading is KEYS and not hangul:
        # A whole word typed without switching to Hangul: tlqkf.
        return vowels and len(place.word.letters) > 4
    if _same_script(place.text[end - 1], place.after[:1]):
        # Nor is the 1 of 10월 a ㅣ.
        return False
    return bool(replaced) and hangul and vowels and len(place.word.letters) > 3


def _held_together(place: Place) -> bool:
    """Whether what stands between the letters is there to hide the word."""
    gaps = place.gaps.values()
    spaced = any(any(map(str.isspace, gap)) for gap in gaps)
    if not spaced and any(len(gap) > _GAP for gap in gaps):
        return False
    if spaced and any(any(map(str.isalnum, gap)) for gap in gaps):
        return False
    if _YEARS.search(place.text, *place.span):
        return False
    if not is_tail(_CALLED.sub("", place.rest)):
        return False
    if not spaced:
        return place.begins_a_word or not any(map(_SENTENCE.search, gaps))
    return place.begins_a_word and _spaced_out(place)


def _spaced_out(place: Place) -> bool:
    """Whether the spaces in the word stand at its seams, or one behind every syllable."""
    word = place.word
    spaces = {i for i, gap in place.gaps.items() if any(map(str.isspace, gap))}
    if spaces <= word.seams:
        return True
    cuts = [0, *sorted(place.gaps), len(word.letters)]
    pieces = [word.letters[a:b] for a, b in pairwise(cuts)]
    if word.kind == "suspect" and (word.alone or place.rest):
        return False
    if all(len(_VOWEL.findall(piece)) <= 1 for piece in pieces):
        return True
    return word.kind == "banned" and word.length > 2
