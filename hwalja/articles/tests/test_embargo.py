"""No road leads past an embargo."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.articles.actions.publish_due import publish_due
from hwalja.articles.models import Article
from hwalja.articles.tests.forms import article_form
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]


@pytest.fixture
def end() -> datetime:
    return timezone.now().replace(second=0, microsecond=0) + timedelta(hours=5)


def _edit(article: Article) -> str:
    return reverse("wagtailadmin_pages:edit", args=(article.pk,))


def _fresh(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


def by_button(newsroom: Newsroom, client: Client, article: Article) -> None:
    until = _fresh(article).embargo_until
    data = article_form(embargo_until=until, go_live_at=until, **{"action-publish": "1"})
    client.post(_edit(article), data)


def by_bulk_action(newsroom: Newsroom, client: Client, article: Article) -> None:
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    page = client.post(f"{url}?id={article.pk}&next=/admin/", {}, follow=True)
    assert "엠바고가 끝나는" in page.content.decode()


def by_approval(newsroom: Newsroom, client: Client, article: Article) -> None:
    article.get_workflow().start(article, newsroom.reporter)
    state = article.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=(article.pk, "approve", state.pk))
    assert client.post(url, {"comment": ""}).status_code in (200, 302)
    assert _fresh(article).current_workflow_state is None


def by_older_revision(newsroom: Newsroom, client: Client, article: Article) -> None:
    article.revisions.order_by("created_at").first().publish(user=newsroom.desk)


def by_copy_kept_live(newsroom: Newsroom, client: Client, article: Article) -> None:
    url = reverse("wagtailadmin_pages:copy", args=(article.pk,))
    data = {
        "new_title": "복사",
        "new_slug": "copy",
        "new_parent_page": newsroom.internet.pk,
        "publish_copies": "on",
    }
    client.post(url, data)


ROADS = [by_button, by_bulk_action, by_approval, by_older_revision, by_copy_kept_live]


@pytest.mark.parametrize("road", ROADS, ids=lambda road: road.__name__)
@pytest.mark.parametrize("who", ["desk", "chief"])
def test_every_road_ends_at_the_embargo(
    newsroom: Newsroom, enter: Enter, end: datetime, road: Callable[..., None], who: str
) -> None:
    article = newsroom.write()  # Its first revision knows of no embargo.
    article.embargo_until = end
    article.save()
    article.save_revision(user=newsroom.reporter)
    road(newsroom, enter(getattr(newsroom, who)), article)
    assert not Article.objects.published().exists()
    if road is not by_copy_kept_live:
        assert article.revisions.filter(approved_go_live_at=end).exists()
    assert not Article.objects.filter(live=True).exists()


def test_the_clock_publishes_at_its_end(newsroom: Newsroom, end: datetime) -> None:
    article = newsroom.write(embargo_until=end)
    article.get_latest_revision().publish(user=newsroom.desk)
    article.revisions.update(approved_go_live_at=timezone.now())
    publish_due()
    assert not Article.objects.published().exists()
    assert article.revisions.filter(approved_go_live_at=end).exists()
    over = timezone.now() - timedelta(seconds=1)
    revision = article.get_latest_revision()
    revision.content = {**revision.content, "embargo_until": over.isoformat()}
    revision.approved_go_live_at = over
    revision.save()
    Article.objects.update(embargo_until=over)
    publish_due()
    assert Article.objects.published().get().pk == article.pk


@pytest.mark.parametrize("earlier", [None, timedelta(hours=-1)], ids=["cleared", "shortened"])
def test_a_desk_cannot_clear_or_shorten_it(
    newsroom: Newsroom, enter: Enter, end: datetime, earlier: timedelta | None
) -> None:
    article = newsroom.write(embargo_until=end)
    wanted = end + earlier if earlier else ""
    for action in ({}, {"action-publish": "1"}):
        data = article_form(title="고친 제목", embargo_until=wanted, **action)
        page = enter(newsroom.desk).post(_edit(article), data)
        assert "편집국장만" in page.content.decode() and "고친 제목" in page.content.decode()
    assert _fresh(article).embargo_until == end
    assert not Article.objects.published().exists()


def test_a_desk_cannot_schedule_before_it(newsroom: Newsroom, enter: Enter, end: datetime) -> None:
    article = newsroom.write(embargo_until=end)
    data = article_form(
        embargo_until=end, go_live_at=end - timedelta(hours=2), **{"action-publish": "1"}
    )
    page = enter(newsroom.desk).post(_edit(article), data)
    assert "그 뒤로 예약하거나 비우십시오" in page.content.decode()
    assert not article.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_reverting_to_a_revision_without_it_keeps_it(
    newsroom: Newsroom, enter: Enter, end: datetime
) -> None:
    article = newsroom.write()
    old = article.get_latest_revision()
    article.embargo_until = end
    article.save()
    article.save_revision(user=newsroom.reporter)
    url = reverse("wagtailadmin_pages:revisions_revert", args=(article.pk, old.pk))
    client = enter(newsroom.desk)
    assert timezone.localtime(end).strftime("%Y-%m-%d %H:%M") in client.get(url).content.decode()
    data = article_form(revision=old.pk, **{"action-publish": "1"})
    assert "편집국장만" in client.post(_edit(article), data).content.decode()
    assert not Article.objects.published().exists()


def test_anyone_may_set_and_lengthen_it(newsroom: Newsroom, enter: Enter, end: datetime) -> None:
    article = newsroom.write()
    client = enter(newsroom.reporter)
    client.post(_edit(article), article_form(embargo_until=end))
    later = end + timedelta(days=1)
    page = client.post(
        _edit(article), article_form(embargo_until=later, go_live_at=end), follow=True
    )
    assert _fresh(article).embargo_until == later
    assert _fresh(article).get_latest_revision_as_object().go_live_at == later
    assert "엠바고가 끝나는" in page.content.decode()


def test_the_chief_lifts_it(newsroom: Newsroom, enter: Enter, end: datetime) -> None:
    article = newsroom.write(embargo_until=end)
    data = article_form(embargo_until="", go_live_at=end, **{"action-publish": "1"})
    enter(newsroom.chief).post(_edit(article), data)
    found = Article.objects.published().get()
    assert found.embargo_until is None and found.go_live_at is None


def test_an_embargoed_change_of_a_live_article_waits(
    newsroom: Newsroom, enter: Enter, end: datetime
) -> None:
    article = newsroom.publish(title="지금 제목")
    data = article_form(title="나중 제목", embargo_until=end, **{"action-publish": "1"})
    enter(newsroom.desk).post(_edit(article), data)
    found = Article.objects.published().get()
    assert found.title == "지금 제목"
    assert found.scheduled_revision.approved_go_live_at == end


def test_pushed_live_in_the_database_it_is_still_unread(
    newsroom: Newsroom, reader: Client, end: datetime
) -> None:
    article = newsroom.publish()
    Article.objects.filter(pk=article.pk).update(embargo_until=end)
    assert reader.get(f"/news/{article.number}/").status_code == 404
