"""Ties that nouns tell: rivals, kin, and where somebody came from."""

from collections.abc import Iterator

from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.relations.roles import (
    actors,
    head,
    joint,
    left_behind,
    named_before,
)
from hwalja.mentions.reading.shapes import Mention, Relation, RelationKind
from hwalja.mentions.reading.wordlist import listed

_RIVALS = listed("라이벌 경쟁자 경쟁사 맞수 숙적")
_KIN = listed(
    "아들 딸 부인 아내 남편 동생 형 누나 언니 오빠 아버지 어머니 부친 모친 장남 차남 장녀 차녀 막내 손자 손녀 "
    "조카 사위 며느리 외아들 외동딸 여동생 남동생 배우자 삼촌 외삼촌 고모 이모 할아버지 할머니 장인 장모 시아버지 시어머니 쌍둥이"
)
_PAIRS = listed("부부 형제 자매 남매 부자 모녀 부녀 모자 사촌 쌍둥이 사돈")
_WORKED = listed("일하 근무하 재직하 몸담")
_AFTER = listed("뒤 후 다음")


def rivals(sentence: Clauses) -> Iterator[Relation]:
    """A의 라이벌인 B, A는 라이벌인 B의 …, A와 B는 라이벌이다."""
    frame = sentence.frame
    for at, unit in enumerate(frame.units):
        if unit.form not in _RIVALS or unit.tag not in NOUNISH:
            continue
        b = head(frame, at + 1)
        a = named_before(frame, at - 1) if frame.form(at - 1) in {"의", "와", "과"} else None
        if b is None and frame.tag(at + 1) == "VCP":
            yield from _joint_pair(sentence, at, "경쟁")
        if a is None and b is not None and frame.form(at - 1) not in {"와", "과"}:
            a = topic(sentence, at)
        if a is not None and b is not None:
            yield Relation(a.name, b.name, "경쟁", min(a.start, b.start), max(a.end, b.end))


def topic(sentence: Clauses, at: int) -> Mention | None:
    free = sentence.bind(0, at).free
    return free[0].who.mention if len(free) == 1 else None


def _joint_pair(sentence: Clauses, at: int, kind: RelationKind) -> Iterator[Relation]:
    for subject in sentence.subjects:
        pair = joint(sentence.frame, subject.at) if subject.at < at else []
        if len(pair) == 2:
            yield Relation(pair[0].name, pair[1].name, kind, pair[0].start, pair[1].end)


def family(sentence: Clauses) -> Iterator[Relation]:
    """A의 아들 B, B는 A의 아들이다, A와 B는 남매다."""
    frame = sentence.frame
    for at, unit in enumerate(frame.units):
        if unit.form in _PAIRS and frame.tag(at + 1) == "VCP":
            yield from _joint_pair(sentence, at, "가족")
        if unit.form not in _KIN or frame.form(at - 1) != "의":
            continue
        a = named_before(frame, at - 1)
        b = head(frame, at + 1)
        if b is None and frame.tag(at + 1) == "VCP":
            b = first_topic(frame, at)
        if a and b and a.kind == b.kind == "person":
            yield Relation(a.name, b.name, "가족", min(a.start, b.start), max(a.end, b.end))


def first_topic(frame: Frame, stop: int) -> Mention | None:
    for i in range(stop):
        if frame.tag(i) == "JX" and frame.form(i) in {"은", "는"}:
            return named_before(frame, i)
    return None


def formerly(sentence: Clauses) -> Iterator[Relation]:
    """과거 ORG에서 일하던 A, ORG 출신 A, 전 ORG 대표 A."""
    frame = sentence.frame
    for verb in sentence.verbs:
        is_past = verb.ending.endswith("던") or (verb.stem in _WORKED and verb.is_past)
        is_past = is_past or (verb.stem in _WORKED and verb.ending in {"ᆫ", "은"})
        if (is_past and not verb.is_quoting) or verb.ending == "던":
            yield from _former(frame, _who_worked(sentence, verb), left_behind(frame, verb))
    for at, unit in enumerate(frame.units):
        if unit.form == "출신":
            yield from _former(frame, head(frame, at + 1), named_before(frame, at))


def _who_worked(sentence: Clauses, verb: Predicate) -> Mention | None:
    """일하던 A, A는 일했다, and 일한 뒤 …로 옮긴 A."""
    if verb.tag != "ETM":
        return next(iter(actors(sentence, verb)), None)
    if sentence.frame.form(verb.last + 1) in _AFTER:
        later = sentence.verb_after(verb.last)
        return next(iter(actors(sentence, later)), None) if later else None
    return head(sentence.frame, verb.last + 1)


def _former(frame: Frame, person: Mention | None, firm: Mention | None) -> Iterator[Relation]:
    if person and firm and person.kind == "person" and firm.kind == "organisation":
        start, end = min(person.start, firm.start), max(person.end, firm.end)
        yield Relation(person.name, firm.name, "전 소속", start, end)
