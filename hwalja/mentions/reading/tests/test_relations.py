"""Relations that a sentence states between two names, and those it does not state."""

import pytest

from hwalja.mentions.reading.relations import relations
from hwalja.mentions.reading.tests.marked import marked

A, B, F, G = (
    "[[한서윤]]",
    "[[윤도현]]",
    "[[강은전자|organisation]]",
    "[[가람화학|organisation]]",
)
STATED = [
    (
        f"{A}과 {B}은 2016년 {F}를 공동 설립했다.",
        ("한서윤", "윤도현", "공동 설립", "강은전자", "2016"),
    ),
    (f"{A} 대표는 2009년 3월 {F}를 설립했다.", ("한서윤", "강은전자", "설립", "", "2009-03")),
    (f"{F}를 창업한 {A}은 떠났다.", ("한서윤", "강은전자", "설립", "", "")),
    (f"{F}는 2020년 {G}을 인수했다.", ("강은전자", "가람화학", "인수", "", "2020")),
    (f"{F}는 {G}에 300억 원을 투자했다.", ("강은전자", "가람화학", "투자", "", "")),
    (f"{A} 대표는 2018년 {F}를 떠났다.", ("한서윤", "강은전자", "퇴사", "", "2018")),
    (f"{A} 회장은 {B}을 {F} 대표로 임명했다.", ("한서윤", "윤도현", "임명", "", "")),
    (f"{F}는 {G}을 상대로 소송을 제기했다.", ("강은전자", "가람화학", "소송", "", "")),
    (f"{A}은 {B}을 고소했다.", ("한서윤", "윤도현", "고소·고발", "", "")),
    (f"{F}와 {G}은 분쟁을 끝내기로 합의했다.", ("강은전자", "가람화학", "합의", "", "")),
    (f"{F}는 {G}과 업무협약을 체결했다.", ("강은전자", "가람화학", "협력", "", "")),
    (f"{A}의 아들 {B}은 웃었다.", ("한서윤", "윤도현", "가족", "", "")),
    (f"{B}은 {A}의 동생이다.", ("한서윤", "윤도현", "가족", "", "")),
    (f"{A}의 라이벌인 {B}은 웃었다.", ("한서윤", "윤도현", "경쟁", "", "")),
    (f"{F}와 {G}은 배터리 시장에서 경쟁하고 있다.", ("강은전자", "가람화학", "경쟁", "", "")),
    (f"과거 {F}에서 일하던 {A} 대표가 왔다.", ("한서윤", "강은전자", "전 소속", "", "")),
    (f"{F} 출신 {A} 대표가 왔다.", ("한서윤", "강은전자", "전 소속", "", "")),
]
NOT_STATED = [
    f"{F}는 {G}을 인수할 계획이다.",
    f"{F}는 {G}을 인수하지 않았다.",
    f"{F}가 {G}을 인수했는지는 확인되지 않았다.",
    f"{F}가 {G}을 인수한다는 소문이 돌았다.",
    f"{F}는 {G}에 투자하기로 했다.",
    f"{F}는 {G}을 인수하겠다고 밝혔다.",
    f"{A}은 {B}을 고소할 수 있다고 말했다.",
    f"{A}과 {B}은 회의에 참석했다.",
    f"누군가 “{F}가 {G}을 인수했다”고 말했다.",
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_is_stated_is_read(text: str, expected: tuple[str, ...]) -> None:
    found = relations(*marked(text), ())
    assert [(r.a, r.b, r.kind, r.object, r.when) for r in found] == [expected]


@pytest.mark.parametrize("text", NOT_STATED)
def test_what_is_planned_denied_or_asked_is_none(text: str) -> None:
    assert relations(*marked(text), ()) == ()
