"""Taking in copy: from a record to an article."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone

from hwalja.articles.actions.enter_reporter import enter_reporter, find_reporter
from hwalja.articles.actions.enter_section import enter_section, find_section, free_slug
from hwalja.articles.actions.take_in import take_in
from hwalja.articles.intake import Byline, Caption, Record, read
from hwalja.articles.intake.when import KST
from hwalja.articles.models import Article, FrontPage, Intake, Reporter, Section
from hwalja.articles.models.section import RESERVED
from hwalja.articles.tests.intake_layouts import window
from hwalja.articles.tests.intake_stories import BANK, FACTORY
from hwalja.media.models import Photo
from hwalja.media.tests.pictures import encoded
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

WHEN = datetime(2025, 1, 8, 14, 5, 7, tzinfo=KST)


def record(**fields: object) -> Record:
    told: dict[str, object] = {
        "headline": "동네 책방 다시 연다",
        "section": "기업과산업",
        "subsection": "인터넷·게임·콘텐츠",
        "reporters": [Byline("김하늘", "kim@paper.example")],
        "published_at": WHEN,
        "body": ["첫 문단이다.", "■ 소제목", "둘째 <문단>이다."],
        "captions": [Caption("책방의 모습.", "연합뉴스"), Caption("주민들.", None)],
        "places": [1, 3],
        "outlet_tag": "한강경제",
    }
    return Record(**{**told, **fields})  # type: ignore[arg-type]


def test_a_draft_in_the_section_that_is_there(newsroom: Newsroom) -> None:
    taken = take_in(record(), create=True)
    article = taken.article
    assert (taken.new, taken.warnings, article.live) == (True, [], False)
    assert article.get_parent().pk == newsroom.internet.pk
    assert [one.reporter for one in article.bylines.all()] == [newsroom.kim]
    kinds = [block.block_type for block in article.body]
    assert kinds == ["paragraph", "photo", "subheading", "paragraph", "photo"]
    assert article.body[3].value.source == "<p>둘째 &lt;문단&gt;이다.</p>"
    assert article.body[1].value["caption"] == "책방의 모습."
    assert article.outlet_tag == "한강경제"


def test_published_with_the_time_of_the_page(newsroom: Newsroom, reader: Client) -> None:
    article = take_in(
        record(modified_at=WHEN + timedelta(hours=1)), create=True, publish=True
    ).article
    assert article.live
    assert (article.published_at, article.listed_at) == (WHEN, WHEN)
    assert article.modified_at == WHEN + timedelta(hours=1)
    page = reader.get(f"/news/{article.number}/")
    assert page.status_code == 200
    assert "첫 문단이다." in page.content.decode()


def test_publishing_the_draft_later_keeps_the_time_of_the_page(newsroom: Newsroom) -> None:
    article = take_in(record(), create=True).article
    article.get_latest_revision().publish(user=newsroom.chief)
    assert Article.objects.get(pk=article.pk).published_at == WHEN


def test_a_time_to_come_is_not_believed(newsroom: Newsroom) -> None:
    taken = take_in(
        record(published_at=timezone.now() + timedelta(days=3)), create=True, publish=True
    )
    assert taken.article.published_at <= timezone.now()
    assert taken.warnings == ["입력 시각이 앞날이어서 쓰지 않았습니다."]


def test_the_same_copy_again_changes_nothing(newsroom: Newsroom) -> None:
    first = take_in(record(), create=True)
    again = take_in(record(file="다른 이름.txt"), create=True, publish=True)
    assert (again.new, again.article.pk, again.article.live) == (False, first.article.pk, False)
    assert "이미 넣은 원고입니다" in again.warnings[0]
    assert (Article.objects.count(), Intake.objects.count()) == (1, 1)


def test_another_copy_of_the_same_page_changes_nothing(newsroom: Newsroom) -> None:
    url = "https://hangang.example/news/20412"
    take_in(record(url=url, id=20412), create=True)
    assert not take_in(record(url=url, id=20412, body=["고친 문단이다."]), create=True).new


def test_trashed_copy_is_said_to_be_in_the_trash(newsroom: Newsroom) -> None:
    from hwalja.articles.actions.trash import trash

    article = take_in(record(), create=True).article
    trash(article, newsroom.chief)
    assert "휴지통" in take_in(record(), create=True).warnings[0]


@pytest.mark.parametrize("host", ["paper.example", "www.paper.example", "PAPER.example:443"])
def test_the_paper_s_own_number_is_kept_if_it_is_free(
    newsroom: Newsroom, settings: Any, host: str
) -> None:
    settings.BASE_URL = "https://paper.example"
    url = f"https://{host}/news/articleView.html?idxno=777"
    kept = take_in(record(id=777, url=url), create=True).article
    assert kept.number == 777
    other = take_in(record(id=777, url=f"{url}&old=1", headline="다른 기사"), create=True)
    assert other.article.number == 778
    assert "777" in other.warnings[0]


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/news/2147483640",
        "https://paper.example.x.example/news/2147483640",
        "https://notpaper.example/news/2147483640",
        "https://[paper.example/news/2147483640",
        None,
    ],
)
def test_another_s_number_is_not_taken_over(
    newsroom: Newsroom, settings: Any, url: str | None
) -> None:
    settings.BASE_URL = "https://paper.example"
    first = take_in(record(), create=True).article.number
    foreign = record(id=2147483640, url=url, headline="남의 기사")
    assert take_in(foreign, create=True).article.number == first + 1
    again = take_in(foreign, create=True)
    assert (again.new, again.article.number) == (False, first + 1)
    assert take_in(record(headline="우리 기사"), create=True).article.number == first + 2


def test_photos_go_to_captions_in_order(newsroom: Newsroom) -> None:
    photos = [
        ("하나.jpg", encoded("JPEG")),
        ("둘.jpg", encoded("JPEG")),
        ("셋.jpg", encoded("JPEG")),
    ]
    taken = take_in(record(), photos=photos, create=True)
    article = taken.article
    assert taken.warnings == [
        "사진 설명보다 사진이 1장 많아, 남은 사진을 설명 없이 글 끝에 붙였습니다."
    ]
    shown = [block.value for block in article.body if block.block_type == "photo"]
    assert [value["photo"].caption for value in shown] == ["책방의 모습.", "주민들.", ""]
    assert shown[0]["photo"].credit == "연합뉴스"
    assert shown[2]["photo"].title == "셋.jpg"


def test_a_caption_without_a_picture_waits_in_the_draft(newsroom: Newsroom) -> None:
    article = take_in(record(), photos=[("하나.jpg", encoded("JPEG"))], create=True).article
    waiting = [block.value for block in article.body if block.block_type == "photo"][1]
    assert (waiting["photo"], waiting["caption"]) == (None, "주민들.")


def test_a_photo_that_is_none_saves_nothing(newsroom: Newsroom) -> None:
    with pytest.raises(ValidationError):
        take_in(record(section="새 섹션"), photos=[("나쁨.jpg", b"<svg/>")], create=True)
    assert not Article.objects.exists()
    assert not Photo.objects.exists()
    assert find_section("새 섹션", None) is None


def test_missing_sections_and_reporters_are_made_for_the_operator(newsroom: Newsroom) -> None:
    people = [Byline("서하늘", "haneul@hangang.example"), Byline("문이든")]
    article = take_in(
        record(section="산업", subsection="전자·반도체", reporters=people), create=True
    ).article
    section = Section.objects.get(pk=article.get_parent().pk)
    assert (section.title, section.slug, section.live) == ("전자·반도체", "jeonja-bandoche", True)
    assert section.get_parent().title == "산업"
    assert list(Reporter.objects.exclude(pk=newsroom.kim.pk).values_list("name", "slug")) == [
        ("문이든", "munideun"),
        ("서하늘", "haneul"),
    ]


def test_nothing_is_made_where_that_is_not_allowed(newsroom: Newsroom) -> None:
    with pytest.raises(PermissionDenied):
        take_in(record(section="없는 섹션"), user=newsroom.chief)
    taken = take_in(
        record(reporters=[Byline("없는이")]), section=newsroom.internet, user=newsroom.chief
    )
    assert taken.warnings == ["‘없는이’ 기자가 등록되어 있지 않습니다."]
    assert not Section.objects.filter(title="없는 섹션").exists()


def test_copy_without_a_section_goes_to_the_unsorted(newsroom: Newsroom) -> None:
    for headline in ("하나를 쓴다", "둘을 쓴다"):
        article = take_in(
            record(headline=headline, section=None, subsection=None), create=True
        ).article
        assert article.get_parent().title == "미분류"
    assert Section.objects.filter(title="미분류").count() == 1


def test_readers_are_not_led_to_the_unsorted(newsroom: Newsroom, reader: Client) -> None:
    article = take_in(record(section=None, subsection=None), create=True, publish=True).article
    section = Section.objects.get(title="미분류")
    link = f'href="{section.get_absolute_url()}"'
    assert link not in reader.get("/").content.decode()
    assert article.title in reader.get(section.get_absolute_url()).content.decode()


def test_who_may_not_add_there_may_not_take_in(newsroom: Newsroom) -> None:
    with pytest.raises(PermissionDenied):
        take_in(record(), section=newsroom.finance, user=newsroom.photographer)
    with pytest.raises(PermissionDenied):
        take_in(record(), section=newsroom.finance, user=newsroom.reporter, publish=True)


@pytest.mark.parametrize(
    "title", ["news", "Who", "ADMIN", "search", "·", "經濟", "2025", "about", "가" * 90]
)
def test_no_section_under_a_reserved_address(newsroom: Newsroom, title: str) -> None:
    section = enter_section(title, None)
    assert section.slug not in RESERVED
    assert section.slug.isascii()
    assert len(section.slug) <= 50
    assert free_slug(FrontPage.objects.get(), title) != section.slug


def test_sections_are_known_by_their_titles(newsroom: Newsroom) -> None:
    assert find_section("기업과산업", "인터넷·게임·콘텐츠") == newsroom.internet
    assert find_section("기업과 산업", None) == newsroom.industry
    assert find_section("인터넷·게임·콘텐츠", None) == newsroom.internet
    assert find_section("기업과산업", "없는 것") == newsroom.industry
    assert find_section(None, None) is None


def test_reporters_of_one_name_are_told_apart_by_mail(newsroom: Newsroom) -> None:
    assert find_reporter(Byline("김하늘")) == newsroom.kim
    other = enter_reporter(Byline("김하늘", "other@hangang.example"))
    assert other != newsroom.kim
    assert find_reporter(Byline("김하늘", "OTHER@hangang.example")) == other
    assert enter_reporter(Byline("새이름", "kim@elsewhere.example")).slug == "kim-2"


@pytest.mark.parametrize("told", [BANK, FACTORY])
def test_a_captured_page_becomes_the_page_it_was(
    newsroom: Newsroom, reader: Client, told: object
) -> None:
    page = read(window(told).text.encode(), "쪽.txt")  # type: ignore[arg-type]
    article = take_in(page, create=True, publish=True).article
    shown = reader.get(f"/news/{article.number}/").content.decode()
    assert all(text.lstrip("■ ") in shown for text in page.body)
    assert "200자" not in shown


def test_ridiculous_lengths_are_cut_and_told(newsroom: Newsroom) -> None:
    taken = take_in(
        record(headline="긴 제목 " * 1000, deck="부제 " * 500), create=True, publish=True
    )
    assert len(taken.article.title) <= 255
    assert len(taken.article.deck) <= 300
    assert taken.warnings
