"""Pages that try the reader: words of the page inside the story, missing parts, other shapes."""

import pytest

from hwalja.articles.intake.decoding import decode
from hwalja.articles.intake.page import read
from hwalja.articles.intake.record import Record

HEAD = "사회 > 미디어\n\n동네 책방이 다시 문을 연 까닭\n\n한가람 기자 garam@hangang.example\n입력 2025.01.08 14:05\n\n"
LEAD = "강가 마을에 하나뿐이던 책방이 석 달 만에 다시 문을 열었다."
MORE = "주민들이 한 달에 만 원씩 모아 월세를 대기로 했다."
LAST = "책방지기 은새벽 씨는 “이제 제 가게가 아니라 우리 가게”라고 말했다."


def page(text: str) -> Record:
    return read(decode(text.encode()))


def story(*paragraphs: str, tail: str = "") -> list[str]:
    return page(HEAD + "\n\n".join(paragraphs) + tail).body


@pytest.mark.parametrize(
    "odd",
    [
        "“댓글은 삭제합니다.”",
        "최신기사라는 말이 낯설던 때였다.",
        "페이스북 공유하기를 누른 사람만 3천 명이었다.",
        "■ 최신기사",
        "■ 댓글",
        "◆ 많이 본 뉴스가 놓친 것",
        "1,024,300",
        "매출 120 340 560",
        "구분 | 2023년 | 2024년",
        "- 매출 1조2천억 원",
        "① 월세는 주민이 낸다",
        "Q. 왜 다시 열었나?",
        "“그래.”",
        "▲ 첫째, 월세는 주민이 낸다.\n\n▲ 둘째, 책은 이웃이 고른다.",
        "▲ 사장 도세훈 ▲ 전무 서하늘 ▲ 상무 문이든",
        "그날 현장에 있던 노을비 기자는 이렇게 적었다.",
        "그는 “200자 이내로 쓰라는 안내가 있었다”고 했다.",
        "책 <강의 밤>은 1쇄가 다 팔렸다.",
        "저작권자의 허락 없이 낭독회를 열 수 없다는 점은 걸림돌이다.",
        "주소는 그대로다.",
        "그는 garam@books.example로 편지를 받는다고 했다.",
        "“로그인이 필요합니다.”",
        "이 글은 공유하기 단추가 없던 시절의 이야기다.",
    ],
)
def test_odd_paragraphs_inside_a_story_stay(odd: str) -> None:
    tail = "\n\n최신기사\n\n누리은행, 지방 점포 다시 연다\n동백중공업 쇄빙선 수주"
    assert story(LEAD, odd, MORE, LAST, tail=tail) == [LEAD, *odd.split("\n\n"), MORE, LAST]


@pytest.mark.parametrize(
    "last",
    [
        "이 사실을 처음 알린 것은 노을비 기자였다.",
        "은새벽 씨는 “기자도 책을 읽어야 기자”라며 웃었다.",
        "댓글은 달리지 않았다.",
        "남은 책은 1,204권.",
        "그의 다음 손님은 누구일까?",
    ],
)
@pytest.mark.parametrize("sign", ["\n\n한가람 기자", " 한가람 기자", ""])
def test_last_paragraphs_stay_and_the_sign_off_goes(last: str, sign: str) -> None:
    assert story(LEAD, MORE, last + sign, tail="\n\n관련기사\n누리은행, 점포 다시 연다") == [
        LEAD,
        MORE,
        last,
    ]


