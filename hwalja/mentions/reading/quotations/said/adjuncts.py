"""What stands before reported words and is no part of them: where, when, to whom they were said."""

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.quotations.said.doubts import is_dated, is_doubtful, is_doubtful_case
from hwalja.mentions.reading.quotations.said.recipients import is_recipient, leads_into_noun
from hwalja.mentions.reading.wordlist import listed

# Adjuncts that may as well be part of what is said: 물가를 잡기 위해, 금리 인상으로 인해.
_PART_OF_WORDS = listed("비롯하 위하 인하 따르 의하 더하 들 빌리 나서 가하 보이 갖 가지 서")
# 3일 만에, 5년 안에: a span is part of what is said.
_SPANS = listed("부터 만 안 뒤 후 전 내 동안 이상 이내 째 간 연속 치 이하 사이 까지")
_CLOCK = listed("일 월 년 시 분 날 때 오전 오후 주 ")


# 당시 이사회에서 반대했다고 회고했다: the time is that of what is remembered.
_REMEMBERING = listed("회고하 회상하 기억하 떠올리 돌아보 되돌아보 증언하 돌이키")


def behind_adjuncts(clauses: Clauses, at: int, verb: Predicate, is_sure: bool = False) -> int:
    """Behind all that leads into the words; a year or a month (지난해 국감에서) only with what
    follows it, for by itself it tells when something else was (지난해 흑자를 냈다고).

    `is_sure`: not behind what may as well be part of the words.
    """
    kept = at
    cue = clauses.verb_after(verb.last)
    is_memory = cue is not None and cue.stem in _REMEMBERING
    while at < verb.first:
        if is_memory and clauses.frame.form(at) in {"당시", "그때"}:
            return kept
        is_time = clauses.frame.form(at) in words.TIMES
        behind = at + 1 if is_time else _behind_one(clauses, at, verb, is_sure)
        if behind == at or behind > verb.first or _is_bare(clauses, behind, verb):
            return kept
        at = behind
        kept = kept if is_time else at
    return kept


def _is_bare(clauses: Clauses, at: int, verb: Predicate) -> bool:
    """Whether nothing would be left but a verb that can not stand alone: 이사회에서 | 논의하겠다고;
    but 탈당에 대해 | 안타깝다고."""
    if at < verb.first:
        return False
    is_about = any(v.last == at - 1 and v.stem in _ABOUT for v in clauses.verbs)
    is_told = clauses.frame.form(at - 1).startswith(("에게", "한테", "는"))
    return verb.verb.tag == "VCP" or not (is_about or is_told)


_ABOUT = listed("대하 관련하 관하 받 두")


def _behind_one(clauses: Clauses, at: int, words_verb: Predicate, is_sure: bool) -> int:
    frame = clauses.frame
    is_link = frame.form(at) in words.LINKS and frame.form(at + 1) not in {"다른", "다르"}
    if is_link:
        return at + 1 + (frame.tag(at + 1) == "JX")
    if frame.tag(at) in {"SP", "MAJ", "SE", "SS"}:
        return at + 1
    if _is_rest(frame, at):
        return at + 1
    verb = next((v for v in clauses.verbs if v.first == at), None)
    if verb is not None and verb.stem == "그러" and verb.ending == "면서":
        return verb.last + 1
    when = _behind_time(frame, at)
    return when if when > at else _behind_place(clauses, at, words_verb, is_sure)


def _is_rest(frame: Frame, at: int) -> bool:
    """What is left of the words before: “…”라고 말한 뒤, 유감이라면서도."""
    is_moment = frame.tag(at - 1) == "ETM" and frame.form(at) in {"뒤", "후", "다음"}
    return is_moment or (frame.form(at) == "도" and frame.tag(at - 1) == "EC")


