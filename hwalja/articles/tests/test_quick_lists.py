"""The admin's lists over a large archive: what they show, and that nothing goes through it all."""

from collections.abc import Callable
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from hwalja.accounts.models import User
from hwalja.articles import bulk
from hwalja.articles.admin import quick
from hwalja.articles.models import Article, Section
from hwalja.testing import Newsroom, make_section

pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]


def _lay(section: Section, *titles: str) -> None:
    first, now = bulk.highest() + 1, timezone.now() - timedelta(days=1)
    stories = [bulk.Story(first + n, title, "", "[]", now) for n, title in enumerate(titles)]
    bulk.Layer().lay(section, stories)


def _explored(client: Client, page: Page, **query: str) -> list[str]:
    response = client.get(reverse("wagtailadmin_explore", args=[page.pk]), query)
    return [row.title for row in response.context["object_list"]]


def _listed(client: Client, **query: object) -> list[str]:
    response = client.get(reverse("articles:index"), query)
    return [row.title for row in response.context["object_list"]]


# --- The explorer ----------------------------------------------------------------------------


def test_a_section_shows_its_sections_first_and_then_the_newest(
    newsroom: Newsroom, enter: Enter
) -> None:
    _lay(newsroom.industry, *(f"기사 {n}" for n in range(1, 61)))
    make_section(Section.objects.get(pk=newsroom.industry.pk), "전자", "electronics")
    client = enter(newsroom.chief)
    first = _explored(client, newsroom.industry)
    assert first[:4] == ["인터넷·게임·콘텐츠", "전자", "기사 60", "기사 59"] and len(first) == 50
    second = _explored(client, newsroom.industry, p="2")
    assert second == [f"기사 {n}" for n in range(12, 0, -1)]


def test_the_order_of_the_tree_is_kept_where_it_is_asked_for(
    newsroom: Newsroom, enter: Enter
) -> None:
    _lay(newsroom.internet, "하나", "둘")
    client = enter(newsroom.chief)
    assert _explored(client, newsroom.internet, ordering="ord") == ["하나", "둘"]
    assert _explored(client, newsroom.internet, ordering="title") == ["둘", "하나"]
    assert _explored(client, newsroom.internet, ordering="nonsense") == ["둘", "하나"]


def test_a_desk_finds_its_section_below_the_front_and_no_other(
    newsroom: Newsroom, enter: Enter
) -> None:
    _lay(newsroom.finance, "금융의 기사")
    client = enter(newsroom.other_desk)
    assert _explored(client, newsroom.finance) == ["금융의 기사"]
    answer = client.get(reverse("wagtailadmin_explore", args=[newsroom.industry.pk]))
    assert answer.status_code == 302


def test_a_full_section_is_not_counted(
    newsroom: Newsroom, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quick, "MOST", 60)
    _lay(newsroom.internet, *(f"기사 {n}" for n in range(70)))
    client = enter(newsroom.chief)
    with CaptureQueriesContext(connection) as asked:
        assert len(_explored(client, newsroom.internet, p="2")) == 10
    counts = [row["sql"] for row in asked.captured_queries if "COUNT(" in row["sql"]]
    assert not [sql for sql in counts if "wagtailcore_page" in sql], counts


# --- All articles ----------------------------------------------------------------------------


def test_each_sees_the_articles_of_their_sections_drafts_too(
    newsroom: Newsroom, enter: Enter
) -> None:
    newsroom.write(newsroom.internet, title="게임 초안")
    newsroom.publish(newsroom.industry, title="산업 기사")
    newsroom.write(newsroom.finance, title="금융 초안")
    assert _listed(enter(newsroom.chief)) == ["금융 초안", "산업 기사", "게임 초안"]
    assert _listed(enter(newsroom.desk)) == ["산업 기사", "게임 초안"]
    assert _listed(enter(newsroom.other_desk)) == ["금융 초안"]
    chief = enter(newsroom.chief)
    assert _listed(chief, section=newsroom.industry.pk) == ["산업 기사", "게임 초안"]
    assert _listed(chief, section=newsroom.internet.pk) == ["게임 초안"]


