"""Older articles by date: addresses, neighbours, bounds."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from hwalja.articles import archive, listing, pages
from hwalja.articles.models import Article, Section, Series
from hwalja.articles.pages import Form
from hwalja.articles.tests.test_sections import add_section
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

SEOUL = ZoneInfo("Asia/Seoul")
BY_DAY = ("/latest/", "/industry/", "/industry/internet/")
BY_MONTH = ("/reporters/kim/", "/series/plants/", "/tags/chip/")


class Dated:
    """A newsroom whose articles came out when a test says."""

    def __init__(self, newsroom: Newsroom) -> None:
        self.newsroom = newsroom
        self.series = Series.objects.create(name="공장을 가다", slug="plants")

    def publish(self, *when: int, section: Section | None = None, **fields: Any) -> Article:
        at = datetime(*when, tzinfo=SEOUL)  # type: ignore[misc]
        fields.setdefault("title", f"{at:%d일 %H시 %M분} 기사")
        draft = self.newsroom.write(section, series=self.series, published_at=at, **fields)
        draft.tags.add("chip")
        draft.save_revision().publish()
        return Article.objects.get(pk=draft.pk)


@pytest.fixture
def dated(newsroom: Newsroom) -> Dated:
    return Dated(newsroom)


def text(reader: Client, path: str) -> str:
    """What stands in the page's own part; the box of the latest is on every page."""
    answer = reader.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode().partition("<main")[2].partition("<aside")[0]


def titles(page: str) -> list[str]:
    return re.findall(r"\d\d일 \d\d시 \d\d분 기사", page)


def links(page: str) -> list[str]:
    near = page.partition('class="near')[2]
    return re.findall(r'href="([^"]+)"', near)


def test_a_day_is_koreas_and_begins_with_its_first(dated: Dated, reader: Client) -> None:
    dated.publish(2025, 1, 12, 23, 59)
    dated.publish(2025, 1, 12, 0, 0)
    dated.publish(2025, 1, 11, 23, 59)
    dated.publish(2025, 1, 13, 0, 0)
    page = text(reader, "/latest/2025/01/12/")
    assert titles(page) == ["12일 00시 00분 기사", "12일 23시 59분 기사"]
    assert "<h1>2025년 1월 12일 일요일</h1>" in page


def test_days_lead_to_the_next_that_have_articles(dated: Dated, reader: Client) -> None:
    for day in (3, 12, 20):
        dated.publish(2025, 1, day, 9)
    # Another section's article, between, is a neighbour in the list of all alone.
    dated.publish(2025, 1, 15, 9, section=dated.newsroom.finance)
    for path, following in zip(BY_DAY, (15, 20, 20), strict=True):
        near = [f"{path}2025/01/03/", f"{path}2025/01/{following}/"]
        assert links(text(reader, f"{path}2025/01/12/")) == near
        assert links(text(reader, f"{path}2025/01/03/")) == [f"{path}2025/01/12/"]


def test_smaller_lists_go_by_month(dated: Dated, reader: Client) -> None:
    for when in [(2024, 11, 30, 23), (2025, 1, 31, 9), (2025, 1, 2, 9), (2025, 3, 1, 0)]:
        dated.publish(*when)
    for path in BY_MONTH:
        page = text(reader, f"{path}2025/01/")
        assert titles(page) == ["02일 09시 00분 기사", "31일 09시 00분 기사"], path
        assert "<h1>2025년 1월</h1>" in page and "1월 2일 목요일" in page
        assert links(page) == [f"{path}2024/11/", f"{path}2025/03/"]
        assert reader.get(f"{path}2025/01/02/").status_code == 404


def test_a_month_is_a_calendar_of_the_days_with_articles(dated: Dated, reader: Client) -> None:
    for when in [(2024, 12, 31, 23), (2025, 2, 1, 0), (2025, 2, 28, 23), (2025, 3, 1, 0)]:
        dated.publish(*when)
    for path in BY_DAY:
        page = text(reader, f"{path}2025/02/")
        cells = page.partition("<tbody>")[2].partition("</tbody>")[0]
        found = re.findall(r'href="([^"]+)"', cells)
        assert found == [f"{path}2025/02/01/", f"{path}2025/02/28/"]
        assert cells.count("<td>") == 35 and len(re.findall(r"<td></td>", cells)) == 7
        assert links(page) == [f"{path}2024/12/", f"{path}2025/03/"]


