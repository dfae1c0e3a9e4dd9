"""Out and down by the presser's clock."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import PageLogEntry

from hwalja.articles.actions.publish_due import publish_due
from hwalja.articles.models import Article
from hwalja.press import clock
from hwalja.testing import Newsroom


def _soon(seconds: float) -> object:
    return timezone.now() + timedelta(seconds=seconds)


def _tick_until(done: object, limit: float) -> float:
    """Let the presser's clock run until `done()`; how many seconds that took."""
    start = time.monotonic()
    while not done() and time.monotonic() - start < limit:
        clock.tick(time.monotonic())
        time.sleep(0.1)
    return time.monotonic() - start


@pytest.mark.slow
def test_out_and_down_within_five_seconds(newsroom: Newsroom, reader: Client) -> None:
    # Far enough apart for a slow machine: written before it opens, seen before it closes.
    opens, closes = _soon(3), _soon(9)
    article = newsroom.write(go_live_at=opens, expire_at=closes)
    article.get_latest_revision().publish(user=newsroom.desk)
    path = f"/news/{article.number}/"
    assert reader.get(path).status_code in (404, 410)
    _tick_until(lambda: reader.get(path).status_code == 200, 8)
    late = (timezone.now() - opens).total_seconds()
    assert 0 <= late < 5
    _tick_until(lambda: Article.objects.get(pk=article.pk).expired, 11)
    assert reader.get(path).status_code in (404, 410)
    assert (timezone.now() - closes).total_seconds() < 5


def test_a_live_article_changes_at_its_time(newsroom: Newsroom) -> None:
    article = newsroom.publish(title="아침 제목")
    article.title, article.go_live_at = "저녁 제목", _soon(3600)
    article.save_revision().publish()
    publish_due()
    assert Article.objects.published().get().title == "아침 제목"
    article.revisions.filter(approved_go_live_at__isnull=False).update(
        approved_go_live_at=timezone.now()
    )
    Article.objects.update(go_live_at=None)
    revision = article.get_latest_revision()
    revision.content = {**revision.content, "go_live_at": timezone.now().isoformat()}
    revision.save(update_fields=["content"])
    assert publish_due() == 1
    found = Article.objects.published().get()
    assert found.title == "저녁 제목" and found.modified_at > found.published_at


def test_two_pressers_publish_once(newsroom: Newsroom) -> None:
    article = newsroom.write()
    article.revisions.update(approved_go_live_at=timezone.now())
    assert [publish_due(), publish_due()] == [1, 0]
    assert PageLogEntry.objects.filter(action="wagtail.publish.scheduled").count() == 1


def test_one_that_fails_stops_no_other(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, sound = newsroom.write(), newsroom.write()
    for article in (broken, sound):
        article.revisions.update(approved_go_live_at=timezone.now())
    publish = Article.publish

    def fail(self: Article, *args: object, **kwargs: object) -> object:
        if self.pk == broken.pk:
            raise ValueError("broken")
        return publish(self, *args, **kwargs)

    monkeypatch.setattr(Article, "publish", fail)
    assert publish_due() == 1
    assert Article.objects.published().get().pk == sound.pk
    # It is tried again: its claim went back with the transaction.
    assert broken.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_expired_articles_come_down(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish(expire_at=_soon(3600))
    assert publish_due() == 0
    past = timezone.now() - timedelta(seconds=1)
    Article.objects.filter(pk=article.pk).update(expire_at=past)
    # The wall of published() needs no clock.
    assert reader.get(f"/news/{article.number}/").status_code in (404, 410)
    Article.objects.filter(pk=article.pk).update(ends_at=past)
    assert publish_due() == 1
    found = Article.objects.get(pk=article.pk)
    assert found.expired and not found.live and found.ends_at is None


def test_nothing_due_is_two_index_lookups(
    newsroom: Newsroom, django_assert_num_queries: object
) -> None:
    newsroom.publish()
    with django_assert_num_queries(2) as seen:
        publish_due()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for query in seen.captured_queries:
                cursor.execute("EXPLAIN QUERY PLAN " + query["sql"])
                plan = " ".join(str(row[-1]) for row in cursor.fetchall())
                assert "SCAN" not in plan and "USING" in plan, plan
