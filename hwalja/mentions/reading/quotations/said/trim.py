"""Where reported words begin: behind the subject, the last words, and where and when they fell."""

from collections.abc import Sequence

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.grammar.subjects import Subject
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.wordlist import listed

# Adjuncts that may as well be part of what is said: 물가를 잡기 위해, 금리 인상으로 인해.
_PART_OF_WORDS = listed("비롯하 위하 인하 따르 의하 더하 들 빌리 나서 가하 보이 갖 가지 서")
# 3일 만에, 5년 안에: a span is part of what is said.
_SPANS = listed("만 안 뒤 후 전 내 동안 이상 이내 째 간 연속 치 이하 사이 까지")
_CLOCK = listed("일 월 년 시 분 날 때 오전 오후 주 ")


def words_start(
    clauses: Clauses, subject: Subject | None, verb: Predicate, earlier: Sequence[Saying] = ()
) -> int:
    """The code point at which the clause that ends in `verb` begins; `earlier`: words told before."""
    frame = clauses.frame
    at = _last_boundary(clauses, verb, earlier)
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


def _last_boundary(clauses: Clauses, verb: Predicate, earlier: Sequence[Saying]) -> int:
    """Behind the last words before the clause, and behind 따르면 or 묻자."""
    frame, at = clauses.frame, 0
    for one in earlier:
        if one.last < verb.first and one.has_noun:
            at = max(at, _behind_listed(frame, one.last, verb.first))
        elif one.last < verb.first:
            is_over = (
                one.verb is not None and one.verb.last < verb.first and not one.verb.is_relative
            )
            at = max(at, one.verb.last + 1 if is_over and one.verb else one.last + 1)
    for other in clauses.verbs:
        is_source = other.stem in {"따르", "의하", "종합하"} and other.ending == "면"
        is_answered = other.is_saying and other.ending == "자" and other.tag == "EC"
        if (is_source or is_answered) and other.last < verb.first:
            at = max(at, other.last + 1)
    return at


def _behind_listed(frame: Frame, last: int, stop: int) -> int:
    """…다는 지적과 …다는 이야기: where the second of two views begins."""
    for i in range(last + 1, min(last + 5, stop)):
        if frame.form(i) in {"와", "과"} and frame.tag(i) in {"JC", "JKB"}:
            return i + 1
    return 0


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
    """Behind 기자회견에서, 기자들과 만나, …냐는 물음에, B를 상대로 낸 소송에서; what holds a
    subject that waits for its verb is part of the words."""
    frame = clauses.frame
    verbs = {v.last: v for v in clauses.verbs if not v.is_relative}
    for i in range(at, min(at + _FAR, stop)):
        verb = verbs.get(i)
        is_end = verb is not None and _is_adjunct(frame, verb)
        if verb is not None and verb.tag == "EC" and not is_end and verb.ending not in _JOINING:
            break
        is_end = is_end or _is_venue(frame, at, i) or _is_question(frame, i)
        bound = clauses.bind(at, i + 1) if is_end else None
        if bound is not None and not bound.free and bound.shared is None:
            return i + 2 if frame.tag(i + 1) == "JX" else i + 1
        if frame.tag(i) == "JX" and frame.form(i) in {"은", "는"} and frame.tag(i - 1) != "JKB":
            break
    return at


# Endings inside a verb of two (받아 들이다), or of manner.
_JOINING = listed("어 아 여 게")
# Units that an adjunct may take with what describes it.
_FAR = 30
_TRIALS = listed("소송 항소심 상고심 재판 사건 공판 심 선고공판 청구소송 파기환송심 재심")
_ASKED = listed(
    "물음 질문 질의 지적 비판 보도 소문 의혹 우려 주장 요구 제안 요청 말 발언 이야기 얘기 평가 반응 소식 제의 항의 관측 전망 논란"
)


def _is_venue(frame: Frame, begin: int, at: int) -> bool:
    """회의에서, 항소심에서; not 2월 회의에서, which tells when something else was."""
    if frame.tag(at) != "JKB" or not frame.form(at).startswith("에서"):
        return False
    if any(frame.form(i) == "월" and frame.tag(i + 1) != "SN" for i in range(begin, at)):
        return False
    head = frame.form(at - 1)
    return frame.tag(at - 1) in NOUNISH and (
        head in words.VENUES | words.CIRCLES | _TRIALS
        or head.endswith(("회의", "회견", "방송", "글", "회", "식", "쇼", "장"))
    )


def _is_question(frame: Frame, at: int) -> bool:
    """…냐는 물음에, …다는 지적에: what the words answer."""
    is_dative = frame.tag(at) == "JKB" and frame.form(at) in {"에", "에는", "엔", "에도"}
    return is_dative and frame.form(at - 1) in _ASKED and frame.tag(at - 2) in {"ETM", "JKG", "QT"}


_OWN_OBJECT = listed("내 올리 배포하 발표하 보내 쓰 적")


def _is_adjunct(frame: Frame, verb: Predicate) -> bool:
    if verb.stem not in words.ADJUNCT_EC or verb.is_quoting:
        return False
    if verb.stem in _PART_OF_WORDS:
        return verb.stem == "보이" and verb.ending in {"며", "면서"}
    if verb.stem == "통하":
        return frame.form(verb.first - 2) in words.VENUES
    if verb.stem in _OWN_OBJECT and frame.form(verb.first - 2) not in words.VENUES:
        return False
    return verb.ending in {"어", "아", "고", "며", "면서", "어서", "아서"}