def test_the_way_to_a_day(dated: Dated, reader: Client) -> None:
    dated.publish(2025, 1, 12, 9)
    page = reader.get("/industry/internet/2025/01/12/").content.decode()
    crumbs = page.partition('class="crumbs')[2].partition("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', crumbs) == [
        "/",
        "/industry/",
        "/industry/internet/",
        "/industry/internet/2025/01/",
        "/industry/internet/2025/01/12/",
    ]
    assert '"@type":"BreadcrumbList"' in page
    assert 'rel="canonical" href="http://127.0.0.1:8000/industry/internet/2025/01/12/"' in page


NOTHING = [
    "/latest/2025/02/30/",
    "/latest/2025/13/01/",
    "/latest/2025/00/",
    "/latest/2025/13/",
    "/latest/0000/01/01/",
    "/latest/9999/12/31/",
    "/latest/2025/1/12/",
    "/latest/2025/",
    "/latest/2025/01/13/",
    "/latest/2025/02/",
    "/industry/2025/01/13/",
    "/finance/2025/01/12/",
    "/finance/2025/01/",
    "/nowhere/2025/01/12/",
    "/industry/nowhere/2025/01/12/",
    "/reporters/nobody/2025/01/",
    "/reporters/kim/2025/02/",
    "/series/none/2025/01/",
    "/tags/none/2025/01/",
    "/latest/2025/01/12/?page=2",
    "/latest/2025/01/12/?page=0",
    "/latest/2025/01/12/?page=101",
    "/latest/2025/01/12/?page=x",
    "/latest/٢٠٢٥/٠١/١٢/",
]


def test_what_is_no_day_or_has_no_article_is_not_found(dated: Dated, reader: Client) -> None:
    dated.publish(2025, 1, 12, 9)
    assert reader.get("/latest/2025/01/12/").status_code == 200
    answers = {path: reader.get(path).status_code for path in NOTHING}
    assert set(answers.values()) == {404}, answers


