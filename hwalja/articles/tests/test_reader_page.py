"""What stands on the article page, and what of it depends on the article."""

import re
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.html import escape

from hwalja.articles import embeds, slots
from hwalja.articles.blocks import BodyBlock
from hwalja.articles.models import Article, Correction
from hwalja.masthead.models import Masthead
from hwalja.testing import Newsroom, make_photo

NIGHT = datetime(2025, 1, 11, 21, 0, 0, 345678, tzinfo=UTC)


def read(reader: Client, article: Article) -> str:
    return reader.get(article.get_absolute_url()).content.decode()


def paper(**fields: object) -> Masthead:
    masthead = Masthead.load()
    for name, value in fields.items():
        setattr(masthead, name, value)
    masthead.save()
    return masthead


def test_times_to_the_second_in_korea(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    Article.objects.filter(pk=article.pk).update(published_at=NIGHT, modified_at=NIGHT)
    time = '<time datetime="2025-01-12T06:00:00+09:00">2025-01-12 06:00:00</time>'
    page = read(reader, article)
    assert f"입력 {time}" in page and f"수정 {time}" in page


def test_the_byline_leads_to_the_reporter_and_the_mail(newsroom: Newsroom, reader: Client) -> None:
    page = read(reader, newsroom.publish())
    assert '<a href="/reporters/kim/" rel="author">김하늘 기자</a>' in page
    assert 'href="mailto:kim@paper.example"' in page


def test_the_breadcrumb_names_section_and_sub_section(newsroom: Newsroom, reader: Client) -> None:
    page = read(reader, newsroom.publish())
    crumbs = page.split('aria-label="현재 위치"')[1].split("</nav>")[0]
    assert 'href="/industry/"' in crumbs and 'href="/industry/internet/"' in crumbs


def test_the_outlet_s_tag_opens_the_paper_s_own_stories_only(
    newsroom: Newsroom, reader: Client
) -> None:
    paper(outlet_tag="활자경제")
    tag = '<span class="outlet">[활자경제]</span>'
    photo = ("photo", {"photo": make_photo(), "caption": "설명", "credit": ""})
    text = ("paragraph", "<p>첫 문단.</p><p>둘째 문단.</p>")
    own = newsroom.publish(body=[photo, text])
    assert f"<p>{tag} 첫 문단.</p>" in read(reader, own)
    assert read(reader, own).count(tag) == 1
    for fields in ({"origin": "wire"}, {"origin": "release"}, {"sponsored": True}):
        assert tag not in read(reader, newsroom.publish(body=[text], **fields)), fields
    named = newsroom.publish(body=[text], outlet_tag="공동취재단", origin="wire")
    assert '<span class="outlet">[공동취재단]</span> 첫 문단.' in read(reader, named)
    begun = newsroom.publish(body=[("paragraph", "<p>[현장] 첫 문단.</p>")])
    assert "<p>[현장] 첫 문단.</p>" in read(reader, begun)


def test_labels_of_advertising_wire_and_machine(newsroom: Newsroom, reader: Client) -> None:
    ad = newsroom.publish(title="광고주의 글", sponsored=True, ai_use="그림은 AI가 그렸습니다.")
    label = '<span class="label label-strong">광고</span>'
    assert label in read(reader, ad) and "그림은 AI가 그렸습니다." in read(reader, ad)
    for path in ("/industry/", "/latest/", "/reporters/kim/", "/search/?q=광고주의"):
        assert f"{label}광고주의 글" in reader.get(path).content.decode(), path
    assert "보도자료" in read(reader, newsroom.publish(origin="release"))


@pytest.mark.parametrize("place", ["top", "end"])
def test_a_correction_stands_where_it_was_put(
    newsroom: Newsroom, reader: Client, place: str
) -> None:
    article = newsroom.publish()
    Correction.objects.create(article=article, text="바로잡습니다 <b>", place=place)
    page = read(reader, article)
    at = page.index(escape("바로잡습니다 <b>"))
    assert (at < page.index("<p>첫 문단입니다.")) is (place == "top")


def test_the_latest_box_marks_the_article_being_read(newsroom: Newsroom, reader: Client) -> None:
    newsroom.publish(title="다른 기사")
    article = newsroom.publish(title="읽는 기사")
    page = read(reader, article)
    assert page.count('aria-current="page"') == 1
    assert f'href="{article.get_absolute_url()}" aria-current="page">읽는 기사' in page


def test_neighbours_and_other_articles(newsroom: Newsroom, reader: Client) -> None:
    older, article, newer = (newsroom.publish(title=name) for name in ("앞", "글", "뒤"))
    page = read(reader, article)
    assert f'<a href="{newer.get_absolute_url()}" rel="next">' in page
    assert f'<a href="{older.get_absolute_url()}" rel="prev">' in page


def test_all_seven_shares_are_links(newsroom: Newsroom, reader: Client) -> None:
    page = read(reader, newsroom.publish(title='따옴표 "와" & <표>'))
    shares = page.split('aria-label="공유하기"')[1].split("</ul>")[0]
    assert shares.count("<a href=") == 7
    assert "%26%20%3C%ED%91%9C%3E" in shares and "kakao-key" not in shares
    assert 'href="#address" data-do="sheet" title="유튜브 공유하기"' in shares
    paper(youtube="https://www.youtube.com/@paper")
    shares = read(reader, newsroom.publish())
    assert 'href="https://www.youtube.com/@paper" target="_blank" rel="noopener"' in shares


def test_kakao_s_script_is_allowed_only_with_a_key(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    policy = reader.get(article.get_absolute_url())["Content-Security-Policy"]
    assert "kakao" not in policy and "frame-src 'none'" in policy
    paper(kakao_key="0123456789abcdef")
    answer = reader.get(article.get_absolute_url())
    assert "script-src 'self' https://t1.kakaocdn.net" in answer["Content-Security-Policy"]
    assert 'data-kakao-key="0123456789abcdef"' in answer.content.decode()
    scripts = re.findall(r'<script src="([^"]+)"', answer.content.decode())
    assert all(address.startswith("/static/") for address in scripts)
    assert "kakao" not in reader.get("/latest/")["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("url", "frame"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", "youtube-nocookie.com/embed/abcdefghijk"),
        ("https://m.youtube.com/watch?t=3&v=abcdefghijk&x", "nocookie.com/embed/abcdefghijk"),
        ("https://youtu.be/abcdefghijk?si=1", "youtube-nocookie.com/embed/abcdefghijk"),
        ("https://www.youtube.com/shorts/abcdefghijk", "nocookie.com/embed/abcdefghijk"),
        ("https://vimeo.com/12345678", "player.vimeo.com/video/12345678"),
        ("https://tv.naver.com/v/1234567", "tv.naver.com/embed/1234567"),
        ("https://tv.kakao.com/channel/1/cliplink/123456", "player/cliplink/123456"),
    ],
)
def test_videos_of_the_list(url: str, frame: str) -> None:
    found = embeds.read(url)
    assert found is not None and frame in found.frame


