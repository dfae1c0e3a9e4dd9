"""HTML pages: facts for machines first, then markup, then the text as shown."""

import json

import pytest

from hwalja.articles.intake import NotAnArticle, read, read_pasted
from hwalja.articles.intake.html_page import is_html
from hwalja.articles.tests.intake_stories import BANK, FACTORY, STORIES, Told

NAV = "<nav><ul><li><a href='/'>정치</a></li><li><a href='/'>경제</a></li><li><a href='/'>사회</a></li></ul></nav>"


def paragraphs(told: Told) -> str:
    return "".join(f"<p>{text}</p>" for text in told.body)


def photos(told: Told) -> str:
    return "".join(
        f"<figure><img src='/p.jpg' alt='{told.headline}'><figcaption>{text} /사진={credit}</figcaption></figure>"
        for text, credit in told.captions
    )


def ld(told: Told, **more: object) -> str:
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": told.headline,
        "datePublished": "2025-01-08T14:05:00+09:00",
        "dateModified": "2025-01-08T06:10:00Z",
        "articleSection": list(told.section),
        "author": [
            {"@type": "Person", "name": f"{name} 기자", "email": mail} for name, mail in told.people
        ],
        "url": "https://hangang.example/news/20412",
        **more,
    }
    return f"<script type='application/ld+json'>{json.dumps({'@graph': [node]}, ensure_ascii=False)}</script>"


def related(told: Told) -> str:
    return (
        "<aside><h3>많이 본 뉴스</h3><ul>"
        + "".join(f"<li><a>{one}</a></li>" for one in told.related)
        + "</ul></aside>"
    )


def by_json_ld(told: Told) -> str:
    return (
        f"<!doctype html><html><head><title>{told.headline} - 한강경제</title>{ld(told)}</head><body>{NAV}"
        f"<h1>{told.headline}</h1><div class='share'><button>공유하기</button></div>"
        f"<div itemprop='articleBody'>{photos(told)}{paragraphs(told)}<div class='copyright'>무단전재 금지</div></div>"
        f"{related(told)}</body></html>"
    )


def by_meta(told: Told) -> str:
    names = ", ".join(f"{name} 기자" for name, _ in told.people)
    return (
        f"<html><head><meta property='og:type' content='article'><meta property='og:title' content=\"{told.headline} - 한강일보\">"
        f"<meta property='article:section' content='{told.section[0]}'><meta property='article:section2' content='{told.section[1]}'>"
        f"<meta property='article:published_time' content='2025-01-08T14:05:00+09:00'><meta name='author' content='{names}'>"
        "<meta property='article:modified_time' content='2025-01-08T15:10:00+09:00'>"
        "<link rel='canonical' href='https://hangang.example/news/articleView.html?idxno=20412'></head>"
        f"<body><header>{NAV}</header><div class='article-view-header'><h3>{told.headline}</h3></div>"
        f"<div id='article-view-content-div'>{photos(told)}{paragraphs(told)}<p>{' '.join(m for _, m in told.people)}</p></div>"
        f"<div class='relation'><h4>관련기사</h4>{related(told)}</div></body></html>"
    )


def by_text(told: Told) -> str:
    names = " ".join(f"{name} 기자 {mail}" for name, mail in told.people)
    body = "<br><br>".join(told.body)
    return (
        f"<html><body><div>{told.section[0]} &gt; {told.section[1]}</div><div class=tit>{told.headline}</div>"
        f"<div>{names}</div><div>입력 2025.01.08 14:05 수정 2025.01.08 15:10</div><div id='newsContent'>{photos(told)}{body}</div>"
        "<div>https://hangang.example/news/20412</div></body></html>"
    )


@pytest.mark.parametrize("layout", [by_json_ld, by_meta, by_text])
@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "utf-16"])
def test_the_whole_article_is_read(layout: object, name: str, encoding: str) -> None:
    told = STORIES[name]
    record = read(layout(told).encode(encoding), "page.html")  # type: ignore[operator]
    assert record.body == list(told.body)
    assert record.headline == told.headline
    assert (record.section, record.subsection) == told.section
    assert [(one.name, one.email) for one in record.reporters] == list(told.people)
    assert [(one.text, one.credit) for one in record.captions] == list(told.captions)
    plain = record.as_dict()
    assert plain["published_at"] == "2025-01-08T14:05:00+09:00"
    assert plain["modified_at"] == "2025-01-08T15:10:00+09:00"
    assert (record.id, record.file) == (20412, "page.html")


def test_a_body_told_only_in_json_ld() -> None:
    page = f"<html><head>{ld(BANK, articleBody=chr(10).join(BANK.body))}</head><body><h1>{BANK.headline}</h1></body></html>"
    assert read(page.encode()).body == list(BANK.body)


def test_broken_json_ld_is_passed_over() -> None:
    page = by_meta(BANK).replace(
        "</head>", "<script type='application/ld+json'>{broken</script></head>"
    )
    assert read(page.encode()).headline == BANK.headline


def test_without_any_known_markup_the_library_finds_the_story() -> None:
    page = (
        f"<html><head>{ld(FACTORY)}</head><body>{NAV}<b>{FACTORY.headline}</b><span class='z9'>{paragraphs(FACTORY)}</span>"
        "<p>회사소개</p></body></html>"
    )
    assert read(page.encode()).body == list(FACTORY.body)


def test_scripts_and_hidden_text_are_never_read() -> None:
    page = by_json_ld(BANK).replace(
        "<p>", "<script>alert('나쁨')</script><span style='display:none'>숨은 글</span><p>", 1
    )
    text = " ".join(read(page.encode()).body)
    assert "alert" not in text
    assert "숨은" not in text


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>로그인</title></head><body><form><p>아이디</p><p>비밀번호를 잊으셨나요?</p></form></body></html>",
        "<html><body><h1>404</h1><p>페이지를 찾을 수 없습니다.</p></body></html>",
        "<html><body></body></html>",
        "<html><body><p>Lorem ipsum dolor sit amet.</p><p>It works.</p></body></html>",
        f"<html><body>{NAV}{related(BANK)}</body></html>",
        "<!doctype html><div>",
    ],
)
def test_html_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(NotAnArticle):
        read(page.encode())


def test_nesting_deeper_than_python_goes_is_no_crash() -> None:
    page = f"<html><body>{'<div>' * 5000}{paragraphs(BANK)}{'</div>' * 5000}</body></html>"
    with pytest.raises(NotAnArticle):
        read(page.encode())


@pytest.mark.parametrize("opening", ["", "<p>와 "])
def test_copy_that_names_tags_is_plain_copy(opening: str) -> None:
    told = [
        "강가 책방 누리집은 <p>와 <span> 두 가지 태그만으로 만들었다.",
        "책방지기는 “<script>는 한 줄도 쓰지 않았다”고 말했다.",
    ]
    headline = f"{opening}태그로 다시 연 동네 책방"
    record = read_pasted("\n\n".join([headline, *told]))
    assert (record.headline, record.body) == (headline, told)


def test_a_part_of_a_page_is_still_markup() -> None:
    assert not is_html("가운데에 <p> 하나와 <span> 하나가 든 원고다.")
    assert is_html(f"책방\n{paragraphs(BANK)}{paragraphs(BANK)}")
    assert is_html(f"저장한 화면\n<html><body>{paragraphs(BANK)}")
