"""Organisations that no directory has: by their ending, and by where they stand."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hwalja.mentions.reading import media
from hwalja.mentions.reading.name_words import NOT_NAMES
from hwalja.mentions.reading.newcomers.words import Word
from hwalja.mentions.reading.organisation_words import GENERIC, head, is_body, is_body_noun
from hwalja.mentions.reading.places import parts
from hwalja.mentions.reading.title_words import at_end

# What stands behind the name of a body and of nothing else.
_OFFICES = frozenset(
    [
        "측",
        "관계자",
        "대변인",
        "공보실",
        "홍보실",
        "홍보팀",
        "대변인실",
        "노조",
        "노동조합",
        "임직원",
        "경영진",
        "직원",
        "상담사",
    ]
)
# They stand in front of a name and are part of it: 법무법인 두메.
_FORMS = frozenset(
    [
        "법무법인",
        "회계법인",
        "세무법인",
        "특허법인",
        "극단",
        "주식회사",
        "사단법인",
        "재단법인",
        "학교법인",
        "의료법인",
    ]
)
# What kind of body it is, in front of its name: 벤처캐피탈 나래캐피탈은.
_KINDS = frozenset(
    """
    벤처캐피탈 벤처캐피털 사모펀드 헤지펀드 투자회사 투자은행 증권사 건설사 제약사 항공사 통신사 출판사 음반사 제작사 배급사 유통사 게임사 카드사 보험사 은행
    자산운용사 운용사 신용평가사 시장조사업체 조사업체 컨설팅업체 스타트업 기업 업체 회사 대기업 중견기업 중소기업 협력사 협력업체 자회사 모회사 계열사 시민단체
    환경단체 소비자단체 인권단체 노동단체 여성단체 장애인단체 동물단체 구호단체 국제기구 비영리단체 단체 연구기관 싱크탱크 재단 로펌 병원 대학 학회 협회 노조
    구단 소속사 기획사 매니지먼트 플랫폼 포털
    """.split()  # noqa: SIM905
)
_SUBJECT = frozenset(["은", "는", "이", "가", "도", "측은", "측이"])


def name(word: Word) -> str:
    """The body that a word names, without its particle, if it names one."""
    noun = word.noun
    if len(noun) < 3 or not _may_be(noun):
        return ""
    return noun if is_body(noun) or _is_unheard(word, noun) else ""


def _may_be(noun: str) -> bool:
    return not (
        noun in NOT_NAMES
        or noun in GENERIC
        or parts(noun)
        or at_end(noun)
        or noun.endswith(
            ("들", "씨", "님", "때", "뒤", "후", "전", "적", "등", "점", "공장", "현장")
        )
        or media.is_medium(noun)
    )


def _is_unheard(word: Word, noun: str) -> bool:
    """A word that the analyser does not know, or that begins with a name it knows: 나래대, 나래시."""
    first = word.tokens[0]
    if first.is_new and first.form == noun:
        return True
    is_named = first.is_new or first.tag == "NNP"
    return is_named and bool(head(noun)) and len(first.form) > 1


def in_titles(between: Sequence[Word]) -> Iterator[Word]:
    """Of the words between a name and its title the first, if it is a body."""
    for word in between[:1]:
        if name(word):
            yield word


def of_two(between: Sequence[Word]) -> tuple[Word, Word] | None:
    """토리노 금속노조 지부장: a name the analyser does not know in front of a kind of body."""
    if len(between) < 2:
        return None
    first, second = between[0], between[1]
    is_new = first.tokens[0].is_new or first.tokens[0].tag == "NNP"
    if not is_new or parts(first.text) or is_body(first.text) or first.text in GENERIC:
        return None
    ending = second.text if is_body_noun(second.text) else head(second.text)
    return (first, second) if len(ending) > 1 and not at_end(second.text) else None


def formed(text: str, words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """법무법인 두메: the form in front is part of the name."""
    for first, second in pairwise(words):
        if first.text in _FORMS and text[first.end : second.start] == " " and not second.title:
            yield first, second


def speaking(words: Sequence[Word]) -> Iterator[Word]:
    """Words that stand where a body speaks: 나래건설은, 나래건설 측은, 나래건설 관계자는."""
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else None
        has_office = word.is_bare and following is not None and following.noun in _OFFICES
        is_subject = word.particle in _SUBJECT and len(word.noun) > 3
        is_alone = at == 0 or not words[at - 1].is_bare or words[at - 1].noun in _KINDS
        if (has_office or is_subject) and is_alone and name(word):
            yield word
