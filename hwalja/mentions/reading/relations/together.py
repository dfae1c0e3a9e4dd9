"""What two do together: 합의, 협력, 경쟁, 결혼."""

from collections.abc import Iterator

from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.relations.acts import relation
from hwalja.mentions.reading.relations.roles import actors, partner
from hwalja.mentions.reading.shapes import Relation, RelationKind
from hwalja.mentions.reading.wordlist import listed

_COOPERATING = listed("협력하 손잡 제휴하 협업하 공동개발하 공동연구하 합작하")
_PACTS = listed("협약 업무협약 MOU 양해각서 파트너십 제휴 동맹 손")
_MARRYING = listed("결혼하 이혼하 재혼하 혼인하")
# Whoever does one of these with another, together, works with them.
_DOING = listed("개발하 연구하 제작하 만들 생산하 운영하 추진하 출시하 조성하 건설하 짓")
_JOINTLY = listed("함께 공동 공동으로 손잡")


def together(sentence: Clauses, verb: Predicate) -> Iterator[Relation]:
    """What A와 B는, or A는 B와, do."""
    frame = sentence.frame
    kind = _kind(frame, verb)
    if kind is None:
        return
    both = actors(sentence, verb)
    other = partner(frame, verb)
    if len(both) == 1 and other is not None:
        both = [*both, other]
    is_firms = len(both) == 2 and both[0].kind == both[1].kind
    if is_firms and not (verb.stem in _DOING and both[0].kind == "person"):
        yield relation(frame, verb, kind, both[0], both[1])


def _kind(frame: Frame, verb: Predicate) -> RelationKind | None:
    noun = frame.form(verb.first - 2) if frame.tag(verb.first - 1) in {"JKO", "JKB"} else ""
    if verb.stem == "합의하":
        return "합의"
    if verb.stem in _COOPERATING or (verb.stem in {"맺", "체결하", "잡"} and noun in _PACTS):
        return "협력"
    if verb.stem in _DOING and _is_joint(frame, verb):
        return "협력"
    if verb.stem == "경쟁하":
        return "경쟁"
    return "가족" if verb.stem in _MARRYING else None


def _is_joint(frame: Frame, verb: Predicate) -> bool:
    """Whether 함께 or 공동으로 stands in the clause."""
    for i in range(verb.first - 1, 0, -1):
        if frame.tag(i) in {"EC", "EF"}:
            return False
        if frame.form(i) in _JOINTLY:
            return True
    return False
