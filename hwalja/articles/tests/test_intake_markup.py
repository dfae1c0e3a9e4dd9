"""HTML pages in the manner of many papers' systems are read as a person would read them."""

import json
from typing import Any

import pytest

from hwalja.articles.intake import read

LEAD = "한들시가 낡은 전차를 도서관으로 바꾼다."
MORE = "전차는 1968년까지 시내를 달렸다. 그 뒤로는 공원에 서 있었다."
SAID = "시장은 “멈춘 전차가 다시 사람을 태운다”고 말했다."
LAST = "문은 4월에 연다."
BODY = [LEAD, MORE, SAID, LAST]
HEADLINE = "멈춘 전차, 책을 싣고 다시 달린다"
CAPTION = ("공원에 서 있는 전차.", "한들시")


def told(data: str) -> dict[str, Any]:
    return read(data.encode()).as_dict()


def head(*more: str) -> str:
    return (
        f"<!doctype html><html lang=ko><head><meta charset=utf-8><title>{HEADLINE} | 물가신문</title>"
        f"{''.join(more)}</head>"
    )


def meta(**values: str) -> str:
    return "".join(
        f"<meta property='{name.replace('_', ':', 1)}' content='{value}'>"
        for name, value in values.items()
    )


def ld(**values: Any) -> str:
    node = {"@type": "NewsArticle", "headline": HEADLINE, **values}
    return f"<script type=application/ld+json>{json.dumps(node, ensure_ascii=False)}</script>"


RENTED = (
    head(meta(og_type="article", og_title=f"{HEADLINE} - 물가신문"))
    + "<body><div id=skip><a href=#c>본문 바로가기</a></div><header><ul class=gnb><li><a>정치</a><li><a>경제</a><li><a>사회</a></ul></header>"
    f"<div class=article-head-title>{HEADLINE}</div><ul class=infomation><li>기자명 노을빛 기자</li><li>입력 2025.01.12 06:00</li>"
    "<li>수정 2025.01.12 07:10</li><li>댓글 0</li></ul><section id=article-view-content-div itemprop=articleBody>"
    f"<div style='text-align:center'><figure class=photo-layout><img src=a.jpg><figcaption>{CAPTION[0]} [사진={CAPTION[1]}]</figcaption></figure></div>"
    f"<p>{LEAD}</p><p>&nbsp;</p><p>{MORE}</p><div class=ad-template>광고</div><p>{SAID}</p><p>{LAST}</p><p>노을빛 기자 glow@water.example</p></section>"
    "<div class=tag-group><a>#전차</a></div><article class=relation><h4>관련기사</h4><ul><li><a>폐역이 빵집이 되었다</a></li><li><a>전차 기관사의 마지막 운행</a></li></ul></article>"
    "<div class=view-copyright>저작권자 © 물가신문 무단전재 및 재배포 금지</div></body></html>"
)
PORTAL = (
    head(meta(og_type="article", og_title=HEADLINE, og_description=LEAD))
    + f"<body><div class=media_end_head><h2 id=title_area><span>{HEADLINE}</span></h2>"
    "<span class=date data-date-time='2025-01-12 06:00:00'>입력2025.01.12. 오전 6:00</span> <span>수정2025.01.12. 오전 7:10</span>"
    "<em>노을빛 기자</em><button>본문 요약봇</button></div>"
    f"<article id=dic_area><span class=end_photo_org><img><em class=img_desc>{CAPTION[0]} /사진={CAPTION[1]}</em></span>"
    f"{LEAD}<br><br>{MORE}<br><br>{SAID}<br><br>{LAST}<br><br>노을빛 기자 glow@water.example</article>"
    "<div class=copyright>Copyright ⓒ 물가신문. All rights reserved.</div><div class=u_cbox>댓글 2</div></body></html>"
)
MACHINE = (
    head(
        ld(
            datePublished="2025-01-11T21:00:00Z",
            dateModified="2025-01-12T07:10:00+09:00",
            author={"@type": "Person", "name": "노을빛", "email": "glow@water.example"},
            publisher={"@type": "Organization", "name": "물가신문"},
        )
    )
    + f"<body><main><h1>{HEADLINE}</h1><div class='article-body fs3'><figure><img><figcaption>▲ {CAPTION[0]} &lt; {CAPTION[1]} &gt;</figcaption></figure>"
    f"<p>{LEAD}</p><aside>뉴스레터를 받아 보세요.</aside><p>{MORE}</p><p>{SAID}</p><div class='related-box'><a>폐역이 빵집이 되었다</a></div><p>{LAST}</p></div></main></body></html>"
)
OLD = (
    f"<html><head><title>{HEADLINE}</title></head><body><table width=900><tr><td><a>홈</a> &gt; <a>사회</a></td></tr>"
    f"<tr><td><font size=5><b>{HEADLINE}</b></font></td></tr><tr><td align=right>노을빛 기자 glow@water.example &nbsp; 입력 : 2025-01-12 06:00:00 &nbsp; 수정 : 2025-01-12 07:10:00</td></tr>"
    f"<tr><td class=view_txt><table align=center><tr><td><img src=a.jpg></td></tr><tr><td class=caption>{CAPTION[0]} &lt;{CAPTION[1]}&gt;</td></tr></table>"
    f"<BR>{LEAD}<BR><BR>{MORE}<BR><BR>{SAID}<BR><BR>{LAST}</td></tr><tr><td>ⓒ 물가신문 무단전재 금지</td></tr></table></body></html>"
)
PAGES = {"rented": RENTED, "portal": PORTAL, "machine": MACHINE, "old": OLD}