@pytest.mark.parametrize(
    "between",
    [
        "공유하기",
        "페이스북 트위터 카카오톡",
        "광고",
        "[관련기사] 동백중공업, 쇄빙선 두 척 수주",
        "☞ 누리은행 지방 점포 다시 연다",
        "관련기사\n동백중공업, 쇄빙선 두 척 수주\n누리은행 지방 점포 다시 연다",
        "동네 책방이 다시 문을 연 까닭",
        "동네 책방이 다시 문을 연 까닭\n▲ 다시 문을 연 책방. <한강통신>",
        "https://hangang.example/news/1",
        "▲ 다시 문을 연 책방의 모습. [사진=한강통신]",
        "책방 앞에 줄을 선 주민들. /사진=한가람 기자",
        "책방 앞에 줄을 선 주민들. 연합뉴스",
        "책방 앞에 줄을 선 주민들. ⓒ 한강통신",
        "책방 앞에 줄을 선 주민들. 2025.1.8/뉴스1",
        "책방 내부 (사진제공=강가책방)",
        "사진 확대\n책방 내부 <사진=강가책방>",
    ],
)
def test_what_interrupts_a_story_goes(between: str) -> None:
    assert story(LEAD, between, MORE, LAST) == [LEAD, MORE, LAST]


def test_a_caption_in_the_middle_of_a_paragraph() -> None:
    record = page(HEAD + f"{LEAD} ▲ 다시 문을 연 책방. <한강통신> {MORE}\n\n{LAST}")
    assert record.body == [LEAD, MORE, LAST]
    assert [(one.text, one.credit) for one in record.captions] == [
        ("다시 문을 연 책방.", "한강통신")
    ]


def test_a_story_in_one_line() -> None:
    record = page(HEAD + f"[한강경제] {LEAD} {MORE} {LAST} 한가람 기자")
    assert (record.body, record.outlet_tag) == ([f"{LEAD} {MORE} {LAST}"], "한강경제")


def test_headlines_right_after_the_story_are_no_story() -> None:
    heads = [
        "누리은행 지방 점포 다시 연다",
        "동백중공업 쇄빙선 두 척 수주",
        "한들시 축제에 30만 명",
    ]
    record = page(HEAD + "\n\n".join([LEAD, MORE, LAST]) + "\n\n" + "\n".join(heads))
    assert (record.body, record.related) == ([LEAD, MORE, LAST], heads)


@pytest.mark.parametrize(
    "row",
    [
        "카카오톡 페이스북 트위터 URL복사",
        "카카오톡 페이스북 X 밴드 네이버 URL 복사",
        "카카오톡공유 페이스북공유 링크복사 스크랩 인쇄 북마크",
    ],
)
def test_a_row_of_buttons_is_no_deck(row: str) -> None:
    above = page(HEAD.replace("\n\n한가람", f"\n\n{row}\n\n한가람") + f"{LEAD}\n\n{MORE}")
    below = page(HEAD + f"{row}\n\n{LEAD}\n\n{row}\n\n{MORE}\n\n{row}")
    for record in (above, below):
        assert (record.deck, record.body, record.related) == (None, [LEAD, MORE], [])


@pytest.mark.parametrize(
    "line",
    [
        "제보는 카카오톡 hangangjebo",
        "▶ 제보하기 : 카카오톡 ‘한강제보’ 검색",
        "네이버에서 한강경제 채널 추가",
        "유튜브 한강경제 구독하기",
        "강가 소식을 가장 빨리 한강경제에서",
    ],
)
@pytest.mark.parametrize("sign", ["", " 한가람 기자", "\n\n한가람 기자 garam@hangang.example"])
def test_a_line_below_the_story_is_no_list(line: str, sign: str) -> None:
    tail = f"{sign}\n\n{line}\n\n<저작권자 ⓒ 한강경제, 무단 전재 금지>"
    record = page(HEAD + "\n\n".join([LEAD, MORE, LAST]) + tail)
    assert (record.body, record.related) == ([LEAD, MORE, LAST], [])


def test_comments_of_readers_are_no_story() -> None:
    tail = "\n\n댓글 2\n강물\n2025.01.08 15:00\n정말 좋은 소식이다.\n나도 가 보겠다.\n답글\n"
    assert story(LEAD, MORE, LAST, tail=tail) == [LEAD, MORE, LAST]


