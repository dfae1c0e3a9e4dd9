"""A의 대답은 “…”였다: words in marks that are what a noun of saying was."""

from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.grammar.marks import Pair
from hwalja.mentions.reading.grammar.subjects import NOBODY, Subject, phrase_start, who_is
from hwalja.mentions.reading.quotations.said.credit import ELIDED, Credit
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.wordlist import listed

_ANSWERS = listed(
    "대답 답 답변 반응 말 첫마디 한마디 일성 제일성 소감 설명 평 총평 변 해명 항변 주장 조언 당부 충고 경고 유언 인사말 인사 질문 고백 대꾸 결론 "
    "지론 답장 회신 문자 메시지 진단 지적 평가 포부 각오 약속 다짐 바람 호소 하소연 첫말 마지막말"
)
# Judged by somebody that nobody names.
_IMPERSONAL = listed("심사평 심사총평 관람평 총평 세평")


def answers(clauses: Clauses) -> list[Saying]:
    """The words that the sentence's subject, a noun of saying, is told to have been."""
    found = []
    for at, unit in enumerate(clauses.frame.units):
        if unit.pair is not None and unit.pair.is_double and clauses.frame.tag(at + 1) == "VCP":
            saying = _answer(clauses, at, unit.pair)
            if saying is not None:
                found.append(saying)
    return found


def _answer(clauses: Clauses, at: int, pair: Pair) -> Saying | None:
    subject = next((s for s in reversed(clauses.subjects) if s.at < at and s.mark != "also"), None)
    verb = clauses.verb_after(at)
    if subject is None or verb is None or verb.first != at + 1 or verb.tag not in {"EF", "EC"}:
        return None
    frame = clauses.frame
    noun = frame.text[frame.units[subject.first].start : frame.units[subject.at].start].split()[-1]
    if noun not in _ANSWERS | _IMPERSONAL:
        return None
    said_by = Credit(NOBODY) if noun in _IMPERSONAL else _owner(frame, subject)
    return Saying("direct", pair.start, pair.end, at, at, said_by, noun, pair.start, verb)


def _owner(frame: Frame, subject: Subject) -> Credit:
    """학교 측의 대답은, 그의 첫마디는, 홍 대표 답변은."""
    if frame.tag(subject.first - 1) == "JKG":
        end = subject.first - 1
        return Credit(who_is(frame, phrase_start(frame, end), end))
    if frame.tag(subject.first - 1) == "ETM":
        return Credit(NOBODY)
    if subject.at - subject.first > 1:
        return Credit(who_is(frame, subject.first, subject.at - 1))
    return ELIDED
