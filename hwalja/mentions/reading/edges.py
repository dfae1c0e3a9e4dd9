"""Where a name in running text begins and ends: what may be written on to it, and what may not.

Korean writes particles, titles and suffixes on to a name without a space, so that a name found in
a text is one only if all that follows it up to the next space can follow a name.
"""

import re
from functools import lru_cache

from hwalja.hangul.jamo import is_syllable, split
from hwalja.mentions.reading.title_words import TITLE

# Particles with two forms: behind a final consonant, behind a vowel.
_CLOSED = "은 이 을 과 이나 이랑 이라고 이라는 이라며 이라면서 이란 이라면 이라서 이다 이며 이고 이자 이지만 이었다 이든 이야말로 이라도 이여 아 으로 으로서 으로써 으로부터 이었던 이던 이니 이므로 이어서 이라 이기 이야"
_OPEN = "는 가 를 와 나 랑 라고 라는 라며 라면서 란 라면 라서 다 며 고 자 지만 였다 든 야말로 라도 여 야 로 로서 로써 로부터 였던 던 니 므로 여서 라 기 야"
_ANY = (
    "의 에 에게 에게서 에게로 에서 에서도 에겐 에선 께 께서 께서는 께선 한테 한테서 도 만 만이 만을 만은 만큼 까지 까지도 까지는 부터 조차 "
    "마저 밖에 뿐 뿐만 뿐이 대로 처럼 처럼은 같이 같은 보다 보다는 마다 에게는 에게도 에게만 에는 에도 에만 에서는 에서만 "
    "만의 들 들이 들은 들의 들을 들과 과의 와의 에의 "
    "인 인데 일 임 인가 인지 입니다 일까 이었고 였고 마냥 더러 보고 하고 따라 커녕 치고 이외 외에 외에도 "
    "말고 나름 관련 이후 이전 등 등이 등은 등을 등의 등도 등과 등에 등에게 등에서 등으로 대 간 및"
)
# Suffixes that make of a person his people, his manner, his time.
_SUFFIX = "측 계 파 식 표 발 판 류 호칭 본인 자신 일가 부부 형제 남매 모친 부친 체제 시대 정부 행정부 내각 캠프 사단 신드롬 효과 랠리 發 式 派 系 側"
_CALLED = "씨 님 군 양 옹 옹께서 여사"
_LAST = "|".join
_PARTICLE = {
    "closed": _LAST(sorted(f"{_CLOSED} {_ANY}".split(), key=len, reverse=True)),
    "open": _LAST(sorted(f"{_OPEN} {_ANY}".split(), key=len, reverse=True)),
    "rieul": _LAST(sorted(f"{_CLOSED} {_ANY} 로 로서 로써 로부터".split(), key=len, reverse=True)),
}
_ALL = _LAST(sorted(f"{_CLOSED} {_OPEN} {_ANY}".split(), key=len, reverse=True))
# Particles that take another one.
_WITH_MORE = "(?:에게서|에게|에서|까지|부터|한테서|한테|께서|처럼|만|에)(?:는|은|도|만|의|이|을)"
_STEP = _LAST(sorted(f"{_SUFFIX} {_CALLED}".split(), key=len, reverse=True))
_END = r"(?![가-힣A-Za-z0-9])"
_TAIL = {
    sound: re.compile(
        rf"(?:{own}|{_WITH_MORE})?{_END}|(?:{_STEP}|{TITLE})(?:{_STEP}|{TITLE})?(?:{_ALL})?(?:는|은|도|만)?{_END}"
    )
    for sound, own in {**_PARTICLE, "any": _ALL}.items()
}
_WORD = re.compile("[가-힣A-Za-z0-9發式派系側]*")
_LETTER = re.compile(r"[가-힣A-Za-z0-9]")


@lru_cache(maxsize=4096)
def sound(char: str) -> str:
    """How a word ending in this character is followed: closed, open, rieul, or any."""
    if not is_syllable(char):
        return "any"
    final = split(char)[2]
    return "open" if not final else "rieul" if final == "ㄹ" else "closed"


@lru_cache(maxsize=100_000)
def _fits(rest: str, ending: str) -> bool:
    return _TAIL[ending].match(rest) is not None


def ends_well(text: str, end: int) -> bool:
    """Whether what is written on to a name that ends here may follow one."""
    if end >= len(text):
        return True
    after = text[end]
    if not _is_letter(after):
        return True
    if after.isascii() and text[end - 1].isascii():
        return False
    rest = _WORD.match(text, end)
    return _fits(rest.group() if rest else "", sound(text[end - 1]))


def begins_well(text: str, start: int) -> bool:
    """Whether no word is written on to the beginning of a name that starts here; 故, 前 may be."""
    return start == 0 or not _is_letter(text[start - 1])


@lru_cache(maxsize=65_536)
def _is_letter(char: str) -> bool:
    return _LETTER.match(char) is not None
