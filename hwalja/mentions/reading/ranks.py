"""The words for posts and professions that stand by a name in Korean news."""

import re

from hwalja.mentions.reading import title_words
from hwalja.mentions.reading.wordlist import listed

_ADDRESS = ("씨", "군", "양", "님", "옹", "여사")
# 어촌계장, 비서관, 5단: posts by their ending alone.
_POST = re.compile(r"[가-힣A-Za-z0-9&·]{1,10}(?:장|[가-힣]{2}관)|\d{1,2}단")
# Words in -관 that are houses, views or relations.
_HOUSES = (
    "박물관",
    "미술관",
    "도서관",
    "체육관",
    "영화관",
    "대사관",
    "영사관",
    "회관",
    "기관",
    "여관",
    "세관",
    "공관",
    "별관",
    "본관",
    "신관",
    "상영관",
    "전시관",
    "과학관",
    "문학관",
    "기념관",
    "체험관",
    "수족관",
    "생태관",
    "가치관",
    "세계관",
    "역사관",
    "인생관",
    "연관",
    "유관",
    "무관",
    "상관",
    "직관",
    "주관",
    "객관",
    "습관",
    "혈관",
    "배관",
    "수도관",
    "가스관",
    "송유관",
    "경관",
    "미관",
    "외관",
    "장관",
    "정관",
    "예식관",
    "복지관",
    "문화관",
    "유치관",
    "공연관",
    "국악관",
    "음악관",
    "쇼룸관",
    "개관",
    "폐관",
    "보관",
    "이관",
    "수관",
)
_FOREIGN = re.compile(
    r"(?:CEO|CFO|COO|CTO|CMO|CIO|CPO|CSO|CDO|CISO|CRO|VP|PD|MC|DJ|PB|PM|MD|CP|AE)"
)
# Whose words they are is not the one the phrase names: 한서윤 대표 측, 도지안 의원 보좌관.
_OTHERS = re.compile(
    r"(?:측|측근|쪽|관계자|변호인|변호인단|대리인|법률대리인|부인|남편|아내|아들|딸|부친|모친|아버지|어머니|"
    r"가족|유족|형|동생|소속사|매니저|비서|비서실|팬|팬들|지지자|지지자들|캠프|의원실|일행|부부|후원회|재단|"
    r"노조|경영진|임직원|직원|등|들|보좌진|선거캠프|지인|동료|제자|후배|선배|전부인|대변인실|형제|자매|일가)$"
)
_AIDES = listed("보좌관 비서관 대변인 변호인 변호사 비서 특보 매니저 대리인 비서실장 코치 트레이너")
_QUALIFIERS = listed("수석 원내 선임 상근 상임 공동 총괄 책임 전담 담당 특별 정책 법무 대표")


def is_rank(word: str) -> bool:
    """Whether a word ends in a post or profession (대표이사, 사업본부장, CEO)."""
    if title_words.at_end(word) or word in {"대행", "직무대행", "권한대행"}:
        return True
    if _FOREIGN.fullmatch(word):
        return True
    return bool(_POST.fullmatch(word)) and not word.endswith((*title_words.PLACES, *_HOUSES))


def is_tail(text: str) -> bool:
    """Whether what stands between a person's name and the particle still means that person."""
    bare = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text)
    words = bare.split()
    if not words or (len(words) == 1 and words[0] in _ADDRESS):
        return True
    if any(_OTHERS.fullmatch(word) for word in words) or words[-1].endswith("들"):
        return False
    last = words[-1].removesuffix("님") or words[-1]
    if words[-1] in _ADDRESS:
        last = words[-2]
    if last in _AIDES and any(is_rank(w) and w not in _QUALIFIERS for w in words[:-1]):
        return False
    return is_rank(last) or last in {"본인", "자신"}
