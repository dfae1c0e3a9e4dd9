"""Members' display names (별명): what they may be, so that nobody takes one for another's.

Stated to readers in one sentence, RULE. Names are compared by `key`: case, marks and the
few letters that look like digits make no difference.
"""

import re
from collections.abc import Callable

from hwalja.hangul.normalise import clean

SHORTEST, LONGEST = 2, 12
RULE = (
    f"{SHORTEST}~{LONGEST}자의 한글, 영문, 숫자. 사이에 . _ - 를 쓸 수 있습니다. "
    "다른 독자에게 보이며, 기자나 신문사로 보이는 이름은 쓸 수 없습니다."
)
ODD = f"별명은 한글, 영문, 숫자 {SHORTEST}~{LONGEST}자로 씁니다. . _ - 는 글자 사이에만 쓸 수 있습니다."
TAKEN = "이미 쓰이는 별명이거나 그와 헷갈리는 별명입니다."
RESERVED = "기자나 신문사의 이름으로 보일 수 있는 별명입니다."

# Composed syllables only: single jamo and letters of other scripts imitate too well.
_SHAPE = re.compile(r"[가-힣A-Za-z0-9](?:[._-]?[가-힣A-Za-z0-9])*")
_MARKS = str.maketrans("", "", "._-")
_LOOKALIKE = str.maketrans({"0": "o", "1": "l", "i": "l"})
# Offices of a newspaper, anywhere in a name; and what stands before or after a name.
_OFFICES = (
    "편집국", "편집장", "편집부", "편집인", "발행인", "데스크", "신문사", "운영자", "운영진", "관리자",
    "admin", "editor", "moderator", "newsroom", "official", "staff", "hwalja",
)  # fmt: skip
_TITLES = ("기자", "기자님", "논설위원", "특파원", "앵커")

# Asked whether a name, its letters alone, is one of the paper's own; rooms add theirs.
_GUARDS: list[Callable[[str], bool]] = []


def guard(is_ours: Callable[[str], bool]) -> None:
    """Register a question: does this name stand for somebody or something of the paper?"""
    _GUARDS.append(is_ours)


def bare(name: str) -> str:
    """The letters alone, as a person's name is written."""
    return name.translate(_MARKS)


def key(name: str) -> str:
    """What two names have in common that readers would take for each other."""
    return bare(name).casefold().translate(_LOOKALIKE)


def spell(name: str) -> str:
    """As it is kept: composed, nothing invisible, no space around it."""
    return clean(name).strip()


def is_well_formed(name: str) -> bool:
    return SHORTEST <= len(name) <= LONGEST and _SHAPE.fullmatch(name) is not None


def is_ours(name: str) -> bool:
    """Would readers take it for the paper, or for somebody who writes it?"""
    found = key(name)
    offices = any(key(word) in found for word in _OFFICES)
    titles = found.startswith(_TITLES) or found.endswith(_TITLES)
    return offices or titles or any(asked(bare(name)) for asked in _GUARDS)