def test_other_stories_with_summaries_are_no_story() -> None:
    tail = (
        "\n\n많이 본 뉴스\n누리은행, 점포 다시 연다\n누리은행이 지방 점포 열두 곳을 다시 연다고 밝혔다.\n"
        "동백중공업 쇄빙선 수주\n동백중공업이 쇄빙선 두 척을 따냈다.\n"
    )
    assert story(LEAD, MORE, LAST, tail=tail) == [LEAD, MORE, LAST]


def test_no_byline_at_all() -> None:
    text = (
        f"사회\n\n동네 책방이 다시 문을 연 까닭\n\n2025-01-08 14:05\n\n{LEAD}\n\n{MORE}\n\n{LAST}\n"
    )
    record = page(text)
    assert (record.reporters, record.body) == ([], [LEAD, MORE, LAST])
    assert "기자를 찾지 못했습니다." in record.warnings


def test_byline_only_at_the_end() -> None:
    record = page(
        f"동네 책방이 다시 문을 연 까닭\n\n{LEAD}\n{MORE}\n{LAST}\n한가람 기자 garam@hangang.example\n"
    )
    assert record.body == [LEAD, MORE, LAST]
    assert [(one.name, one.email) for one in record.reporters] == [
        ("한가람", "garam@hangang.example")
    ]


def test_quotations_only() -> None:
    quotes = [f"“{n}번째로 하고 싶은 말은 책이 좋다는 것이다.”" for n in range(1, 5)]
    assert story(*quotes) == quotes


def test_questions_and_answers() -> None:
    talk = [
        "Q. 왜 다시 열었나?",
        "A. 손님이 문을 두드렸어요. 그래서 열었습니다.",
        "Q. 다음은?",
        "A. 책을 읽어야죠.",
    ]
    assert story(LEAD, *talk, LAST) == [LEAD, *talk, LAST]


def test_a_broadcast_in_the_polite_voice() -> None:
    told = [
        "강가 마을 책방이 다시 문을 열었습니다.",
        "댓글과 공유 덕분이라고 합니다.",
        "한강뉴스 한가람입니다.",
    ]
    assert story(*told) == told


def test_english_names() -> None:
    record = page(
        "국제\n\n존 스미스 장관 “관세는 없다” 거듭 밝혀\n\nJane Miller 기자 jane@hangang.example 2025-01-08 14:05\n\n"
        "John Smith 장관은 The Daily와 만나 관세를 더 물리지 않겠다고 말했다.\n\n"
        "Smith 장관은 이어 “We keep our word”라고 덧붙였다.\n"
    )
    assert [one.name for one in record.reporters] == ["Jane Miller"]
    assert len(record.body) == 2


def test_a_one_sentence_flash() -> None:
    record = page(
        "[속보] 한들시 전역에 호우경보\n\n입력 2025.01.08 14:05\n한가람 기자\n\n기상청은 8일 오후 2시를 기해 한들시에 호우경보를 내렸다.\n"
    )
    assert record.body == ["기상청은 8일 오후 2시를 기해 한들시에 호우경보를 내렸다."]


def test_address_and_number_are_kept() -> None:
    record = page(
        HEAD
        + f"{LEAD}\n\n{MORE}\n\nhttps://www.hangang.example/news/articleView.html?idxno=30412\n"
    )
    assert (record.id, record.url) == (
        30412,
        "https://www.hangang.example/news/articleView.html?idxno=30412",
    )


def test_sections_in_the_title_of_a_window() -> None:
    told = f"동네 책방이 다시 문을 연 까닭\n기자명 한가람 기자\n입력 2025.01.08 14:05\n{LEAD}\n{MORE}\n{LAST}"
    record = page(
        f"동네 책방이 다시 문을 연 까닭 < 출판 < 문화 < 기사본문 - 한강일보\n로그인\n{told}"
    )
    assert (record.headline, record.section, record.subsection) == (
        "동네 책방이 다시 문을 연 까닭",
        "문화",
        "출판",
    )


