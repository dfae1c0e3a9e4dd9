"""After each action the editor is told, in newsroom words, what became of the article."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import GroupApprovalTask, WorkflowTask

from hwalja.accounts.models import User
from hwalja.articles import embargo
from hwalja.articles.models import Article, Desk, FrontPage
from hwalja.articles.tests.forms import article_form
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]
TITLE = "강은전자, 새 공장에 1조 원 투자"


def _url(name: str, *args: Any) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def _told(client: Client, url: str, data: dict[str, Any]) -> str:
    """The success message after a form is sent; everything it holds."""
    found = _successes(client.post(url, data, follow=True))
    assert len(found) == 1, found
    return found[0]


def _successes(page: Any) -> list[str]:
    return [str(one) for one in page.context["messages"] if one.level_tag == "success"]


def _words(message: str) -> str:
    return " ".join(strip_tags(message).split())


def _in_review(newsroom: Newsroom, **fields: Any) -> Article:
    article = newsroom.write(title=TITLE, **fields)
    article.get_workflow().start(article, newsroom.reporter)
    return Article.objects.get(pk=article.pk)


def _verdict(article: Article, action: str) -> tuple[str, dict[str, Any]]:
    """As the list's buttons and the box for a comment send it."""
    task = article.current_workflow_task_state
    return _url("workflow_action", article.pk, action, task.pk), {"comment": "수치 확인"}


def _verdict_in_editor(article: Article, action: str) -> tuple[str, dict[str, Any]]:
    changes = {
        "title": TITLE,
        "deck": "데스크가 붙인 부제",
        "action-workflow-action": "true",
        "workflow-action-name": action,
        "workflow-action-extra-data": json.dumps({"comment": "수치 확인"}),
    }
    return _url("edit", article.pk), article_form(**changes)


@pytest.mark.parametrize("way", [_verdict, _verdict_in_editor])
def test_a_verdict(newsroom: Newsroom, enter: Enter, way: Callable[..., Any]) -> None:
    desk = enter(newsroom.desk)
    article = _in_review(newsroom)
    told = _told(desk, *way(article, "reject"))
    assert f"고칠 점을 적어 기자에게 돌려보냈습니다: ‘{TITLE}’" in _words(told)
    assert article.url not in told
    article = _in_review(newsroom)
    told = _told(desk, *way(article, "approve"))
    assert f"승인하여 발행했습니다: ‘{TITLE}’ 독자 화면 보기" in _words(told)
    assert f'href="{article.url}"' in told and "페이지" not in told
    # Also what the desk changed as it approved: one press is enough.
    deck = "데스크가 붙인 부제" if way is _verdict_in_editor else ""
    assert Article.objects.published().get(pk=article.pk).deck == deck


@pytest.mark.parametrize("way", [_verdict, _verdict_in_editor])
def test_a_verdict_that_passes_it_on(
    newsroom: Newsroom, enter: Enter, way: Callable[..., Any]
) -> None:
    desk = Desk.objects.get(section=newsroom.industry)
    second = GroupApprovalTask.objects.create(name="교열")
    second.groups.set([desk.group])
    WorkflowTask.objects.create(workflow=desk.workflow, task=second, sort_order=1)
    article = _in_review(newsroom)
    told = _told(enter(newsroom.desk), *way(article, "approve"))
    assert f"승인하여 ‘교열’ 단계로 넘겼습니다: ‘{TITLE}’" in _words(told)
    assert not Article.objects.published().exists()


def test_a_verdict_under_embargo(newsroom: Newsroom, enter: Enter) -> None:
    until = timezone.now() + timedelta(hours=3)
    article = _in_review(newsroom, embargo_until=until)
    told = _told(enter(newsroom.desk), *_verdict(article, "approve"))
    assert f"승인했습니다. {embargo.said(until)}에 나가도록 예약했습니다" in _words(told)
    assert article.url not in told


def test_a_verdict_that_comes_too_late(newsroom: Newsroom, enter: Enter) -> None:
    article = _in_review(newsroom)
    late = _verdict(article, "approve")
    enter(newsroom.chief).post(*late)
    page = enter(newsroom.desk).post(*late, follow=True)
    assert "이미 처리되었거나 거두어져" in page.content.decode() and not _successes(page)


ADDED = {
    "": "새로 만들어 초안으로 저장했습니다",
    "action-submit": "새로 써서 데스크로 넘겼습니다",
    "action-publish": "새로 만들어 발행했습니다",
}
EDITED = {
    "": "초안을 저장했습니다",
    "action-submit": "데스크로 넘겼습니다",
    "action-publish": "발행했습니다",
}


@pytest.mark.parametrize("action", ADDED)
def test_a_new_article(newsroom: Newsroom, enter: Enter, action: str) -> None:
    url = _url("add", "articles", "article", newsroom.internet.pk)
    told = _told(enter(newsroom.desk), url, article_form(title=TITLE, **{action: "1"}))
    assert f"{ADDED[action]}: ‘{TITLE}’" in _words(told)


@pytest.mark.parametrize("action", EDITED)
def test_an_article(newsroom: Newsroom, enter: Enter, action: str) -> None:
    article = newsroom.write(title=TITLE)
    form = article_form(title=TITLE, **{action: "1"})
    told = _told(enter(newsroom.desk), _url("edit", article.pk), form)
    assert f"{EDITED[action]}: ‘{TITLE}’" in _words(told)
    assert ("독자 화면 보기" in told) == (action == "action-publish")


@pytest.mark.parametrize("live", [False, True])
def test_a_schedule(newsroom: Newsroom, enter: Enter, live: bool) -> None:
    article = newsroom.publish(title=TITLE) if live else newsroom.write(title=TITLE)
    at = timezone.now() + timedelta(hours=2)
    form = article_form(title=TITLE, go_live_at=at, **{"action-publish": "1"})
    desk = enter(newsroom.desk)
    said = "나가 있는 글은 그대로 두고 이 버전의 발행을" if live else "발행을"
    assert f"{said} 예약했습니다: ‘{TITLE}’" in _words(_told(desk, _url("edit", article.pk), form))
    due = article.revisions.get(approved_go_live_at__isnull=False)
    told = _told(desk, _url("revisions_unschedule", article.pk, due.pk), {})
    assert "발행 예약을 취소했습니다" in _words(told)


def test_taking_it_back(newsroom: Newsroom, enter: Enter) -> None:
    article = _in_review(newsroom)
    form = {**article_form(title=TITLE), "action-cancel-workflow": "1"}
    told = _told(enter(newsroom.reporter), _url("edit", article.pk), form)
    assert f"데스크로 넘긴 것을 거두었습니다: ‘{TITLE}’" in _words(told)
    article = newsroom.publish(title=TITLE)
    told = _told(enter(newsroom.desk), _url("unpublish", article.pk), {})
    assert f"발행을 거두어 독자에게서 내렸습니다: ‘{TITLE}’" in _words(told)


def test_many_at_once(newsroom: Newsroom, enter: Enter) -> None:
    ids = "&".join(f"id={newsroom.write().pk}" for _ in range(2))
    for action, said in (
        ("publish", "2건을 발행했습니다"),
        ("unpublish", "2건의 발행을 거두어 독자에게서 내렸습니다"),
    ):
        url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", action))
        assert said in _words(_told(enter(newsroom.desk), f"{url}?{ids}&next=/admin/", {}))


def test_the_front_is_no_article(newsroom: Newsroom, enter: Enter) -> None:
    front = FrontPage.objects.get()
    front.save_revision().publish()
    assert enter(newsroom.chief).get(_url("edit", front.pk)).status_code == 200
