"""From the reporter's draft to the desk's yes or no, through the admin's own pages."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from hwalja.accounts.models import User
from hwalja.articles.models import Article
from hwalja.articles.tests.forms import article_form
from hwalja.testing import Newsroom

Enter = Callable[[User], Client]


def _edit(article: Article) -> str:
    return reverse("wagtailadmin_pages:edit", args=(article.pk,))


def _submit(newsroom: Newsroom, enter: Enter, title: str = "올린 기사") -> Article:
    url = reverse("wagtailadmin_pages:add", args=("articles", "article", newsroom.internet.pk))
    enter(newsroom.reporter).post(url, article_form(title=title, **{"action-submit": "1"}))
    return Article.objects.get(title=title)


def _act(client: Client, article: Article, action: str, comment: str = "") -> int:
    state = article.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=(article.pk, action, state.pk))
    return client.post(url, {"comment": comment}).status_code


def test_a_desk_approves_and_readers_read(newsroom: Newsroom, enter: Enter, reader: Client) -> None:
    article = _submit(newsroom, enter)
    assert reader.get(f"/news/{article.number}/").status_code == 404
    _act(enter(newsroom.desk), article, "approve")
    assert reader.get(f"/news/{article.number}/").status_code == 200


def test_a_desk_sends_it_back_with_a_comment(newsroom: Newsroom, enter: Enter) -> None:
    article = _submit(newsroom, enter)
    _act(enter(newsroom.desk), article, "reject", "둘째 문단의 숫자를 확인하십시오.")
    assert not Article.objects.published().exists()
    client = enter(newsroom.reporter)
    page = client.get(_edit(article)).content.decode()
    assert "둘째 문단의 숫자를 확인하십시오." in page
    client.post(_edit(article), article_form(title="다시 올린 기사", **{"action-submit": "1"}))
    article = Article.objects.get(pk=article.pk)
    _act(enter(newsroom.desk), article, "approve")
    assert Article.objects.published().get().title == "다시 올린 기사"


@pytest.mark.parametrize("who", ["other_desk", "reporter", "photographer"])
def test_nobody_else_approves(newsroom: Newsroom, enter: Enter, who: str) -> None:
    article = _submit(newsroom, enter)
    for action in ("approve", "reject"):
        _act(enter(getattr(newsroom, who)), article, action, "안 됩니다")
    assert not Article.objects.published().exists()
    assert article.current_workflow_task_state.status == "in_progress"


def test_the_chief_approves_everywhere(newsroom: Newsroom, enter: Enter) -> None:
    article = _submit(newsroom, enter)
    _act(enter(newsroom.chief), article, "approve")
    assert Article.objects.published().get().pk == article.pk


def test_the_desk_is_told_by_mail_and_so_is_the_reporter(
    newsroom: Newsroom, enter: Enter, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = _submit(newsroom, enter)
    to = {address for message in mail.outbox for address in message.to}
    assert newsroom.desk.email in to and newsroom.other_desk.email not in to
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        _act(enter(newsroom.desk), article, "approve")
    assert newsroom.reporter.email in {to for message in mail.outbox for to in message.to}


def test_it_waits_on_the_desks_first_screen(newsroom: Newsroom, enter: Enter) -> None:
    _submit(newsroom, enter, "데스크가 볼 기사")
    assert "데스크가 볼 기사" in enter(newsroom.desk).get("/admin/").content.decode()
    assert "데스크가 볼 기사" not in enter(newsroom.other_desk).get("/admin/").content.decode()


def test_a_draft_of_a_live_article_leaves_readers_alone(
    newsroom: Newsroom, enter: Enter, reader: Client
) -> None:
    article = newsroom.publish(title="지금 제목")
    enter(newsroom.reporter).post(_edit(article), article_form(title="고치는 제목", deck="새 부제"))
    page = reader.get(f"/news/{article.number}/").content.decode()
    assert "지금 제목" in page and "고치는 제목" not in page and "새 부제" not in page
    assert "고치는 제목" not in reader.get("/").content.decode()
    assert Article.objects.get(pk=article.pk).has_unpublished_changes


def test_versions_are_compared(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish(title="처음 제목")
    client = enter(newsroom.desk)
    client.post(_edit(article), article_form(title="다음 제목"))
    url = reverse("wagtailadmin_pages:revisions_compare", args=(article.pk, "earliest", "latest"))
    page = client.get(url)
    assert page.status_code == 200 and "제목" in page.content.decode()


def test_a_locked_article_is_not_changed_by_others(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.write(title="잠근 기사")
    enter(newsroom.desk).post(reverse("wagtailadmin_pages:lock", args=(article.pk,)))
    enter(newsroom.reporter).post(_edit(article), article_form(title="몰래 고침"))
    assert Article.objects.get(pk=article.pk).get_latest_revision_as_object().title == "잠근 기사"


def test_a_draft_is_previewed(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.write(title="미리 볼 기사")
    url = reverse("wagtailadmin_pages:preview_on_edit", args=(article.pk,))
    client = enter(newsroom.reporter)
    assert client.post(url, article_form(title="고치는 중")).json()["is_valid"]
    assert "고치는 중" in client.get(url).content.decode()


def test_a_new_article_carries_its_reporters_name(newsroom: Newsroom, enter: Enter) -> None:
    url = reverse("wagtailadmin_pages:add", args=("articles", "article", newsroom.internet.pk))
    page = enter(newsroom.reporter).get(url).content.decode()
    assert 'name="bylines-INITIAL_FORMS"' in page
    assert f'name="bylines-0-reporter" value="{newsroom.kim.pk}"' in page
    assert "bylines-0-reporter" not in enter(newsroom.chief).get(url).content.decode()


def test_a_copy_is_a_new_article(newsroom: Newsroom, enter: Enter, reader: Client) -> None:
    article = newsroom.publish(title="원래 기사")
    url = reverse("wagtailadmin_pages:copy", args=(article.pk,))
    client = enter(newsroom.desk)
    page = client.get(url).content.decode()
    assert "alias" not in page and "copy_subpages" not in page
    data = {"new_title": "베낀 기사", "new_parent_page": newsroom.industry.pk, "alias": "on"}
    client.post(url, data)
    copied = Article.objects.get(title="베낀 기사")
    assert copied.number > article.number and copied.slug == str(copied.number)
    assert (copied.live, copied.published_at, copied.listed_at) == (False, None, None)
    assert copied.alias_of_id is None and copied.bylines.get().listed_at is None
    copied.get_latest_revision().publish(user=newsroom.desk)
    assert reader.get(f"/news/{copied.number}/").status_code == 200
    assert Article.objects.get(pk=article.pk).number == article.number
    assert Article.objects.get(pk=copied.pk).section_id == newsroom.industry.pk


@pytest.mark.parametrize("length", [256, 5000])
def test_a_headline_too_long_is_refused_and_kept(
    newsroom: Newsroom, enter: Enter, length: int
) -> None:
    article = newsroom.write(title="짧은 제목")
    headline = "가" * length
    page = enter(newsroom.reporter).post(_edit(article), article_form(title=headline))
    assert page.status_code == 200 and headline in page.content.decode()
    assert Article.objects.get(pk=article.pk).title == "짧은 제목"


def test_a_comment_beside_the_text_stays_in_the_newsroom(
    newsroom: Newsroom, enter: Enter, reader: Client
) -> None:
    article = newsroom.publish()
    note = {
        "text": "이 숫자 맞습니까?",
        "contentpath": "title",
        "position": "",
        "resolved": "",
        "replies": inline_formset([]),
    }
    data = article_form(
        title=article.title, **nested_form_data({"comments": inline_formset([note])})
    )
    enter(newsroom.desk).post(_edit(article), data)
    assert article.wagtail_admin_comments.get().text == "이 숫자 맞습니까?"
    page = enter(newsroom.reporter).get(_edit(article)).content.decode()
    assert "이 숫자".encode("ascii", "backslashreplace").decode() in page  # In the editor's JSON.
    assert "이 숫자" not in reader.get(f"/news/{article.number}/").content.decode()
