"""What of the articles stands on every page: navigation, the latest box, the 속보 bar."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from wagtail.models import PageViewRestriction

from hwalja.articles.models import Article, BreakingNews, Byline, Correction, Section
from hwalja.press.shared import Shared, SharedByKey

if TYPE_CHECKING:
    from hwalja.articles.lines import Line

LATEST = 10  # Headlines in the latest box.
OTHERS = 4  # A reporter's other articles beneath the sign-off.


@dataclass(frozen=True)
class NavigationItem:
    id: int
    title: str
    url: str
    children: list["NavigationItem"] = field(default_factory=list)
    # Whether menus lead there; the trail above an article does in any case.
    shown: bool = True


def _navigation() -> list[NavigationItem]:
    items: dict[str, NavigationItem] = {}
    top: list[NavigationItem] = []
    for section in Section.objects.live().order_by("path"):
        item = NavigationItem(
            section.pk,
            section.title,
            section.get_absolute_url(),
            shown=not section.is_unsorted,
        )
        items[section.path] = item
        parent = items.get(section.path[: -Section.steplen])
        (parent.children if parent else top).append(item)
    return top


def _latest() -> "list[tuple[datetime | None, Line]]":
    """More lines than are shown, each with its end: an article may end before the next event."""
    from hwalja.articles.lines import lines

    rows = Article.objects.published().newest_first()[: LATEST * 2]
    ends = dict(rows.values_list("pk", "expire_at"))
    return [(ends.get(line.pk), line) for line in lines(rows)]


def _breaking() -> list[BreakingNews]:
    """What runs or will run; its article, where readers may see it."""
    rows = list(BreakingNews.objects.filter(ends_at__gt=timezone.now()))
    ids = [row.article_id for row in rows if row.article_id]
    seen = Article.objects.published().defer_streamfields().in_bulk(ids)
    for row in rows:
        row.article = seen.get(row.article_id or 0)
    return rows


def _newest_of(reporter_id: int) -> list[int]:
    rows = Byline.objects.filter(reporter=reporter_id, listed_at__isnull=False)
    return list(rows.order_by("-listed_at").values_list("article_id", flat=True)[: OTHERS + 1])


def _corrected() -> frozenset[int]:
    return frozenset(Correction.objects.values_list("article_id", flat=True))


def _walls() -> list[str]:
    return list(PageViewRestriction.objects.values_list("page__path", flat=True))


# Tree paths behind a view restriction: there should be none, and checking must cost nothing.
WALLS = Shared("walls", _walls)
# Articles that carry corrections: a few in a thousand, so that the others need not ask.
CORRECTED = Shared("corrected", _corrected)
NAVIGATION = Shared("navigation", _navigation)
LATEST_BOX = Shared("latest", _latest)
NEWEST_OF = SharedByKey("newest-of", _newest_of, at_most=1000)
BREAKING = Shared("breaking", _breaking)


def menu() -> list[NavigationItem]:
    """The sections that readers are led to; no query."""
    return [item for item in NAVIGATION.get() if item.shown]


def section_item(section_id: int | None) -> NavigationItem | None:
    """A section as the navigation knows it; no query."""
    for top in NAVIGATION.get():
        for item in (top, *top.children):
            if item.id == section_id:
                return item
    return None


def trail(section_id: int) -> list[NavigationItem]:
    """The way to a section: itself, or its parent and itself."""
    for top in NAVIGATION.get():
        if top.id == section_id:
            return [top]
        for item in top.children:
            if item.id == section_id:
                return [top, item]
    return []


def section_at(path: str) -> NavigationItem | None:
    """The section whose page stands at `path`; no query."""
    for top in NAVIGATION.get():
        for item in (top, *top.children):
            if item.url == path:
                return item
    return None


def latest_box(now: datetime) -> "list[Line]":
    """The newest headlines; an article's end needs no event."""
    rows = [line for ends, line in LATEST_BOX.get() if ends is None or ends > now]
    return rows[:LATEST]


def running_breaking(now: datetime) -> list[BreakingNews]:
    """The 속보 that runs now; its end needs no event."""
    return [row for row in BREAKING.get() if row.starts_at <= now < row.ends_at]
