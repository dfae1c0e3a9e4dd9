"""What is held between requests never outlives what readers may see."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from hwalja.articles import blocks, shared
from hwalja.articles.models import Article, BreakingNews
from hwalja.testing import Newsroom, make_photo


def test_an_ended_article_leaves_the_latest_box_without_an_event(newsroom: Newsroom) -> None:
    end = timezone.now() + timedelta(hours=1)
    ending, staying = newsroom.publish(expire_at=end), newsroom.publish()
    assert [row.pk for row in shared.latest_box(timezone.now())] == [staying.pk, ending.pk]
    assert [row.pk for row in shared.latest_box(end)] == [staying.pk]


def test_a_walled_article_leaves_the_latest_box(newsroom: Newsroom, reader: Client) -> None:
    article, other = newsroom.publish(title="담장 안의 기사"), newsroom.publish()
    assert "담장 안의 기사" in reader.get(f"/news/{other.number}/").content.decode()
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert "담장 안의 기사" not in reader.get(f"/news/{other.number}/").content.decode()


def test_breaking_news_links_to_published_articles_only(newsroom: Newsroom) -> None:
    article = newsroom.publish()
    end = timezone.now() + timedelta(hours=1)
    BreakingNews.objects.create(headline="속보", article=article, ends_at=end)
    (row,) = shared.running_breaking(timezone.now())
    assert row.article == article
    article.unpublish()
    (row,) = shared.running_breaking(timezone.now())
    assert row.article is None


def test_a_page_read_before_takes_no_photo_from_the_editor(
    newsroom: Newsroom, reader: Client
) -> None:
    """Photos at hand belong to one page; the same thread may serve the editor next."""
    photo = make_photo()
    newsroom.publish(title="사진 없는 기사")
    body = [("photo", {"photo": photo, "caption": "", "credit": ""})]
    article = newsroom.publish(body=body)
    plain = Article.objects.exclude(pk=article.pk).get()
    reader.get(f"/news/{plain.number}/")
    reader.get("/robots.txt")
    assert blocks.photos_at_hand.get() is None and blocks.links_at_hand.get() is None
    again = Article.objects.get(pk=article.pk)
    assert again.body[0].value["photo"] == photo
