"""Which words beside a name are a title that is held, and what belongs to it."""

import re

from hwalja.mentions.reading import ranks
from hwalja.mentions.reading.grammar.frames import Frame
from hwalja.mentions.reading.wordlist import listed

# Words by which a title is one that was held, or is not held yet.
NOT_NOW = listed("전 전직 前 옛 구 차기 고 故 예비 역임 후임 전임 당시")
_NO_POST = listed("후보 후보자 예비후보 전문가 사원 지지자 씨 군 양 님 옹 여사 변호인")
_NOT_ITS_OWN = listed("현 現 소속 산하 신임 새 등 겸 및 이 그 한")
# Parts of a body that are told with a post: 정치학과 교수, 재무담당 이사, 아시아 부문 대표.
_PARTS = re.compile(
    r"[가-힣A-Za-z0-9·]+(?:담당|부문|본부|실|팀|국|과|부|센터|사업부|지점|지사|법인|연구소|연구실|학과|학부|대학|대학원|교실|분야|전공|법|위원회|이사회|지역|총괄|분과)"
)
_FIELDS = listed("교수 부교수 조교수 특임교수 초빙교수 석좌교수 명예교수 겸임교수 강사 전문의")
_MOST_PARTS = 2


def title_of(text: str) -> str:
    """The title in the words between a name and its organisation, or nothing: 대표이사(CEO)."""
    words = re.sub(r"\([^()]*\)", " ", text).split()
    if any(w in NOT_NOW for w in words):
        return ""
    last = len(words)
    while last and not ranks.is_rank(words[last - 1]):
        last -= 1
    first = last
    while first and ranks.is_rank(words[first - 1]):
        first -= 1
    if first == last or words[last - 1] in _NO_POST or last < len(words) - 1:
        return ""
    return " ".join(words[_part(words, first) : last]).removesuffix("님")


def _part(words: list[str], first: int) -> int:
    """Where the words for a part of the body begin that stand before a post."""
    if 0 < first <= _MOST_PARTS and words[first] in _FIELDS and not _foreign(words[:first]):
        return 0
    start = first
    while start and first - start < _MOST_PARTS and _PARTS.fullmatch(words[start - 1]):
        start -= 1
    return start


def _foreign(words: list[str]) -> bool:
    return any(word in _NOT_ITS_OWN for word in words)


def is_former(frame: Frame, at: int) -> bool:
    """Whether the noun at a place takes a title away: 전, 옛, 출신; 고 behind quoted words is none."""
    is_word = frame.tag(at)[:1] not in {"J", "E", "Q"}
    return is_word and (frame.form(at) in NOT_NOW or frame.form(at) == "출신")


def is_post(word: str) -> bool:
    """Whether a word is a post that somebody may be given."""
    return ranks.is_rank(word) and word not in _NO_POST
