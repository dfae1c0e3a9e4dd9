"""Deleting is putting into the trash; out of it by restoring, purging or time."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from hwalja.accounts.models import User
from hwalja.articles import roles
from hwalja.articles.actions.publish_due import publish_due
from hwalja.articles.actions.purge import purge_old
from hwalja.articles.actions.trash import trash
from hwalja.articles.models import Article, Section
from hwalja.articles.tests.forms import article_form
from hwalja.testing import Newsroom, make_user

pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]


def _delete(article: Article) -> str:
    return reverse("wagtailadmin_pages:delete", args=(article.pk,))


def _one(article: Article) -> str:
    return reverse("trash:article", args=(article.pk,))


def _bulk_delete(*pages: object) -> str:
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "delete"))
    return f"{url}?next=/admin/&" + "&".join(f"id={page.pk}" for page in pages)


def test_deleting_takes_it_from_readers_and_keeps_it(
    newsroom: Newsroom, enter: Enter, reader: Client
) -> None:
    article = newsroom.publish(title="잘못 낸 기사")
    client = enter(newsroom.desk)
    assert "30일" in client.get(_delete(article)).content.decode()
    client.post(_delete(article))
    assert reader.get(f"/news/{article.number}/").status_code in (404, 410)
    assert "잘못 낸 기사" not in reader.get("/").content.decode()
    found = Article.objects.get(pk=article.pk)
    assert found.trashed_by == newsroom.desk and found.trashed_from == newsroom.internet
    assert not found.live and found.url is None
    assert "잘못 낸 기사" in client.get(reverse("trash:index")).content.decode()


def test_the_list_says_how_long_and_offers_to_restore(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish()
    trash(article, newsroom.desk)
    page = enter(newsroom.desk).get(reverse("trash:index")).content.decode()
    end = timezone.localdate() + timedelta(days=30)
    assert f"{end.isoformat()} (30일 뒤)" in page
    assert re.search(r">\s*되살리기\s*</a>", page) and page.count(f'href="{_one(article)}"') == 2
    old = timezone.now() - timedelta(days=40)
    Article.objects.filter(pk=article.pk).update(trashed_at=old)
    assert "(곧)" in enter(newsroom.desk).get(reverse("trash:index")).content.decode()


def test_many_at_once(newsroom: Newsroom, enter: Enter) -> None:
    articles = [newsroom.publish() for _ in range(3)]
    client = enter(newsroom.desk)
    assert "휴지통" in client.get(_bulk_delete(*articles)).content.decode()
    client.post(_bulk_delete(*articles))
    assert Article.objects.filter(trashed_at__isnull=False).count() == 3


def test_a_full_section_is_not_deleted(newsroom: Newsroom, enter: Enter) -> None:
    newsroom.publish()
    client = enter(newsroom.chief)
    url = reverse("wagtailadmin_pages:delete", args=(newsroom.internet.pk,))
    for response in (client.get(url, follow=True), client.post(url, follow=True)):
        assert "먼저 다른 섹션으로 옮기십시오" in response.content.decode()
    client.post(_bulk_delete(newsroom.internet))
    assert Section.objects.filter(pk=newsroom.internet.pk).exists()
    assert Article.objects.published().exists()


def test_nothing_in_the_trash_goes_out(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish()
    article.go_live_at = timezone.now() + timedelta(hours=1)
    article.save_revision().publish()
    trash(Article.objects.get(pk=article.pk), newsroom.chief)
    client = enter(newsroom.chief)
    edit = reverse("wagtailadmin_pages:edit", args=(article.pk,))
    client.post(edit, article_form(**{"action-publish": "1"}))
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    client.post(f"{url}?id={article.pk}&next=/admin/", {})
    article.revisions.update(approved_go_live_at=timezone.now())
    publish_due()
    article.get_latest_revision().publish()
    assert not Article.objects.published().exists()


def test_only_the_chief_purges(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.write()
    trash(article, newsroom.desk)
    assert "아주 지우기" not in enter(newsroom.desk).get(_one(article)).content.decode()
    enter(newsroom.desk).post(_one(article), {"purge": "1"})
    assert Article.objects.filter(pk=article.pk).exists()
    enter(newsroom.chief).post(_one(article), {"purge": "1"})
    assert not Article.objects.filter(pk=article.pk).exists()


def test_only_a_trashed_article_is_purged(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish()
    assert enter(newsroom.chief).post(_one(article), {"purge": "1"}).status_code in (404, 410)
    assert Article.objects.filter(pk=article.pk).exists()


@pytest.mark.parametrize(
    ("who", "sees"), [("reporter", 1), ("desk", 1), ("other_desk", 0), ("chief", 1)]
)
def test_each_sees_the_trash_of_their_own(
    newsroom: Newsroom, enter: Enter, who: str, sees: int
) -> None:
    article = newsroom.write(title="버린 기사")
    trash(article, newsroom.chief)
    client = enter(getattr(newsroom, who))
    assert client.get(reverse("trash:index")).content.decode().count("버린 기사") == sees
    assert client.get(_one(article)).status_code == (200 if sees else 404)


def test_a_colleague_neither_trashes_nor_restores(newsroom: Newsroom, enter: Enter) -> None:
    colleague = make_user("oh", "오솔길", Group.objects.get(name=roles.REPORTERS))
    article = newsroom.write()
    with pytest.raises(PermissionDenied):
        trash(article, colleague)
    trash(article, newsroom.reporter)
    enter(colleague).post(_one(article), {"section": newsroom.internet.pk})
    assert Article.objects.get(pk=article.pk).trashed_at


def test_after_thirty_days_it_is_gone(newsroom: Newsroom) -> None:
    old, young = newsroom.write(), newsroom.write()
    for article, days in ((old, 31), (young, 29)):
        trash(article, newsroom.desk)
        then = timezone.now() - timedelta(days=days)
        Article.objects.filter(pk=article.pk).update(trashed_at=then)
    assert purge_old() == 1
    assert list(Article.objects.all()) == [young]


def test_it_is_written_down(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.write()
    client = enter(newsroom.chief)
    client.post(_delete(article))
    client.post(_one(article), {"section": newsroom.finance.pk})
    client.post(_delete(article))
    client.post(_one(article), {"purge": "1"})
    actions = PageLogEntry.objects.filter(action__startswith="hwalja.").order_by("timestamp", "pk")
    names = ["hwalja.trash", "hwalja.restore", "hwalja.trash", "hwalja.purge"]
    assert [row.action for row in actions] == names
    assert "휴지통으로 옮김" in {row.message for row in actions}


def test_a_section_whose_articles_are_trashed_may_go(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.write()
    trash(article, newsroom.chief)
    Section.objects.get(pk=newsroom.internet.pk).delete()
    client = enter(newsroom.chief)
    assert client.get(_one(article)).status_code == 200
    client.post(_one(article), {"section": newsroom.finance.pk})
    assert Article.objects.get(pk=article.pk).get_parent().pk == newsroom.finance.pk
