"""What of the articles stands on every page: navigation, the latest box, the 속보 bar."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from hwalja.articles.models import Article, BreakingNews, Section
from hwalja.press.parts import Part

LATEST = 10  # Headlines in the latest box.


@dataclass(frozen=True)
class NavigationItem:
    id: int
    title: str
    url: str
    children: list["NavigationItem"] = field(default_factory=list)


def _navigation() -> list[NavigationItem]:
    items: dict[str, NavigationItem] = {}
    top: list[NavigationItem] = []
    for section in Section.objects.live().order_by("path"):
        item = NavigationItem(section.pk, section.title, section.get_absolute_url())
        items[section.path] = item
        parent = items.get(section.path[: -Section.steplen])
        (parent.children if parent else top).append(item)
    return top


def _latest() -> list[Article]:
    return list(Article.objects.published().newest_first().lines()[:LATEST])


def _breaking() -> list[BreakingNews]:
    rows = BreakingNews.objects.filter(ends_at__gt=timezone.now()).select_related("article")
    return list(rows)


NAVIGATION = Part("navigation", _navigation)
LATEST_BOX = Part("latest", _latest)
BREAKING = Part("breaking", _breaking)


def running_breaking(now: datetime) -> list[BreakingNews]:
    """The 속보 that runs now; its end needs no event."""
    return [row for row in BREAKING.get() if row.starts_at <= now < row.ends_at]


def _on_page(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if issubclass(sender, Article):
        LATEST_BOX.touch()
    else:
        NAVIGATION.touch()


def _on_section_deleted(sender: type, **kwargs: Any) -> None:
    NAVIGATION.touch()
    LATEST_BOX.touch()


def _on_breaking(sender: type, **kwargs: Any) -> None:
    BREAKING.touch()


def connect() -> None:
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(_on_page, dispatch_uid="articles.shared")
    post_delete.connect(_on_section_deleted, sender=Section, dispatch_uid="articles.shared")
    post_delete.connect(_on_section_deleted, sender=Article, dispatch_uid="articles.shared")
    for change in (post_save, post_delete):
        change.connect(_on_breaking, sender=BreakingNews, dispatch_uid="articles.shared.breaking")