def _behind_time(frame: Frame, at: int) -> int:
    i = at
    while frame.tag(i) == "SN" or frame.form(i) in _CLOCK or frame.form(i) in {"지나", "ᆫ", "오는"}:
        i += 1
    if frame.tag(at) == "NNG" and frame.form(at + 1) in {"당시", "직후"}:
        return at + 2
    if i == at and frame.form(at) in {"이날", "전날", "당일"}:
        return at + 1 + (frame.tag(at + 1) == "JX")
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


def _behind_place(clauses: Clauses, at: int, words_verb: Predicate, is_sure: bool) -> int:
    """Behind 기자회견에서, 기자들과 만나, …냐는 물음에, B를 상대로 낸 소송에서; what holds a
    subject that waits for its verb is part of the words."""
    frame = clauses.frame
    verbs = {v.last: v for v in clauses.verbs if not v.is_relative}
    for i in range(at, min(at + _FAR, words_verb.first)):
        verb = verbs.get(i)
        is_end = verb is not None and _is_adjunct(frame, verb)
        is_end = is_end and not (words_verb.is_will and verb and _is_plan(frame, at, verb))
        if verb is not None and verb.tag == "EC" and not is_end and verb.ending not in _JOINING:
            break
        if is_sure and is_end and verb is not None:
            is_end = not is_doubtful(frame, at, verb, words_verb)
        is_end = is_end or _is_case(clauses, at, i, words_verb, is_sure) or _is_watched(clauses, i)
        is_end = is_end or _is_met(clauses, i) or is_recipient(clauses, at, i, words_verb)
        is_end = is_end and not _has_waiting(clauses, at, i)
        bound = clauses.bind(at, i + 1) if is_end else None
        if bound is not None and not bound.free and bound.shared is None:
            return i + 2 if frame.tag(i + 1) == "JX" else i + 1
        if frame.tag(i) == "JX" and frame.form(i) in {"은", "는"} and frame.tag(i - 1) != "JKB":
            break
    return at


def _is_case(clauses: Clauses, begin: int, at: int, verb: Predicate, is_sure: bool) -> bool:
    """Where, by what means, on what grounds and to what question."""
    frame = clauses.frame
    is_end = _is_question(frame, at) or _is_means(frame, at)
    is_end = is_end or (_is_venue(frame, begin, at) and not _is_acted(frame, at, verb))
    if is_end and is_sure and is_doubtful_case(frame, at, verb):
        return False
    return is_end or _is_ground(frame, at)


def _is_plan(frame: Frame, begin: int, verb: Predicate) -> bool:
    """공청회를 열어 의견을 듣겠다, 다음 달 회의를 열고 정하겠다: what is still to be held."""
    is_later = any(frame.form(i) in _LATER for i in range(begin, verb.first))
    noun = frame.text[frame.start : frame.units[verb.first - 1].start].split()[-1]
    is_day = any(frame.tag(i) == "SN" and frame.form(i + 1) == "일" for i in range(verb.first))
    is_meeting = noun.endswith(_MEETINGS) and not is_day and not is_dated(frame, verb.first)
    return is_later or is_meeting or noun in {"공청회", "토론회", "설명회", "공모", "투표"}


_MEETINGS = ("이사회", "총회", "위원회", "회의", "협의회", "대회")


_LATER = listed("다음 내년 내달 오는 앞으로 향후 곧 조만간 이르")


def _has_waiting(clauses: Clauses, begin: int, at: int) -> bool:
    """방안도 이사회에서 논의하겠다: an object whose verb is still to come."""
    frame = clauses.frame
    objects = [i for i in range(begin, at) if frame.tag(i) == "JKO" or frame.form(i) == "도"]
    if _is_ground(frame, at):
        objects = objects[:-1]
    return any(
        not any(i <= v.first + 1 and i < v.last <= at for v in clauses.verbs) for i in objects
    )