def test_a_moved_draft_is_found_where_it_went(newsroom: Newsroom, enter: Enter) -> None:
    draft = newsroom.write(newsroom.internet, title="옮긴 초안")
    draft.move(newsroom.finance, pos="last-child")
    assert _listed(enter(newsroom.other_desk)) == ["옮긴 초안"]
    assert _listed(enter(newsroom.desk)) == []


def test_drafts_of_earlier_versions_are_given_their_section(newsroom: Newsroom) -> None:
    draft = newsroom.write(newsroom.internet)
    Article.objects.update(section=None, subsection=None)
    import_module("hwalja.articles.migrations.0013_drafts_know_their_section").fill(apps, None)
    draft.refresh_from_db()
    assert (draft.section_id, draft.subsection_id) == (newsroom.industry.pk, newsroom.internet.pk)


# --- Search ----------------------------------------------------------------------------------


@pytest.fixture
def searched(
    newsroom: Newsroom, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], list[str]]:
    """What the chief finds among three old articles and two new ones, one of them a draft."""
    monkeypatch.setattr(quick, "NEWEST", 2)
    _lay(newsroom.internet, "강은전자 새 공장", "미르조선 새 배", "강은전자 배당")
    _lay(newsroom.finance, "해솔은행 이자")
    newsroom.write(newsroom.finance, title="가람은행 초안")
    client = enter(newsroom.chief)
    return lambda query: _listed(client, q=query)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("강은전자", ["강은전자 배당", "강은전자 새 공장"]),
        ("강은", ["강은전자 배당", "강은전자 새 공장"]),
        ("새 강은", ["강은전자 새 공장"]),
        ("은행", ["가람은행 초안", "해솔은행 이자"]),  # Within a word among the newest alone …
        ("조선", []),
        ("미르", ["미르조선 새 배"]),  # … and as it begins anywhere.
        ("2", ["미르조선 새 배"]),
        ("강은전자 이자", []),
    ],
)
def test_a_search_finds(searched: Callable[[str], list[str]], query: str, found: list[str]) -> None:
    assert searched(query) == found


@pytest.mark.parametrize(
    "query", ['"', "*", "' OR 1", "AND", "NEAR(", "(", "-", "^강", "새:", "\\", "%", "_", "…"]
)
def test_no_search_breaks(searched: Callable[[str], list[str]], query: str) -> None:
    assert isinstance(searched(query), list)


def test_the_explorer_searches_below_its_page(newsroom: Newsroom, enter: Enter) -> None:
    _lay(newsroom.internet, "강은전자 새 공장")
    _lay(newsroom.finance, "강은전자 새 빚")
    client = enter(newsroom.chief)
    assert _explored(client, newsroom.industry, q="강은") == ["강은전자 새 공장"]
    assert _explored(client, newsroom.front, q="강은") == ["강은전자 새 빚", "강은전자 새 공장"]


def test_the_menu_leads_to_sections_alone(newsroom: Newsroom, enter: Enter) -> None:
    newsroom.publish(newsroom.industry)
    client, address = enter(newsroom.chief), reverse("wagtailadmin_api:pages:listing")

    def offered(page: Page) -> list[tuple[str, int]]:
        found = client.get(address, {"child_of": page.pk, "for_explorer": 1}).json()["items"]
        return [(row["title"], row["meta"]["children"]["count"]) for row in found]

    assert offered(newsroom.front) == [("기업과산업", 1), ("금융", 0)]
    assert offered(newsroom.industry) == [("인터넷·게임·콘텐츠", 0)]


def test_a_chooser_offers_sections_and_the_newest(
    newsroom: Newsroom, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quick, "MOST", 2)
    _lay(newsroom.industry, "하나", "둘", "셋")
    client = enter(newsroom.chief)
    address = reverse("wagtailadmin_choose_page_child", args=[newsroom.industry.pk])
    page = client.get(address, {"page_type": "wagtailcore.page"}).json()["html"]
    assert "인터넷·게임·콘텐츠" in page and "셋" in page and "둘" in page
    assert "하나" not in page
