"""Out of the trash an article comes as what it was."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from hwalja.accounts.models import User
from hwalja.articles.actions.publish_due import publish_due
from hwalja.articles.actions.trash import trash
from hwalja.articles.models import Article
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]


def _row(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


def _draft(article: Article, title: str, **fields: Any) -> None:
    """A newer draft than what readers see."""
    for name, value in {"title": title, **fields}.items():
        setattr(article, name, value)
    article.save_revision()


def _restore(client: Client, article: Article, section: Any, **more: str) -> str:
    url = reverse("trash:article", args=(article.pk,))
    return client.post(url, {"section": section.pk, **more}, follow=True).content.decode()


def test_what_was_live_is_live_and_the_draft_a_draft(
    newsroom: Newsroom, enter: Enter, reader: Client
) -> None:
    article = newsroom.publish(title="나가 있는 제목", deck="나가 있는 부제")
    _draft(article, "고치던 제목", deck="고치던 부제")
    before = _row(article)
    trash(_row(article), newsroom.desk)
    assert reader.get(f"/news/{article.number}/").status_code == 410
    desk = enter(newsroom.desk)
    assert "지우기 전처럼 다시 나갔습니다" in _restore(desk, article, newsroom.internet)

    page = reader.get(f"/news/{article.number}/").content.decode()
    assert "나가 있는 제목" in page and "나가 있는 부제" in page and "고치던" not in page
    assert "나가 있는 제목" in reader.get("/").content.decode()
    found = _row(article)
    assert found.has_unpublished_changes and found.live_revision_id == before.live_revision_id
    assert found.get_latest_revision_as_object().title == found.draft_title == "고치던 제목"
    assert (found.published_at, found.modified_at) == (before.published_at, before.modified_at)
    assert (found.last_published_at, found.listed_at) == (
        before.last_published_at,
        before.listed_at,
    )
    found.get_latest_revision().publish(user=newsroom.desk)
    assert "고치던 제목" in reader.get(f"/news/{article.number}/").content.decode()


def test_its_lists_are_those_of_where_it_goes(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish()
    trash(article, newsroom.chief)
    _restore(enter(newsroom.chief), article, newsroom.finance)
    found = _row(article)
    assert found.live and (found.section_id, found.subsection_id) == (newsroom.finance.pk, None)
    assert not found.has_unpublished_changes
    assert (found.trashed_at, found.trashed_by, found.trashed_from, found.trashed_revision) == (
        None,
        None,
        None,
        None,
    )


def test_a_draft_is_a_draft(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.write()
    trash(article, newsroom.desk)
    _restore(enter(newsroom.desk), article, newsroom.internet)
    assert not _row(article).live and _row(article).listed_at is None


def test_what_was_withdrawn_stays_withdrawn(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish()
    article.unpublish(user=newsroom.desk)
    trash(_row(article), newsroom.desk)
    _restore(enter(newsroom.desk), article, newsroom.internet)
    assert not _row(article).live


def test_one_whose_end_has_passed_is_a_draft(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish(expire_at=timezone.now() + timedelta(hours=1))
    trash(article, newsroom.desk)
    Article.objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    url = reverse("trash:article", args=(article.pk,))
    assert "다시 내기" not in enter(newsroom.desk).get(url).content.decode()
    assert "초안으로 되돌렸습니다" in _restore(enter(newsroom.desk), article, newsroom.internet)
    assert not _row(article).live


def test_one_whose_end_is_ahead_still_comes_down(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish(expire_at=timezone.now() + timedelta(hours=1))
    trash(article, newsroom.desk)
    _restore(enter(newsroom.desk), article, newsroom.internet)
    assert _row(article).live and _row(article).ends_at == article.expire_at
    Article.objects.filter(pk=article.pk).update(ends_at=timezone.now())
    assert publish_due() == 1 and not _row(article).live


def test_who_may_not_publish_gets_a_draft(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish()
    trash(article, newsroom.desk)
    reporter = enter(newsroom.reporter)
    url = reverse("trash:article", args=(article.pk,))
    assert "다시 내기" not in reporter.get(url).content.decode()
    _restore(reporter, article, newsroom.internet)
    found = _row(article)
    assert found.get_parent().pk == newsroom.internet.pk and not found.live


def test_only_as_a_draft_where_that_is_wanted(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish()
    trash(article, newsroom.desk)
    desk = enter(newsroom.desk)
    assert 'name="draft"' in desk.get(reverse("trash:article", args=(article.pk,))).content.decode()
    _restore(desk, article, newsroom.internet, draft="1")
    assert not _row(article).live
    _row(article).get_latest_revision().publish(user=newsroom.desk)
    assert Article.objects.published().get().number == article.number


@pytest.mark.parametrize("embargoed", ["the draft", "the article"])
def test_an_embargo_holds_what_it_held(newsroom: Newsroom, enter: Enter, embargoed: str) -> None:
    article = newsroom.publish(title="나가 있는 제목")
    until = timezone.now() + timedelta(hours=1)
    if embargoed == "the draft":
        _draft(article, "새 제목", embargo_until=until)
    trash(_row(article), newsroom.desk)
    if embargoed == "the article":
        Article.objects.filter(pk=article.pk).update(embargo_until=until)
    _restore(enter(newsroom.desk), article, newsroom.internet)
    shown = [row.title for row in Article.objects.published()]
    assert shown == (["나가 있는 제목"] if embargoed == "the draft" else [])
    _row(article).get_latest_revision().publish(user=newsroom.desk)
    assert "새 제목" not in [row.title for row in Article.objects.published()]


def test_it_is_written_down_whether_it_went_out(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish()
    trash(article, newsroom.desk)
    _restore(enter(newsroom.desk), article, newsroom.internet)
    assert PageLogEntry.objects.get(action="hwalja.restore").data["live"] is True
