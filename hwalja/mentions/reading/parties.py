"""Parties as printed, and how one stands to the parties of somebody in the directory."""

import re
from dataclasses import dataclass
from typing import Literal

from hwalja.mentions.reading.edges import ends_well

Agreement = Literal["same", "maybe", "differs", "none"]
INDEPENDENT = "무소속"

# Names one party has borne one after another; an article of another year prints another.
_LINES = tuple(
    frozenset(line.split())
    for line in (
        "민주정의당 민정당 민주자유당 민자당 신한국당 한나라당 새누리당 자유한국당 미래통합당 국민의힘",
        "새정치국민회의 국민회의 새천년민주당 열린우리당 대통합민주신당 통합민주당 민주당 민주통합당 "
        "새정치민주연합 더불어민주당",
        "민주노동당 통합진보당 진보당 민중당",
        "진보정의당 정의당 녹색정의당",
        "자유민주연합 자민련",
        "평화민주당 평민당 신민주연합당",
    )
)
_PARTY = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?:국민의 ?힘|무소속|(?:더불어|새정치)민주(?:당|연합)|자유민주연합|자민련|친박연대|친박연합|"
    r"가자!?[가-힣0-9]{2,10}|[가-힣0-9]{2,10}(?:당|총?연맹|동맹|청년단|동지회|구락부))(?=[^가-힣A-Za-z0-9]|"
    r"(?:은|는|이|가|을|를|의|과|와|도|에|에서|으로|소속|후보|의원|출신|측|계|대표)|$)"
)
_NOT_PARTIES = frozenset(
    """
    여당 야당 양당 신당 탈당 입당 창당 정당 담당 해당 상당 부당 일당 과당 군소정당 원내정당 제1야당 거대양당 합당 복당 분당 집권여당 거대야당 범여당 범야당 식당
    성당 강당 법당 회당 서당 명당 마당 황당 타당 충당 적당 당당 수당 배당 북당 공산당 소수정당 진보정당 보수정당 친당 전당 본당 예배당 국회의사당 의사당 천당 악당
    공당 저당 할당
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Party:
    start: int
    end: int
    name: str


def plain(name: str) -> str:
    """A party's name without the years and the spaces registers add: 한나라당(2012), 국민의 힘."""
    return name.split("(")[0].replace(" ", "")


class Parties:
    """Finds parties: those the directory knows, and every other word that ends like one."""

    def __init__(self, known: frozenset[str] = frozenset()) -> None:
        self.known = frozenset(filter(None, map(plain, known)))
        odd = sorted((re.escape(n) for n in self.known if len(n) > 1), key=len, reverse=True)
        self._odd = re.compile(rf"(?<![가-힣A-Za-z0-9])(?:{'|'.join(odd)})") if odd else None

    def find(self, text: str) -> list[Party]:
        """In order of the text."""
        found = {
            match.start(): Party(match.start(), match.end(), plain(match.group()))
            for match in _PARTY.finditer(text)
            if match.group() not in _NOT_PARTIES
        }
        for match in self._odd.finditer(text) if self._odd else ():
            if ends_well(text, match.end()):
                found[match.start()] = Party(match.start(), match.end(), match.group())
        return [found[start] for start in sorted(found)]


def compare(said: str, known: frozenset[str]) -> Agreement:
    """`maybe`: a short form of another name, or another name of the same line of parties."""
    if not known:
        return "none"
    if said in known:
        return "same"
    if said == INDEPENDENT or known == {INDEPENDENT}:
        return "differs"
    kin = any(said in line and known & line for line in _LINES)
    short = any(name.endswith(said) for name in known)
    return "maybe" if kin or short else "differs"
