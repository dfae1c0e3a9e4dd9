"""What a sentence tells on the word of a source: X에 따르면 …, and views told without -다고."""

import re

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.predicates import Predicate, is_unsaid
from hwalja.mentions.reading.grammar.subjects import NOBODY, Subject, Who, phrase_start, who_is
from hwalja.mentions.reading.quotations.said.credit import Credit
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.quotations.said.trim import words_start
from hwalja.mentions.reading.wordlist import listed

# A rule or a contract tells nobody's words.
_RULES = re.compile(
    r".*(?:법|법률|규정|조항|헌법|규칙|약관|성경|시행령|조례|정관|계약|계약서|원칙|기준|법령|순서|지침|개정안|법안|협정|조약)$"
)
_PLANS = listed("계획 방침 구상 입장 목표 전략 청사진 로드맵")
_PLANNING = words.UTTERING | listed("추진하 검토하 수립하 확정하 짜")
_PLEDGING = listed("공언하 장담하 호언하 호언장담하")
_VIEWS = listed("시각 입장 견해 태도 반응 전망 평가 의견 관점 인식")
_SHOWING = listed("나타내 드러내 밝히 내비치 보이 피력하 표명하 표하 내놓")


def by_source(clauses: Clauses, others: list[Saying]) -> list[Saying]:
    """The clause behind 따르면, unless it holds words of its own; at most one."""
    frame = clauses.frame
    verb = _according(clauses)
    if verb is None:
        return []
    source = _source(clauses, verb)
    if source is None or any(s.start > frame.units[verb.last].end for s in others):
        return []
    planned = _planned(clauses, verb.last) if source.sort == "medium" else None
    if planned is not None:
        return [planned]
    at = verb.last + 1
    while frame.tag(at) in {"SP", "MAJ"}:
        at += 1
    end = _sentence_end(clauses)
    if at >= len(frame.units) or frame.units[at].start >= end:
        return []
    who = source if source.sort == "named" else NOBODY
    start = frame.units[at].start
    last = len(frame.units) - 1
    return [
        Saying("indirect", start, end, at, last, Credit(who), "따르면", start, clauses.verbs[-1])
    ]


def _according(clauses: Clauses) -> Predicate | None:
    frame = clauses.frame
    for verb in clauses.verbs:
        is_source = verb.stem in {"따르", "의하"} and verb.ending == "면"
        if is_source and frame.tag(verb.first - 1) == "JKB":
            return verb
    return None


def _source(clauses: Clauses, verb: Predicate) -> Who | None:
    """Whom 따르면 names; none for a rule, a contract."""
    frame = clauses.frame
    particle = verb.first - 1
    if frame.tag(particle - 1) == "SP" or particle < 1:
        return None
    first = phrase_start(frame, particle)
    text = frame.text[frame.units[first].start : frame.units[particle].start].strip()
    if _RULES.fullmatch(text):
        return None
    if frame.tag(first - 1) in {"ETM", "JKG"} and not frame.units[particle - 1].mention:
        who = who_is(frame, first, particle)
        return NOBODY if who.sort != "medium" else who
    return who_is(frame, first, particle)


def _sentence_end(clauses: Clauses) -> int:
    frame = clauses.frame
    at = len(frame.units)
    while at and frame.tag(at - 1) in {"SF", "SP"}:
        at -= 1
    return frame.units[at - 1].end if at else frame.end


def _planned(clauses: Clauses, behind: int) -> Saying | None:
    """CNBC에 따르면 X는 …할 계획을 마련했다: the plan is X's."""
    for verb in clauses.verbs_after(behind):
        noun = verb.first - 2
        if clauses.frame.tag(verb.first - 1) != "JKO" or clauses.frame.form(noun) not in _PLANS:
            continue
        if verb.stem in _PLANNING and not is_unsaid(clauses.frame, verb):
            return _object(clauses, verb, noun, behind)
    return None


def views(clauses: Clauses, others: list[Saying]) -> list[Saying]:
    """개선도 공언했다, …에 긍정적인 시각을 나타냈다: words that are told as an object."""
    found = []
    for verb in clauses.verbs:
        noun = verb.first - 2
        is_held = verb.stem in _PLEDGING and clauses.frame.tag(verb.first - 1) in {"JKO", "JX"}
        if not (is_held or _is_view(clauses, verb, noun)) or is_unsaid(clauses.frame, verb):
            continue
        if any(s.verb is verb for s in others) or clauses.frame.tag(noun) not in {
            "NNG",
            "NNP",
            "XSN",
        }:
            continue
        saying = _object(clauses, verb, noun, -1)
        if saying is not None:
            found.append(saying)
    return found


def _is_view(clauses: Clauses, verb: Predicate, noun: int) -> bool:
    frame = clauses.frame
    if verb.stem not in _SHOWING or frame.form(noun) not in _VIEWS or frame.tag(noun + 1) != "JKO":
        return False
    # 긍정적인 시각: an adjective in 적 that says what kind of view it is.
    return frame.form(noun - 1) == "ᆫ" and frame.form(noun - 3) == "적"


def _object(clauses: Clauses, verb: Predicate, noun: int, behind: int) -> Saying | None:
    subject = _own_subject(clauses, noun, behind)
    if subject is None:
        return None
    start = words_start(clauses, subject, verb)
    end = clauses.frame.units[noun].end
    if start >= end:
        return None
    return Saying(
        "indirect",
        start,
        end,
        subject.at + 1,
        noun,
        Credit(subject.who, subject),
        verb.stem,
        start,
        verb,
    )


def _own_subject(clauses: Clauses, stop: int, behind: int) -> Subject | None:
    bound = clauses.bind(behind + 1, stop)
    subject = bound.free[0] if bound.free else bound.shared
    return subject if subject is not None and subject.who.mention else None
