"""Pages whose markup names nothing: a path of links, line breaks, a table, exact times."""

import json

import pytest

from hwalja.articles.intake import Record, read
from hwalja.articles.intake.blocks import stream

HEADLINE = "누리조선 4분기 수주 두 배, 도크가 모자란다"
ROWS = [["구분", "3분기", "4분기"], ["수주", "12척", "25척"], ["매출", "8천억", "1조1천억"]]
TABLE = (
    "<table>"
    + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    + "</table>"
)
PATH = "<div class=path><a>기업과산업</a> <a>조선·해운</a></div>"
STAMP = "2025-02-03 07:10:09"


def page(head: str = "", path: str = PATH, when: str = STAMP, table: str = TABLE) -> Record:
    return read(
        f"<!doctype html><html lang=ko><head><meta charset=utf-8><title>{HEADLINE} - 너울신문</title>{head}</head>"
        f"<body><div><a>NeoulWho</a></div>{path}<h1>{HEADLINE}</h1><div>마루한 기자 maru@neoul.example {when}</div>"
        "<div>확대 축소</div><div>공유하기</div><ul><li>페이스북 공유하기</li><li>X 공유하기</li></ul>"
        "<table><tr><td><img src=1.jpg></td></tr><tr><td>▲ 누리조선 도크. &lt; 누리조선 &gt;</td></tr></table>"
        f"<div>[너울신문] 누리조선이 4분기 수주를 두 배로 늘렸다.<br><br>수주는 다음과 같다.<br>{table}<br>"
        "은가비 대표는 3일 “도크가 <b>모자란다</b>”고 말했다.<br><br>값은 올랐다. 마루한 기자</div>"
        "<h3>최신기사</h3><ul><li><a href=1>동백중공업 쇄빙선 두 척 더 따냈다</a></li>"
        "<li><a href=2>한들시 항구 앞에 새 시장 열린다</a></li></ul><div>댓글 (0)</div></body></html>".encode()
    )


def test_a_table_among_line_breaks_is_a_table() -> None:
    record = page()
    assert record.body == [
        "누리조선이 4분기 수주를 두 배로 늘렸다.",
        "수주는 다음과 같다.",
        *(" | ".join(row) for row in ROWS),
        "은가비 대표는 3일 “도크가 모자란다”고 말했다.",
        "값은 올랐다.",
    ]
    blocks = stream(record)
    assert [kind for kind, _ in blocks] == ["photo", "paragraph", "table", "paragraph"]
    assert blocks[2][1]["table"]["data"] == ROWS
    assert [(one.text, one.credit) for one in record.captions] == [("누리조선 도크.", "누리조선")]
    assert len(record.related) == 2


def test_a_table_of_one_column_is_no_table_but_stays() -> None:
    record = page(
        table="<table><tr><td>수주는 25척이다.</td></tr><tr><td>매출은 1조 원이다.</td></tr></table>"
    )
    assert record.body[2:4] == ["수주는 25척이다.", "매출은 1조 원이다."]


@pytest.mark.parametrize(
    "path",
    [
        PATH,
        "<p><a>기업과산업</a><a>조선·해운</a></p>",
        "<nav><a>홈</a> <a>기업과산업</a> <a>조선·해운</a></nav>",
        "<div><a>홈</a> &gt; <a>기업과산업</a> &gt; <a>조선·해운</a></div>",
    ],
)
def test_a_path_of_links_names_section_and_sub_section(path: str) -> None:
    record = page(path=path)
    assert (record.section, record.subsection) == ("기업과산업", "조선·해운")


def crumbs(*names: str) -> str:
    items = [{"position": n, "name": name} for n, name in enumerate(names, 1)]
    node = {"@type": "BreadcrumbList", "itemListElement": items[::-1]}
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


def section_of(name: str) -> str:
    node = {"@type": "NewsArticle", "headline": HEADLINE, "articleSection": name}
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


@pytest.mark.parametrize(
    ("head", "path", "found"),
    [
        (section_of("금융") + crumbs("홈", "금융", "은행"), "", ("금융", "은행")),
        (section_of("은행") + crumbs("홈", "금융", "은행"), "", ("금융", "은행")),
        (crumbs("홈", "금융", "은행"), "", ("금융", "은행")),
        (section_of("금융") + crumbs("홈", "산업", "조선"), "", ("금융", None)),
        (section_of("금융"), "<p><a>금융</a> <a>은행</a></p>", ("금융", "은행")),
        (section_of("문화"), "<p><a>금융</a> <a>은행</a></p>", ("문화", None)),
        (
            "<meta property='article:section' content='금융'>" + crumbs("금융", "은행"),
            "",
            ("금융", "은행"),
        ),
    ],
)
def test_the_deeper_of_what_a_page_tells(
    head: str, path: str, found: tuple[str, str | None]
) -> None:
    record = page(head, path)
    assert (record.section, record.subsection) == found


@pytest.mark.parametrize(
    ("when", "published", "modified"),
    [
        (
            "<time datetime='2025-02-03T07:10:09+09:00'>2025.02.03 07:10</time>",
            "2025-02-03T07:10:09+09:00",
            None,
        ),
        (
            "입력 <time datetime='2025-02-02T22:10:09Z'>2025.02.03 07:10</time>"
            " 수정 <time datetime='2025-02-03T08:20:31+09:00'>2025.02.03 08:20</time>",
            "2025-02-03T07:10:09+09:00",
            "2025-02-03T08:20:31+09:00",
        ),
        (
            "<time datetime='2025-02-03T07:10:09+09:00'>2025.02.03</time>",
            "2025-02-03T07:10:09+09:00",
            None,
        ),
        (
            "<time datetime='2025-02-03T07:10:09+09:00'>3시간 전</time>",
            "2025-02-03T07:10:09+09:00",
            None,
        ),
        (
            "2025.02.03 07:10 <time datetime='2025-02-01T01:02:03+09:00'>다른 때</time>",
            "2025-02-03T07:10:00+09:00",
            None,
        ),
    ],
)
def test_the_exact_time_wins(when: str, published: str, modified: str | None) -> None:
    told = page(when=when).as_dict()
    assert (told["published_at"], told["modified_at"]) == (published, modified)
