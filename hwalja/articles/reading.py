"""An article page put together: everything it shows, fetched in a handful of queries."""

import re
from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from taggit.models import Tag

from hwalja.articles import shared
from hwalja.articles.blocks import (
    at_hand,
    links_at_hand,
    photo_ids,
    photos_at_hand,
    related_ids,
)
from hwalja.articles.lines import Line, lines
from hwalja.articles.models import Article, Correction, Reporter
from hwalja.articles.models.article import ArticleQuerySet
from hwalja.media.models import Photo

_LINK = re.compile(r'linktype="page"[^>]*\bid="(\d+)"|\bid="(\d+)"[^>]*linktype="page"')


def linked_ids(body: Iterable[Any]) -> list[int]:
    """Ids of the pages that a body's text links to."""
    found = _LINK.findall(" ".join(_texts(body)))
    return [int(before or after) for before, after in found]


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, Iterable):
        for item in value:
            yield from _texts(item)


def published_rows() -> ArticleQuerySet:
    """Published articles, each with the ids of its section's next and previous one."""
    return _with_neighbours().published()


@cache
def _with_neighbours() -> ArticleQuerySet:
    """The unchanging half of the query: building it costs as much as asking it."""
    section = Article.objects.filter(section=OuterRef("section"))
    at, number = OuterRef("listed_at"), OuterRef("number")
    # The first condition alone is what the index can be searched by.
    newer = section.filter(Q(listed_at__gt=at) | Q(number__gt=number), listed_at__gte=at)
    older = section.filter(Q(listed_at__lt=at) | Q(number__lt=number), listed_at__lte=at)
    return Article.objects.annotate(
        newer_id=Subquery(newer.order_by("listed_at", "number").values("pk")[:1]),
        older_id=Subquery(older.newest_first().values("pk")[:1]),
    )


def _lines(ids: Iterable[int | None]) -> dict[int, Line]:
    """Those of the articles that readers may see, by id."""
    wanted = {pk for pk in ids if pk}
    if not wanted:
        return {}
    return {row.pk: row for row in lines(Article.objects.published().filter(pk__in=wanted))}


def _photos(ids: Iterable[int]) -> dict[int, Photo]:
    return Photo.objects.in_bulk(set(ids))


def gather(bodies: Iterable[Iterable[Any]]) -> AbstractContextManager[None]:
    """Have at hand what many bodies show and link to, in three queries for all of them."""
    raws = [list(body) for body in bodies]
    photos = [pk for raw in raws for pk in photo_ids(raw)]
    links = [pk for raw in raws for pk in (*linked_ids(raw), *related_ids(raw))]
    return at_hand(_photos(photos), _lines(links))


def page(article: Article) -> dict[str, Any]:
    """The template context of an article: a row of `published_rows`, or a draft in preview."""
    raw = article.body.raw_data
    reporters = _reporters(article)
    newer, older = getattr(article, "newer_id", None), getattr(article, "older_id", None)
    known = _lines([*linked_ids(raw), *related_ids(raw), newer, older])
    links_at_hand.set(known)
    photos = _photos(pk for pk in (*photo_ids(raw), article.list_photo_id) if pk)
    photos_at_hand.set(photos)
    return {
        "article": article,
        "reporters": reporters,
        "newer": known.get(newer or 0),
        "older": known.get(older or 0),
        "known": known,
        "tags": _tags(article),
        "corrections": _corrections(article),
        "here": article.section_id,
        "share_photo": photos.get(article.list_photo_id or 0),
    }


def _is_published_row(article: Article) -> bool:
    return hasattr(article, "newer_id")


def _reporters(article: Article) -> list[Reporter]:
    """The reporters in the order of the byline; a preview has them in memory."""
    if not _is_published_row(article):
        return [byline.reporter for byline in article.bylines.all()]
    rows = Reporter.objects.filter(bylines__article=article.pk)
    return list(rows.order_by("bylines__sort_order"))


def _corrections(article: Article) -> list[Correction]:
    """Asked for only where there are any, which is seldom."""
    return list(article.corrections.all()) if article.pk in shared.CORRECTED.get() else []


def _tags(article: Article) -> list[Tag]:
    if not _is_published_row(article):
        return list(article.tags.all())
    return list(Tag.objects.filter(article_tags__content_object=article.pk).order_by("name"))
