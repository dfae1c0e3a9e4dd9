"""Particles (조사) and the endings of 이다: what may hang on a noun, and which form hangs on it."""

import re
from unicodedata import normalize

from hwalja.hangul.jamo import ends_open, is_syllable, split

# Form after a final consonant / after a vowel.
PAIRS = {
    "은/는": ("은", "는"),
    "이/가": ("이", "가"),
    "을/를": ("을", "를"),
    "과/와": ("과", "와"),
    "아/야": ("아", "야"),
    "이나/나": ("이나", "나"),
    "이랑/랑": ("이랑", "랑"),
    "이라고/라고": ("이라고", "라고"),
    "이네/네": ("이네", "네"),
    "이다/다": ("이다", "다"),
    "으로/로": ("으로", "로"),
}

# Longest first where one begins another, so that 에게서 is not read as 에 and a rest.
_PARTICLES = """
은 는 이 가 을 를 의 에 에게 에게서 에서 한테 한테서 께 께서 더러 보고 도 만 만큼 만도 까지 부터 조차
마저 밖에 뿐 대로 으로 로 으로서 로서 으로써 로써 와 과 랑 이랑 하고 이나 나 이든 든 이든지 든지 라도 이라도
야말로 이야말로 치고 커녕 마냥 처럼 같이 같은 같네 같다 같아 같음 같냐 같은데 보다 마다 아 야 여 이여 이야
""".split()  # noqa: SIM905
_COPULA = """
이다 다 이네 네 이네요 네요 이냐 냐 이니 니 임 인 인데 인가 인가요 인지 인줄 일까 일듯 일뿐 이라 라 이라고 라고 이라는 라는 이라며
라며 이란 란 이라니 라니 이라서 라서 이면 면 이지 지 이지만 지만 이죠 죠 이고 고 이며 며 였다 이었다 였네 이었네
였던 이었던 입니다 입니까 이에요 예요 이예요 이구나 구나 이군 군 이로다 이로구나 인듯 이라면 라면 요 이요
""".split()  # noqa: SIM905
_PLURAL_AND_TITLE = ["들", "님", "씨"]
_WORDS = sorted({*_PARTICLES, *_COPULA, *_PLURAL_AND_TITLE}, key=len, reverse=True)
# Three in a row is as far as people go: 놈+들+에게+도.
_TAIL = re.compile(f"(?:{'|'.join(_WORDS)}){{0,3}}")


def with_particle(word: str, pair: str) -> str:
    """A word with the form of a particle that its last sound asks for: 활자, 은/는 → 활자는."""
    closed, opened = PAIRS[pair]
    last = normalize("NFC", word)[-1:]
    if pair == "으로/로" and last and is_syllable(last) and split(last)[2] == "ㄹ":
        return word + opened
    return word + (opened if ends_open(word) else closed)


def is_tail(text: str) -> bool:
    """Whether a text is nothing, or particles and endings only, as they hang on a noun."""
    return _TAIL.fullmatch(normalize("NFC", text)) is not None
