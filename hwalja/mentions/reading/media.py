"""News media: a list of the known ones and the shapes that Korean names of media have."""

import re

from hwalja.mentions.reading.edges import ends_well
from hwalja.mentions.reading.wordlist import listed

_KNOWN = (
    "블룸버그 블룸버그통신 로이터 로이터통신 CNBC CNN BBC NBC CBS ABC PBS NPR MSNBC AP AP통신 AFP AFP통신 UPI "
    "DPA dpa통신 EFE 안사통신 타스 타스통신 인테르팍스 스푸트니크 리아노보스티 신화통신 신화사 교도통신 NHK "
    "월스트리트저널 뉴욕타임스 뉴욕타임즈 워싱턴포스트 파이낸셜타임스 파이낸셜타임즈 가디언 더타임스 타임스 텔레그래프 "
    "인디펜던트 이코노미스트 포브스 포천 타임 뉴스위크 폴리티코 악시오스 더힐 더버지 와이어드 테크크런치 "
    "디인포메이션 비즈니스인사이더 배런스 마켓워치 USA투데이 LA타임스 로스앤젤레스타임스 보스턴글로브 "
    "시카고트리뷴 블룸버그TV 폭스뉴스 폭스비즈니스 스카이뉴스 스카이스포츠 유로뉴스 알자지라 르몽드 르피가로 슈피겔 "
    "빌트 디벨트 한델스블라트 엘파이스 마르카 레퀴프 가제타 디애슬레틱 ESPN 니혼게이자이신문 닛케이 닛케이아시아 "
    "요미우리신문 아사히신문 마이니치신문 산케이신문 도쿄신문 인민일보 환구시보 글로벌타임스 차이나데일리 차이신 "
    "사우스차이나모닝포스트 SCMP 디지타임스 연합보 자유시보 타이베이타임스 스트레이츠타임스 "
    "더타임스오브인디아 하레츠 예루살렘포스트 버라이어티 할리우드리포터 데드라인 빌보드 롤링스톤 FT WSJ NYT WP "
    "연합뉴스 연합뉴스TV 뉴시스 뉴스1 조선일보 중앙일보 동아일보 한겨레 한겨레신문 경향신문 한국일보 국민일보 "
    "서울신문 세계일보 문화일보 매일경제 한국경제 서울경제 머니투데이 이데일리 아시아경제 헤럴드경제 파이낸셜뉴스 "
    "전자신문 디지털타임스 비즈니스포스트 조선비즈 블로터 지디넷코리아 오마이뉴스 프레시안 노컷뉴스 시사인 시사저널 "
    "주간조선 신동아 월간조선 미디어오늘 뉴스타파 더팩트 쿠키뉴스 스포츠조선 스포츠서울 스포츠동아 일간스포츠 "
    "스포츠경향 OSEN 엑스포츠뉴스 스타뉴스 디스패치 마이데일리 텐아시아 KBS MBC SBS JTBC TV조선 채널A MBN YTN EBS "
    "TBS CBS BBS 매일신문 부산일보 국제신문 노동신문 조선중앙통신 조선중앙TV 미국의소리 자유아시아방송 VOA RFA "
    "OBS 타임지 네이처 사이언스 더선 데일리메일 데일리미러 풋볼런던 골닷컴"
)
KNOWN = frozenset(_KNOWN.split())
# 타스, 가디언: known, and no other word; 타임, 한겨레: only with what shows a medium.
_SHAPE = r"[가-힣A-Za-z]{1,12}(?:일보|신문|통신|방송|타임스|타임즈|저널|포스트|데일리|뉴스|경제TV|매거진|헤럴드|가제트)"
_LONGEST = sorted(KNOWN, key=len, reverse=True)
_ENDING = re.compile(
    "(?=(?:타임스|타임즈|저널|포스트|통신|신문|방송|뉴스|TV|데일리|비즈니스|아시아)$)"
)
_COUNTRY = re.compile(
    r"^(?:미국|영국|일본|중국|프랑스|독일|러시아|대만|홍콩|캐나다|호주|인도|미|영|일|중)\s"
)


def _pattern(name: str) -> str:
    """뉴욕타임스 is printed 뉴욕 타임스 too."""
    head, *tail = _ENDING.split(name) if len(name) > 3 else [name]
    return re.escape(head) + (r"\s?" + re.escape(tail[0]) if head and tail else "")


NAME = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?:" + "|".join(map(_pattern, _LONGEST)) + "|" + _SHAPE + r")"
    r"(?:\s?\([A-Za-z0-9 ·,]{2,30}\))?"
)
_NOT_MEDIA = listed(
    "이동통신 정보통신 데이터통신 신문 일보 방송 통신 뉴스 생방송 본방송 첫방송 인터넷방송 무선통신 위성통신 "
    "공영방송 국영방송 민영방송 관영매체 국영통신 관영통신 케이블방송 공중파방송 종합일간신문 지상파방송 가짜뉴스 라디오방송 개인방송 재방송 일간신문 경제신문"
)


def is_medium(name: str) -> bool:
    """Whether a whole name is one of a news medium."""
    bare = re.sub(r"\s?\(.*?\)|\s", "", _COUNTRY.sub("", name))
    return bare in KNOWN or (bare not in _NOT_MEDIA and bool(re.fullmatch(_SHAPE, bare)))


def names(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Media named in text[start:end]: start, end (a bracket behind it included), bare name."""
    found = []
    for match in NAME.finditer(text, start, end):
        bare = re.sub(r"\s?\(.*\)$", "", match.group())
        if bare not in _NOT_MEDIA and ends_well(text, match.end()):
            found.append((match.start(), match.end(), bare))
    return found
