"""Adjuncts that may as well be part of the words: 이사회를 열어, 총회를 앞두고, 회의에서는."""

from hwalja.mentions.reading import words
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.grammar.predicates import Predicate
from hwalja.mentions.reading.wordlist import listed

# What somebody who promises something may promise as well: 농가를 찾아가 일손을 돕겠다.
_DOING = listed(
    "열 갖 가지 개최하 소집하 만나 만나보 찾 찾아가 방문하 들르 출석하 모이 손잡 이끌 들 오르 건네 앞서 발표하 보내 공개하 취하 꺼내 내세우 "
    "붙이 살펴보 둘러보 돌아보 이용하 쥐 잡 내"
)
_TO_PAPERS = listed("성명 논평 글 자료 보도자료 입장문 사과문 담화문 담화 문자 편지 서한 메일")
_PAST_DAYS = listed("이날 전날 당일 지난 지나 오전 오후")
_FOR_WORDS = listed("기자회견 간담회 기자간담회 인터뷰 브리핑 방송 라디오 회견 연설 통화")


def is_doubtful(frame: Frame, begin: int, verb: Predicate, words_verb: Predicate) -> bool:
    """Whether the clause of an adjunct's verb may belong to the words that end in `words_verb`."""
    if verb.stem in {"앞두", "손잡"}:
        return True
    if not _is_promise(words_verb) or verb.stem not in _DOING:
        return False
    if (_noun_of(frame, verb) in _TO_PAPERS and verb.stem != "공개하") or _is_to_press(
        frame, begin, verb
    ):
        return False
    return not is_dated(frame, verb.first)


def is_dated(frame: Frame, stop: int) -> bool:
    """이날 이사회를 열고, 오전 주민들과 만나: it has been done."""
    return any(frame.form(i) in _PAST_DAYS for i in range(stop))


def is_doubtful_case(frame: Frame, at: int, words_verb: Predicate) -> bool:
    """The same for a case: 회의에서는, 시장에서, 서면으로, 회원들의 비판에."""
    form, head = frame.form(at), frame.form(at - 1)
    if head in words.CIRCLES and head != "시장":
        return False
    if form.startswith("에서"):
        is_topic = form.endswith("는") or frame.form(at + 1) in {"는", "ᆫ"}
        return (is_topic and head not in _FOR_WORDS) or (
            frame.tag(at - 1) == "NNG" and head in {"시장", "공장", "직장", "매장", "농장"}
        )
    if form in {"로", "으로"}:
        return _is_promise(words_verb) and not is_dated(frame, at)
    return _is_promise(words_verb) and frame.tag(at - 2) == "JKG"


def _is_promise(verb: Predicate) -> bool:
    return verb.is_will and not verb.is_past


def _noun_of(frame: Frame, verb: Predicate) -> str:
    return frame.form(verb.first - 2)


def _is_to_press(frame: Frame, begin: int, verb: Predicate) -> bool:
    """기자들과 만나."""
    said = frame.text[frame.units[begin].start : frame.units[verb.first].start]
    return any(word in said for word in ("기자들", "기자와", "취재진", "특파원"))
