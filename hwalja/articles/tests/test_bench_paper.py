"""A paper of any size: laid as publishing lays it, the same each time, taken up where it broke off."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from treebeard.mp_tree import MP_Node
from wagtail.models import Page

from hwalja.accounts.models import User
from hwalja.articles import bulk, listing, lists
from hwalja.articles.bench_paper import fill, stories, words
from hwalja.articles.bench_paper.plan import RECENT, RECENT_DAYS, YEARS, Calendar
from hwalja.articles.models import Article, Byline, FrontPage
from hwalja.config.management.commands.bench import Progress
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

END = datetime(2026, 11, 24, tzinfo=ZoneInfo("Asia/Seoul"))


@pytest.fixture
def home(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, and few of everything."""
    settings.HOME = tmp_path
    monkeypatch.setattr(fill, "BATCH", 40)
    monkeypatch.setattr(fill, "REPORTERS", 5)
    monkeypatch.setattr(fill, "PHOTOS", 0)
    monkeypatch.setattr(fill, "REVISED", 3)
    monkeypatch.setattr(stories, "PICTURED", 0.0)
    monkeypatch.setattr(words, "SECTIONS", {"기업과산업": ["전자", "자동차"], "금융": ["은행"]})
    monkeypatch.setattr(words, "COMPANY_HEADS", words.COMPANY_HEADS[:2])
    return tmp_path


@pytest.fixture
def empty(newsroom: Newsroom, home: Path) -> FrontPage:
    """A paper without sections."""
    for section in (newsroom.industry, newsroom.finance):
        type(section).objects.get(pk=section.pk).delete()
    return FrontPage.objects.get()


def test_moments_go_forward_over_the_years() -> None:
    calendar = Calendar(20_000, END)
    moments = [calendar.moment(number) for number in range(1, 20_001)]
    assert moments == sorted(moments)
    assert moments[0] < END - timedelta(days=365 * YEARS - 10) and moments[-1] < END
    weekend = sum(moment.weekday() > 4 for moment in moments[:-RECENT])
    assert 0.08 < weekend / len(moments) < 0.16
    old, young = moments[2000] - moments[1000], moments[-RECENT - 1] - moments[-RECENT - 1001]
    assert old > 2 * young


def test_the_newest_are_alike_in_every_paper() -> None:
    small, large = Calendar(1_000, END), Calendar(1_000_000, END)
    for place in range(RECENT):
        assert small.moment(1_000 - place) == large.moment(1_000_000 - place)
    assert small.moment(1_000 - RECENT) < END - timedelta(days=RECENT_DAYS)


def test_the_newest_stories_are_alike_in_every_paper() -> None:
    cast = stories.Cast([1, 2, 3], [4, 5, 6], [7, 8, 9], [10], [11])
    small, large = (stories.Writer(cast, Calendar(total, END), 1) for total in (1_000, 50_000))
    few, many = small.batch(951, 1_000), large.batch(49_951, 50_000)
    assert {pk: [story.title for story in rows] for pk, rows in few.items()} == {
        pk: [story.title for story in rows] for pk, rows in many.items()
    }
    assert len(few) == 3
    assert [s.body for s in few[1]] == [s.body for s in many[1]] != [s.body for s in few[2]]


def _fill(total: int) -> None:
    fill.fill(fill.plan(total, 1), lambda done: None)


def test_a_paper_is_laid_as_publishing_lays_it(
    empty: FrontPage, reader: Client, enter: Callable[[User], Client]
) -> None:
    _fill(100)
    assert Article.objects.published().count() == 100
    assert Page.find_problems() == ([], [], [], [], [])
    for article in Article.objects.order_by("number")[::9]:
        _stands_as_published(article)
    newest = lists.LATEST.newest_first()[0]
    assert newest.number == 100 and reader.get(newest.get_absolute_url()).status_code == 200
    assert newest.title in reader.get("/latest/").content.decode()


def _stands_as_published(article: Article) -> None:
    """Every list column as `enlist` would write it; the tree's own columns as treebeard does."""
    before = {name: getattr(article, name) for name in listing.KEPT}
    dates = [row.listed_at for row in Byline.objects.filter(article=article)]
    assert set(dates) == {article.listed_at} and article.tags.count()
    article.first_published_at = article.last_published_at
    listing.enlist(article)
    after = {name: getattr(Article.objects.get(pk=article.pk), name) for name in listing.KEPT}
    assert after == before
    assert isinstance(article, MP_Node) and article.url_path.endswith(f"/{article.number}/")


def test_the_newest_can_be_edited_and_all_can_be_found(
    empty: FrontPage, newsroom: Newsroom, enter: Callable[[User], Client]
) -> None:
    _fill(50)
    newest = lists.LATEST.newest_first()[0]
    assert newest.latest_revision_id and newest.live_revision_id == newest.latest_revision_id
    client = enter(newsroom.chief)
    page = client.get(reverse("wagtailadmin_pages:edit", args=(newest.pk,)))
    assert newest.title in page.content.decode()
    # By the search index, old ones too.
    oldest = Article.objects.get(number=1)
    assert oldest in list(Article.objects.autocomplete(oldest.title.split()[0]))


def test_the_next_article_is_published_as_ever(empty: FrontPage, newsroom: Newsroom) -> None:
    _fill(50)
    section = lists.LATEST.newest_first()[0].get_parent().specific
    article = newsroom.publish(section)
    assert article.number == 51 and lists.LATEST.newest_first()[0] == article
    assert Page.find_problems() == ([], [], [], [], [])


def test_it_is_taken_up_where_it_broke_off(empty: FrontPage) -> None:
    class Broken(Exception):
        pass

    def stop(done: int) -> None:
        raise Broken

    wanted = fill.plan(100, 1)
    with pytest.raises(Broken):
        fill.fill(wanted, stop)
    assert bulk.highest() == 40
    first = list(Article.objects.order_by("number").values_list("number", "title", "published_at"))
    reported: list[int] = []
    fill.fill(fill.plan(100, 1), reported.append)
    assert reported == [80, 100]
    rows = Article.objects.order_by("number").values_list("number", "title", "published_at")
    assert list(rows)[:40] == first and len(rows) == 100


@pytest.mark.parametrize(("total", "seed"), [(200, 1), (100, 2)])
def test_another_paper_needs_another_home(empty: FrontPage, total: int, seed: int) -> None:
    fill.plan(100, 1)
    with pytest.raises(CommandError, match=r"이 신문은 100건\(씨앗 1\)으로 시작했습니다"):
        fill.plan(total, seed)


def test_a_paper_that_is_not_empty_is_left_alone(newsroom: Newsroom, home: Path) -> None:
    with pytest.raises(CommandError, match="이미 신문이 있습니다"):
        fill.plan(100, 1)
    assert not (home / "bench.json").exists()


@pytest.mark.parametrize("articles", ["0", "-1", "5000001"])
def test_an_impossible_number_is_one_line(db: None, articles: str) -> None:
    with pytest.raises(
        CommandError, match=rf"^--articles {articles}: 1에서 5,000,000 사이"
    ) as said:
        call_command("bench", "archive", f"--articles={articles}", stdout=StringIO())
    assert "\n" not in str(said.value)


def test_progress_tells_its_end() -> None:
    progress = Progress(1_000_000, StringIO())
    progress.first = 100_000
    assert progress.line(400_000, 100.0) == "400,000/1,000,000건, 1초에 3,000건, 3분 20초 남음"
    assert progress.line(100_000, 0.0) == "100,000/1,000,000건"
