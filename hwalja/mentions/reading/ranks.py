"""The words for posts and professions that stand by a name in Korean news."""

import re

from hwalja.mentions.reading.wordlist import listed

_RANKS = (
    "최고경영자 최고재무책임자 최고운영책임자 최고기술책임자 최고책임자 책임자 공동대표 대표이사 원내대표 대표 상임고문 "
    "고문 사외이사 상임이사 전무이사 상무이사 이사장 이사 부사장 사장 부회장 명예회장 회장 부의장 의장 총재 부총재 부총장 "
    "총장 전무 상무 부대변인 대변인 당선인 당선자 예비후보 후보자 후보 의원 위원 비서관 행정관 보좌관 장관 차관 총리 "
    "부총리 대통령 부통령 수상 주석 서기장 국왕 왕세자 왕비 여왕 왕자 공주 교황 추기경 신부 목사 스님 대사 공사 영사 "
    "특사 특보 수석 검사 판사 대법관 재판관 변호사 변호인 법무관 교수 강사 교사 선생 선생님 연구원 연구위원 애널리스트 "
    "이코노미스트 분석가 전문가 컨설턴트 전략가 박사 감독 코치 선수 트레이너 심판 해설위원 단장 주장 배우 가수 아나운서 "
    "앵커 기자 피디 프로듀서 작가 소설가 시인 화가 작곡가 작사가 지휘자 피아니스트 바이올리니스트 무용가 안무가 평론가 "
    "비평가 셰프 디자이너 건축가 사진가 큐레이터 개발자 엔지니어 과학자 의사 간호사 약사 수의사 활동가 간사 사무국장 "
    "지사 군수 사령관 참모총장 대령 중령 소령 대위 중위 소위 대장 중장 소장 준장 총경 경정 경감 경위 순경 파트너 매니저 "
    "디렉터 창업자 설립자 창립자 공동창업자 공동설립자 대리 사원 과장 차장 부장 팀장 국장 실장 본부장 수장 청장 시장 "
    "구청장 도지사 원장 학장 교장 관장 센터장 위원장 조합장 협회장 지부장 서기 총무 감사 은행장 행장 지점장 "
    "대행 권한대행 직무대행 비상대책위원장 최고위원 정책위의장 사무총장 "
    "CEO CFO COO CTO CMO CIO CPO CSO PD MC DJ"
)
# Longest first, so that 대표이사 is not read as 이사.
RANKS = tuple(sorted(set(_RANKS.split()), key=len, reverse=True))
_ADDRESS = ("씨", "군", "양", "님", "옹", "여사")
_ALTERNATIVES = "|".join(map(re.escape, RANKS))
# 총괄부회장, 글로벌사업본부장: a rank may carry what it is over in front.
RANK = re.compile(
    rf"[가-힣A-Za-z0-9&]{{0,10}}?(?:{_ALTERNATIVES}|[가-힣]{{1,6}}[장관]|\d{{1,2}}단)$"
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
    return bool(RANK.fullmatch(word))


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