@pytest.mark.parametrize(
    "url",
    [
        "https://video.example/watch?v=abcdefghijk",
        "https://www.youtube.com.evil.example/watch?v=abcdefghijk",
        "https://www.youtube.com/watch?v=abc",
        'https://youtu.be/abcdefghijk"><script>',
        "javascript:alert(1)",
        "https://evil.example/#https://youtu.be/abcdefghijk",
    ],
)
def test_what_is_outside_the_list_is_refused_in_korean(url: str) -> None:
    assert embeds.read(url) is None
    block = BodyBlock().child_blocks["embed"]
    with pytest.raises(ValidationError, match="이 주소의 동영상은 넣을 수 없습니다"):
        block.clean(block.to_python(url))


def test_a_video_s_frame_is_allowed_on_its_page_alone(newsroom: Newsroom, reader: Client) -> None:
    video = newsroom.publish(body=[("embed", "https://vimeo.com/12345678")])
    other = newsroom.publish(body=[("embed", "https://evil.example/v/1")])
    policy = reader.get(video.get_absolute_url())["Content-Security-Policy"]
    assert "frame-src https://player.vimeo.com;" in policy + ";"
    assert "iframe" not in read(reader, video)
    assert "frame-src 'none'" in reader.get(other.get_absolute_url())["Content-Security-Policy"]
    assert "evil.example" not in read(reader, other)