def test_names_of_lists_and_buttons_are_no_headlines() -> None:
    tail = (
        "\n한가람 기자 garam@hangang.example\n다른기사 보기\n당신만 안 본 뉴스\n누리은행, 지방 점포 다시 연다\n"
        "동백중공업 쇄빙선 수주\n한가람 기자의 기사 더보기\n"
    )
    record = page(HEAD + "\n\n".join([LEAD, MORE, LAST]) + tail)
    assert record.related == ["누리은행, 지방 점포 다시 연다", "동백중공업 쇄빙선 수주"]


def test_a_box_with_a_summary_is_no_story() -> None:
    box = "AI 요약\n책방이 다시 열었다.\n주민이 돈을 모았다.\n\n"
    record = page(HEAD + box + "\n\n".join([LEAD, MORE, LAST]))
    assert (record.body, record.deck) == ([LEAD, MORE, LAST], None)


def test_a_name_beside_a_mail_needs_no_title() -> None:
    record = page(
        f"동네 책방 다시 연다\n\n한가람 garam@hangang.example 2025-01-08 14:05\n\n{LEAD}\n\n{MORE}"
    )
    assert [(one.name, one.email) for one in record.reporters] == [
        ("한가람", "garam@hangang.example")
    ]


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2025-01-08 14:05:09", "2025-01-08T14:05:09+09:00"),
        ("입력 2025.01.08 14:05", "2025-01-08T14:05:00+09:00"),
        ("입력 : 2025. 1. 8. 오후 2:05", "2025-01-08T14:05:00+09:00"),
        ("2025년 1월 8일 오후 2시 5분", "2025-01-08T14:05:00+09:00"),
        ("2025년 01월 08일(수) 14시 05분 09초", "2025-01-08T14:05:09+09:00"),
        ("2025-01-08T14:05:00+09:00", "2025-01-08T14:05:00+09:00"),
        ("2025-01-08T05:05:00Z", "2025-01-08T14:05:00+09:00"),
        ("2025/01/08 14:05 송고", "2025-01-08T14:05:00+09:00"),
        ("기사입력 2025/01/08 오전 12:05", "2025-01-08T00:05:00+09:00"),
        ("등록 2025.01.08 낮 12시", "2025-01-08T12:00:00+09:00"),
        ("25.01.08 14:05", "2025-01-08T14:05:00+09:00"),
        ("20250108 14:05", "2025-01-08T14:05:00+09:00"),
        ("게재일자 : 2025-01-08", "2025-01-08T00:00:00+09:00"),
        ("Jan 8, 2025, 2:05 PM", "2025-01-08T14:05:00+09:00"),
        ("8 January 2025 14:05", "2025-01-08T14:05:00+09:00"),
        ("승인 2025.01.08 24:00", "2025-01-09T00:00:00+09:00"),
        ("2025.01.08 14:05 입력", "2025-01-08T14:05:00+09:00"),
        ("입력\n2025.01.08 14:05", "2025-01-08T14:05:00+09:00"),
        ("입력 2025.13.41 25:61", None),
    ],
)
def test_times_as_newspapers_print_them(printed: str, iso: str | None) -> None:
    record = page(f"동네 책방 다시 연다\n\n한가람 기자\n{printed}\n\n{LEAD}\n\n{MORE}")
    assert record.as_dict()["published_at"] == iso
    assert record.body == [LEAD, MORE]


def test_notices_of_people_have_no_sentence() -> None:
    jobs = ["◇ 승진", "▲ 부행장 도세훈", "▲ 본부장 문이든", "◇ 전보", "▲ 부장 서하늘"]
    record = page(
        "[인사] 누리은행\n\n한가람 기자 2025-01-08 14:05\n\n"
        + "\n".join(jobs)
        + "\n\n(서울=한강통신)"
    )
    assert (record.headline, record.body, record.captions) == ("[인사] 누리은행", jobs, [])


