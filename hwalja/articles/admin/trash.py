"""The trash in the admin: in by deleting, out by restoring or purging."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Page

from hwalja.articles.actions.purge import KEPT_FOR, purge
from hwalja.articles.actions.restore import comes_back_live, may_restore, restore
from hwalja.articles.actions.trash import trash
from hwalja.articles.admin.listing import may_list
from hwalja.articles.models import Article, Section


def purged_on(article: Article) -> datetime | None:
    return article.trashed_at + KEPT_FOR if article.trashed_at else None


def time_left(article: Article) -> str:
    """The day it is purged, and how far off that is."""
    end = purged_on(article)
    if end is None:
        return ""
    day = timezone.localdate(end)
    days = (day - timezone.localdate()).days
    return f"{day.isoformat()} ({f'{days}일 뒤' if days > 0 else '곧'})"


def _address(article: Article) -> str:
    return reverse("trash:article", args=[article.pk])


def seen_by(user: Any) -> Any:
    """What of the trash concerns this person: all of it, their own, or their sections'."""
    rows = Article.objects.filter(trashed_at__isnull=False)
    if user.has_perm("articles.delete_article"):
        return rows
    mine = Q(owner=user) | Q(trashed_by=user)
    editable = [
        section.pk
        for section in Section.objects.all()
        if user.is_superuser or "change" in section.permissions_for_user(user).permissions
    ]
    return rows.filter(mine | Q(trashed_from__in=editable))


class TrashIndex(IndexView):
    model = Article
    page_title = "휴지통"
    header_icon = "bin"
    paginate_by = 50
    any_permission_required = None  # Each sees what concerns them; see seen_by.
    is_searchable = False
    columns = [
        TitleColumn("title", label="제목", get_url=_address),
        Column("number", label="번호"),
        Column("trashed_from", label="있던 섹션"),
        Column("trashed_by", label="지운 사람"),
        DateColumn("trashed_at", label="지운 때"),
        Column("purged_on", label="없어지는 때", accessor=time_left),
        TitleColumn(
            "restore",
            label="되살리기",
            accessor=lambda row: "되살리기",
            get_url=_address,
            link_classname="button button-small button-secondary",
        ),
    ]

    def get_base_queryset(self) -> Any:
        rows = seen_by(self.request.user).select_related("trashed_from", "trashed_by")
        return rows.defer_streamfields().order_by("-trashed_at")

    def order_queryset(self, queryset: Any) -> Any:
        return queryset

    @cached_property
    def index_url(self) -> str:
        return reverse("trash:index")

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class RestoreForm(forms.Form):
    """Where to: the sections this person may restore to, first the one it lay in."""

    section = forms.ModelChoiceField(Section.objects.none(), label="되돌릴 섹션", empty_label=None)

    def __init__(self, user: Any, article: Article, data: Any = None) -> None:
        super().__init__(data, initial={"section": article.trashed_from_id})
        sections = Section.objects.order_by("path")
        self.open = [row for row in sections if may_restore(user, article, row)]
        field = cast(forms.ModelChoiceField, self.fields["section"])
        field.queryset = sections.filter(pk__in=[row.pk for row in self.open])


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A trashed article, with what can be done about it."""
    article = get_object_or_404(seen_by(request.user), pk=pk)
    form = RestoreForm(request.user, article, request.POST or None)
    if request.method == "POST" and "purge" in request.POST:
        purge(article, request.user)
        messages.success(request, f"‘{article.title}’ 기사를 아주 지웠습니다.")
        return redirect("trash:index")
    if request.method == "POST" and form.is_valid():
        section, as_draft = form.cleaned_data["section"], "draft" in request.POST
        _tell_of_restored(request, article, restore(article, section, request.user, as_draft))
        return redirect("wagtailadmin_pages:edit", article.pk)
    context = {
        "article": article,
        "form": form,
        "purged_on": purged_on(article),
        "may_purge": request.user.has_perm("articles.delete_article"),
        "goes_out": any(comes_back_live(request.user, article, row) for row in form.open),
    }
    return render(request, "articles/admin/trashed.html", context)


def _tell_of_restored(request: HttpRequest, article: Article, live: bool) -> None:
    if live:
        button = messages.button(article.get_absolute_url(), "독자 화면 보기")
        said = f"‘{article.title}’ 기사를 되돌렸습니다. 지우기 전처럼 다시 나갔습니다."
        messages.success(request, said, buttons=[button])
    else:
        messages.success(request, f"‘{article.title}’ 기사를 초안으로 되돌렸습니다.")


class TrashViewSet(ViewSet):
    name = "trash"
    url_prefix = "trash"
    menu_label = "휴지통"
    menu_order = 340
    add_to_admin_menu = True
    icon = "bin"

    def get_menu_item(self, order: int | None = None) -> Any:
        item = super().get_menu_item(order)
        item.is_shown = may_list
        return item

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", TrashIndex.as_view(), name="index"),
            path("<int:pk>/", one, name="article"),
        ]


def _next(request: HttpRequest, parent: Page) -> str:
    wanted = request.POST.get("next", "") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        return wanted
    return reverse("wagtailadmin_explore", args=[parent.pk])


def instead_of_deleting(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Deleting an article puts it into the trash; a section must be empty first."""
    if isinstance(page, Section):
        return _refuse_full(request, page)
    if not isinstance(page, Article):
        return None
    parent = page.get_parent()
    if request.method != "POST":
        context = {"page": page, "next": _next(request, parent), "days": KEPT_FOR.days}
        return render(request, "articles/admin/confirm_trash.html", context)
    trash(page, request.user)
    button = messages.button(reverse("trash:article", args=[page.pk]), "되돌리기")
    messages.success(request, f"‘{page.title}’ 기사를 휴지통으로 옮겼습니다.", buttons=[button])
    return redirect(_next(request, parent))


def _refuse_full(request: HttpRequest, section: Section) -> HttpResponse | None:
    if section.is_leaf():
        return None
    messages.error(
        request,
        f"‘{section.title}’ 섹션에 기사나 하위 섹션이 있어 지울 수 없습니다. "
        "먼저 다른 섹션으로 옮기십시오.",
    )
    return redirect("wagtailadmin_explore", section.get_parent().pk)


class TrashBulkAction(DeleteBulkAction):
    """Deleting many: articles go to the trash, full sections stay."""

    display_name = "휴지통으로"
    aria_label = "고른 기사를 휴지통으로"
    template_name = "articles/admin/confirm_bulk_trash.html"

    def check_perm(self, page: Page) -> bool:
        allowed = super().check_perm(page)
        return allowed and (issubclass(page.specific_class, Article) or page.is_leaf())

    @classmethod
    def execute_action(
        cls, objects: list[Page], user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        if user is None:
            raise PermissionDenied
        for page in objects:
            found = page.specific
            if isinstance(found, Article):
                trash(found, user)
            else:
                found.delete(user=user)
        return len(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return f"{num_parent_objects}건을 휴지통으로 옮겼습니다."
