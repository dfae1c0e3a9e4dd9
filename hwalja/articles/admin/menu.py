"""The admin's menu, as a newsroom calls things."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from hwalja.articles.admin import quick
from hwalja.articles.admin.intake import may_take_in
from hwalja.articles.admin.listing import may_list
from hwalja.articles.models import FrontPage, Section, Trash

# What a newsroom does not need; documents are not part of the paper.
HIDDEN = {"documents", "help"}
LABELS = {"explorer": "기사"}
HIDDEN_REPORTS = {"aging-pages", "page-types-usage"}


class MyArticles(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_list(request)


class TakeIn(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_take_in(request.user)


class Front(MenuItem):
    """Straight to the front's form, for those who may change it."""

    def is_shown(self, request: HttpRequest) -> bool:
        front = FrontPage.objects.first()
        return front is not None and bool(front.permissions_for_user(request.user).can_edit())

    def render_component(self, request: HttpRequest) -> Any:
        front = FrontPage.objects.first()
        if front is not None:
            self.url = reverse("wagtailadmin_pages:edit", args=[front.pk])
        return super().render_component(request)


class Settings(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("masthead.change_masthead"))


class PagesAPI(PagesAdminAPIViewSet):
    """What the menu and the editor ask about pages; it changes none.

    The menu leads to sections: their articles are in the lists, and are not counted here.
    """

    actions: dict[str, Any] = {}

    def get_base_queryset(self) -> Any:
        rows = super().get_base_queryset()
        return rows.filter(pk__in=self._places) if "for_explorer" in self.request.GET else rows

    @cached_property
    def _places(self) -> list[int]:
        """Whatever has pages below it. The root by its path: by its depth, all pages are read."""
        root = Page.objects.filter(path=Page._get_path("", 1, 1))
        rows = (root, *(kind.objects.all() for kind in (FrontPage, Section, Trash)))
        return [pk for some in rows for pk in some.values_list("pk", flat=True)]


@hooks.register("register_admin_menu_item")
def my_articles() -> MenuItem:
    url = reverse("articles:index") + "?mine=true"
    return MyArticles("내 기사", url, name="my-articles", icon_name="user", order=105)


@hooks.register("register_admin_menu_item")
def take_in() -> MenuItem:
    return TakeIn("기사 넣기", reverse("intake:copy"), name="intake", icon_name="upload", order=106)


@hooks.register("register_admin_menu_item")
def front() -> MenuItem:
    return Front("1면", "", name="front", icon_name="home", order=290)


@hooks.register("register_admin_menu_item")
def paper_settings() -> MenuItem:
    url = reverse("wagtailsettings:edit", args=["masthead", "masthead"])
    return Settings("신문 설정", url, name="paper", icon_name="cog", order=900)


@hooks.register("construct_main_menu")
def as_a_newsroom_says(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name not in HIDDEN]
    for item in items:
        item.label = LABELS.get(item.name, item.label)


@hooks.register("construct_reports_menu")
def fewer_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name not in HIDDEN_REPORTS]


@hooks.register("construct_page_chooser_queryset")
def published_first(pages: Any, request: HttpRequest) -> Any:
    """Choosers offer sections, then what readers can see, newest first; never the trash.

    Of a full section the newest alone: whoever wants an older article searches for it.
    """
    trash = Page.objects.filter(pk__in=Trash.objects.values("pk")).first()
    if trash is not None:
        pages = pages.not_descendant_of(trash, inclusive=True)
    if request.GET.get("q"):
        return pages  # The search has an order of its own.
    newest = pages.order_by("-path").values_list("pk", flat=True)[: quick.MOST]
    ids = {*newest, *Section.objects.values_list("pk", flat=True)}
    return pages.filter(pk__in=ids).order_by("-live", "-numchild", "-first_published_at", "-pk")
