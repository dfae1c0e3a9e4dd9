"""Breakers that are down, in the admin: said on its first screen until somebody sets them back."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from hwalja.comments import openness
from hwalja.comments.actions.reset_breaker import reset
from hwalja.comments.models import Discussion, LogRow, Takedown
from hwalja.comments.roles import MODERATE

ROWS = 50


def down() -> QuerySet[Discussion]:
    rows = Discussion.objects.exclude(broken="").select_related("article")
    return rows.defer("article__body").order_by("-broken_at")


class BreakersPanel(Component):
    """Says on the first screen what is down, and what the law wants answered without delay."""

    name = "comment-breakers"
    order = 20
    template_name = "comments/admin/alarm.html"

    def __init__(self, rows: list[Discussion], asked: int) -> None:
        self.rows = rows
        self.asked = asked

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        notes = [(row, openness.BROKEN_NOTES.get(row.broken_by, "")) for row in self.rows]
        urls = {"breakers": reverse("breakers:index"), "takedowns": reverse("takedowns:index")}
        return {"rows": notes, "asked": self.asked, "urls": urls}


def panel(request: HttpRequest) -> BreakersPanel | None:
    """None where all is quiet, or for who could do nothing about it."""
    if not request.user.has_perm(MODERATE):
        return None
    rows, asked = list(down()[:5]), Takedown.objects.asked().count()
    return BreakersPanel(rows, asked) if rows or asked else None


class Breakers(WagtailAdminTemplateMixin, TemplateView):
    template_name = "comments/admin/breakers.html"
    page_title = "댓글 차단기"
    header_icon = "warning"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [
            (row, openness.BROKEN_NOTES.get(row.broken_by, ""), _told(row)) for row in down()[:ROWS]
        ]
        return {**super().get_context_data(**kwargs), "rows": rows}


def _told(row: Discussion) -> str:
    """The numbers by which it went down, as the log has them."""
    found = LogRow.objects.filter(action="break", at__gte=row.broken_at)
    told = found.filter(article_number=row.article.number).order_by("number")
    return told.values_list("reason", flat=True).first() or ""


@require_POST
def set_back(request: HttpRequest, pk: int) -> HttpResponse:
    if reset(pk, request.user):  # type: ignore[arg-type]
        messages.success(request, "차단기를 되돌렸습니다. 이제부터 들어오는 것만 봅니다.")
    else:
        messages.success(request, "이미 되돌린 차단기입니다.")
    return redirect("breakers:index")


class BreakersViewSet(ViewSet):
    name = "breakers"
    url_prefix = "breakers"

    def get_urlpatterns(self) -> list[Any]:
        may = permission_required(MODERATE)
        return [
            path("", may(Breakers.as_view()), name="index"),
            path("<number:pk>/", may(set_back), name="set_back"),
        ]
