"""Which pages and parts a change of the articles touches, and the signals that tell of one.

Every change enters the press by its one door, in the transaction of the change itself.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.signals import page_published, page_unpublished, post_page_move, pre_page_move

from hwalja.articles import archive, parts, shared, sitemaps
from hwalja.articles.models import (
    Article,
    BreakingNews,
    Correction,
    FrontPage,
    Reporter,
    Section,
    Series,
)
from hwalja.media.models import Photo
from hwalja.media.signals import photo_changed
from hwalja.press import door, marks
from hwalja.press.marks import Order
from hwalja.press.press import PAGES

Keys = Iterator[tuple[str, Order]]


# --- What is touched ---------------------------------------------------------------------


def of_article(article: Article) -> Keys:
    """Its page, what it stands on, and what points to it."""
    seen = Article.objects.published().filter(pk=article.pk).exists()
    own, first, rest = _orders(seen)
    yield article.get_absolute_url(), own
    yield f"{article.get_absolute_url()}share.png", Order.KEPT
    yield parts.LATEST.key(), first
    yield parts.BREAKING.key(), first
    yield "/", first
    yield from _list("/latest/", first, feed=False)
    yield "/feed/", first
    for item in article.breadcrumb:
        yield from _list(item.url, first)
    for reporter in Reporter.objects.filter(bylines__article=article.pk):
        yield parts.OTHERS.key(str(reporter.pk)), first
        yield from _list(reporter.get_absolute_url(), rest)
    for path in _shelves(article):
        yield from _list(path, rest)
    yield from ((path, Order.KEPT) for path in archive.dates_of(article))
    yield from _in_sitemaps(article, rest)
    for row in _pointing_here(article):
        yield from _full_text(row, rest)


def _orders(seen: bool) -> tuple[Order, Order, Order]:
    """Of the article itself, of where readers look first, of the rest."""
    if seen:
        return Order.ARTICLE, Order.FRONT, Order.REST
    return Order.REMOVAL, Order.REMOVAL, Order.REMOVAL


def _list(path: str, order: Order, *, feed: bool = True) -> Keys:
    """A list's first page and its feed; further pages where a reader has asked for them."""
    yield path, order
    if feed:
        yield f"{path}feed/", order
    yield f"{PAGES}{path}", Order.KEPT


def _shelves(article: Article) -> Iterator[str]:
    """Addresses of its tags and its series."""
    slugs = Tag.objects.filter(article_tags__content_object=article.pk)
    yield from (f"/tags/{slug}/" for slug in slugs.values_list("slug", flat=True))
    if article.series_id:
        yield from (row.get_absolute_url() for row in Series.objects.filter(pk=article.series_id))


def _in_sitemaps(article: Article, order: Order) -> Keys:
    yield from (("/sitemap.xml", order), ("/news-sitemap.xml", order))
    yield f"/sitemaps/articles-{article.number // sitemaps.PER_FILE}.xml", order
    yield f"/sitemaps/news-{article.number // sitemaps.NEWS_PER_FILE}.xml", Order.KEPT
    # Whose first article it is stands there from now on.
    yield "/sitemaps/pages.xml", order


def _pointing_here(article: Article) -> Iterator[Article]:
    """Its neighbours in the section, and the articles whose text links to it."""
    if article.published_at and article.section_id:
        yield from _neighbours(article)
    references = ReferenceIndex.get_references_to(article).values_list("object_id", flat=True)
    ids = [int(pk) for pk in references.distinct()]
    if ids:
        yield from _bare(Article.objects.published().filter(pk__in=ids))


def _neighbours(article: Article) -> Iterator[Article]:
    """The next newer and the next older one, by the same index that the page itself asks."""
    at, number = article.published_at, article.number
    rows = Article.objects.published().filter(section=article.section_id).exclude(pk=article.pk)
    newer = rows.filter(Q(listed_at__gt=at) | Q(number__gt=number), listed_at__gte=at)
    older = rows.filter(Q(listed_at__lt=at) | Q(number__lt=number), listed_at__lte=at)
    yield from _bare(newer.order_by("listed_at", "number"))[:1]
    yield from _bare(older.newest_first())[:1]


