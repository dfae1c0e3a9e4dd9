"""A story's last words stay, however short; who signed them goes."""

import pytest

from hwalja.articles.intake import read
from hwalja.articles.intake.record import Record

HEADLINE = "물레방아 마을, 물값 대신 떡을 받는다"
TOP = "[강바람신문] 물레방아 마을이 물값을 떡으로 받기 시작했다.\n\n이장 고두메 씨는 8일 이렇게 밝혔다."
BODY = ["물레방아 마을이 물값을 떡으로 받기 시작했다.", "이장 고두메 씨는 8일 이렇게 밝혔다."]
BELOW = (
    "최신기사\n\n누리은행, 지방 점포 열두 곳 다시 연다\n동백중공업 쇄빙선 두 척 수주\n\n댓글 (0)\n"
)
LASTS = [
    "이웃은 웃었다.",
    "값은 내렸다.",
    "떡값은 2.5% 올랐다.",
    "답은 봄에 난다.",
    "“또 오세요.”라고 했다.",
    "누가 알까?",
    "“또 오세요”",
    "강물은 조용히 흐르고 있다.",
    "마을은 내년에도 같은 값을 받을 것으로 보인다고 고두메 씨는 말했다.",
]
SIGNS = [
    " 서나루 기자",
    "서나루 기자",
    " 서나루기자",
    " 서나루 선임기자",
    " 서나루 유들 기자",
    " 서나루·유들 기자",
    " /서나루 기자",
    " 서나루 기자 naru@gang.example",
    " [강바람신문 서나루 기자]",
    " (강바람신문 서나루 기자)",
    " [서나루 기자]",
    " <서나루 기자>",
    " 강바람신문",
    " [강바람신문]",
    " 강바람신문 서나루 기자",
    " [서나루 기자 naru@gang.example]",
    " 온라인뉴스팀",
    " 편집국",
    " 서나루",
    "\n서나루 기자",
    "\n\n강바람신문 서나루 기자",
    "",
]


def page(last: str) -> Record:
    head = f"사회  지역\n\n{HEADLINE}\n\n서나루 기자 naru@gang.example 2025-01-08 14:05:00\n확대 축소\n\n"
    return read(f"{head}{TOP}\n\n{last}\n\n{BELOW}".encode())


def markup(last: str) -> Record:
    lines = f"{TOP}\n\n{last}".replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return read(
        f"<!doctype html><html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>"
        f"<div>서나루 기자 naru@gang.example 2025-01-08 14:05:00</div><div>{lines}</div>"
        "<h3>최신기사</h3><ul><li><a href=/1>누리은행, 지방 점포 열두 곳 다시 연다</a></li>"
        "<li><a href=/2>동백중공업 쇄빙선 두 척 수주</a></li></ul></body></html>".encode()
    )


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("last", LASTS)
def test_a_short_last_paragraph_stays_and_its_sign_off_goes(last: str, sign: str) -> None:
    for record in (page(last + sign), markup(last + sign)):
        assert record.body == [*BODY, last]
        assert record.captions == []
        assert record.reporters[0].name == "서나루"
        assert len(record.related) == 2


@pytest.mark.parametrize(
    "sign", [" 서나루 기자", " 서나루·유들 기자", "\n서나루 기자", " /서나루 기자"]
)
@pytest.mark.parametrize(
    "last", ["관건은 값.", "남은 것은 떡 셋.", "또 하나의 봄!", "끝은 아무도 모른다…"]
)
def test_a_last_paragraph_without_a_verb_stays(last: str, sign: str) -> None:
    for record in (page(last + sign), markup(last + sign)):
        assert record.body == [*BODY, last]


def test_a_byline_of_a_few_words_is_still_one() -> None:
    for meta in ("글 사진 서나루 기자", "입력 2025년 1월 8일. 서나루 기자", "편집국 서나루 기자"):
        text = f"{HEADLINE}\n\n{meta}\n\n{TOP}\n\n답은 봄에 난다.\n"
        assert read(text.encode()).body == [*BODY, "답은 봄에 난다."]


