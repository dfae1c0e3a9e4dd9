"""The words for posts and professions that stand by a name in Korean news."""

import re

from hwalja.mentions.reading import title_words
from hwalja.mentions.reading.wordlist import listed

_ADDRESS = ("씨", "군", "양", "님", "옹", "여사")
# 어촌계장, 비서관, 5단: posts by their ending alone.
_POST = re.compile(
    r"[가-힣A-Za-z0-9&·]{1,10}(?:장|비서관|보좌관|담당관|수사관|조사관|심의관)|\d{1,2}단"
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
    return bool(_POST.fullmatch(word)) and not word.endswith(title_words.PLACES)


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