@pytest.mark.parametrize("name", PAGES)
def test_one_story_in_many_markups(name: str) -> None:
    record = told(PAGES[name])
    assert record["body"] == BODY
    assert (record["headline"], record["deck"]) == (HEADLINE, None)
    assert record["reporters"] == [{"name": "노을빛", "email": "glow@water.example"}]
    assert record["published_at"] == "2025-01-12T06:00:00+09:00"
    assert record["modified_at"] == "2025-01-12T07:10:00+09:00"
    assert record["captions"] == [{"text": CAPTION[0], "credit": CAPTION[1]}]


def test_lists_beside_the_story() -> None:
    assert told(RENTED)["related"] == ["폐역이 빵집이 되었다", "전차 기관사의 마지막 운행"]
    assert told(OLD)["section"] == "사회"


@pytest.mark.parametrize(
    "inside",
    [
        "<div class=share_box><button>공유하기</button><a>페이스북</a></div>",
        "<p>[관련기사] <a href=/1>폐역이 빵집이 되었다</a></p>",
        "<p><a href=/1>☞ 폐역이 빵집이 되었다</a></p>",
        "<script>var ad = '한들시가 광고한다.';</script>",
        "<ins class=adsbygoogle></ins><iframe src=/ad></iframe>",
        "<div class=ad>광고</div>",
        "<ul><li><a href=/1>폐역이 빵집이 되었다</a></li><li><a href=/2>전차 기관사의 마지막 운행</a></li></ul>",
        "<div class=subscribe><p>물가신문을 구독해 주세요.</p></div>",
        "<p>&nbsp;</p><p><br></p>",
    ],
)
def test_what_stands_between_paragraphs_is_no_story(inside: str) -> None:
    record = told(MACHINE.replace(f"<p>{MORE}</p>", f"<p>{MORE}</p>{inside}"))
    assert record["body"] == BODY


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<blockquote><p>“책이 사람을 기다린다.”</p></blockquote>", ["“책이 사람을 기다린다.”"]),
        ("<h3>■ 댓글도 싣는다</h3>", ["■ 댓글도 싣는다"]),
        ("<p><strong>전차 안에는 무엇이 있나</strong></p>", ["전차 안에는 무엇이 있나"]),
        ("<p>▲ 책 3천 권</p><p>▲ 의자 40개</p>", ["▲ 책 3천 권", "▲ 의자 40개"]),
        ("<p>댓글은 문 앞 게시판에 쓴다.</p>", ["댓글은 문 앞 게시판에 쓴다."]),
        ("<p>“공유하기.”</p>", ["“공유하기.”"]),
        ("<dl><dt>여는 때</dt><dd>오전 9시</dd></dl>", ["여는 때", "오전 9시"]),
    ],
)
def test_what_the_story_says_stays(inside: str, said: list[str]) -> None:
    record = told(MACHINE.replace(f"<p>{MORE}</p>", f"<p>{MORE}</p>{inside}"))
    assert record["body"] == [LEAD, MORE, *said, SAID, LAST]


@pytest.mark.parametrize("word", ["최신기사", "댓글", "많이 본 뉴스"])
@pytest.mark.parametrize("tag", ["h3", "p", "strong"])
def test_a_word_of_the_page_heads_a_part_of_the_story(word: str, tag: str) -> None:
    head = f"<{tag}>{word}</{tag}>" if tag != "strong" else f"<p><strong>{word}</strong></p>"
    record = told(MACHINE.replace(f"<p>{SAID}</p>", f"{head}<p>{SAID}</p>"))
    assert record["body"] == [LEAD, MORE, word, SAID, LAST]
