"""What Korean names are made of."""

import re

SURNAMES = frozenset(
    "김이박정최조신강윤유장오임서홍송안권한황전양손문고백노허심배류민구남차성나진우하엄곽주원지채변함천도현여염방공"
    "설석선길육소반국표연왕기목라옥명편은추위경맹제인예어태마부계금탁복두봉용음승온간동가단옹모사피"
)
DOUBLE = ("남궁", "황보", "선우", "제갈", "사공", "서문", "독고", "동방", "어금")
# Surnames that are determiners, numbers or particles of other words as well.
WORDS_TOO = frozenset("이전한현신구주조각정고지성부동가단모사위제인기도금두승온간원장")
_KOREAN = re.compile(f"(?:{'|'.join(DOUBLE)})[가-힣]{{1,2}}|[{''.join(SURNAMES)}][가-힣]{{1,2}}")


def is_korean(name: str) -> bool:
    """Whether a name has the form of a Korean one: surname and one or two syllables."""
    return _KOREAN.fullmatch(name) is not None


def surname(name: str) -> str:
    """The surname of a name of Korean form, else nothing."""
    if not is_korean(name):
        return ""
    return name[:2] if name[:2] in DOUBLE and len(name) > 2 else name[0]
