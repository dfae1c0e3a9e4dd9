"""To whom words were said: 기자들에게, 의회에, 자신의 페이스북에."""

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.clauses import Clauses
from hwalja.mentions.reading.grammar.frames import NOUNISH, Frame
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.media import is_medium as is_medium_name
from hwalja.mentions.reading.organisation_words import is_body_noun
from hwalja.mentions.reading.wordlist import listed

_TO_PEOPLE = ("에게", "한테", "께")
_TO_BODIES = listed("에 에는 엔 에도")
# What may stand in a phrase with its head.
_PHRASE = NOUNISH | {"JKG", "JC", "MM", "SP"}
# Verbs inside the words to which a receiver may belong: 농민에게 직불금을 줘야 한다.
_GIVING = listed(
    "주 드리 팔 내 내주 보내 맡기 넘기 넘겨주 돌리 돌려주 돌아가 빌리 빌려주 갚 물 나누 나눠주 베풀 지급하 배상하 보상하 지원하 제공하 전달하 "
    "전하 건네 바치 기부하 양보하 이양하 위임하 부과하 적용하 배분하 공급하 판매하 가르치 배우 알리 알려주 보여주 보이 묻 물어보 말하 밝히 설명하 "
    "요구하 요청하 사과하 사죄하 감사하 죄송하 미안하 고맙 부끄럽 송구하 필요하 유리하 불리하 중요하 좋 나쁘 맞 어울리 이기 지 지우 속 당하 맞서 "
    "쏟 쏟아지 되 있 없 남 남기 생기 주어지 얹 씌우 물려주 안기 심어주 끼치 미치 해롭 이롭 전가하 떠넘기 공개하 열리 문의하 유익하 가혹하 "
    "관대하 엄격하 뒤지 밀리 선고하 구형하 명하 명령하 지시하 통보하 판결하 부탁하 당부하 권하 권고하 제안하 약속하 촉구하 경고하 알려지 시키 맡 입히 가하 걸리 붙 쏘 향하 보답하 의지하 다가가 인사하 답하 사죄하 항의하 따지 호소하 집중되 돌아가 쓰이 통하 먹히 팔리 뺏기 빼앗기 시달리 쫓기 들키 잡히"
)
# The same for 에: 정부에 참여하겠다.
_GOING = _GIVING | listed(
    "투자하 돌아오 가 오 들 참여하 반대하 찬성하 협조하 응하 신청하 설치하 넣 두 짓 들어가 들어오 머물 포함하 포함되 의존하 달리 빠지 책정하 편성하 배정하 "
    "반영하 쓰 오르 나서 나가 매달리 도전하 집중하 동의하 답하 복귀하 남아있 앞서 소속되 제기하 제출하 제소하 신고하 고발하 고소하 회부하 상정하 파견하 이첩하 송치하 인계하 출석하 다니 입사하 근무하 맡"
)
_WRITING = listed("적 쓰 올리 남기 게시하 밝히")


def is_recipient(clauses: Clauses, begin: int, at: int, verb: Predicate) -> bool:
    """Whether a phrase from `begin` to its particle at `at` is the saying verb's, not that of the
    words that end in `verb`."""
    frame = clauses.frame
    form = frame.form(at)
    if frame.tag(at) != "JKB" or not _is_phrase(clauses, begin, at) or leads_into_noun(frame, at):
        return False
    cue = clauses.verb_after(verb.last)
    if cue is None:
        return False
    if form in _TO_BODIES and _is_board(frame, at) and cue.stem in _WRITING:
        return True
    is_to_body = form in _TO_BODIES and (_is_body(frame, at) or _is_press(frame, at))
    if not (form.startswith(_TO_PEOPLE) or is_to_body):
        return False
    is_judged = cue.stem in {"판결하", "선고하", "명하", "명령하"}
    if form.startswith(_TO_PEOPLE) and not is_judged and _is_ordered(frame, at, verb):
        return True
    if _is_press(frame, at):
        return not any(v.stem in _TO_PRESS for v in clauses.verbs if at < v.first <= verb.first)
    taking = _GOING if form in _TO_BODIES else _GIVING
    inside = [v for v in clauses.verbs if at < v.first <= verb.first]
    return not any(_takes_receiver(frame, v, taking) for v in inside)


def leads_into_noun(frame: Frame, at: int) -> bool:
    """직원들에게 한 약속, 회의에서 나온 의견: a particle whose verb describes the noun behind it."""
    i = at + 1
    while frame.tag(i) in {"NNG", "XSV", "VV", "VX", "EP", "XSN"}:
        i += 1
    return i > at + 1 and frame.tag(i) == "ETM" and frame.tag(i - 1) in {"XSV", "VV", "VX", "EP"}


def _is_ordered(frame: Frame, at: int, verb: Predicate) -> bool:
    """홍 의원에게 사과하라고 요구했다: who is named is the one that is to do so."""
    is_named = any(frame.units[i].mention for i in range(max(at - 3, 0), at))
    return is_named and verb.ending in {"라고", "으라고", "라며", "라는"} and "달" not in verb.aux


def _takes_receiver(frame: Frame, verb: Predicate, taking: frozenset[str]) -> bool:
    """올릴 수밖에 없다 has no receiver."""
    is_modal = "수" in {frame.form(verb.first - 1), frame.form(verb.first - 2)}
    is_modal = is_modal or (verb.stem == "있" and frame.tag(verb.first - 1) == "EC")
    return (verb.stem in taking and not is_modal) or "주" in verb.aux


def _is_phrase(clauses: Clauses, begin: int, at: int) -> bool:
    """Nouns and what describes them; a clause that describes them (거리에 나온 시민들에게) may come
    first."""
    frame = clauses.frame
    relative = [v.last for v in clauses.verbs if v.is_relative and begin <= v.first and v.last < at]
    first = relative[-1] + 1 if relative else begin
    return first < at and all(frame.tag(i) in _PHRASE for i in range(first, at))


def _word(frame: Frame, at: int) -> str:
    """The last word before a particle as it is printed."""
    end = frame.units[at].start
    return frame.text[frame.start : end].split()[-1]


def _is_body(frame: Frame, at: int) -> bool:
    mention = frame.units[at - 1].mention
    if mention is not None:
        return mention.kind == "organisation"
    word = _word(frame, at)
    return is_body_noun(word) or word.endswith(_BODIES)


_BODIES = (
    "정부", "의회", "당국", "측", "노조", "재판부", "법원", "경찰", "검찰", "국회", "이사회", "위원회", "협의회",
    "협력사", "업체", "업계", "본사", "회사", "교육청", "학교", "대사관", "노사", "여당", "야당", "정치권", "여야",
)  # fmt: skip


def _is_press(frame: Frame, at: int) -> bool:
    """로이터에, 가람통신에, 본지에."""
    word = _word(frame, at)
    is_medium = is_medium_name(word) or word in {"본지", "본보"}
    return is_medium or word.endswith(("통신", "신문", "일보", "방송"))


# What is done in a paper or with it: 방송에 나가겠다.
_TO_PRESS = listed("나가 나오 실리 알리 제보하 보도되 출연하 광고하 싣 쓰 기고하 내 팔 넘기 투자하")


def _is_board(frame: Frame, at: int) -> bool:
    return _word(frame, at) in words.VENUES
