"""What names of organisations end in, and which words before that name none in particular."""

from functools import lru_cache

from hwalja.mentions.reading.wordlist import listed

# By kind of body, so that 회사는, 병원은, 노조는 can be told to mean one of that kind.
COMPANY = listed(
    "건설 증권 투자증권 은행 저축은행 캐피탈 캐피털 자산운용 운용 투자자문 벤처스 인베스트먼트 파트너스 홀딩스 지주 금융지주 금융 "
    "그룹 생명 화재 손해보험 손보 생명보험 보험 카드 페이 전자 전기 전력 전선 반도체 디스플레이 배터리 화학 케미칼 정유 석유 가스 "
    "에너지 발전 중공업 조선 조선해양 자동차 모터스 모빌리티 철강 제철 금속 기계 로보틱스 로봇 항공 에어 에어로 에어라인 해운 상선 물류 "
    "택배 통운 로지스틱스 텔레콤 네트웍스 소프트 시스템 시스템즈 테크 테크놀로지 데이터 클라우드 게임즈 게임 엔터테인먼트 엔터 "
    "스튜디오 픽처스 필름 레코드 뮤직 식품 제과 제분 제당 유업 음료 주류 맥주 커피 베이커리 푸드 농산 수산 제약 바이오 바이오텍 "
    "파마 헬스케어 메디컬 메디칼 화장품 생활건강 코스메틱 패션 어패럴 섬유 방직 제지 펄프 가구 침대 타이어 유리 시멘트 레미콘 "
    "산업 산업개발 개발 상사 물산 무역 유통 리테일 마트 백화점 홈쇼핑 면세점 호텔 리조트 관광 여행 투어 렌터카 버스 운수 고속 발사체 "
    "출판사 서점 문고 책방 법무법인 회계법인 세무법인 특허법인 법률사무소 로펌 건축사사무소 매크로 애드 커뮤니케이션즈 급식 김치 "
    "공사 교통공사 도시공사 개발공사 관광공사 전력공사"
)
UNION = listed("노동조합 노조 총연맹 노총 지부 지회 하청노조 노동자회 기사연대")
HOSPITAL = listed("병원 의료원 의원 한의원 치과 요양병원 대학병원 보건소 요양원 클리닉")
SCHOOL = listed(
    "대 여대 교대 대학 대학교 대학원 과학기술원 과기원 초등학교 중학교 고등학교 여고 고교 학교 학원 유치원 어린이집 로스쿨 등산학교"
)
COURT = listed(
    "지법 고법 지방법원 고등법원 대법원 법원 헌법재판소 헌재 가정법원 행정법원 회생법원 특허법원"
)
STATE = listed(
    "시 군 구 시청 군청 구청 도청 시의회 군의회 구의회 도의회 의회 교육청 교육지원청 경찰청 경찰서 지방청 소방서 소방본부 지검 지청 고검 "
    "대검 검찰청 세무서 국세청 관세청 기상청 기상지청 환경청 산림청 해경 해양경찰서 출입국사무소 노동청 노동지청 보훈지청 우체국 "
    "위원회 대책위원회 진흥원 공단 시설공단 개발원 평가원 정보원 교육원 연수원 보건환경연구원 보건복지부 처 부 본부"
)
INSTITUTE = listed(
    "연구원 연구소 연구센터 기술원 정책연구원 정책연구소 경제연구원 경제연구소 전략연구원 센터 박물관 미술관 도서관 과학관 문학관 기념관 "
    "문화원 문화회관 갤러리 극장 수련원 보육원 쉼터 보호소 복지관 수목원 식물원 동물원 천문대 관측소 홀 아트센터"
)
GROUP = listed(
    "협회 협의회 학회 의사회 약사회 간호사회 변호사회 변호사단체 상인회 주민회 주민자치회 부녀회 동문회 총동문회 동창회 향우회 후원회 "
    "산악회 기념사업회 보존회 진흥회 대책위 추진위 비대위 운동본부 시민연대 연대 포럼 모임 행동 재단 문화재단 장학재단 복지재단 조합 "
    "협동조합 연맹 연합 연합회 네트워크 유니온 공동체 봉사단 구조대 학부모회 입주자대표회의 가족회 유족회 농협 수협 축협 신협 산림조합 "
    "농민회 어촌계 교회 성당 수도회 교구 조계종 총무원 마을 농장 목장 클럽"
)
TROUPE = listed(
    "극단 악단 교향악단 오케스트라 필하모닉 합창단 무용단 발레단 오페라단 밴드 챔버 앙상블 국악단 사물놀이단 서커스단"
)
PARTY = listed("당")
TEAM = listed("구단 유나이티드 시티 이글스 베어스 타이거즈 라이온즈 화이츠 블루스 스타즈 호크스")
KINDS = {
    "company": COMPANY, "union": UNION, "hospital": HOSPITAL, "school": SCHOOL, "court": COURT, "state": STATE,
    "institute": INSTITUTE, "group": GROUP, "troupe": TROUPE, "party": PARTY, "team": TEAM,
}  # fmt: skip
# What a body may be called once it is named, and the kinds it is then looked for among.
CALLED = {
    "회사": "company", "업체": "company", "기업": "company", "사측": "company", "본사": "company", "소속사": "company",
    "기획사": "company", "제작사": "company", "제조사": "company", "운영사": "company", "운용사": "company", "출판사": "company",
    "음반사": "company", "배급사": "company", "항공사": "company", "건설사": "company", "시공사": "company", "제약사": "company",
    "증권사": "company", "보험사": "company", "카드사": "company", "통신사": "company", "게임사": "company", "유통사": "company",
    "스타트업": "company", "은행": "company", "구단": "team", "팀": "team", "클럽": "team", "노조": "union", "노동조합": "union",
    "병원": "hospital", "의료원": "hospital", "의원": "hospital", "학교": "school", "대학": "school", "대학교": "school",
    "학원": "school", "단체": "group", "모임": "group", "협회": "group", "기관": "institute", "연구소": "institute",
    "연구원": "institute", "센터": "institute", "밴드": "troupe", "극단": "troupe", "정당": "party", "당": "party",
    "시": "state", "군": "state", "구": "state", "도": "state", "시청": "state", "군청": "state", "구청": "state",
    "도청": "state",
}  # fmt: skip
_HEADS = frozenset[str]().union(*KINDS.values())
_SHORT = listed("대 시 군 구 당 처 부 홀")
_MOST = max(map(len, _HEADS))
# Before a head they make a kind of body, not one of them: 시민단체, 지방법원, 초등학교.
GENERIC = listed(
    "시민 환경 소비자 노동 여성 인권 종교 경제 학부모 교원 보수 진보 지역 민간 국책 공공 국내 해외 외국 외국계 글로벌 대형 중소 중견 "
    "시중 지방 저축 인터넷 투자 자산 신용 신용평가 협력 하청 원청 관련 해당 계열 경쟁 상장 비상장 벤처 국립 공립 사립 시립 도립 군립 구립 "
    "초등 중등 고등 종합 상급 거점 전문 요양 정신 동물 응급 특수 대학 학생 총학생 사내 산하 상급 하급 일부 다른 여러 각 모 본 타 전 현 "
    "전국 중앙 특별 연합 합동 공동 임시 비상 대책 심의 심사 윤리 인사 운영 집행 상임 소 분과 예산 법제 국회 정부 기업 금융 국제 생명 "
    "건강 문화 예술 체육 과학 기술 교육 복지 청소년 노인 장애인 아동 어린이 가족 동네 이웃 마을 아파트 주민 상인 농민 어민 국민 "
    "전자 자동차 반도체 화학 건설 조선 항공 해운 물류 유통 식품 제약 바이오 게임 통신 에너지 석유 전기 배터리 커피 여행 호텔 출판 음반 "
    "영화 방송 광고 보험 카드 증권 은행 부동산 보안 온라인 모바일 인공지능 로봇 우주 방산 화장품 패션 가구 침대 김치 급식 피해자 유가족 "
    "교수 교사 학부모회 학생회 의사 간호사 약사 변호사 기자 작가 배우 감독 선수 노동자 근로자 직원 사원 조합원 이사 임원 경영자 시민사회 여직원 "
    "남직원 전임교수 강사 시간강사 연구자 과학자 예술인 체육인 언론인 방송인 문인 미술인 음악인 영화인 출판인 인쇄인 상인연합 총 "
    "대학교 의과 법과 교통 주거 도시 농촌 평화 통일 북한 중국 미국 일본 유럽 한국 서울 부산 대전 대구 광주 인천 울산 세종 첫 새 이 그"
)


