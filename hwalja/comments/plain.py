"""Text as typed → text as kept. A comment is plain text: no markup, nothing invisible.

What only spoils the look of a line is cleaned; what hides or disturbs is refused, and the
author is shown where it stands. Nothing is ever cut.

| typed                                              | kept                                |
|----------------------------------------------------|-------------------------------------|
| any form of Unicode                                | composed (NFC)                      |
| CR, CR LF, vertical tab, form feed, U+2028, U+2029 | line feed                           |
| tab, spaces of every width, blank fillers (U+3164) | a space                             |
| zero width, direction marks, byte order mark       | nothing; U+200D stays within emoji  |
| other control characters                           | nothing                             |
| more than two line feeds in a row                  | two: one empty line                 |
| white space at either end                          | nothing                             |
| more than two marks on one character               | refused                             |
| unassigned, private, half a surrogate pair         | refused                             |
| only what cannot be seen                           | refused, as empty                   |
"""

import re
import unicodedata

from hwalja.comments.verdict import Verdict, refused
from hwalja.hangul import normalise

RULE = "plain"
MOST_MARKS = 2
# Fillers and blanks that are letters or symbols to Unicode: Hangul fillers, Khmer inherent
# vowels, Braille blank, the invisible musical note head.
_BLANK = re.compile("[\t\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U0001d159]")
# Beyond what every text is cleaned of: tags, variation selectors that do nothing, word joiners.
_HIDDEN = re.compile("[\u034f\u061c\ufe00-\ufe0d\U000e0000-\U000e0fff\U0001d173-\U0001d17a]")
_JOINER = "\u200d"
# A joiner is kept where it makes one picture of two.
_JOINED = re.compile(
    "(?<=[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])"
)
_HELD = "\ue000"  # Private use: refused when typed, so that it is free to stand for the joiner.
_LINES = re.compile("\n[ \n]*\n[ \n]*\n")
_LINE_END = re.compile(" +(?=\n|$)")
_UNKNOWN = frozenset({"Cn", "Co", "Cs"})


def kept(typed: str) -> str:
    """The text as it is kept and shown."""
    text = _JOINED.sub(_HELD, typed.replace(_HELD, "\ufffd"))
    text = normalise.clean(_HIDDEN.sub("", _BLANK.sub(" ", text)))
    text = _LINE_END.sub("", text.replace(_HELD, _JOINER))
    return _LINES.sub("\n\n", text).strip()


def one_line(typed: str) -> str:
    """A name as it is kept."""
    return normalise.collapse(kept(typed))


def objection(typed: str) -> Verdict | None:
    """Why a text cannot be kept; the spans are in `kept(typed)`."""
    text = kept(typed)
    if not _is_seen(text):
        return refused("empty", "댓글을 적어 주십시오.")
    if odd := [found for index, char in enumerate(typed) if (found := _odd(index, char))]:
        names = ", ".join(dict.fromkeys(f"U+{ord(typed[at]):04X}" for at, _ in odd[:3]))
        return refused(
            RULE, f"쓸 수 없는 글자({names})가 있습니다. 그 글자를 지우고 다시 보내 주십시오."
        )
    if marks := _stacked(text):
        return refused(RULE, "한 글자에 부호를 너무 많이 겹쳤습니다. 부호를 줄여 주십시오.", *marks)
    return None


def _is_seen(text: str) -> bool:
    return any(not char.isspace() and unicodedata.category(char)[0] not in "CM" for char in text)


def _odd(index: int, char: str) -> tuple[int, int] | None:
    return (index, index + 1) if unicodedata.category(char) in _UNKNOWN else None


def _stacked(text: str) -> list[tuple[int, int]]:
    """Where more than two marks stand on one character."""
    found: list[tuple[int, int]] = []
    start, marks = 0, 0
    for index, char in enumerate(f"{text} "):
        if unicodedata.category(char) in ("Mn", "Me"):
            marks += 1
            continue
        if marks > MOST_MARKS:
            found.append((start, index))
        start, marks = index, 0
    return found
