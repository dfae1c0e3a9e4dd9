"""Sections: their addresses, their depth, their moves."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from hwalja.accounts.models import User
from hwalja.articles.models import Article, Section
from hwalja.articles.models.section import RESERVED
from hwalja.articles.tests.forms import section_form
from hwalja.testing import Newsroom

Enter = Callable[[User], Client]


def add_section(newsroom: Newsroom, client: Client, parent: object = None, **fields: object) -> str:
    where = (parent or newsroom.front).pk
    url = reverse("wagtailadmin_pages:add", args=("articles", "section", where))
    data = section_form(**fields, **{"action-publish": "1"})
    return client.post(url, data, follow=True).content.decode()


@pytest.mark.parametrize("slug", ["news", "admin", "who", "feed"])
def test_reserved_addresses_are_refused(newsroom: Newsroom, enter: Enter, slug: str) -> None:
    assert slug in RESERVED
    assert "다른 쪽이 쓰는 주소입니다" in add_section(newsroom, enter(newsroom.chief), slug=slug)
    assert not Section.objects.filter(slug=slug).exists()


def test_a_korean_address_is_refused_with_a_better_one(newsroom: Newsroom, enter: Enter) -> None:
    page = add_section(newsroom, enter(newsroom.chief), title="스포츠", slug="스포츠")
    assert "예: sports" in page


def test_an_empty_address_is_filled_in(newsroom: Newsroom, enter: Enter, reader: Client) -> None:
    add_section(newsroom, enter(newsroom.chief), title="정치", slug="")
    assert reader.get("/politics/").status_code == 200


def test_no_section_below_a_subsection(newsroom: Newsroom, enter: Enter) -> None:
    add_section(newsroom, enter(newsroom.chief), newsroom.internet)
    assert not Section.objects.filter(slug="estate").exists()
    assert not newsroom.industry.can_move_to(newsroom.finance)


def test_a_renamed_address_leads_on(
    newsroom: Newsroom,
    enter: Enter,
    reader: Client,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    article = newsroom.publish()
    url = reverse("wagtailadmin_pages:edit", args=(newsroom.industry.pk,))
    data = section_form(title="산업", slug="business", **{"action-publish": "1"})
    with django_capture_on_commit_callbacks(execute=True):
        enter(newsroom.chief).post(url, data)
    for old, new in (("/industry/", "/business/"), ("/industry/internet/", "/business/internet/")):
        response = reader.get(old)
        assert (response.status_code, response["Location"]) == (301, new)
        assert reader.get(new).status_code == 200
    assert not Redirect.objects.filter(old_path__startswith="/news").exists()
    assert reader.get(f"/news/{article.number}/").status_code == 200


def test_a_moved_article_needs_no_redirect(newsroom: Newsroom) -> None:
    newsroom.publish().move(newsroom.finance, pos="last-child")
    assert not Redirect.objects.exists()


def test_a_moved_section_takes_its_articles_along(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    newsroom.internet.move(newsroom.finance, pos="last-child")
    found = Article.objects.get(pk=article.pk)
    assert (found.section_id, found.subsection_id) == (newsroom.finance.pk, newsroom.internet.pk)
    assert found.title in reader.get("/finance/internet/").content.decode()
    Section.objects.get(pk=newsroom.internet.pk).move(newsroom.front, pos="last-child")
    found = Article.objects.get(pk=article.pk)
    assert (found.section_id, found.subsection_id) == (newsroom.internet.pk, None)
    assert found.title in reader.get("/internet/").content.decode()
    assert found.get_workflow().name == "기자 → 데스크 · 인터넷·게임·콘텐츠"


def test_sections_are_not_copied(newsroom: Newsroom, enter: Enter) -> None:
    url = reverse("wagtailadmin_pages:copy", args=(newsroom.internet.pk,))
    assert enter(newsroom.chief).get(url).status_code in (302, 403)