# Heads that are things or stuff by themselves: 침대는, 커피는.
_STUFF = listed(
    "증권 금융 그룹 생명 화재 보험 카드 페이 전자 전기 전력 전선 반도체 디스플레이 배터리 화학 석유 가스 에너지 발전 조선 자동차 모빌리티 철강 금속 "
    "기계 로봇 항공 해운 물류 데이터 클라우드 게임 필름 뮤직 식품 음료 주류 맥주 커피 베이커리 푸드 수산 바이오 화장품 생활건강 패션 섬유 제지 펄프 가구 "
    "침대 타이어 유리 시멘트 산업 개발 무역 유통 관광 여행 투어 렌터카 버스 운수 고속 발사체 매크로 애드 급식 김치 행동 연대 연합 홀 농장 목장 "
    "네트워크 포럼 대 처 부 시티 지부 지회 의원"
)


def is_body_noun(word: str) -> bool:
    """Whether a word alone may mean a body that was named before: 회사, 재단, 시의회."""
    return word in CALLED or (word in _HEADS and word not in _STUFF) or word == "연대"


@lru_cache(maxsize=50_000)
def head(word: str) -> str:
    """The longest head that a word ends in and is longer than, or nothing: 온샘증권 → 증권."""
    for length in range(min(len(word) - 1, _MOST), 0, -1):
        if word[-length:] in _HEADS:
            return word[-length:]
    return ""


def is_body(word: str) -> bool:
    """Whether a word is one body's name by its ending: 온샘증권, 나래대; not 시중은행, 시대."""
    ending = head(word)
    if not ending or word in _HEADS:
        return False
    rest = word[: -len(ending)]
    least = 1 if len(ending) > 2 else 2
    return len(rest) >= least and rest not in GENERIC and ending not in _SHORT


def kinds(name: str) -> frozenset[str]:
    """The kinds of body that a name's ending tells; none where it tells nothing."""
    last = name.split()[-1]
    ending = last if last in _HEADS else head(last)
    return frozenset(kind for kind, heads in KINDS.items() if ending in heads)
