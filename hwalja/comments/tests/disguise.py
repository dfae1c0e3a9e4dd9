"""Words as people write them who do not want them found; every trick is one function.

A trick takes a word without spaces and gives it back in disguise. What it draws at random comes
from the given source, so that a seed makes the same words on every machine.
"""

from collections.abc import Callable, Iterator
from random import Random
from unicodedata import normalize

from hwalja.hangul.jamo import decompose, is_syllable, join, split, typed
from hwalja.hangul.particles import PAIRS, with_particle

Trick = Callable[[str, Random], str]

SIGNS = [".", "~", "-", "_", "*", ",", "·", "^", "@", "!", "♥", "..", "//", "(", "😀"]
FRAMES = [
    "{}",
    "야 {}",
    "{} 진짜",
    "아니 {} 뭐야",
    "정말…{}!!",
    "기사 보니 {}, 참",
    "1위 {}ㅋㅋㅋ",
    "({})",
]
KEYS = dict(
    zip(
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
        "qwertyuiopasdfghjklzxcvnmb",
        strict=False,
    )
)
KEYS |= {"ㅠ": "b", "ㅜ": "n", "ㅡ": "m", "ㅃ": "Q", "ㅉ": "W", "ㄸ": "E", "ㄲ": "R", "ㅆ": "T"}
KEYS |= {"ㅒ": "O", "ㅖ": "P", "ㅍ": "v"}
# U+3131-U+314E, in order, on the half-width keys U+FFA1-U+FFBE.
HALF_WIDTH = {chr(0x3131 + i): chr(0xFFA1 + i) for i in range(30)}


def particled(word: str, rng: Random) -> str:
    """시발 → 시발은, 시발들이랑."""
    plural = rng.choice(["", "", "들"])
    return with_particle(word + plural, rng.choice(sorted(PAIRS)))


def spaced(word: str, rng: Random) -> str:
    """시발 → 시 발."""
    return rng.choice([" ", "  ", " ", "\u3000"]).join(word)


def signed(word: str, rng: Random) -> str:
    """시발 → 시~발."""
    return rng.choice(SIGNS).join(word)


def numbered(word: str, rng: Random) -> str:
    """시발 → 시1발."""
    return _in_between(word, str(rng.randint(0, 9)), rng)


def lettered(word: str, rng: Random) -> str:
    """시발 → 시x발."""
    return _in_between(word, rng.choice("abcxyzQX"), rng)


def laughing(word: str, rng: Random) -> str:
    """시발 → 시ㅋㅋ발."""
    return _in_between(word, rng.choice(["ㅋㅋ", "ㅎ", "ㅠㅠ", "ㅡㅡ"]), rng)


def stray(word: str, rng: Random) -> str:
    """시발 → 시ㅂ발."""
    at = rng.randrange(1, len(word))
    return word[:at] + split(word[at])[0] + word[at:] if is_syllable(word[at]) else word


def apart(word: str, rng: Random) -> str:
    """시발 → ㅅㅣㅂㅏㄹ."""
    return decompose(word)


def half_apart(word: str, rng: Random) -> str:
    """시발 → 시ㅂㅏㄹ."""
    at = rng.randrange(len(word))
    return word[:at] + decompose(word[at]) + word[at + 1 :]


def dropped_final(word: str, rng: Random) -> str:
    """시발 → 시바ㄹ."""
    initial, vowel, final = split(word[-1])
    return word[:-1] + join(initial, vowel) + typed(final) if final else word


def stretched(word: str, rng: Random) -> str:
    """시발 → 시이이발, 시바아알."""
    at = rng.randrange(len(word))
    initial, vowel, final = split(word[at])
    if len(typed(vowel)) > 1:
        return word
    more = join("ㅇ", vowel) * rng.randint(1, 3)
    drawn = join(initial, vowel) + more + join("ㅇ", vowel, final) if final else word[at] + more
    return word[:at] + drawn + word[at + 1 :]


def repeated(word: str, rng: Random) -> str:
    """시발 → 시발발발."""
    at = rng.randrange(len(word))
    return word[:at] + word[at] * rng.randint(2, 4) + word[at + 1 :]


def in_pieces(word: str, rng: Random) -> str:
    """The same to the eye, as letters that build syllables (NFD)."""
    return normalize("NFD", word)


def half_width(word: str, rng: Random) -> str:
    """시발 → ﾵￜﾲￂﾩ, but for the vowels."""
    return "".join(HALF_WIDTH.get(letter, letter) for letter in decompose(word))


def invisible(word: str, rng: Random) -> str:
    """Something between the syllables that no eye sees."""
    return rng.choice(["\u200b", "\u200d", "\u2060", "\u00ad", "\ufeff", "\u0336"]).join(word)


def filled(word: str, rng: Random) -> str:
    """A blank letter between the syllables."""
    return rng.choice(["\u3164", "\uffa0", "\u115f"]).join(word)


def look_alike(word: str, rng: Random) -> str:
    """시발 → ㅅ1발."""
    at = next((i for i, c in enumerate(word) if split(c)[1:] == ("ㅣ", "")), None)
    if at is None or len(decompose(word)) < 4:
        return word
    return word[:at] + split(word[at])[0] + rng.choice("1lI|") + word[at + 1 :]


def half_typed(word: str, rng: Random) -> str:
    """시발 → tl발."""
    if len(decompose(word)) < 4:
        return word
    at = rng.randrange(len(word))
    return word[:at] + "".join(KEYS[c] for c in decompose(word[at])) + word[at + 1 :]


def typed_blind(word: str, rng: Random) -> str:
    """시발 → tlqkf."""
    letters = decompose(word)
    return "".join(KEYS[c] for c in letters) if len(letters) > 4 else word


def full_width(word: str, rng: Random) -> str:
    """fuck → ｆｕｃｋ."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in word)


def shouted(word: str, rng: Random) -> str:
    """fuck → FuCk."""
    return "".join(rng.choice([c.upper(), c.lower()]) for c in word)


_ANY: list[Trick] = [particled, invisible, in_pieces]
_LONGER: list[Trick] = [spaced, signed, filled]
_SYLLABLES: list[Trick] = [apart, half_apart, dropped_final, stretched, repeated, half_width]
_SYLLABLES += [look_alike, half_typed, typed_blind]
_LONGER_SYLLABLES: list[Trick] = [numbered, lettered, laughing, stray]


def tricks(word: str) -> list[Trick]:
    """The tricks that can be played with a word."""
    syllables = all(map(is_syllable, word))
    found = list(_ANY)
    found += _LONGER * (len(word) > 1)
    found += _SYLLABLES * syllables
    found += _LONGER_SYLLABLES * (syllables and len(word) > 1)
    found += [full_width, shouted] * word.isascii()
    return found


def disguised(words: list[str], count: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """`count` triples of a word, its disguise and a sentence with it; each word in its turn."""
    rng = Random(seed)
    for number in range(count):
        word = words[number % len(words)].removeprefix("=").replace(" ", "")
        form = rng.choice(tricks(word))(word, rng)
        # Every third disguise has a particle too, but not where letters stand apart.
        if number % 3 == 0 and is_syllable(form[-1]) and not form[-1:].isascii():
            form = with_particle(form, rng.choice(["은/는", "이/가", "을/를", "아/야"]))
        yield word, form, rng.choice(FRAMES).format(form)


def _in_between(word: str, what: str, rng: Random) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + what + word[at:]
