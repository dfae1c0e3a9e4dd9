"""Titles that stand behind a name, and which of them tell one person from another."""

import re

# Held by thousands at once: agreeing on one of these says little.
GENERIC = frozenset(
    """
    후보 후보자 예비후보 의원 국회의원 시의원 도의원 구의원 대표 대표이사 회장 부회장 사장 부사장 이사 전무 상무 교수 부교수 조교수 기자 위원 위원장 부위원장 팀장
    부장 과장 실장 국장 본부장 센터장 소장 원장 부원장 이사장 변호사 의사 박사 연구원 대변인 감독 코치 선수 배우 가수 작가 시인 화가 판사 검사 변호인 씨 교사
    교장 대리 주임 차장 단장 간사 총무 사무총장 비서관 보좌관 행정관 수석 의장 부의장 당선인 당선자 지사장 지점장 연구위원 팀원 매니저 앵커 PD
    """.split()  # noqa: SIM905
)
_SPECIFIC = """
    대통령 부통령 총리 국무총리 부총리 장관 차관 청장 처장 총재 총장 시장 부시장 도지사 지사 구청장 군수 교육감 대사 영사 대법관 대법원장 재판관 재판장 부장판사
    부장검사 지검장 고검장 검찰총장 검사장 경찰청장 서장 사령관 참모총장 합참의장 최고경영자 최고기술책임자 최고재무책임자 최고운영책임자 CEO CTO CFO COO
    CIO 창업자 창업주 공동창업자 설립자 행장 은행장 지회장 주교 추기경 교황 신부 목사 스님 국왕 왕세자 여왕 왕 황제 주석 총서기 서기장 총통 수상 상원의원
    하원의원 하원의장 주지사 국무장관 국방장관 대변인실장 아나운서 소설가 방송인 개그맨 개그우먼 코미디언 모델 무용가 지휘자 피아니스트 바이올리니스트 성악가 작곡가
    작사가 프로듀서 영화감독 디자이너 건축가 조각가 사진가 평론가 만화가 웹툰작가 애널리스트 이코노미스트 컨설턴트 회계사 세무사 변리사 약사 간호사 수의사 원내대표
    당대표 최고위원 정책위의장 사무처장 비서실장 정책실장 안보실장 수석비서관 특보 특사 고문 명예회장 총괄회장 그룹장 법인장 공장장 총괄 책임자 수장 의장대행 전문의
    소방관 경감 경위 경사 경장 순경 총경 경정 소방장 대장 중장 소장 준장 대령 중령 소령 대위 중위 소위 상사 중사 하사 병장 상병 일병 이병 위원장대행 직무대행
    권한대행 총무원장 종정 교주 이장 통장 조합장 노조위원장 지부장 대행 연구소장 석좌교수 명예교수 겸임교수 학장 총학생회장 병원장 국가주석 당수 사무국장 편집국장
    논설위원 편집장 큐레이터 관장 무소속후보 상임위원 상임이사 사외이사 집행위원장 조직위원장 전당대회의장 의무총장 유튜버 인플루언서 학생 운동가 활동가
    """.split()  # noqa: SIM905
TITLES = GENERIC.union(_SPECIFIC)
# One post under two names.
_SAME = {
    "CEO": "최고경영자", "CTO": "최고기술책임자", "CFO": "최고재무책임자", "COO": "최고운영책임자",
    "국회의원": "의원", "도지사": "지사", "국무총리": "총리", "대표이사": "대표", "후보자": "후보",
    "예비후보": "후보", "은행장": "행장", "당선자": "당선인", "당대표": "대표", "창업주": "창업자",
    "공동창업자": "창업자", "설립자": "창업자", "수상": "총리", "국가주석": "주석",
}  # fmt: skip
# In front of a title, and part of no organisation.
BEFORE_TITLES = frozenset(
    """
    전 전직 현 현직 신임 前 現 고 故 이 그 초대 역대 임시 공동 명예 수석 선임 차기 대 겸 당시 부 총괄 각자 단독 제 新 새 현역 사내 유명 인기 신인 원로
    중견 같은 전임 후임 소속 출신 등 및 친
    """.split()  # noqa: SIM905
)
_LONGEST = sorted(TITLES, key=len, reverse=True)
_ENDING = re.compile(
    f"(?:전|前|부|공동|명예|수석)?(?P<title>{'|'.join(map(re.escape, _LONGEST))})$"
)
TITLE = "|".join(map(re.escape, _LONGEST))


def plain(title: str) -> str:
    """One name for one post: CEO and 최고경영자, 국회의원 and 의원."""
    return _SAME.get(title, title)


def at_end(word: str) -> str:
    """The title a word ends in or none: 법무부장관 → 장관."""
    found = _ENDING.search(word)
    return found["title"] if found else ""


def is_generic(title: str) -> bool:
    return title in GENERIC or plain(title) in GENERIC


def agree(said: str, known: str) -> bool:
    """Whether a title said is the one known, which may be longer: 장관 and 법무부 장관."""
    ends = at_end(known.replace(" ", "")) or known
    # Who was elected had stood.
    stood = plain(said) == "후보" and plain(ends) == "의원"
    return bool(said) and (plain(said) == plain(ends) or stood)
