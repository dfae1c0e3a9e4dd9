"""Where reported words begin: behind the subject, the last words, and where and when they fell."""

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.predicates import Predicate, is_unsaid
from hwalja.mentions.reading.grammar.subjects import Subject
from hwalja.mentions.reading.wordlist import listed

# Adjuncts that may as well be part of what is said: 물가를 잡기 위해, 금리 인상으로 인해.
_PART_OF_WORDS = listed("비롯하 위하 인하 따르 의하 더하 들 빌리 나서 가하 보이 갖 가지 서")
# 3일 만에, 5년 안에: a span is part of what is said.
_SPANS = listed("만 안 뒤 후 전 내 동안 이상 이내 째 간 연속 치 이하 사이 까지")
_CLOCK = listed("일 월 년 시 분 날 때 오전 오후 주 ")


def words_start(clauses: Clauses, subject: Subject | None, verb: Predicate) -> int:
    """The code point at which the clause that ends in `verb` begins."""
    frame = clauses.frame
    at = _last_boundary(clauses, verb)
    if subject is not None and subject.at < verb.first:
        at = max(at, subject.at + 1)
    at = _behind_adjuncts(clauses, at, verb.first)
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


def _last_boundary(clauses: Clauses, verb: Predicate) -> int:
    """Behind the last quotation or saying before the clause."""
    frame = clauses.frame
    at = 0
    for i, unit in enumerate(frame.units[: verb.first]):
        if unit.tag == "QT" and not unit.form.endswith(("는", "던", "란")):
            said = clauses.verb_after(i)
            # What was not said stays part of the denial: “…”라고 말한 적이 없다.
            is_denied = said is not None and said.is_saying and is_unsaid(frame, said)
            at = at if is_denied else i + 1
    for other in clauses.verbs:
        if other.last >= verb.first or other.is_relative or other.tag not in {"EC", "EF"}:
            continue
        if (
            other.is_quoting
            or (other.is_saying and other.stem != "하" and other.is_past)
            or (other.stem in {"따르", "의하", "종합하"} and other.ending == "면")
        ):
            at = max(at, other.last + 1)
    return at


def _behind_adjuncts(clauses: Clauses, at: int, stop: int) -> int:
    while at < stop:
        behind = _behind_one(clauses, at, stop)
        if behind == at or behind >= stop:
            return at
        at = behind
    return at


def _behind_one(clauses: Clauses, at: int, stop: int) -> int:
    frame = clauses.frame
    is_link = frame.form(at) in words.LINKS and frame.form(at + 1) not in {"다른", "다르"}
    if frame.tag(at) in {"SP", "MAJ", "SE", "SS"} or is_link:
        return at + 1
    verb = next((v for v in clauses.verbs if v.first == at), None)
    if verb is not None and verb.stem == "그러" and verb.ending == "면서":
        return verb.last + 1
    when = _behind_time(frame, at)
    return when if when > at else _behind_place(clauses, at, stop)


def _behind_time(frame: Frame, at: int) -> int:
    i = at
    while frame.tag(i) == "SN" or frame.form(i) in _CLOCK or frame.form(i) in {"지나", "ᆫ", "오는"}:
        i += 1
    if frame.tag(at) == "NNG" and frame.form(at + 1) in {"당시", "직후"}:
        return at + 2
    if i == at and frame.form(at) in {"이날", "전날", "당일"}:
        return at + 1
    forms = {frame.form(k) for k in range(at, i)}
    is_clock = bool(
        (forms & {"일", "시"} and frame.tag(at) == "SN") or "지나" in forms
    ) and frame.tag(i) not in {"JKO", "JKS", "JKG"}
    is_clock = is_clock and frame.form(i) not in _SPANS
    if not is_clock:
        return at
    while frame.tag(i) in {"JKB", "JX", "SP"} or frame.form(i) in {"께", "쯤", "경"}:
        i += 1
    return i


def _behind_place(clauses: Clauses, at: int, stop: int) -> int:
    """Behind 기자회견에서, 기자들과 만나, 페이스북을 통해, if no subject stands before that."""
    frame = clauses.frame
    best = at
    limit = min(at + 16, stop)
    verbs = {v.last: v for v in clauses.verbs if not v.is_relative}
    for i in range(at, limit):
        if frame.tag(i) == "JKS" or (frame.tag(i) == "JX" and frame.form(i) in {"은", "는"}):
            break
        verb = verbs.get(i)
        if verb is not None and not _is_adjunct(frame, verb):
            break
        if verb is not None or _is_venue(frame, i):
            best = i + 1
            break
    return best + 1 if best > at and frame.tag(best) == "JX" else best


def _is_venue(frame: Frame, at: int) -> bool:
    if frame.tag(at) != "JKB" or not frame.form(at).startswith("에서"):
        return False
    head = frame.form(at - 1)
    return frame.tag(at - 1) in NOUNISH and (
        head in words.VENUES | words.CIRCLES
        or head.endswith(("회의", "회견", "방송", "글", "회", "식", "쇼", "장"))
    )


def _is_adjunct(frame: Frame, verb: Predicate) -> bool:
    if verb.stem not in words.ADJUNCT_EC or verb.stem in _PART_OF_WORDS or verb.is_quoting:
        return False
    if verb.stem == "통하":
        return frame.form(verb.first - 2) in words.VENUES
    return verb.ending in {"어", "아", "고", "며", "면서", "어서", "아서"}
