"""What lists show of an article, kept beside it when it is published, moved or withdrawn.

A list then needs one index and no join over the tree, at a million articles too.
"""

from html import unescape
from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import pre_save
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from hwalja.articles.blocks import photo_ids
from hwalja.articles.models import Article, Section

KEPT = (
    "published_at",
    "modified_at",
    "listed_at",
    "section_id",
    "subsection_id",
    "list_photo_id",
    "summary",
    "ends_at",
)
SUMMARY = 160  # Characters: three lines of a card on a phone.


def first_paragraph(article: Article) -> str:
    """The story's first paragraph as plain text."""
    for row in article.body.raw_data:
        if row["type"] == "paragraph":
            return unescape(strip_tags(str(row["value"]).split("</p>")[0])).strip()
    return ""


def summarise(article: Article) -> str:
    text = article.deck or first_paragraph(article)
    return text if len(text) <= SUMMARY else text[: SUMMARY - 1].rstrip() + "…"


def _sections(page: Page) -> tuple[int | None, int | None]:
    """Ids of the section and the sub-section that the tree path runs through."""
    steplen = Page.steplen
    paths = [page.path[: steplen * depth] for depth in (3, 4) if depth < page.depth]
    by_path = dict(Section.objects.filter(path__in=paths).values_list("path", "pk"))
    found = [by_path.get(path) for path in paths]
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def _set_listed_at(article: Article, listed_at: Any) -> None:
    article.bylines.model.objects.filter(article_id=article.pk).update(listed_at=listed_at)
    article.tagged_items.model.objects.filter(content_object_id=article.pk).update(
        listed_at=listed_at
    )


def _first_photo(article: Article) -> int | None:
    ids = [article.lead_photo_id, *photo_ids(article.body.raw_data)]
    return next((pk for pk in ids if pk), None)


def enlist(article: Article) -> None:
    """Write the list columns of a live article."""
    now = timezone.now()
    again = article.first_published_at != article.last_published_at
    article.section_id, article.subsection_id = _sections(article)
    article.published_at = article.published_at or now
    article.modified_at = now if again else article.modified_at
    article.listed_at = article.published_at
    article.list_photo_id = _first_photo(article)
    article.summary = summarise(article)
    article.ends_at = article.expire_at
    columns = {name: getattr(article, name) for name in KEPT}
    Article.objects.filter(pk=article.pk).update(**columns)
    _set_listed_at(article, article.listed_at)


def delist(article: Article) -> None:
    """Take an article out of every list."""
    article.listed_at = article.ends_at = None
    Article.objects.filter(pk=article.pk).update(listed_at=None, ends_at=None)
    _set_listed_at(article, None)


def _below(page: Page) -> QuerySet[Article]:
    return Article.objects.descendant_of(page, inclusive=True)


def rehome(page: Page) -> None:
    """After a move of a section or an article: whose lists the articles now belong to."""
    if isinstance(page, Article):
        section, subsection = _sections(page)
        Article.objects.filter(pk=page.pk).update(section=section, subsection=subsection)
        return
    for section in Section.objects.descendant_of(page, inclusive=True):
        top, sub = _sections_of_children(section)
        Article.objects.child_of(section).update(section=top, subsection=sub)


def _sections_of_children(section: Section) -> tuple[int | None, int | None]:
    if section.is_top:
        return section.pk, None
    return section.get_parent().pk, section.pk


def _on_new(sender: type[Page], instance: Article, raw: bool, **kwargs: Any) -> None:
    """A draft belongs to its section from the beginning, for the newsroom's own lists."""
    if instance._state.adding and not raw:
        instance.section_id, instance.subsection_id = _sections(instance)


def _on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if isinstance(instance, Article):
        (enlist if instance.live else delist)(instance)


def _on_unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if isinstance(instance, Article):
        delist(instance)


def _on_moved(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    rehome(instance.specific)


def connect() -> None:
    pre_save.connect(_on_new, sender=Article, dispatch_uid="articles.listing")
    page_published.connect(_on_published, dispatch_uid="articles.listing")
    page_unpublished.connect(_on_unpublished, dispatch_uid="articles.listing")
    post_page_move.connect(_on_moved, dispatch_uid="articles.listing")
