"""The first screen of the admin: what waits, for whom."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Revision

from hwalja.articles.models import Article

ROWS = 8
# Wagtail's own panels that stay: what waits for me, what of mine is with the desk, my locks.
KEPT = {"workflow_objects_to_moderate", "user_objects_in_workflow_moderation", "locked_pages"}


class ArticlesPanel(Component):
    """A short list of articles, with a date where it says something; empty, it is not shown."""

    template_name = "articles/admin/panel.html"

    def __init__(
        self, name: str, heading: str, rows: list[tuple[Article, Any]], order: int
    ) -> None:
        self.name = name
        self.heading = heading
        self.rows = rows
        self.order = order

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"name": self.name, "heading": self.heading, "rows": self.rows}


class TodayPanel(Component):
    name = "today"
    order = 50
    template_name = "articles/admin/today.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        rows = Article.objects.published().filter(listed_at__gte=start)
        return {"count": rows.count()}


def _drafts(user: Any) -> list[tuple[Article, Any]]:
    rows = Article.objects.filter(owner=user, live=False, trashed_at=None).defer_streamfields()
    found = rows.order_by("-latest_revision_created_at")[:ROWS]
    return [(row, row.latest_revision_created_at) for row in found]


def _scheduled(user: Any) -> list[tuple[Article, datetime | None]]:
    due = Revision.objects.filter(approved_go_live_at__isnull=False)
    rows = list(due.order_by("approved_go_live_at").values_list("object_id", "approved_go_live_at"))
    times = {int(pk): at for pk, at in rows[:ROWS]}
    found = Article.objects.in_bulk(times)
    return [(found[pk], at) for pk, at in times.items() if pk in found]


def _embargoed(user: Any) -> list[tuple[Article, datetime | None]]:
    rows = Article.objects.filter(embargo_until__gt=timezone.now(), trashed_at=None)
    found = rows.defer_streamfields().order_by("embargo_until")[:ROWS]
    return [(row, row.embargo_until) for row in found]


@hooks.register("construct_homepage_panels")
def panels(request: HttpRequest, found: list[Component]) -> None:
    found[:] = [panel for panel in found if getattr(panel, "name", "") in KEPT]
    user = request.user
    found.append(TodayPanel())
    for panel in (
        ArticlesPanel("drafts", "내 초안", _drafts(user), 250),
        ArticlesPanel("scheduled", "곧 나갈 기사", _scheduled(user), 260),
        ArticlesPanel("embargoed", "엠바고가 걸린 기사", _embargoed(user), 270),
    ):
        if panel.rows:
            found.append(panel)


@hooks.register("construct_homepage_summary_items", order=1000)
def no_summary(request: HttpRequest, items: list[Any]) -> None:
    """Today's panel says what a newsroom counts."""
    items[:] = []
