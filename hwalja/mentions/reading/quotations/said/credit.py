"""Whose words they are, as far as one sentence tells it."""

from dataclasses import dataclass

from hwalja.mentions.reading import ranks, words
from hwalja.mentions.reading.grammar.clauses import Bound, Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.grammar.subjects import NOBODY, Subject, Who, who_is
from hwalja.mentions.reading.quotations.said.governors import Link
from hwalja.mentions.reading.quotations.said.relays import beside
from hwalja.mentions.reading.wordlist import listed

# Nouns that a relative clause of saying hangs on without being who said it.
_BOUND_NOUNS = listed(
    "바 적 것 뒤 후 데 이후 만큼 다음 모양새 모습 양상 상황 분위기 셈 편 중 상태 눈치 등 지 직후 때 당시 가운데 사실 탓 후로"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """`who` is none where the sentence has no subject for the words (ellipsis).

    `is_sure`: a subject that can only be the saying verb's own; `is_torn`: one that may as well
    stand inside the words (B가 떠났다고 말했다).
    """

    who: Who | None
    subject: Subject | None = None
    is_sure: bool = False
    is_torn: bool = False


ELIDED = Credit(None)


def credit(clauses: Clauses, first: int, last: int, link: Link, is_direct: bool) -> Credit:
    """Who says the words of the units first..last, governed by `link`."""
    if link.voice == "genitive":
        return Credit(link.who)
    if link.voice == "teller":
        return _teller(clauses, first)
    if link.voice == "nobody":
        outer = _indirect(clauses.bind(0, first)).subject
        is_topic = outer is not None and outer.mark == "topic" and outer.who.sort != "thing"
        return Credit(NOBODY, outer if is_topic else None)
    behind = _behind(clauses, last, link)
    if behind is not None:
        return behind
    head = _relative_head(clauses, link.verb) if not link.is_implicit else None
    bound = clauses.bind(_parallel_start(clauses, first) if is_direct else 0, first)
    if head is not None and not (bound.free and bound.free[-1].mark == "nominative"):
        return Credit(head)
    if link.verb is not None and link.cue != "며":
        relayed = None if is_direct else _relayed(clauses, last, link.verb)
        if relayed is not None:
            return Credit(relayed.who, relayed)
        special = _embedded(clauses, bound, link.verb, is_direct)
        if special is not None:
            return special
    if link.verb is not None and link.verb.is_relative and len(bound.free) > 1:
        return _of_relative(clauses, bound, link.verb, is_direct)
    if _is_aside(clauses, link.verb) and not (bound.free and bound.free[-1].mark == "nominative"):
        return Credit(NOBODY)
    found = _direct(bound) if is_direct else _indirect(bound)
    if found is ELIDED and _is_of_circle(clauses, first):
        return Credit(NOBODY)
    is_plain = link.verb is None or link.verb.tag in {"EF", "EC"} or link.verb.ending == ""
    return Credit(found.who, found.subject, found.is_sure and is_plain, found.is_torn)


def _is_of_circle(clauses: Clauses, first: int) -> bool:
    """업계에서는, 회원들 사이에서는: said by people whom nobody names."""
    frame = clauses.frame
    return any(
        frame.form(i).startswith("에서") and frame.form(i - 1) in _SPEAKING for i in range(1, first)
    )


_SPEAKING = words.CIRCLES - listed("시장 현장 내부 온라인 커뮤니티 쪽 사내 동네 마을 일부")


def _teller(clauses: Clauses, first: int) -> Credit:
    """…다는 것이다: its own subject (X는 …다는 것이다) if that can speak, else whoever was telling."""
    subject = _indirect(clauses.bind(0, first)).subject
    if subject is not None and subject.mark == "topic" and subject.who.mention:
        return Credit(subject.who, subject)
    return ELIDED


def _parallel_start(clauses: Clauses, first: int) -> int:
    """A는 “…”고, B는 “…”고 말했다: where the part of the sentence for B begins."""
    tails = [i for i in range(first) if clauses.frame.tag(i) == "QT"]
    if not tails or not clauses.frame.form(tails[-1]).endswith("고"):
        return 0
    has_verb = any(tails[-1] < v.first < first for v in clauses.verbs)
    has_subject = any(tails[-1] < s.at < first and s.who.sort != "thing" for s in clauses.subjects)
    return tails[-1] + 1 if has_subject and not has_verb else 0


def _behind(clauses: Clauses, last: int, link: Link) -> Credit | None:
    """“…”고 국토부는 설명했다: a subject between the words and the verb."""
    stop = link.verb.first if link.verb is not None and not link.noun else link.at
    if link.is_implicit and (link.verb is None or link.cue == "며"):
        return None
    quoted = next((i for i in range(last + 1, stop) if clauses.frame.tag(i) == "Q"), stop)
    if any(last < s.at < quoted < stop for s in clauses.subjects):
        # A는 “…”고, B는 “…”고 말했다: B has words of their own.
        return None
    between = clauses.bind(last + 1, stop)
    if any(v.is_quoting for v in clauses.verbs if last < v.first < stop):
        return None
    for subject in reversed(between.free):
        if subject.who.sort != "thing" and subject.mark != "also":
            return Credit(subject.who, None, is_sure=_is_main(link.verb))
    return None


def _is_main(verb: Predicate | None) -> bool:
    return verb is not None and verb.tag in {"EF", "EC"} and not verb.is_quoting


def _is_aside(clauses: Clauses, verb: Predicate | None) -> bool:
    """결혼을 “…”으로 규정한 조항: said in an aside that the sentence's topic has no part in."""
    if verb is None or not verb.is_relative:
        return False
    return clauses.frame.form(verb.last + 1) not in _BOUND_NOUNS


def _of_relative(clauses: Clauses, bound: Bound, verb: Predicate, is_direct: bool) -> Credit:
    """A는 B가 “…”고 말한 데 대해: B says it, as the subject nearest to the verb."""
    last = bound.free[-1]
    if last.mark == "nominative" and is_direct:
        return Credit(last.who, last)
    if clauses.frame.form(verb.last + 1) in {"데", "것"}:
        return Credit(NOBODY)
    return Credit(bound.free[0].who, bound.free[0])


def _relative_head(clauses: Clauses, verb: Predicate | None) -> Who | None:
    """“…”라고 말한 도지안 의원은: the one whom the clause describes."""
    frame = clauses.frame
    if verb is None or not verb.is_relative or frame.form(verb.last + 1) in _BOUND_NOUNS:
        return None
    end = verb.last + 1
    while frame.tag(end) in NOUNISH and frame.tag(end) != "Q":
        end += 1
    if end == verb.last + 1:
        return None
    who = who_is(frame, verb.last + 1, end)
    return who if who.mention or frame.tag(end - 1) in {"NP"} else None


def _embedded(clauses: Clauses, bound: Bound, verb: Predicate, is_direct: bool) -> Credit | None:
    """A saying inside another: X가 “…”라고 말했다고 Y가 전했다, 기자들이 “…”라고 묻자."""
    if verb.ending in words.SWITCHING:
        last = bound.free[-1] if bound.free else None
        is_own = last is not None and (last.mark == "nominative" or len(bound.free) == 1)
        if last is None or not is_own or (verb.stem in words.ASKING and last.mark == "topic"):
            return Credit(NOBODY)
        return Credit(last.who, last)
    if not verb.is_quoting or verb.ending.endswith(("는", "던")):
        return None
    outer = next((v for v in clauses.verbs_after(verb.last) if v.is_saying), None)
    if outer is None:
        main = clauses.verb_after(verb.last)
        is_view = main is None or main.stem in words.VIEWING
        is_clear = len(bound.free) > 1 and bound.free[-1].mark == "nominative" and not is_view
        return Credit(bound.free[-1].who, bound.free[-1]) if is_clear else None
    behind = clauses.bind(verb.last + 1, outer.first)
    own = _inner(bound.free, bool(behind.free or behind.shared), is_direct, outer)
    return Credit(own.who, own) if own is not None else Credit(NOBODY)


def _relayed(clauses: Clauses, last: int, verb: Predicate) -> Subject | None:
    """Y는 X가 …라고 말했다고 전했다: X, unless somebody comes behind."""
    inner = next((v for v in clauses.verbs if v.last == last), None)
    outer = next((v for v in clauses.verbs_after(verb.last) if v.is_saying), None)
    if inner is None or outer is None or not verb.is_quoting:
        return None
    behind = clauses.bind(verb.last + 1, outer.first)
    return None if behind.free or behind.shared else beside(clauses, inner, verb)


def _inner(
    free: list[Subject], has_relayer: bool, is_direct: bool, outer: Predicate
) -> Subject | None:
    """Of the subjects before relayed words the one who said them: Y는 X가 …라고 말했다고 전했다."""
    if not has_relayer and outer.stem in words.RELAYING:
        if len(free) < 2:
            return None
        is_clear = is_direct or len(free) > 2 or free[0].who.sort == "medium"
        return (free[-1] if is_direct or len(free) == 2 else free[1]) if is_clear else None
    if not free:
        return None
    return free[-1] if is_direct else free[0]


def _direct(bound: Bound) -> Credit:
    free = [s for s in bound.free if s.who.sort != "thing"]
    if free:
        return _first(free)
    if bound.shared is not None and bound.shared.who.sort != "thing":
        return Credit(bound.shared.who, bound.shared, is_sure=bound.shared.mark == "topic")
    if bound.loose is not None and bound.loose.who.sort != "thing":
        return Credit(NOBODY, bound.loose)
    return ELIDED


def _first(free: list[Subject]) -> Credit:
    """Of several subjects the first, unless a later one is as likely."""
    first = free[0]
    topics = [s for s in free[1:] if s.mark == "topic"]
    if topics and (first.mark != "topic" or any(s.who.mention for s in topics)):
        return Credit(NOBODY)
    is_sure = first.mark == "topic" or len(free) == 1
    return Credit(first.who, first, is_sure, is_torn=first.mark == "nominative" and len(free) == 1)


def _indirect(bound: Bound) -> Credit:
    free = bound.free
    while free and free[0].who.sort == "thing" and (len(free) > 1):
        free = free[1:]
    if len(free) > 1:
        return Credit(free[0].who, free[0], is_sure=True)
    shared = bound.shared
    if shared is not None and shared.who.sort != "thing":
        if shared.mark == "nominative" and free and free[0].who.mention:
            return Credit(NOBODY, shared)
        return Credit(shared.who, shared)
    if not free:
        is_somebody = bound.loose is not None and bound.loose.who.sort != "thing"
        return Credit(NOBODY, bound.loose) if is_somebody else ELIDED
    only = free[0]
    if only.who.sort == "thing":
        return ELIDED
    if only.mark == "nominative" and only.who.sort == "nobody" and not _is_official(only.who):
        # 관광객이 늘어난다고 말했다: more likely in the words than their speaker.
        return Credit(NOBODY)
    is_torn = only.mark == "nominative" or (only.mark == "also" and not only.who.mention)
    return Credit(only.who, only, is_sure=only.mark == "topic", is_torn=is_torn)


def _is_official(who: Who) -> bool:
    last = who.text.split()[-1] if who.text else ""
    return ranks.is_rank(last) or last.endswith(_OFFICIAL)


_OFFICIAL = (
    "관계자",
    "대변인",
    "소식통",
    "당국",
    "측",
    "당국자",
    "당직자",
    "정부",
    "경찰",
    "검찰",
    "단체",
    "업계",
)
