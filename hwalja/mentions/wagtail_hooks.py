"""What the reading of articles adds to Wagtail."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from hwalja.articles.models import Article
from hwalja.mentions.admin.places import decides_anywhere, may_look
from hwalja.mentions.admin.reports import ReportViewSet
from hwalja.mentions.admin.viewsets import DeskViewSet


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    # The reports first: their addresses may stand beneath the desk's.
    return [ReportViewSet(), DeskViewSet()]


class Deciding(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(decides_anywhere(request.user))


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    url = reverse("who_desk:index")
    return Deciding("인물 확인", url, name="who-desk", icon_name="group", order=118)


@hooks.register("register_page_listing_more_buttons")
def button_in_lists(page: Page, user: Any, next_url: str | None = None) -> list[Button]:
    article = page.specific_deferred
    if not isinstance(article, Article) or not article.pk or not may_look(user, article):
        return []
    url = reverse("who_desk:desk", args=[page.pk])
    return [Button("인물 확인", url=url, icon_name="group", priority=47)]


@hooks.register("insert_global_admin_css")
def style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("mentions/desk.css"))
