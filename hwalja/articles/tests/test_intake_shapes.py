"""Tables, lists and sub-headings of an HTML page stay what they are in the draft."""

from django.test import Client

from hwalja.articles.actions.take_in import take_in
from hwalja.articles.intake import Record, copy_text, read
from hwalja.articles.intake.blocks import stream
from hwalja.testing import Newsroom

HEAD = (
    "<!doctype html><html><head><meta property='og:type' content='article'>"
    "<meta property='og:title' content='동네 책방 매출 두 배'></head><body>"
    "<h1>동네 책방 매출 두 배</h1><div>한가람 기자</div><div>2025.01.08 14:05</div>"
)
TABLE = (
    "<figure><table><caption>책방 매출</caption><thead><tr><th>구분</th><th>2023년</th><th>2024년</th></tr></thead>"
    "<tbody><tr><td><p>매출</p></td><td>120</td><td>240</td></tr>"
    "<tr><td>손님<br>(<b>명</b>)</td><td></td><td>2025.01.08 한가람 기자</td></tr></tbody></table>"
    "<figcaption>자료: 한강연구소</figcaption></figure>"
)
ITEMS = "<ul><li>월세를 <b>주민</b>이 낸다.</li><li><p>책은 이웃이 고른다</p></li><li>댓글은 쓰지 않는다</li></ul>"
STEPS = "<ol><li>간판을 단다</li><li>지붕을 고친다</li></ol>"
LINKS = (
    "<ul><li><a href=/1>누리은행, 지방 점포 다시 연다</a></li><li><a href=/2>동백중공업 쇄빙선 두 척 수주</a></li>"
    "<li><a href=/3>한들시 축제에 30만 명 몰려</a></li></ul>"
)
LEAD, MORE, LAST = (
    "강가 마을 책방의 매출이 두 배로 늘었다.",
    "한강연구소는 8일 보고서를 냈다.",
    "책방지기는 “고맙다”고 말했다.",
)
ROWS = ["구분 | 2023년 | 2024년", "매출 | 120 | 240", "손님 (명) | | 2025.01.08 한가람 기자"]
BODY = [
    LEAD,
    "책이 팔린다",
    MORE,
    "책방 매출",
    *ROWS,
    "자료: 한강연구소",
    "월세를 주민이 낸다.",
    "책은 이웃이 고른다",
    "댓글은 쓰지 않는다",
    "간판을 단다",
    "지붕을 고친다",
    LAST,
]


def page(story: str) -> Record:
    return read(f"{HEAD}<div itemprop='articleBody'>{story}</div></body></html>".encode())


def whole() -> Record:
    return page(
        f"<p>{LEAD}</p><h2>책이 팔린다</h2><p>{MORE}</p>{TABLE}{ITEMS}{STEPS}<p>{LAST}</p>{LINKS}"
    )


def test_the_body_is_told_as_texts() -> None:
    record = whole()
    assert (record.body, record.captions) == (BODY, [])
    assert len(record.related) == 3
    assert "shapes" not in record.as_dict()


def test_the_draft_has_tables_and_lists(newsroom: Newsroom, reader: Client) -> None:
    article = take_in(whole(), create=True, publish=True).article
    kinds = [block.block_type for block in article.body]
    plain = ["paragraph", "subheading", "paragraph", "table", "items", "items", "paragraph"]
    assert kinds == plain
    table = article.body[3].value
    assert (table["caption"], table["source"]) == ("책방 매출", "한강연구소")
    assert table["table"]["data"] == [
        ["구분", "2023년", "2024년"],
        ["매출", "120", "240"],
        ["손님 (명)", "", "2025.01.08 한가람 기자"],
    ]
    assert [block.value["ordered"] for block in article.body[4:6]] == [False, True]
    shown = reader.get(f"/news/{article.number}/").content.decode()
    assert ">2023년</th>" in shown
    assert "<li>책은 이웃이 고른다</li>" in shown and "<h2>책이 팔린다</h2>" in shown


def test_an_editor_s_text_keeps_them() -> None:
    record, corrected = whole(), Record()
    copy_text.read(copy_text.write(record), corrected)
    assert stream(corrected) == stream(record)


def test_a_paragraph_that_looks_like_one_stays_a_paragraph() -> None:
    record = Record()
    copy_text.read("- 한 줄뿐이다.\n\n2. 둘째부터다.\n3. 셋째다.\n\n| 한 줄뿐 |", record)
    assert [kind for kind, _ in stream(record)] == ["paragraph"]
    assert record.body == ["- 한 줄뿐이다.", "2. 둘째부터다. 3. 셋째다.", "| 한 줄뿐 |"]


def test_a_table_that_lays_out_a_page_is_none() -> None:
    story = f"<h3>책이 팔린다</h3><p>{LEAD}</p><p>{MORE}</p>"
    record = page(
        f"<table><tr><td><img src=/a></td><td>{story}</td></tr><tr><td></td><td><p>{LAST}</p></td></tr></table>"
    )
    kinds = [kind for kind, _ in stream(record)]
    assert "table" not in kinds and {LEAD, MORE, LAST} <= set(record.body)


def test_marks_in_the_page_itself_mean_nothing() -> None:
    record = page(f"<p>{LEAD}</p><p>\ue000row1\ue001{MORE}</p><p>{LAST}</p>")
    assert [kind for kind, _ in stream(record)] == ["paragraph"]
