"""What the press adds to Wagtail: its page, and an alarm while something is wrong."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import LinkMenuItem

from hwalja.press import alarm
from hwalja.press.views import PRESSING, SEEING, PressViewSet


class PressItem(MenuItem):
    """Says in the menu of every page that something is wrong."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(SEEING))

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        wrong = bool(alarm.of(request))
        return LinkMenuItem(
            self.name,
            f"{self.label} 장애" if wrong else self.label,
            self.url,
            icon_name="warning" if wrong else self.icon_name,
            classname="press-alarm" if wrong else "",
        )


class AlarmPanel(Component):
    """Says on the newsroom's first screen what is wrong, to everybody."""

    name = "press-alarm"
    order = 10
    template_name = "press/alarm.html"

    def __init__(self, reasons: list[str], url: str) -> None:
        self.reasons = reasons
        self.url = url

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"reasons": self.reasons, "url": self.url}


@hooks.register("register_admin_viewset")
def viewset() -> PressViewSet:
    return PressViewSet()


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    url = reverse("press:index")
    return PressItem("조판", url, name="press", icon_name="tasks", order=910)


# After the rooms that choose which panels stay.
@hooks.register("construct_homepage_panels", order=100)
def tell(request: HttpRequest, panels: list[Component]) -> None:
    if reasons := alarm.of(request):
        url = reverse("press:index") if request.user.has_perm(SEEING) else ""
        panels.append(AlarmPanel(reasons, url))


@hooks.register("insert_global_admin_css")
def style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("press/admin.css"))


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    names = [name.partition(".")[2] for name in (SEEING, PRESSING)]
    return Permission.objects.filter(content_type__app_label="press", codename__in=names)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    actions.register_action("hwalja.press.again", "다시 조판", "못 한 쪽을 다시 조판하게 함")
    actions.register_action("hwalja.press.forget_home", "기계 잊기", "없어진 기계를 잊음")
