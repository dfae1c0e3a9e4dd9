"""Whether a word looks like a Korean name, and how surely."""

import re
from typing import Literal

from hwalja.mentions.reading import title_words
from hwalja.mentions.reading.korean_names import DOUBLE, GIVEN, RARE, SURNAMES
from hwalja.mentions.reading.name_words import FOREIGN_WORDS, NOT_NAMES, NOT_PART
from hwalja.mentions.reading.newcomers.words import Word
from hwalja.mentions.reading.organisation_words import is_body
from hwalja.mentions.reading.places import parts

# sure: a title in the right place is enough; likely: it has to stand at once behind; weak: only if
# the article calls the same person by surname and title too.
Look = Literal["sure", "likely", "weak", "none"]

_HANGUL = re.compile("[가-힣]{2,4}")


def look(word: Word, name: str) -> Look:
    """How much the word's stem `name` looks like a name."""
    if not _HANGUL.fullmatch(name) or _is_other(name):
        return "none"
    if len(name) == 2 or (len(name) == 4 and name[:2] not in DOUBLE):
        return "weak"
    found = _by_tokens(word, name)
    if name[0] in SURNAMES or name[:2] in DOUBLE:
        return found
    return "likely" if name[0] in RARE and found == "sure" else "weak"


def may_be(name: str) -> bool:
    """Whether a word is a common surname and two syllables of given names, and no word of news."""
    return len(name) == 3 and name[0] in SURNAMES and has_given(name) and not _is_other(name)


def _is_other(name: str) -> bool:
    return (
        name in NOT_NAMES
        or name in DOUBLE
        or name in FOREIGN_WORDS
        or bool(NOT_PART.search(name))
        or bool(title_words.at_end(name))
        or bool(parts(name))
        or name.endswith("부")
        or is_body(name)
    )


def _by_tokens(word: Word, name: str) -> Look:
    """By what the analyser makes of it: no word it knows, a name it knows, or other words."""
    end = word.start + len(name)
    inside = [token for token in word.tokens if token.start < end]
    first = inside[0] if inside else None
    if first is None or inside[-1].end > end:
        return "weak"
    if any(token.is_new for token in inside) and len(inside) == 1:
        return "sure" if has_given(name) else "likely"
    if len(inside) == 1:
        return "likely" if first.tag == "NNP" and has_given(name) else "weak"
    if any(token.tag.startswith(("J", "E", "XS", "VC")) for token in inside):
        return "weak"
    is_split = first.end - first.start in {len(name) - 2, len(name) - 1}
    return "likely" if is_split and has_given(name) and first.tag == "NNP" else "weak"


def has_given(name: str) -> bool:
    """Whether what follows the surname is of syllables that given names are made of."""
    given = name[2:] if name[:2] in DOUBLE else name[1:]
    return all(char in GIVEN for char in given)
