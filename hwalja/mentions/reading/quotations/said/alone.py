"""Words in double marks that no particle joins: whole sentences by themselves, and lists."""

import re
from dataclasses import replace

from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.grammar.marks import Pair
from hwalja.mentions.reading.grammar.predicates import is_unsaid
from hwalja.mentions.reading.grammar.subjects import NOBODY, Who, phrase_start, who_is
from hwalja.mentions.reading.quotations.said.credit import ELIDED, Credit
from hwalja.mentions.reading.quotations.said.saying import Saying
from hwalja.mentions.reading.shapes import Mention
from hwalja.mentions.reading.wordlist import listed

_PUNCTUATION = frozenset({"SF", "SP", "SE", "SS", "SSO", "SSC", "SB", "SW"})
_SO = re.compile(r"(?:이렇게|이같이|이 같이|다음과 같이|그렇게|이처럼)")
_HIS_WORDS = listed(
    "말 설명 얘기 이야기 지적 전언 주장 반응 소감 평가 진단 답 대답 답변 회상 고백 당부 하소연 위로 조언 충고 경고 인사 축하 글 메시지 편지 문자 "
    "포부 각오 다짐 약속 바람 해명 항변 호소 토로 일성 첫마디 한마디 분석 전망 회고 증언 진술 발언 비판 질타 농담 유언 논평 총평 심정 심경 목소리"
)


def standing(clauses: Clauses, behind: Clauses | None, goes_on: Mention | None) -> list[Saying]:
    """Sentences in marks that stand for themselves: “….” 한 대표의 말이다."""
    frame = clauses.frame
    outside = [u for u in frame.units if u.tag not in _PUNCTUATION and u.tag != "Q"]
    found = []
    for at, unit in enumerate(frame.units):
        if unit.pair is None or unit.pair.tail or not unit.pair.is_double:
            continue
        said_by = _credit(clauses, behind, at, unit.pair, bool(outside))
        if said_by is not None:
            found.append(_saying(at, unit.pair, said_by))
    return found


def _saying(at: int, pair: Pair, said_by: Credit) -> Saying:
    return Saying(
        "direct", pair.start, pair.end, at, at, said_by, "", pair.start, is_alone=said_by is ELIDED
    )


def _credit(
    clauses: Clauses, behind: Clauses | None, at: int, pair: Pair, has_words: bool
) -> Credit | None:
    frame = clauses.frame
    if not pair.is_sentence(frame.text) or " " not in frame.text[pair.start : pair.end].strip():
        return None
    if not has_words:
        return (_claimed(behind) if behind else None) or ELIDED
    after = frame.tag(at + 1)
    if after and after not in _PUNCTUATION and after != "M" and not _follows(clauses, at):
        return None
    if _is_last(frame, at):
        return _announced(clauses, at)
    return _followed(clauses, at)


def _is_last(frame: Frame, at: int) -> bool:
    return all(u.tag in _PUNCTUATION or u.tag == "Q" for u in frame.units[at + 1 :])


def _announced(clauses: Clauses, at: int) -> Credit | None:
    """A는 이렇게 말했다. “…”, A: “…”, A는 “….”"""
    frame = clauses.frame
    bound = clauses.bind(0, at)
    subject = bound.free[0] if bound.free else bound.shared
    before = frame.units[at - 1] if at else None
    if before is not None and before.form == ":" and at >= 2:
        who = who_is(frame, phrase_start(frame, at - 1), at - 1)
        return replace(ELIDED, who=who if who.mention else NOBODY)
    if subject is not None and any(v.is_saying for v in clauses.verbs):
        return Credit(subject.who)
    if subject is not None and subject.at == at - 1:
        return Credit(subject.who)
    return None


def _follows(clauses: Clauses, at: int) -> bool:
    verb = clauses.verb_after(at)
    text = clauses.frame.text
    start = clauses.frame.units[at].end
    return verb is not None and verb.is_saying and bool(_SO.search(text[start : clauses.frame.end]))


def _followed(clauses: Clauses, at: int) -> Credit | None:
    """“…” A는 이렇게 말했다; “…”. A의 말이다."""
    frame = clauses.frame
    claimed = _words_of(clauses, at + 1)
    if claimed is not None:
        return Credit(claimed)
    verb = clauses.verb_after(at)
    if verb is None or not verb.is_saying or is_unsaid(frame, verb) or verb.tag != "EF":
        return None
    free = clauses.bind(at + 1, verb.first).free
    if len(free) != 1 or any(u.tag == "Q" for u in frame.units[at + 1 : verb.first]):
        return None
    return Credit(free[0].who)


def _claimed(behind: Clauses) -> Credit | None:
    """The sentence behind says whose words they were."""
    frame = behind.frame
    who = _words_of(behind, 0)
    if who is not None:
        return Credit(who)
    if any(u.tag in {"Q", "QT"} for u in frame.units) or not behind.verbs:
        return None
    verb = behind.verbs[-1]
    is_so = _SO.search(frame.text[frame.start : frame.end])
    if not verb.is_saying or is_unsaid(frame, verb) or not is_so:
        return None
    free = behind.bind(0, verb.first).free
    return Credit(free[0].who) if free else None


def _words_of(clauses: Clauses, at: int) -> Who | None:
    """한 대표의 말이다, 한 대표의 취임 소감이다, 한 대표가 보낸 위로다."""
    frame = clauses.frame
    for i in range(at, len(frame.units)):
        if frame.tag(i) != "VCP" or frame.form(i - 1) not in _HIS_WORDS:
            continue
        first = phrase_start(frame, i)
        if frame.tag(first - 1) == "JKG":
            return who_is(frame, phrase_start(frame, first - 1), first - 1)
        if frame.tag(first - 1) == "ETM":
            verb = next((v for v in clauses.verbs if v.last == first - 1), None)
            free = clauses.bind(at, verb.first).free if verb is not None else []
            return free[-1].who if free and free[-1].mark == "nominative" else None
    return None


def sourced(behind: Clauses | None, cue: str) -> Who | None:
    """A가 기고한 글에서 나온 전망이다: the next sentence says whose view it was."""
    if behind is None or not cue:
        return None
    frame = behind.frame
    for at, unit in enumerate(frame.units):
        if unit.form == cue and frame.tag(at + 1) == "VCP" and frame.tag(at - 1) == "ETM":
            return _writer(behind, at)
    return None


_WRITING = listed("기고하 쓰 발표하 내놓 펴내 작성하 게재하 밝히")


def _writer(clauses: Clauses, stop: int) -> Who | None:
    for verb in clauses.verbs:
        if verb.last < stop and verb.is_relative and verb.stem in _WRITING:
            free = clauses.bind(0, verb.first).free
            if free and free[-1].mark == "nominative" and free[-1].who.mention:
                return free[-1].who
    return None
