"""A large archive in seconds: rows as publishing leaves them, written in bulk."""

import json
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Locale, Page

from hwalja.articles.models import Article, ArticleNumber, ArticleTag, Byline, Section, Series
from hwalja.press import shared
from hwalja.testing import Newsroom

BATCH = 500
MINUTES_APART = 7


def _pages(section: Section, numbers: range, ages: dict[int, Any]) -> list[Page]:
    """Tree rows below a section, in treebeard's own order of paths."""
    first = section.numchild + 1
    common = {
        "content_type": ContentType.objects.get_for_model(Article),
        "locale": Locale.get_default(),
        "live": True,
        "depth": section.depth + 1,
    }
    return [
        Page(
            title=f"기사 {number} 강은전자, 새 공장에 투자",
            draft_title=f"기사 {number} 강은전자, 새 공장에 투자",
            slug=str(number),
            path=Page._get_path(section.path, section.depth + 1, first + place),
            url_path=f"{section.url_path}{number}/",
            first_published_at=ages[number],
            last_published_at=ages[number],
            **common,
        )
        for place, number in enumerate(numbers)
    ]


def _insert(model: Any, rows: list[Any]) -> None:
    """The child table's rows alone: Django writes no inherited models in bulk."""
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    size = max(1, connection.ops.bulk_batch_size(fields, rows) or BATCH)
    for start in range(0, len(rows), size):
        model._base_manager._insert(
            rows[start : start + size], fields=fields, using="default", raw=True
        )


def archive(newsroom: Newsroom, count: int) -> list[int]:
    """`count` published articles in one sub-section, by one reporter, in one series, one tag.

    Returns their numbers, the oldest first.
    """
    section = Section.objects.get(pk=newsroom.internet.pk)
    series, _ = Series.objects.get_or_create(name="공장을 가다", slug="plants")
    tag, _ = Tag.objects.get_or_create(name="반도체", slug="chip")
    counter, _ = ArticleNumber.objects.get_or_create(pk=1)
    numbers = range(counter.highest + 1, counter.highest + count + 1)
    now = timezone.now()
    ages = {n: now - timedelta(minutes=MINUTES_APART * (numbers.stop - n)) for n in numbers}
    pages = Page.objects.bulk_create(_pages(section, numbers, ages), BATCH)
    top_id = section.pk if section.is_top else section.get_parent().pk
    body = json.dumps([{"type": "paragraph", "value": "<p>첫 문단입니다.</p>", "id": "a"}])
    _insert(Article, [_article(page, section, top_id, series, body) for page in pages])
    _link(pages, newsroom, tag)
    Page.objects.filter(pk=section.pk).update(numchild=section.numchild + count)
    ArticleNumber.objects.update(highest=numbers.stop - 1)
    shared.forget_everything()
    return list(numbers)


def _article(page: Page, section: Section, top_id: int, series: Series, body: str) -> Article:
    return Article(
        page_ptr_id=page.pk,
        number=int(page.slug),
        body=body,
        series=series,
        published_at=page.first_published_at,
        listed_at=page.first_published_at,
        section_id=top_id,
        subsection_id=None if section.is_top else section.pk,
        summary="첫 문단입니다.",
    )


def _link(pages: list[Page], newsroom: Newsroom, tag: Tag) -> None:
    Byline.objects.bulk_create(
        [
            Byline(article_id=page.pk, reporter=newsroom.kim, listed_at=page.first_published_at)
            for page in pages
        ],
        BATCH,
    )
    ArticleTag.objects.bulk_create(
        [
            ArticleTag(content_object_id=page.pk, tag=tag, listed_at=page.first_published_at)
            for page in pages
        ],
        BATCH,
    )