def captioned(
    line: str, last: str = "답은 봄에 난다. 서나루 기자", names: str = "서나루"
) -> Record:
    head = f"사회  지역\n\n{HEADLINE}\n\n{names} 기자 2025-01-08 14:05:00\n확대 축소\n\n"
    return read(f"{head}{line}\n\n{TOP}\n\n{last}\n\n{BELOW}".encode())


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        (
            "물레방아 마을 들머리. 떡 찌는 집이 모여 있는 곳이다. 한고래 기자 whale@gang.example",
            "물레방아 마을 들머리. 떡 찌는 집이 모여 있는 곳이다.",
            "한고래 기자",
        ),
        (
            "이장 고두메 씨가 8일 물레방아 앞에서 물음에 답하고 있다. 사진공동취재단",
            "이장 고두메 씨가 8일 물레방아 앞에서 물음에 답하고 있다.",
            "사진공동취재단",
        ),
        ("물레방아가 돌고 있다. 물레군청", "물레방아가 돌고 있다.", "물레군청"),
        ("떡을 든 고두메 이장. 한고래 기자", "떡을 든 고두메 이장.", "한고래 기자"),
    ],
)
def test_a_caption_without_a_mark_is_no_story(line: str, text: str, credit: str) -> None:
    record = captioned(line)
    assert [(one.text, one.credit) for one in record.captions] == [(text, credit)]
    assert record.body == [*BODY, "답은 봄에 난다."]
    assert [one.name for one in record.reporters] == ["서나루"]
    assert record.deck is None


def test_a_caption_above_the_last_paragraph_ends_no_story() -> None:
    last = "이웃이 떡을 나누고 있다. 한고래 기자\n\n답은 봄에 난다. 서나루 기자"
    record = captioned("", last)
    assert record.body == [*BODY, "답은 봄에 난다."]
    assert [one.text for one in record.captions] == ["이웃이 떡을 나누고 있다."]


def test_a_marked_line_that_is_no_caption_is_told() -> None:
    lost = captioned("", "▲ 한고래 기자\n\n답은 봄에 난다.\n\n이웃은 웃었다. 서나루 기자")
    assert lost.body == [*BODY, "답은 봄에 난다.", "이웃은 웃었다."]
    assert lost.warnings == ["사진 설명 같은 줄을 넣지 못했습니다: ▲ 한고래 기자"]


def test_a_caption_outside_the_element_of_the_story() -> None:
    text = (
        f"<!doctype html><html><body><h1>{HEADLINE}</h1><p>서나루 기자 2025-01-08 14:05</p>"
        "<div><img src=a.jpg><p>▲ 물레방아. &lt; 물레군 &gt;</p></div>"
        f"<div itemprop=articleBody><p>{BODY[0]}</p><p>{BODY[1]}</p>"
        "<figure><img src=b.jpg><figcaption>떡시루. /사진=물레군</figcaption></figure>"
        "<p>답은 봄에 난다.</p></div></body></html>"
    )
    record = read(text.encode())
    assert [one.text for one in record.captions] == ["물레방아.", "떡시루."]
    assert record.places == [0, 2]


def test_a_part_that_another_reporter_signed_is_the_story_s() -> None:
    last = "이웃 마을도 뒤를 따른다. 한고래 기자\n\n답은 봄에 난다.\n\n이웃은 웃었다. 서나루 기자"
    record = captioned("", last)
    assert record.body == [*BODY, "이웃 마을도 뒤를 따른다.", "답은 봄에 난다.", "이웃은 웃었다."]
    assert [one.name for one in record.reporters] == ["서나루", "한고래"]


def test_a_picture_of_a_wire_above_the_headline() -> None:
    shot = "[서울=강바람]한고래 기자 = 고두메 이장이 8일 떡을 들어 보이고 있다. 2025.01.08. whale@gang.example"
    text = (
        f"{shot}\n\n{HEADLINE}\n\n등록 2025.01.08 14:05:00\n작게\n크게\n\n"
        f"[서울=강바람]서나루 기자 = {BODY[0]}\n\n{BODY[1]}\n\n답은 봄에 난다.\n\n"
        "◎강바람 naru@gang.example\n\nCopyright © 강바람, 무단 전재 및 재배포 금지\n"
    )
    record = read(text.encode())
    assert [(one.text, one.credit) for one in record.captions] == [
        ("고두메 이장이 8일 떡을 들어 보이고 있다.", "강바람")
    ]
    assert [one.name for one in record.reporters] == ["서나루"]
    assert record.body == [*BODY, "답은 봄에 난다."]