def test_days_to_come_are_not_found_and_not_led_to(dated: Dated, reader: Client) -> None:
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    soon = today + timedelta(days=2)
    for moment in (today, soon):
        dated.publish(moment.year, moment.month, moment.day, 0)
    assert links(text(reader, f"/latest/{today:%Y/%m/%d}/")) == []
    assert reader.get(f"/latest/{soon:%Y/%m/%d}/").status_code == 404


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of two rows."""
    monkeypatch.setattr(pages, "LIST", Form(2, 5))
    monkeypatch.setattr(pages.cut, "__defaults__", (Form(2, 5),))
    monkeypatch.setattr(pages.cut_or_404, "__defaults__", (Form(2, 5),))
    monkeypatch.setattr(archive, "ROWS", Form(2, 3))


def test_the_last_numbered_page_leads_on_by_date(dated: Dated, reader: Client, short: None) -> None:
    for day in range(1, 13):
        dated.publish(2025, 1, day, 9)
    for path, goes_on_at in {
        **dict.fromkeys(BY_DAY, "2025/01/03/"),
        **dict.fromkeys(BY_MONTH, "2025/01/"),
    }.items():
        last = text(reader, f"{path}?page=5")
        assert titles(last) == ["04일 09시 00분 기사", "03일 09시 00분 기사"], path
        assert f'href="{path}{goes_on_at}">이전 기사</a>' in last
        assert "page=6" not in last
        assert "이전 기사" not in text(reader, f"{path}?page=4")
        for number in (6, 7, 100):
            assert reader.get(f"{path}?page={number}").status_code == 404


def test_a_list_that_ends_on_its_last_page_leads_nowhere(
    dated: Dated, reader: Client, short: None
) -> None:
    for day in range(1, 11):
        dated.publish(2025, 1, day, 9)
    assert "이전 기사" not in text(reader, "/latest/?page=5")


def test_pages_of_a_day_never_shift(dated: Dated, reader: Client, short: None) -> None:
    for minute in range(5):
        dated.publish(2025, 1, 12, 9, minute)
    path = "/latest/2025/01/12/"
    before = [text(reader, f"{path}?page={number}") for number in (1, 2, 3)]
    assert [len(titles(page)) for page in before] == [2, 2, 1]
    assert [len(set(re.findall(r"page=\d", page))) for page in before] == [3, 3, 3]
    dated.publish(2026, 1, 13, 9)
    dated.publish(2025, 1, 12, 22)
    assert titles(text(reader, path)) == titles(before[0])
    assert titles(text(reader, f"{path}?page=2")) == titles(before[1])
    assert len(titles(text(reader, f"{path}?page=3"))) == 2


def test_articles_of_the_same_second_keep_their_order(
    dated: Dated, reader: Client, short: None
) -> None:
    made = [dated.publish(2025, 1, 12, 9, title=f"{n:02}일 00시 00분 기사") for n in range(6)]
    for path in ("/latest/2025/01/12/", *(f"{path}2025/01/" for path in BY_MONTH)):
        found = [title for n in (1, 2, 3) for title in titles(text(reader, f"{path}?page={n}"))]
        assert found == [row.title for row in made], path


def test_pages_by_date_have_tags_and_no_cookie(dated: Dated, reader: Client) -> None:
    dated.publish(2025, 1, 12, 9)
    section = f"section-{dated.newsroom.industry.pk} list"
    for path, tag in {
        "/latest/2025/01/12/": "latest list",
        "/latest/2025/01/": "latest list",
        "/industry/2025/01/12/": section,
        "/industry/2025/01/": section,
        "/reporters/kim/2025/01/": f"reporter-{dated.newsroom.kim.pk} list",
        "/series/plants/2025/01/": f"series-{dated.series.pk} list",
    }.items():
        answer = reader.get(path)
        assert answer["Cache-Tag"] == tag and not answer.cookies, path


def test_old_addresses_lead_to_the_new_by_date_too(dated: Dated, reader: Client) -> None:
    dated.publish(2025, 1, 12, 9)
    kim = dated.newsroom.kim
    kim.slug = "kim-haneul"
    kim.save()
    section = Section.objects.get(pk=dated.newsroom.industry.pk)
    section.slug = "business"
    section.save_revision().publish()
    for old, new in {
        "/reporters/kim/2025/01/": "/reporters/kim-haneul/2025/01/",
        "/industry/2025/01/12/": "/business/2025/01/12/",
        "/industry/internet/2025/01/12/": "/business/internet/2025/01/12/",
    }.items():
        answer = reader.get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)
        assert reader.get(new).status_code == 200


def test_where_an_article_stands(dated: Dated) -> None:
    dated.publish(2025, 1, 3, 9)
    story = dated.publish(2025, 1, 12, 9)
    dated.publish(2025, 1, 12, 10)
    days = {f"{path}2025/01/12/" for path in BY_DAY}
    months = {f"{path}2025/01/" for path in BY_MONTH}
    assert set(archive.dates_of(story)) == days | months


def test_an_article_alone_in_its_day_touches_what_leads_there(dated: Dated) -> None:
    dated.publish(2024, 12, 3, 9)
    dated.publish(2025, 2, 20, 9)
    story = dated.publish(2025, 1, 12, 9)
    touched = set(archive.dates_of(story))
    for path in BY_DAY:
        near = {"2024/12/03/", "2025/02/20/", "2024/12/", "2025/02/", "2025/01/", "2025/01/12/"}
        assert {f"{path}{dated}" for dated in near} <= touched
    for path in BY_MONTH:
        assert {f"{path}{month}/" for month in ("2024/12", "2025/01", "2025/02")} <= touched
    listing.delist(story)
    assert set(archive.dates_of(story)) == touched


def test_every_page_that_a_withdrawal_shifts_is_touched(dated: Dated, short: None) -> None:
    rows = [dated.publish(2025, 1, 12, 9, minute) for minute in range(5)]
    rows[0].unpublish()
    paths = [path for path in archive.dates_of(rows[0]) if path.startswith("/latest/2025/01/12/")]
    assert paths == [f"/latest/2025/01/12/{query}" for query in ("", "?page=2", "?page=3")]


@pytest.mark.parametrize("slug", ["2025", "24"])
def test_a_section_is_not_called_by_a_number(
    newsroom: Newsroom, enter: Callable[..., Client], slug: str
) -> None:
    for parent in (None, newsroom.industry):
        assert "숫자만으로는" in add_section(newsroom, enter(newsroom.chief), parent, slug=slug)
    assert not Section.objects.filter(slug=slug).exists()