def _full_text(article: Article, order: Order) -> Keys:
    """Where its text stands whole: its page and the feeds."""
    yield article.get_absolute_url(), order
    yield "/feed/", order
    lists = [item.url for item in article.breadcrumb]
    lists += [row.get_absolute_url() for row in Reporter.objects.filter(bylines__article=article)]
    for path in (*lists, *_shelves(article)):
        yield f"{path}feed/", Order.KEPT


def _bare(rows: Any) -> Any:
    """Without the texts: only where they stand is asked."""
    return rows.only("number", "section", "subsection", "series")


def of_section(section: Section) -> Keys:
    """Its own pages, and every page whose navigation or breadcrumb names it."""
    yield from _everywhere()
    yield from _list(section.get_absolute_url(), Order.FRONT)
    yield "/sitemaps/pages.xml", Order.REST
    yield "/", Order.FRONT
    # Its name stands over its articles, beside each row of a list, and in the feeds.
    # In the section above, the neighbours of its articles change when it moves.
    above = f"section-{section.get_parent().pk}"
    for tag in (f"section-{section.pk}", above, "list", "feed"):
        yield marks.tagged(tag), Order.BULK


def _everywhere() -> Keys:
    """The parts that stand on every page."""
    yield from ((part.key(), Order.FRONT) for part in parts.EVERYWHERE)


def of_reporter(reporter: Reporter) -> Keys:
    yield from _list(reporter.get_absolute_url(), Order.FRONT)
    yield parts.OTHERS.key(str(reporter.pk)), Order.FRONT
    yield "/sitemaps/pages.xml", Order.REST
    for tag in (f"reporter-{reporter.pk}", "feed"):
        yield marks.tagged(tag), Order.BULK


def of_series(series: Series) -> Keys:
    yield from _list(series.get_absolute_url(), Order.FRONT)
    yield "/sitemaps/pages.xml", Order.REST
    yield marks.tagged(f"series-{series.pk}"), Order.BULK


def of_tag(tag: Tag) -> Keys:
    yield from _list(f"/tags/{tag.slug}/", Order.FRONT)
    yield marks.tagged(f"tag-{tag.pk}"), Order.BULK


def of_front(front: FrontPage) -> Keys:
    yield "/", Order.FRONT


def of_correction(correction: Correction) -> Keys:
    article = Article.objects.defer_streamfields().filter(pk=correction.article_id).first()
    if article:
        yield from of_article(article)


def of_breaking(row: BreakingNews) -> Keys:
    yield parts.BREAKING.key(), Order.ARTICLE


def of_redirect(row: Redirect) -> Keys:
    yield row.old_path, Order.FRONT
    yield f"{row.old_path}/", Order.FRONT


def of_photo(photo_id: int) -> Keys:
    """Every page that shows it: in the text, at the head of a list, as a portrait."""
    told = ReferenceIndex.get_references_to(Photo(pk=photo_id)).values_list("object_id", flat=True)
    ids = [int(pk) for pk in told.distinct() if pk.isdigit()]
    shown = Q(pk__in=ids) | Q(list_photo=photo_id)
    for article in Article.objects.published().filter(shown).defer_streamfields():
        yield from of_article(article)
    for reporter in Reporter.objects.filter(photo=photo_id):
        yield reporter.get_absolute_url(), Order.FRONT


def of_paper(_: object) -> Keys:
    """The paper's name stands in every title."""
    parts.touch_all()
    yield from _everywhere()
    yield "/", Order.FRONT
    yield marks.EVERYTHING, Order.BULK


# --- Addresses, for a home that is to be filled --------------------------------------------


def first_pages() -> Iterator[str]:
    """What readers want most: the front, the lists, what machines read."""
    yield from ("/", "/latest/", "/feed/", "/robots.txt", "/sitemap.xml", "/news-sitemap.xml")
    yield "/sitemaps/pages.xml"
    for top in shared.NAVIGATION.get():
        for item in (top, *top.children):
            yield from (item.url, f"{item.url}feed/")


def all_articles() -> Iterator[str]:
    """Every published article, the newest first."""
    rows = Article.objects.published().newest_first().values_list("number", flat=True)
    yield from (f"/news/{number}/" for number in rows.iterator(chunk_size=1000))