# Endings inside a verb of two (받아 들이다), or of manner.
_JOINING = listed("어 아 여 게")
# Units that an adjunct may take with what describes it.
_FAR = 30
_TRIALS = listed("소송 항소심 상고심 재판 사건 공판 심 선고공판 청구소송 파기환송심 재심")
ANSWERED = listed(
    "물음 질문 질의 지적 비판 보도 소문 의혹 우려 주장 요구 제안 요청 말 발언 이야기 얘기 평가 반응 소식 제의 항의 관측 전망 논란 비난 여론 불만 반발 파장 폭로 고발 제보 목소리 추측 억측 뒷말"
)


def _is_acted(frame: Frame, at: int, verb: Predicate) -> bool:
    """이사회에서 배당을 늘리기로 결의했다, 법정에서 진실을 밝히겠다: where it is done."""
    if frame.form(at - 1) in _INQUIRIES and verb.stem in _COMING_OUT:
        return True
    return verb.stem in _RESOLVING or (verb.is_will and frame.form(at - 1) in _TRIALS | {"법정"})


# 이번 조사에서 숨은 빚이 드러났다.
_INQUIRIES = listed("조사 감사 점검 수사 재판 검사 실험 설문조사")
_COMING_OUT = listed("드러나 나타나 밝혀지 확인되 발견되 나오 적발되 지적되")
_RESOLVING = listed(
    "결의하 의결하 결정하 합의하 선임하 승인하 논의하 가결하 부결하 통과시키 확정하 의결되 결정되 통과되 상정하 판결하 선고하 기각하 각하하 파기하 취소하 승소하 패소하 선고받 이기 지"
)


def _is_venue(frame: Frame, begin: int, at: int) -> bool:
    """회의에서, 항소심에서; not 2월 회의에서, which tells when something else was."""
    if frame.tag(at) != "JKB" or not frame.form(at).startswith("에서"):
        return False
    if any(frame.form(i) == "월" and frame.tag(i + 1) != "SN" for i in range(begin, at)):
        return False
    if leads_into_noun(frame, at) or any(frame.form(i) == "까지" for i in (at + 2, at + 3)):
        return False  # 회의에서 나온 의견, 서울에서 부산까지
    head, word = frame.form(at - 1), frame.text[frame.start : frame.units[at].start].split()[-1]
    return frame.tag(at - 1) in NOUNISH and (
        bool({head, word} & (words.VENUES | words.CIRCLES | _TRIALS))
        or head.endswith(("회의", "회견", "방송", "글", "회", "식", "쇼", "장"))
    )


def _is_ground(frame: Frame, at: int) -> bool:
    """자료를 토대로: what the words go by."""
    is_ground = frame.tag(at) == "JKB" and frame.form(at - 1) in {"토대", "근거", "바탕"}
    return is_ground and frame.tag(at - 2) == "JKO" and _is_way(frame, at - 2)


def _is_means(frame: Frame, at: int) -> bool:
    """전화로, 서면으로, 전자우편으로: how it was said."""
    return (
        frame.tag(at) == "JKB" and frame.form(at) in {"로", "으로"} and frame.form(at - 1) in _MEANS
    )


_MEANS = listed(
    "전화 서면 영상 문자 전자우편 이메일 메일 편지 쪽지 화상 서신 육성 통역 수어 필담 손짓"
)


def _is_met(clauses: Clauses, at: int) -> bool:
    """주민들과 면담한 끝에, 현장을 둘러본 뒤: after what."""
    frame = clauses.frame
    end = at - (frame.tag(at) == "JKB")
    if frame.form(end) not in _AFTER or frame.tag(end - 1) != "ETM":
        return False
    verb = next((v for v in clauses.verbs if v.last == end - 1), None)
    return (
        verb is not None and frame.tag(at + 1) not in {"JKB", "JX", "JKG"} and verb.stem in _MEETING
    )


_AFTER = listed("뒤 후 직후 끝 다음 자리")
_MEETING = listed(
    "만나 면담하 회동하 통화하 둘러보 방문하 참석하 마치 주재하 면회하 조문하 참배하 관람하 시찰하 회담하 접견하 예방하"
)


