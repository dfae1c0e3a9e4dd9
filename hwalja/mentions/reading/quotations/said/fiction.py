"""Words of works and writings: lines of a play, what a poster says."""

import re

from hwalja.mentions.reading.grammar.animacy import is_animate
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.predicates import Predicate

_WORK = re.compile(
    r"(?<![가-힣])(?:극|작품|영화|드라마|소설|만화|연극|뮤지컬|애니메이션|웹툰|동화|책|시집|오페라)\s?(?:중|속|에서|에선|은|는|의 (?:첫|마지막))|"
    r"장면|대사|극중|줄거리|엔딩|주인공은|주인공이|화자는|화자가|막이 오르"
)
_WRITING = frozenset({"쓰", "적", "새기", "쓰이", "그리"})


def is_line(frame: Frame, verb: Predicate) -> bool:
    """“…”라고 중얼거린다: told in the present, of a scene."""
    if verb.is_past or verb.tag not in {"EF", "ETM"} or verb.ending in {"ᆫ", "은"}:
        return False
    return bool(_WORK.search(_outside(frame)))


def _outside(frame: Frame) -> str:
    """The sentence without its quoted words."""
    text = list(frame.text[frame.start : frame.end])
    for unit in frame.units:
        if unit.tag == "Q":
            for at in range(unit.start - frame.start, min(unit.end - frame.start, len(text))):
                text[at] = " "
    return "".join(text)


def is_inscription(frame: Frame, verb: Predicate) -> bool:
    """“…”라고 쓴 종이: what stands on a thing."""
    if verb.stem not in _WRITING or verb.tag != "ETM":
        return False
    at = verb.last + 1
    while frame.tag(at) in {"MM", "MAG"}:
        at += 1
    end = at
    while frame.tag(end) in NOUNISH and frame.tag(end) != "Q":
        end += 1
    return end > at and not is_animate(frame.form(end - 1)) and not frame.units[end - 1].mention