def smaller_lists() -> Iterator[str]:
    """Reporters, series and tags."""
    for reporter in Reporter.objects.order_by("pk").iterator():
        yield from (reporter.get_absolute_url(), f"{reporter.get_absolute_url()}feed/")
    for series in Series.objects.order_by("pk").iterator():
        yield from (series.get_absolute_url(), f"{series.get_absolute_url()}feed/")
    for slug in Tag.objects.order_by("pk").values_list("slug", flat=True).iterator():
        yield f"/tags/{slug}/"


# --- The signals that tell of a change -----------------------------------------------------


def _on_page(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    # As it stands now: a move and the list columns are written past the instance.
    changed(instance.specific_class.objects.get(pk=instance.pk))


def changed(page: Page) -> None:
    """An article, a section or the front has been published, withdrawn or moved."""
    if isinstance(page, Article):
        # Wagtail does this by a task; who links to whom is asked for sooner than that.
        ReferenceIndex.create_or_update_for_object(page)
        parts.touch_lists()
        door.happened("article", page, name=f"article:{page.pk}")
        return
    parts.touch_all()
    if isinstance(page, Section):
        for section in Section.objects.descendant_of(page, inclusive=True):
            door.happened("section", section, name=f"section:{section.pk}")
    elif isinstance(page, FrontPage):
        door.happened("front", page)


def _on_deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    parts.touch_all()
    kind = "article" if isinstance(instance, Article) else "section"
    door.gone(f"{kind}:{instance.pk}")


def _tell(event: str, name: str = "") -> Any:
    """A receiver that says `event` of what was saved or deleted."""

    def receive(
        sender: type, instance: Any, raw: bool = False, created: bool = False, **kw: Any
    ) -> None:
        if raw:
            return
        parts.touch_all()
        door.happened(event, instance, name=f"{name}:{instance.pk}" if name else "")

    return receive


def _on_breaking(sender: type, instance: BreakingNews, **kwargs: Any) -> None:
    parts.touch_all()
    door.happened("breaking", instance)
    times = [instance.starts_at, instance.ends_at]
    door.appoint(f"breaking:{instance.pk}", [parts.BREAKING.key()], times)


def _on_photo(sender: type, photo_id: int, **kwargs: Any) -> None:
    door.happened("photo", photo_id)


def keep_the_day() -> None:
    """The date on the front, and what leaves the news sitemap, change by the clock alone."""
    now = timezone.localtime()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    hour = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    door.appoint("articles.day", ["/"], [midnight])
    door.appoint("articles.hour", ["/news-sitemap.xml"], [hour])


_EVENTS = {
    "article": of_article,
    "section": of_section,
    "front": of_front,
    "reporter": of_reporter,
    "series": of_series,
    "tag": of_tag,
    "correction": of_correction,
    "breaking": of_breaking,
    "redirect": of_redirect,
    "photo": of_photo,
    "paper": of_paper,
}
# Receivers are held weakly: here somebody holds them.
_RECEIVERS = [
    (Reporter, _tell("reporter", "reporter")),
    (Series, _tell("series", "series")),
    (Tag, _tell("tag", "tag")),
    (Correction, _tell("correction")),
    (PageViewRestriction, _tell("paper")),
    (Redirect, _tell("redirect", "redirect")),
    (BreakingNews, _on_breaking),
]


def register() -> None:
    for event, affected in _EVENTS.items():
        door.on(event, affected)
    for addresses in (first_pages, all_articles, smaller_lists):
        door.every_address(addresses)


def connect() -> None:
    # Before a move too: its neighbours of today are found where it stands today.
    for signal in (page_published, page_unpublished, pre_page_move, post_page_move):
        signal.connect(_on_page, dispatch_uid="articles.affected")
    for model in (Article, Section):
        post_delete.connect(_on_deleted, sender=model, dispatch_uid="articles.affected")
    photo_changed.connect(_on_photo, dispatch_uid="articles.affected")
    for number, (model, receiver) in enumerate(_RECEIVERS):
        for change in (post_save, post_delete):
            change.connect(receiver, sender=model, dispatch_uid=f"articles.affected.{number}")
