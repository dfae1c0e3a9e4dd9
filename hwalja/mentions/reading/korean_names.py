"""What Korean names are made of."""

import re

SURNAMES = frozenset(
    "김이박정최조신강윤유장오임서홍송안권한황전양손문고백노허심배류민구남차성나진우하엄곽주원지채변함천도현여염방공"
    "설석선길육소반국표연왕기목라옥명편은추위경맹제인예어태마부계금탁복두봉용음승온간동가단옹모사피"
)
# Borne by hardly anybody; told for a surname only where all else agrees.
RARE = frozenset(
    "감개교군궁궉근누단담대도돈두란려로뢰만매목묵미보비빈빙산삼상섭수순승시아야양엽영운인임자점좌종준창초춘탄판팽평포풍필학해형호화환후흥"
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


# Syllables of given names, of hanja and of plain Korean words.
GIVEN = frozenset(
    "가각간갈감강개거건걸검겨견결경계고곤관광교구국권귀규균그근금기길김깊꽃나난남내너넉노녹누늘늬니다단달담대덕도돈돌동두둘든들"
    "라란람랑래량려련렬령로록론롱루류륜률리린림마만말맑맘망매맥머면명모목무묵문물미민밀바박반밝방배백버벼벽변별병보복본봄봉부분비"
    "빈빛사산살삼상새샘생서석선설섬섭성세센셈소속손솔송솜수숙순술숨숲슬승시식신실심싱쌍아악안알암애야약양어언얼엄여연열염엽영예오옥"
    "온올완왕요용우욱운울웅원월위유육윤율융은을음의이익인일임잎자작잔잠장재전절점정제조종주준중즙지직진찬찰참창채처천철청초총최추축춘"
    "출충치칠칸타탁태택토통특파판평포표풀품풍하학한할함해햇행향허헌혁현형혜호홍화환활황회효후훈휘휴흔흘흠흥희"
)