def _is_watched(clauses: Clauses, at: int) -> bool:
    """임직원이 지켜보는 가운데: before whom."""
    verb = next((v for v in clauses.verbs if v.last == at - 1), None)
    return clauses.frame.form(at) == "가운데" and verb is not None and verb.stem in _WATCHING


_WATCHING = listed("지켜보 참석하 모이 바라보 배석하 함께하 자리하")


def _is_question(frame: Frame, at: int) -> bool:
    """…냐는 물음에, …다는 지적에: what the words answer."""
    is_dative = frame.tag(at) == "JKB" and frame.form(at) in {"에", "에는", "엔", "에도"}
    return (
        is_dative and frame.form(at - 1) in ANSWERED and frame.tag(at - 2) in {"ETM", "JKG", "QT"}
    )


def _is_occasion(frame: Frame, verb: Predicate) -> bool:
    """기자회견을 하고, 질문을 받고, 전화를 걸어."""
    at = verb.first - 1
    if verb.stem.startswith(_HELD):
        return True
    if verb.stem in {"받", "듣"}:
        return frame.form(at - 1) in {"질문", "질의", "물음"}
    word = frame.text[frame.start : frame.units[at].start].split()[-1]
    is_object = frame.tag(at) == "JKO"
    return is_object and (
        bool({frame.form(at - 1), word} & (words.VENUES | ANSWERED)) or word.endswith(_HELD)
    )


_HELD = ("기자회견", "회견", "연설", "면담", "간담회", "브리핑", "통화", "전화", "인터뷰")
_HOLDING = listed("하 받 걸 나누 치르 듣 시작하 진행하 주고받") | {f"{noun}하" for noun in _HELD}
_MANNERS = frozenset({"며", "면서", "고", "어", "아", "어서", "아서"})


def _is_way(frame: Frame, at: int) -> bool:
    """게시판을, 전자우편을, 5분 발언을: what words are told through."""
    word = frame.text[frame.start : frame.units[at].start].split()[-1]
    return bool({frame.form(at - 1), word} & words.VENUES) or word.endswith(_WAYS)


_WAYS = (
    "게시판",
    "우편",
    "발언",
    "편지",
    "방송",
    "누리집",
    "채널",
    "대변인",
    "인터뷰",
    "성명",
    "자료",
    "보도문",
    "담화문",
    "변호인",
    "변호사",
    "공보실",
    "소속사",
    "문자",
    "메시지",
    "영상",
)
_OWN_OBJECT = listed("내 올리 배포하 발표하 보내 쓰 적")


def _is_gathering(verb: Predicate) -> bool:
    """직원들을 모아 놓고, 임원들을 앉혀 놓고: before whom."""
    is_kept = verb.aux[:1] == ("놓",) and verb.ending == "고"
    return is_kept and verb.stem in {"모으", "모", "앉히", "부르", "세우"}


def _is_adjunct(frame: Frame, verb: Predicate) -> bool:
    if _is_gathering(verb):
        return True
    if verb.stem == "두" and "보" in {frame.form(verb.last + 1), frame.form(verb.last + 2)}:
        return False  # 무너지는 것을 두고 볼 수 없다
    if verb.stem not in words.ADJUNCT_EC | _HOLDING or verb.is_quoting:
        return False
    if verb.stem in _PART_OF_WORDS:
        return verb.stem == "보이" and verb.ending in {"며", "면서"}
    if verb.stem == "통하":
        return _is_way(frame, verb.first - 1)
    if verb.stem in _HOLDING:
        return verb.ending in _MANNERS and _is_occasion(frame, verb)
    if verb.stem in {"공개하", "잡", "꿇", "쥐"}:
        is_manner = verb.ending in _MANNERS
        is_thing = frame.form(verb.first - 2) in {"마이크", "무릎"}
        return is_manner and (is_thing or _is_way(frame, verb.first - 1))
    if verb.stem in _OWN_OBJECT and frame.form(verb.first - 2) not in words.VENUES:
        return False
    return verb.ending in {"어", "아", "고", "며", "면서", "어서", "아서"}