def test_slots_are_filled(newsroom: Newsroom, reader: Client, monkeypatch) -> None:
    filled = {**slots.SLOTS, "strip": [lambda request, article: f"<{article.number}>"]}
    monkeypatch.setattr(slots, "SLOTS", filled)
    article = newsroom.publish()
    assert f"&lt;{article.number}&gt;" in read(reader, article)


def test_a_withdrawn_article_is_gone_and_its_headline_with_it(
    newsroom: Newsroom, reader: Client
) -> None:
    article = newsroom.publish(title="거두어들인 제목")
    article.unpublish()
    answer = reader.get(article.get_absolute_url())
    assert answer.status_code == 410
    assert "거두어들인 제목" not in answer.content.decode()


@pytest.mark.slow
def test_no_article_twice_on_the_front(newsroom: Newsroom, reader: Client) -> None:
    for number in range(40):
        section = newsroom.finance if number % 3 else newsroom.internet
        newsroom.publish(section, title=f"기사 {number}")
    page = reader.get("/").content.decode()
    main = page.split("<main")[1].split("</main>")[0]
    shown = [part.split("/")[0] for part in main.split('<h2><a href="/news/')[1:]]
    shown += [part.split("/")[0] for part in main.split('<h3><a href="/news/')[1:]]
    shown += [part.split("/")[0] for part in main.split('<li><a href="/news/')[1:]]
    shown += [part.split("/")[0] for part in main.split('class="line-head" href="/news/')[1:]]
    assert len(shown) == len(set(shown)) == 1 + 8 + 9 + 2 * 5


@pytest.mark.slow
@pytest.mark.parametrize("many", [6, 60])
def test_queries_of_the_front_and_a_section(
    newsroom: Newsroom, reader: Client, django_assert_max_num_queries, many: int
) -> None:
    photo = make_photo()
    for _ in range(many):
        newsroom.publish(lead_photo=photo)
    for path, most in (("/", 12), ("/industry/", 8), ("/latest/", 8)):
        reader.get(path)
        with django_assert_max_num_queries(most):
            assert reader.get(path).status_code == 200


def test_an_empty_front_tells_the_newsroom_what_to_do(newsroom: Newsroom, reader: Client) -> None:
    page = reader.get("/").content.decode()
    assert "첫 기사를 기다리고 있습니다" in page and 'href="/admin/"' in page


def test_press_law_items_are_plain_text_on_every_page(newsroom: Newsroom, reader: Client) -> None:
    paper(registration_number="서울 아00000", youth_officer="윤채린", publisher="편도윤")
    for path in ("/", "/about/", "/latest/"):
        page = reader.get(path).content.decode()
        for text in ("서울 아00000", "윤채린", "편도윤"):
            assert text in page, (path, text)


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("3조1,200억 원", True),
        ("24.7%", True),
        ("△1.5%p", True),
        ("매출", False),
        ("2024년 말까지", False),
    ],
)
def test_numbers_in_tables_stand_flush_right(
    newsroom: Newsroom, reader: Client, cell: str, figure: bool
) -> None:
    table = {"data": [["구분", "값"], ["가", cell]], "first_row_is_table_header": True}
    body = [("table", {"caption": "실적", "table": table, "source": "공시"})]
    page = read(reader, newsroom.publish(body=body))
    assert "<caption>실적</caption>" in page and '<th scope="col"' in page
    assert page.count('class="number"') == (2 if figure else 0)
