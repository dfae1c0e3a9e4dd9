"""What the comments add to Wagtail."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from hwalja.comments.admin import article, menu
from hwalja.comments.admin.breakers import BreakersViewSet, panel
from hwalja.comments.admin.takedowns import TakedownViewSet
from hwalja.comments.admin.viewsets import ModerationViewSet, SectionViewSet


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    # Sections first: they stand beneath the others.
    return [SectionViewSet(), ModerationViewSet(), TakedownViewSet(), BreakersViewSet()]


@hooks.register("register_admin_menu_item")
def comments() -> MenuItem:
    url = reverse("moderation:index")
    return menu.Comments("댓글", url, name="comments", icon_name="comment", order=120)


@hooks.register("register_admin_menu_item")
def takedowns() -> MenuItem:
    url = reverse("takedowns:index")
    return menu.Moderating("임시조치", url, name="takedowns", icon_name="lock", order=351)


@hooks.register("register_admin_menu_item")
def breakers() -> MenuItem:
    url = reverse("breakers:index")
    return menu.Moderating("댓글 차단기", url, name="breakers", icon_name="warning", order=352)


# After the room that chooses which panels stay.
@hooks.register("construct_homepage_panels", order=100)
def alarms(request: HttpRequest, panels: list[Any]) -> None:
    if found := panel(request):
        panels.append(found)


@hooks.register("register_page_listing_more_buttons")
def button_in_lists(page: Page, user: Any, next_url: str | None = None) -> list[Button]:
    return article.button(page, user)


@hooks.register("register_page_header_buttons")
def button_on_page(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> list[Button]:
    return article.button(page, user)


@hooks.register("insert_global_admin_css")
def style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("comments/admin.css"))


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="comments",
        codename__in=[
            "moderate",
            *(
                f"{verb}_{model}"
                for verb in ("add", "change", "delete", "view")
                for model in ("word", "sectioncomments")
            ),
        ],
    )
