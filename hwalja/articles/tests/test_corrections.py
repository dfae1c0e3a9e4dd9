"""Corrections: notes of their own, which no later edit loses."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from hwalja.accounts.models import User
from hwalja.articles.models import Article, Correction
from hwalja.articles.tests.forms import article_form
from hwalja.testing import Newsroom

Enter = Callable[[User], Client]
ADD = "wagtailsnippets_articles_correction:add"


def _form(article: Article, **changes: str) -> dict[str, object]:
    data = {
        "article": article.pk,
        "kind": "correction",
        "text": "‘1조 원’은 ‘1천억 원’이기에 바로잡습니다.",
        "place": "top",
        "published_at": "2026-11-20 09:00",
    }
    return {**data, **changes}


@pytest.mark.parametrize(
    ("who", "may"),
    [("reporter", False), ("desk", True), ("other_desk", False), ("chief", True)],
)
def test_who_may_correct(newsroom: Newsroom, enter: Enter, who: str, may: bool) -> None:
    article = newsroom.publish()
    enter(getattr(newsroom, who)).post(reverse(ADD), _form(article))
    assert Correction.objects.exists() == may


def test_it_is_read_at_once_and_kept_through_edits(
    newsroom: Newsroom, enter: Enter, reader: Client
) -> None:
    article = newsroom.publish()
    client = enter(newsroom.desk)
    client.post(reverse(ADD), _form(article))
    path = f"/news/{article.number}/"
    assert "바로잡습니다" in reader.get(path).content.decode()
    edit = reverse("wagtailadmin_pages:edit", args=(article.pk,))
    client.post(edit, article_form(title="다시 고친 기사", **{"action-publish": "1"}))
    first = article.revisions.order_by("created_at").first()
    first.publish(user=newsroom.desk)
    page = reader.get(path).content.decode()
    assert "바로잡습니다" in page
    found = Correction.objects.get()
    assert found.written_by == newsroom.desk


def test_it_dates_the_article_and_its_history(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish()
    assert article.modified_at is None
    enter(newsroom.desk).post(reverse(ADD), _form(article))
    assert Article.objects.get(pk=article.pk).modified_at is not None
    entry = PageLogEntry.objects.get(action="hwalja.correction.write")
    assert entry.user == newsroom.desk and "바로잡습니다" in entry.data["text"]


def test_another_desk_cannot_change_it(newsroom: Newsroom, enter: Enter) -> None:
    correction = Correction.objects.create(article=newsroom.publish(), text="바로잡습니다.")
    url = reverse("wagtailsnippets_articles_correction:edit", args=(correction.pk,))
    data = _form(correction.article, text="바꾼 말")
    enter(newsroom.other_desk).post(url, data)
    assert Correction.objects.get().text == "바로잡습니다."
    enter(newsroom.desk).post(url, data)
    assert Correction.objects.get().text == "바꾼 말"


def test_a_button_leads_there(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish()
    edit = reverse("wagtailadmin_pages:edit", args=(article.pk,))
    assert "정정·반론 쓰기" in enter(newsroom.desk).get(edit).content.decode()
    assert "정정·반론 쓰기" not in enter(newsroom.reporter).get(edit).content.decode()
    page = enter(newsroom.desk).get(reverse(ADD), {"article": article.pk}).content.decode()
    assert article.title in page
    assert enter(newsroom.desk).get(reverse(ADD), {"article": "x' or 1"}).status_code == 200
    assert enter(newsroom.desk).get(reverse(ADD), {"article": "999999"}).status_code == 200
