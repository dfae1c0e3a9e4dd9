"""An article page put together: everything it shows, fetched in a handful of queries."""

import re
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from hwalja.articles import shared
from hwalja.articles.blocks import photo_ids, photos_at_hand, related_ids
from hwalja.articles.models import Article, Byline
from hwalja.articles.models.article import ArticleQuerySet
from hwalja.media.models import Photo

OTHERS = 4  # The reporter's other articles beneath the sign-off.

# Articles that the page's text links to, by id: filled for one page, read by links.py.
links_at_hand: ContextVar[dict[int, Article] | None] = ContextVar("links_at_hand", default=None)

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
    rows = Article.objects.published()
    section = rows.filter(section=OuterRef("section"))
    at, number = OuterRef("listed_at"), OuterRef("number")
    newer = section.filter(Q(listed_at__gt=at) | Q(listed_at=at, number__gt=number))
    older = section.filter(Q(listed_at__lt=at) | Q(listed_at=at, number__lt=number))
    return rows.select_related("section", "subsection", "series").annotate(
        newer_id=Subquery(newer.order_by("listed_at", "number").values("pk")[:1]),
        older_id=Subquery(older.newest_first().values("pk")[:1]),
    )


def _bylines(article: Article) -> list[Byline]:
    """The bylines, each with the ids of its reporter's newest other articles, in one query."""
    rows = Byline.objects.filter(reporter=OuterRef("reporter"), listed_at__isnull=False)
    rows = rows.exclude(article=article.pk).order_by("-listed_at").values("article_id")
    others = {f"other_{n}": Subquery(rows[n : n + 1]) for n in range(OTHERS)}
    found = Byline.objects.filter(article=article.pk).select_related("reporter").annotate(**others)
    return list(found)


def _others(bylines: list[Byline]) -> list[int]:
    """Ids of the first reporter's other articles; none in a preview."""
    if not bylines:
        return []
    ids = [getattr(bylines[0], f"other_{n}", None) for n in range(OTHERS)]
    return [pk for pk in ids if pk]


def _cards(ids: Iterable[int | None]) -> dict[int, Article]:
    """Those of the articles that readers may see, by id."""
    wanted = {pk for pk in ids if pk}
    if not wanted:
        return {}
    return {row.pk: row for row in Article.objects.published().lines().filter(pk__in=wanted)}


def _photos(ids: Iterable[int]) -> dict[int, Photo]:
    return Photo.objects.prefetch_related("renditions").in_bulk(set(ids))


def page(article: Article) -> dict[str, Any]:
    """The template context of an article: a row of `published_rows`, or a draft in preview."""
    published = hasattr(article, "newer_id")
    raw = article.body.raw_data
    bylines = _bylines(article) if published else list(article.bylines.all())
    newer, older = getattr(article, "newer_id", None), getattr(article, "older_id", None)
    others = _others(bylines)
    cards = _cards([*linked_ids(raw), *related_ids(raw), *others, newer, older])
    links_at_hand.set(cards)
    photos_at_hand.set(_photos(photo_ids(raw)))
    return {
        "article": article,
        "reporters": [byline.reporter for byline in bylines],
        "others": [cards[pk] for pk in others if pk in cards],
        "newer": cards.get(newer or 0),
        "older": cards.get(older or 0),
        "cards": cards,
        "tags": list(article.tags.all()),
        "corrections": list(article.corrections.all()) if article.pk else [],
        "latest": shared.LATEST_BOX.get(),
    }
