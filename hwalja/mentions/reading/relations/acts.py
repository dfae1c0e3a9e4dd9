"""What one does to another, by the verb and the particles before it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.media import is_medium
from hwalja.mentions.reading.relations.facts import when
from hwalja.mentions.reading.relations.roles import (
    actors,
    left_behind,
    object_of,
    opponent,
    partner,
    receiver,
)
from hwalja.mentions.reading.shapes import Kind, Mention, Relation, RelationKind
from hwalja.mentions.reading.wordlist import listed

_FOUNDING = listed("설립하 창립하 창업하 세우 공동설립하 공동창업하 출범시키 창단하 창당하")
_LEAVING = listed("떠나 퇴사하 사임하 물러나 그만두 사직하 퇴임하 탈당하 퇴직하")
_SUING = listed("걸 제기하 내 벌이 제소하")
_BODIES = listed("회사 기업 업체 법인 재단 단체 정당 당 연구소 학교 극단 출판사 스타트업 펀드")


@dataclass(frozen=True, slots=True)
class _Act:
    """What a verb does to whom; `is_passive`: its subject is the one it is done to."""

    kind: RelationKind
    to: Callable[[Frame, Predicate], Mention | None]
    whom: Kind | None = None
    is_passive: bool = False


_ACTS = {
    stem: act
    for stems, act in (
        ("인수하 사들이 인수합병하 합병하", _Act("인수", object_of, "organisation")),
        ("인수되 인수합병되 매각되 팔리 합병되", _Act("인수", receiver, "organisation", True)),
        ("투자하 출자하", _Act("투자", receiver, "organisation")),
        ("임명하 발탁하 선임하 위촉하 기용하", _Act("임명", object_of, "person")),
        ("고소하 고발하 맞고소하", _Act("고소·고발", object_of)),
        ("고소당하 고발당하", _Act("고소·고발", receiver, is_passive=True)),
        ("제소하", _Act("소송", opponent)),
    )
    for stem in stems.split()
}


def acts(sentence: Clauses, verb: Predicate, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """What a verb tells; `mentions`: the article's, among which is what 회사 means."""
    stem = _with_noun(sentence.frame, verb)
    if stem in _ACTS:
        yield from _acting(sentence, verb, _ACTS[stem])
    elif stem in _FOUNDING:
        yield from _founding(sentence, verb)
    elif stem in _LEAVING:
        yield from _leaving(sentence, verb, mentions)
    elif stem in _SUING and sentence.frame.form(verb.first - 2) in {"소송", "소"}:
        yield from _acting(sentence, verb, _Act("소송", opponent))


def _with_noun(frame: Frame, verb: Predicate) -> str:
    """고소 당하다 is one verb."""
    noun = frame.form(verb.first - 1)
    return noun + verb.stem if verb.stem == "당하" and noun in {"고소", "고발"} else verb.stem


def _acting(sentence: Clauses, verb: Predicate, act: _Act) -> Iterator[Relation]:
    other = act.to(sentence.frame, verb)
    if other is None:
        return
    for one in actors(sentence, verb):
        a, b = (other, one) if act.is_passive else (one, other)
        if act.whom in {None, b.kind}:
            yield relation(sentence.frame, verb, act.kind, a, b)


def relation(frame: Frame, verb: Predicate, kind: RelationKind, a: Mention, b: Mention) -> Relation:
    """A relation that a verb states."""
    start = min(a.start, b.start)
    end = max(frame.units[verb.last].end, a.end, b.end)
    return Relation(a.name, b.name, kind, start, end, when=when(frame, verb))


def _founding(sentence: Clauses, verb: Predicate) -> Iterator[Relation]:
    frame = sentence.frame
    what = object_of(frame, verb) or _founded(sentence, verb)
    if what is None or what.kind != "organisation":
        return
    people = [m for m in actors(sentence, verb) if m.kind == "person"]
    other = partner(frame, verb)
    if other is not None and other.kind == "person" and len(people) == 1:
        people.append(other)
    if len(people) == 2:
        both = relation(frame, verb, "공동 설립", people[0], people[1])
        yield replace(both, object=what.name)
    elif len(people) == 1:
        yield relation(frame, verb, "설립", people[0], what)


def _founded(sentence: Clauses, verb: Predicate) -> Mention | None:
    """강은전자는 한서윤이 세운 회사다: the topic."""
    frame, head = sentence.frame, verb.last + 1
    if not verb.is_relative or frame.form(head) not in _BODIES or frame.tag(head + 1) != "VCP":
        return None
    free = sentence.bind(0, verb.first).free
    is_topic = len(free) == 2 and free[0].mark == "topic"
    return free[0].who.mention if is_topic else None


def _leaving(sentence: Clauses, verb: Predicate, mentions: Sequence[Mention]) -> Iterator[Relation]:
    frame = sentence.frame
    left = object_of(frame, verb) or left_behind(frame, verb) or _of_post(frame, verb, mentions)
    if left is not None and left.kind == "organisation":
        for person in actors(sentence, verb):
            if person.kind == "person":
                yield relation(frame, verb, "퇴사", person, left)


def _of_post(frame: Frame, verb: Predicate, mentions: Sequence[Mention]) -> Mention | None:
    """강은전자 대표에서 물러났다, 회사를 떠났다: whose post it was, and which firm."""
    at = verb.first - 1
    if frame.form(at - 1) == "회사" or frame.form(at) == "회사":
        return _joined(frame, at) or _firm(mentions, frame.units[at].start)
    i = at - 1
    while i >= 0 and frame.tag(i) in NOUNISH and frame.tag(at)[0] == "J":
        mention = frame.units[i].mention
        if mention is not None:
            return mention
        i -= 1
    return None


def _joined(frame: Frame, end: int) -> Mention | None:
    """둘은 강은전자를 세웠지만 …: what the same sentence says was founded or entered before."""
    units = frame.units[:end]
    named = [u.mention for u in units if u.mention and u.mention.kind == "organisation"]
    is_joined = any(f"{u.form}하" in _JOINING or u.form in _JOINING for u in units)
    return named[0] if is_joined and len(named) == 1 else None


_JOINING = _FOUNDING | listed("입사하 합류하 이끌 창업하")


def _firm(mentions: Sequence[Mention], end: int) -> Mention | None:
    """The only organisation named so far, media aside: what 회사 means."""
    firms = {
        m.name: m
        for m in mentions
        if m.kind == "organisation" and m.end <= end and not is_medium(m.name)
    }
    return next(iter(firms.values())) if len(firms) == 1 else None
