"""The noun that governs reported words: …다는 입장, “…”라는 지적, …다는 것이다."""

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.grammar.subjects import NOBODY, Who, phrase_start, who_is
from hwalja.mentions.reading.quotations.said.governors import Link, Voice
from hwalja.mentions.reading.wordlist import listed

# …라는 말로 인사를 대신했다.
_CLOSING = listed("대신하 마무리하 시작하 끝맺 맺 마치 갈음하 가름하")
# What somebody puts into words by an object of any name: …다는 자구책도 내놓았다.
_PUTTING = listed(
    "밝히 내놓 내놨 전하 남기 보내 보내오 달 붙이 곁들이 넣 던지 올리 발표하 제시하 꺼내 털어놓 건네 쏟아내 내걸 덧붙이 공개하 적 쓰"
)
# Told of nobody where they stand as a subject or a topic: a report, a claim.
_DISPUTED = listed("말 보도 주장 소문 의혹 설 루머 풍문 괴담 뒷말")
_SPREADING = listed("돌 퍼지 번지 떠돌 나돌 확산되 유포되 퍼뜨리")
_HIS_OWN = listed("결과 방식 철학 신념 소신 계산 셈법 처방 해법 진단 생각 지론 주장 설명 고백 기억")
_JUDGEMENTS = listed(
    "설명 지적 관측 분석 전망 평가 해석 진단 판단 주장 입장 의견 견해 우려 이야기 얘기"
)


def of_noun(clauses: Clauses, last: int, owner: Who = NOBODY) -> Link | None:
    """The noun behind 다는: over 것이/게, over whose it is, over what kind it is.

    `owner`: whose words they are if it stands in front of them (한 대표의 “…”라는 말).
    """
    frame = clauses.frame
    at, who, is_thing = last + 1, owner, False
    while at < len(frame.units):
        at = _skip_adjectives(frame, at)
        end = _run(frame, at)
        if end == at:
            return None
        if frame.form(end - 1) in {"것", "거", "게"} and end == at + 1:
            if frame.tag(end) == "VCP":
                return _retold(clauses, end)
            if frame.tag(end) in {"JKS", "JX"}:
                at, is_thing = end + 1, True
                continue
        if frame.tag(end) == "JKG" or frame.form(end) in {"로부터의", "에서의"}:
            who, at = who_is(frame, phrase_start(frame, end), end), end + 1
            continue
        return _named(clauses, at, end, who, is_thing)
    return None


def _run(frame: Frame, at: int) -> int:
    while frame.tag(at) in NOUNISH and frame.tag(at) != "Q":
        at += 1
    return at


def _retold(clauses: Clauses, at: int) -> Link | None:
    """…다는 것이다: whoever was telling goes on; not what ends another way (것이었다면)."""
    verb = next((v for v in clauses.verbs if v.first <= at <= v.last), None)
    if verb is None or verb.tag != "EF" or verb.is_negated:
        return None
    return Link("것이다", at, "teller", verb, "것")


def _skip_adjectives(frame: Frame, at: int) -> int:
    """Over 강한, 비판적인, 일부, 등: what kind of opinion it is."""
    i = at
    while i < min(at + 6, len(frame.units)):
        if frame.tag(i) in {"MM", "MAG"} or frame.form(i) == "," or frame.tag(i) == "ETM":
            i += 1
            at = i
        elif frame.tag(i) in _ADJECTIVAL and _leads_to_etm(frame, i):
            i += 1
        else:
            break
    return at


_ADJECTIVAL = frozenset({"XR", "VA", "XSA", "VCP", "XSN", "NNG", "EP"})


def _leads_to_etm(frame: Frame, at: int) -> bool:
    for i in range(at, min(at + 4, len(frame.units))):
        if frame.tag(i) == "ETM":
            return True
        if frame.tag(i) not in _ADJECTIVAL:
            return False
    return False


def _named(clauses: Clauses, at: int, end: int, who: Who, is_thing: bool) -> Link | None:
    frame = clauses.frame
    verb = clauses.verb_behind(end)
    noun = _cue(frame, at, end, verb, who if is_thing else NOBODY)
    if noun is None or not _is_told(clauses, noun, end, verb, who):
        return None
    if who is NOBODY and end - at > 1 and any(frame.tag(i) == "M" for i in range(at, end - 1)):
        # …다는 국토부 설명: whose it is without 의.
        who = who_is(frame, at, end - 1)
    voice, arising = _voice(clauses, end, noun, verb, who, is_thing)
    return Link(noun, end - 1, voice, verb, noun, who, arising)


