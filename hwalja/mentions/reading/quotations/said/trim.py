"""Where reported words begin: behind the subject, the last words, and where and when they fell."""

from collections.abc import Sequence

from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.grammar.subjects import Subject
from hwalja.mentions.reading.quotations.said.adjuncts import ANSWERED, behind_adjuncts
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.wordlist import listed


def words_start(
    clauses: Clauses,
    subject: Subject | None,
    verb: Predicate,
    earlier: Sequence[Saying] = (),
    is_sure: bool = True,
) -> int:
    """The code point at which the clause that ends in `verb` begins; `earlier`: words told before.

    `is_sure`: before what may as well be part of the words (이사회를 열어 후임을 정하겠다).
    """
    frame = clauses.frame
    at = _last_boundary(clauses, verb, earlier)
    if subject is not None and subject.at < verb.first:
        at = max(at, subject.at + 1)
    at = behind_adjuncts(clauses, at, verb, is_sure)
    return frame.units[min(at, verb.first)].start


def also_start(clauses: Clauses, verb: Predicate) -> int:
    """X가 나서 Y도 얻을 수 있다는 관측: what is expected is Y's share; 0 where there is none."""
    frame = clauses.frame
    for subject in clauses.subjects:
        if subject.mark != "also" or not subject.who.mention or subject.at > verb.first:
            continue
        before = [v for v in clauses.verbs if v.last < subject.first and not v.is_relative]
        if before and before[-1].ending in {"어", "아"}:
            return frame.units[before[-1].last + 1].start
    return 0


def _last_boundary(clauses: Clauses, verb: Predicate, earlier: Sequence[Saying]) -> int:
    """Behind the last words before the clause, and behind 따르면 or 묻자."""
    frame, at = clauses.frame, 0
    for one in earlier:
        if one.last < verb.first and one.has_noun:
            at = max(at, _behind_listed(frame, one.last, verb.first))
        elif one.last < verb.first and not _is_inside(frame, one, verb):
            ends = one.verb is not None and one.verb.last < verb.first and _is_over(frame, one.verb)
            at = max(at, one.verb.last + 1 if ends and one.verb else one.last + 1)
    for other in clauses.verbs:
        is_source = other.stem in {"따르", "의하", "종합하"} and other.ending == "면"
        is_answered = other.ending == "자" and other.tag == "EC" and _is_prompt(frame, other)
        if (is_source or is_answered or _is_reserve(other)) and other.last < verb.first:
            at = max(at, other.last + 1)
    return at


def _is_reserve(verb: Predicate) -> bool:
    """말을 아꼈으나, 사퇴설을 부인했지만: how the one who speaks now held back before."""
    return verb.is_past and verb.ending in {"으나", "지만"} and verb.stem in _RESERVING


_RESERVING = listed("부인하 아끼 거부하 침묵하 함구하 일축하 사양하 얼버무리")


def _is_inside(frame: Frame, one: Saying, verb: Predicate) -> bool:
    """“…”라고 농담하던 날을 잊지 못한다고: words of a clause that describes a noun of these."""
    own = one.verb
    return (
        own is not None and own.is_relative and own.last < verb.first and not _is_over(frame, own)
    )


def _is_over(frame: Frame, verb: Predicate) -> bool:
    """Whether a clause of saying ends at its verb: …했고, …한 반면, …한 데 이어."""
    return not verb.is_relative or frame.form(verb.last + 1) in {"반면", "데", "뒤", "후", "가운데"}


def _is_prompt(frame: Frame, verb: Predicate) -> bool:
    """…라고 묻자, 소문이 돌자, 논란이 커지자: what the words behind it answer."""
    noun = frame.form(verb.first - 2)
    is_met = verb.stem in {"마주치", "만나", "다가가", "다가서"}
    return verb.is_saying or is_met or noun in ANSWERED or noun.endswith(("설", "론"))


def _behind_listed(frame: Frame, last: int, stop: int) -> int:
    """…다는 지적과 …다는 이야기: where the second of two views begins."""
    for i in range(last + 1, min(last + 5, stop)):
        if frame.form(i) in {"와", "과"} and frame.tag(i) in {"JC", "JKB"}:
            return i + 1
    return 0
