"""What takedowns and breakers add to Wagtail."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from hwalja.comments.roles import MODERATE


class Moderating(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MODERATE))


def _viewsets() -> list[Any]:
    from hwalja.comments.admin_breakers import BreakersViewSet
    from hwalja.comments.admin_takedown import TakedownViewSet

    return [TakedownViewSet(), BreakersViewSet()]


def _takedowns() -> MenuItem:
    url = reverse_lazy("takedowns:index")
    return Moderating("임시조치", url, name="takedowns", icon_name="lock", order=351)


def _breakers() -> MenuItem:
    url = reverse_lazy("breakers:index")
    return Moderating("댓글 차단기", url, name="breakers", icon_name="warning", order=352)


def _tell(request: HttpRequest, panels: list[Any]) -> None:
    from hwalja.comments.admin_breakers import panel

    if found := panel(request):
        panels.append(found)


def register() -> None:
    hooks.register("register_admin_viewset", _viewsets)
    hooks.register("register_admin_menu_item", _takedowns)
    hooks.register("register_admin_menu_item", _breakers)
    # After the room that chooses which panels stay.
    hooks.register("construct_homepage_panels", _tell, order=100)