@pytest.mark.parametrize(
    ("printed", "limit"),
    [
        ("댓글쓰기\n0 / 400", (400, None)),
        ("댓글 쓰기\n300자 이내로 입력하세요.", (300, None)),
        ("댓글\n최대 600byte까지 쓸 수 있습니다.", (None, 600)),
        ("댓글 0\n한글 150자(300바이트) 이내로 작성해 주세요.", (150, 300)),
        ("의견쓰기\n- 200자까지 쓰실 수 있습니다.\n0 / 400", (200, 400)),
        ("댓글 (0)\n1,000자까지 입력할 수 있습니다.", (1000, None)),
        ("댓글 (0)", (None, None)),
        ("댓글을 입력해주세요. 0/300자", (300, None)),
        ("댓글을 입력해 주세요 (0 / 300 자)", (300, None)),
        ("댓글 쓰기\n0/300자", (300, None)),
        ("댓글을 남겨보세요\n0자 / 300자", (300, None)),
    ],
)
def test_limits_of_comments(printed: str, limit: tuple[int | None, int | None]) -> None:
    record = page(HEAD + "\n\n".join([LEAD, MORE, LAST]) + f" 한가람 기자\n\n{printed}\n")
    assert (record.comment_limit.characters, record.comment_limit.bytes) == limit
    assert record.body == [LEAD, MORE, LAST]


def test_a_list_with_times_behind_its_headlines() -> None:
    tail = (
        "\n\n최신기사\n누리은행, 지방 점포 다시 연다 2025-01-08 13:00\n동백중공업 쇄빙선 두 척 수주 2025-01-08 12:30\n"
        "한들시 축제에 30만 명 몰려\n서하늘 기자 2025-01-08 11:00\n"
    )
    record = page(HEAD + "\n\n".join([LEAD, MORE, LAST]) + " 한가람 기자" + tail)
    assert record.body == [LEAD, MORE, LAST]
    assert record.related == [
        "누리은행, 지방 점포 다시 연다",
        "동백중공업 쇄빙선 두 척 수주",
        "한들시 축제에 30만 명 몰려",
    ]


def test_a_guest_with_a_post_is_the_author() -> None:
    record = page(
        f"[기고] 책방은 누구의 것인가\n\n문이든 한들시민모임 대표 2025-01-08 14:05:00\n확대 축소\n\n{LEAD}\n\n{MORE}"
    )
    assert [one.name for one in record.reporters] == ["문이든"]
    assert record.as_dict()["published_at"] == "2025-01-08T14:05:00+09:00"


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("▲ 도세훈 강은전자 사장.", "도세훈 강은전자 사장.", None),
        ("▲ 기공식의 모습. <그래픽 한강경제>", "기공식의 모습.", "그래픽 한강경제"),
        ("▲ 기공식의 모습. < 사진=강은전자 >", "기공식의 모습.", "강은전자"),
        ("▲ 기공식의 모습. [사진 제공=강은전자]", "기공식의 모습.", "강은전자"),
        ("▲ 기공식의 모습<연합뉴스>.", "기공식의 모습", "연합뉴스"),
        ("△ 기공식의 모습 ⓒ강은전자", "기공식의 모습", "강은전자"),
        ("기공식의 모습. (사진=강은전자)", "기공식의 모습.", "강은전자"),
        (
            "기공식에 참석한 도세훈(왼쪽) 사장. 강은전자 제공",
            "기공식에 참석한 도세훈(왼쪽) 사장.",
            "강은전자 제공",
        ),
    ],
)
def test_captions_as_newspapers_print_them(line: str, text: str, credit: str | None) -> None:
    record = page(HEAD + f"{LEAD}\n\n{line}\n\n{MORE}\n\n{LAST}")
    assert [(one.text, one.credit) for one in record.captions] == [(text, credit)]
    assert record.body == [LEAD, MORE, LAST]
