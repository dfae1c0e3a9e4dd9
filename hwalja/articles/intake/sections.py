"""The line that says which section a page belongs to."""

import re

from hwalja.hangul.normalise import collapse

# Crumbs that every page has and which name no section.
_GENERIC = re.compile(
    r"^(?:홈|home|main|메인|전체|뉴스|news|전체\s?기사|기사|기사\s?본문|본문|현재\s?위치|위치|섹션|분류|카테고리|category|section|"
    r"뉴스\s?홈|기사\s?보기|article)$",
    re.I,
)
_LABEL = re.compile(r"^(?:섹션|분류|카테고리|현재\s?위치|category|section)\s?[:：]\s?", re.I)
_WORDS = re.compile(
    r"^(?:(?:전국|국내|해외|세계|글로벌|종합|서울|지역|생활)?(?:정치|경제|사회|산업|금융|증권|국제|문화|스포츠|연예|과학|기술|부동산|"
    r"기업|오피니언|사설|칼럼|지역|전국|생활|건강|의료|교육|환경|노동|법조|법원|검찰|외교|국방|북한|통일|행정|국회|청와대|대통령실|"
    r"시황|주식|채권|외환|은행|보험|카드|재테크|유통|소비자|자동차|전자|반도체|통신|게임|인터넷|콘텐츠|바이오|제약|화학|에너지|중공업|"
    r"건설|조선|항공|물류|중소기업|벤처|스타트업|창업|인사|부고|인물|사람|사람들|동정|인터뷰|기획|특집|연재|여행|레저|책|출판|공연|전시|"
    r"미술|음악|영화|방송|종교|학술|야구|축구|골프|농구|배구|바둑|날씨|사건|사고|복지|인권|농업|농수산|식품|패션|뷰티|라이프|라이프스타일|"
    r"피플|이슈|세계|미국|중국|일본|아시아|유럽|중동|수도권|경기|인천|강원|충청|호남|영남|제주|테크|모바일|보안|우주|ICT|IT|AI|ESG|TV|CEO)"
    r"(?:[·/&과와]?(?:일반|종합|정책|과학|기술|산업|기업|경제|금융|증권|사회|문화|생활|건강|의료|교육|환경|노동|콘텐츠|게임|인터넷|"
    r"레저|여행|연예|스포츠|방송|바이오|제약|IT|ICT|AI|과학기술|중견|재계|시장|국방|외교|부동산|건설|투자|재테크|행정|제도|복지|여성|부고|인사|동정|"
    r"연구|현장|논단|시론|사설|칼럼|기고|뉴스|정보통신|통신|전자|에너지|조선|화학|유통|물류|보험|카드|은행)){0,4})$",
    re.I,
)
_SPLIT = re.compile(r"\s*(?:[>›»＞〉▶→]|&gt;|\t|\s\|\s|\s{2,}|\s[·/<-]\s)\s*")
_SURE = re.compile(r"[>›»＞〉]")
_LONGEST_PART = 20
# "<p>" in a headline about the web is no crumb's mark.
_NAMED_TAG = re.compile(r"<[a-z][a-z0-9]{0,9}>", re.I)


def is_word(text: str) -> bool:
    """Whether a word is a usual section name or made of such names."""
    return bool(_WORDS.match(text.strip()))


def is_menu(text: str) -> bool:
    """Whether a line is a paper's menu: four words or more, hardly any but names of sections."""
    words = re.split(r"[\s|]+", text.strip())
    named = sum(1 for word in words if _names_all(word))
    return (
        len(words) >= 4 and named >= 0.6 * len(words) and not re.search('[“”"‘’…,.<>›»＞〉]', text)
    )


def _names_all(word: str) -> bool:
    """Whether a word of a menu names sections ("생활/문화") or what every page has ("홈")."""
    parts = [part for part in word.rstrip("+").split("/") if part]
    return bool(parts) and all(is_word(part) or _GENERIC.match(part) for part in parts)


def read(raw: str, beside_headline: bool = False) -> list[str] | None:
    """One or two section names on a line, or None; inner spacing must be kept.

    Beside a headline an unknown name is believed where it is one of two set apart.
    """
    if _NAMED_TAG.search(raw):
        return None
    parts = _parts(raw)
    if not 1 <= len(parts) <= 3 or any(len(part) > _LONGEST_PART for part in parts):
        return None
    known = any(map(is_word, parts))
    if len(parts) == 2 and all(map(is_word, parts)):
        return parts
    apart = bool(_SPLIT.search(raw.strip())) and not re.search(r"[.?!…]", raw)
    if _SURE.search(raw) or _LABEL.match(raw.strip()) or (known and (apart or len(parts) == 1)):
        return parts[:2]
    return parts[:2] if beside_headline and apart and len(parts) == 2 else None


def _parts(raw: str) -> list[str]:
    text = _LABEL.sub("", raw.strip()).strip("[]〈〉<>()【】|")
    if len(text) > 80:
        return []
    parts = [collapse(part).strip("-•") for part in _SPLIT.split(text)]
    if len(parts) == 1 and len(text.split()) == 2 and all(map(is_word, text.split())):
        parts = text.split()
    return [part for part in dict.fromkeys(parts) if part and not _GENERIC.match(part)]