def _is_told(clauses: Clauses, noun: str, end: int, verb: Predicate | None, owner: Who) -> bool:
    """Not: …라는 질문에, …다는 말도 있다, …다는 점에서, …다는 뜻이다, …다는 주장은 근거가 없다."""
    frame = clauses.frame
    tag = frame.tag(end)
    utters = verb is not None and verb.stem in words.UTTERING and tag in {"JX", "JKO"}
    if noun == "점":
        is_made = verb is not None and (verb.is_saying or frame.form(verb.first - 1) == "분명히")
        return tag in {"JKO", "JX"} and is_made and frame.form(end) not in {"은", "는"}
    if noun == "질문":
        return tag != "JKB"
    is_piece = verb is not None and verb.is_quoting and verb.stem not in words.ARISING
    if is_piece and not utters and tag in {"JX", "JKO", "JKS"}:
        return False  # 지적도 받아들이겠다고 했다: a piece of other words.
    if utters or owner.mention is not None or owner.sort == "he":
        return True
    if noun in words.GLOSSES and tag == "VCP":
        return False
    if noun in {"걱정", "우려", "불안"} and _is_topic(frame, end):
        return False
    if noun in words.HEARSAY_NOUNS and verb is not None and verb.stem in _SPREADING:
        return False
    if noun in _DISPUTED and (tag in {"JKS", "JX"} or _is_topic(frame, end)):
        return False
    is_topic = tag == "JX" and frame.form(end) in {"은", "는"}
    return not is_topic or verb is None or verb.stem in words.ARISING


def _is_topic(frame: Frame, end: int) -> bool:
    """…라는 주장에 대해, …다는 지적을 두고: what is spoken about; not 주장에 근거해."""
    form, behind = frame.form(end), frame.form(end + 1)
    if form in {"을", "를"}:
        return behind == "두" and frame.form(end + 2) == "고"
    return form in {"에", "에는", "엔"} and behind not in {"근거", "바탕", "기반", "따르"}


def _cue(frame: Frame, at: int, end: int, verb: Predicate | None, owner: Who) -> str | None:
    """The noun of saying that a run of nouns ends in; none where it is another noun."""
    last = _counted(frame, at, end)
    text = frame.text[frame.units[at].start : frame.units[last - 1].end].split()[-1]
    head = frame.form(last - 1)
    is_object = frame.tag(end) == "JKO" or (frame.tag(end) == "JX" and frame.form(end) == "도")
    puts = verb is not None and verb.stem in _PUTTING and is_object and verb.first <= end + 2
    puts = puts and end - at <= 2
    for noun in (text, head):
        if noun in words.NOUNS:
            return noun
        if noun in words.UNSAID_NOUNS:
            return noun if _is_given(noun, verb, puts) else None
    if owner is not NOBODY and head in _HIS_OWN and frame.tag(end) == "VCP":
        return head
    return head if puts and not frame.units[end - 1].mention else None


def _is_given(noun: str, verb: Predicate | None, puts: bool) -> bool:
    """문장을 넣었다, …다는 이유를 들었다."""
    if noun == "문장":
        return puts
    return noun in {"이유", "근거"} and verb is not None and verb.stem in {"들", "대", "내세우"}


def _counted(frame: Frame, at: int, end: int) -> int:
    """The end of the noun in 댓글 수만 개, 질문 세 가지."""
    while end - at > 1 and frame.tag(end - 1) in {"NNB", "NR", "SN", "XSN"}:
        end -= 1
    return end


def _voice(
    clauses: Clauses, end: int, noun: str, verb: Predicate | None, who: Who, is_thing: bool
) -> tuple[Voice, bool]:
    tag, form = clauses.frame.tag(end), clauses.frame.form(end)
    if who is not NOBODY or (is_thing and tag == "VCP" and noun in _JUDGEMENTS):
        return "genitive", False
    if tag == "VCP" or not tag or tag in {"SF", "SP"}:
        return "subject", False
    if tag == "JKO" and verb is not None:
        return ("subject" if verb.stem in words.UTTERING else "nobody"), False
    if tag in {"JKS", "JX"}:
        utters = verb is not None and tag == "JX" and verb.stem in words.UTTERING
        return ("subject", False) if utters else ("nobody", True)
    if form in {"으로", "로"} and verb is not None:
        is_own = verb.is_saying or verb.stem in words.UTTERING | _CLOSING
        return ("subject" if is_own else "nobody"), False
    if tag == "JKB" and verb is not None and verb.stem in {"근거하", "바탕하", "기반하", "따르"}:
        return "subject", False
    return "nobody", False
