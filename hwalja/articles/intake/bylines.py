"""Reporters as they stand on a page: above the story, in its dateline and at its end."""

import re
from collections.abc import Iterable

from hwalja.articles.intake.record import Byline

EMAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,20}){1,3}"
)
TITLE = (
    r"(?:(?:선임|수습|인턴|객원|전문|시민|사진|영상|대학생|명예|의학|과학|문화|군사|법조|종교|환경|북한|여행|부동산|"
    r"경제|정치|산업|금융|증권|스포츠|국제|글로벌|디지털|수석|책임|부장|차장|온라인|칼럼|편집|미술|그래픽|취재|대|팀장){0,2}기자|"
    r"(?:순회\s?)?(?:특파원|통신원)|(?:수석\s?)?논설(?:위원|실장|고문|주간)|편집(?:위원|국장|인|장)|해설위원|"
    r"(?:선임\s?)?(?:에디터|칼럼니스트)|리포터|앵커|아나운서|(?<=\s)PD|(?<=[가-힣])PD|피디|"
    r"(?:정치|경제|사회|산업|국제|문화|체육|금융|증권|편집|디지털)?부장|평론가|연구위원|교수|변호사|소설가|시인)"
)
_DESK = r"(?:[가-힣A-Z·]{1,8}(?:부|팀|국|센터|본부|전문|담당))"
_NAME = r"(?:[가-힣]{2,4}?|[A-Z][A-Za-z.'’-]{1,20}(?: [A-Z][A-Za-z.'’-]{0,20}){1,2})"
_JOIN = r"(?:\s?[·ㆍ・,/&•]\s?|\s)"
_GROUP = re.compile(
    rf"(?<![가-힣A-Za-z])(?P<names>{_NAME}(?:{_JOIN}{_NAME}){{0,5}})\s?"
    rf"(?:\({{0,1}}{_DESK}\)?\s?)?(?P<title>{TITLE})(?![가-힣A-Za-z](?<!\sP))"
)
_BY = re.compile(rf"(?<![A-Za-z])[Bb][Yy]\s*[.:|]?\s*(?P<names>{_NAME}(?:{_JOIN}{_NAME}){{0,3}})")
# A name alone, by virtue of the mail behind it.
_MAILED = re.compile(
    rf"(?:^|(?<=[|·,/]\s)|(?<=[|·,/]))\s?(?P<names>[가-힣]{{2,4}})\s?[(<|]?\s?(?={EMAIL.pattern})"
)
PLACES = frozenset(
    """
    서울 부산 대구 인천 광주 대전 울산 세종 수원 제주 성남 용인 고양 창원 청주 전주 천안 춘천 원주 강릉 포항 경주 구미 안동 여수 순천 목포 군산
    익산 안산 안양 평택 파주 김포 경기 강원 충북 충남 전북 전남 경북 경남 과천 의정부 워싱턴 뉴욕 도쿄 베이징 상하이 홍콩 런던 파리 베를린 모스크바
    하노이 두바이 실리콘밸리 라스베이거스 로스앤젤레스 싱가포르 방콕 뉴델리 브뤼셀 제네바 카이로
    """.split()  # noqa: SIM905  (a paragraph of words reads better than forty quotes)
)
# Labels, pronouns and outlets that stand where a name might.
_NO_NAME = PLACES | frozenset(
    """
    기자 기자명 사진 영상 그래픽 글 글사진 편집 취재 정리 인턴 선임 수습 객원 전문 담당 본지 현장 특별 취재팀 메일 이메일 문의 광고 독자 편집국 그는 그가 저는 나는 우리 기사 입력
    등록 승인 작성자 작성 제보 구독 동료 한국 다른 일부 여러 신문 방송 언론 남성 여성 시민 사회 정치 경제 산업 문화 국제 연합뉴스 뉴시스 뉴스 통신
    온라인 디지털 데일리 미디어 일보 부장 차장 팀장 대표
    """.split()  # noqa: SIM905  (a paragraph of words reads better than forty quotes)
)
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추"
    "도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온범팽승간상시갈"
    "나라계좌옹남궁황보제갈선우독고사공서문".replace(" ", "")
)
_TWO_SYLLABLE_SURNAMES = frozenset(
    ["남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방", "어금", "망절"]
)
_NO_NAME_END = re.compile(
    r"(?:신문|일보|뉴스|방송|통신|경제|미디어|투데이|타임스|타임즈|포스트|닷컴|데일리|저널|헤럴드|취재팀|특별시|대|대학|대학교|대학원|연구원|연구소|법률)$|(?:부|팀)$(?<=..[부팀])"
)


def find(text: str) -> list[Byline]:
    """Every reporter named with a title on a line, in order, with the mail that follows."""
    groups = [*_GROUP.finditer(text)] or [*_BY.finditer(text)] or [*_MAILED.finditer(text)]
    found: list[Byline] = []
    edges = [group.start() for group in groups[1:]] + [len(text)]
    for group, edge in zip(groups, edges, strict=False):
        mails = EMAIL.findall(text[group.end() : edge])
        if not found and not mails:
            mails = EMAIL.findall(text[: group.start()])
        names = _names(group["names"])
        found += [
            Byline(name, mails[n] if n < len(mails) else None) for n, name in enumerate(names)
        ]
    return found


def _names(text: str) -> list[str]:
    """The names of a group; "속초 홍길동" is a place and a name, "김건·홍길동" two names."""
    if re.match("[A-Z]", text):
        return [part for part in re.split(r"\s?[·ㆍ・,/&•]\s?", text) if part]
    parts = [part for part in re.split(r"[\s·ㆍ・,/&•]+", text) if part and not _is_other(part)]
    # What stands before a name with only a space between may be a place or an outlet.
    first = re.match(r"([가-힣]{2,4})\s+[가-힣]{2}", text)
    if len(parts) > 1 and first and first[1] == parts[0] and not _fits_before(parts):
        parts = parts[1:]
    surnames = [part for part in parts if part[0] in _SURNAMES]
    return surnames or parts[-1:]


def _fits_before(parts: list[str]) -> bool:
    """Whether the first word is a name: of three syllables, or with a surname of two."""
    first, second = parts[:2]
    if len(first) == 4:
        return first[:2] in _TWO_SYLLABLE_SURNAMES or len(second) == 4
    return len(first) == 3 or len(second) == 2


def _is_other(word: str) -> bool:
    """Whether a word where a name might stand is none: a place, a label, an outlet or a desk."""
    return word in _NO_NAME or bool(_NO_NAME_END.search(word))


def remove(text: str) -> str:
    """The line without its reporters and mails, to see what else it says."""
    text = EMAIL.sub(" ", _MAILED.sub(_keep_no_names, text))
    return _BY.sub(" ", _GROUP.sub(_keep_no_names, text))


def _keep_no_names(group: re.Match[str]) -> str:
    return " " if _names(group["names"]) else group[0]


def merge(groups: Iterable[list[Byline]]) -> list[Byline]:
    """One list of reporters from several places; the first mail told for a name is kept."""
    mails: dict[str, str | None] = {}
    for byline in (one for group in groups for one in group):
        mails[byline.name] = mails.get(byline.name) or byline.email
    return [Byline(name, mail) for name, mail in mails.items()]


def lend_mail(reporters: list[Byline], mails: list[str]) -> list[Byline]:
    """Give mails that stood on lines of their own to the reporters without one, in order."""
    known = {one.email for one in reporters}
    spare = iter(mail for mail in dict.fromkeys(mails) if mail not in known)
    return [one if one.email else Byline(one.name, next(spare, None)) for one in reporters]
