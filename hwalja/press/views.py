"""The press in the admin: what is dirty, what failed and why, and how long changes take."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import HeaderButton

from hwalja.press import alarm, chart, homes, report, waiting, words
from hwalja.press.actions.forget_home import forget_home
from hwalja.press.actions.press_again import press_again
from hwalja.press.marks import Order
from hwalja.press.models import Home, Mark, Minute, Trouble

SEEING, PRESSING = "press.view_trouble", "press.change_trouble"
ROWS = 20


class PressBoard(WagtailAdminTemplateMixin, TemplateView):
    template_name = "press/board.html"
    page_title = "조판"
    header_icon = "tasks"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_header_buttons(self) -> list[Any]:
        return [HeaderButton("새로 보기", url=reverse("press:index"), icon_name="resubmit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = Minute.objects.filter(at__gte=timezone.now() - timedelta(days=1))
        return {
            **super().get_context_data(**kwargs),
            "now": timezone.now(),
            "report": report.now(),
            "reasons": alarm.of(self.request),
            "troubles": list(Trouble.objects.select_related("home").order_by("since")[:ROWS]),
            "failed": Trouble.objects.count(),
            "waiting": _waiting(),
            "chart": chart.draw(day),
            "may_press": self.request.user.has_perm(PRESSING),
            "base_url": settings.BASE_URL,
        }


def _waiting() -> list[tuple[Mark, str]]:
    """The next in turn on this machine, each with the name of its turn."""
    home = Home.objects.filter(pk=homes.store().note("home") or "").first()
    rows = waiting.first(home, homes.store(), ROWS) if home else []
    return [(row, words.ORDERS[Order(row.order)]) for row in rows]


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Press one page anew that failed, or all of them."""
    rows = Trouble.objects.select_related("home")
    wanted = request.POST.get("trouble", "")
    if wanted:
        rows = rows.filter(pk=int(wanted) if wanted.isdecimal() and len(wanted) < 18 else 0)
    count = press_again(rows, request.user)
    if count:
        messages.success(request, f"{count:,}쪽을 다시 조판하게 했습니다. 곧 새로 보십시오.")
    else:
        messages.success(request, "그사이 조판되었습니다.")
    return redirect("press:index")


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Forget a machine that is gone."""
    host = forget_home(request.POST.get("home", ""), request.user)
    if host:
        messages.success(request, f"{host} 기계를 잊었습니다. 돌아오면 새 기계로 다시 조판합니다.")
    else:
        messages.error(request, "그 기계는 살아 있거나 이미 잊었습니다.")
    return redirect("press:index")


class PressViewSet(ViewSet):
    name = "press"
    url_prefix = "press"

    def get_urlpatterns(self) -> list[Any]:
        see = permission_required(SEEING)
        return [
            path("", see(PressBoard.as_view()), name="index"),
            path("again/", again, name="again"),
            path("forget/", forget, name="forget"),
        ]
