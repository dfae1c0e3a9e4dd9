"""The ledger of readers' reports about those in articles: what was said, what came of it."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSet

from hwalja.look.menu import with_number
from hwalja.mentions.actions.answer_report import answer
from hwalja.mentions.actions.decide import NotNow
from hwalja.mentions.models import Report
from hwalja.mentions.permission import can_decide
from hwalja.people.roles import CURATE


def may_look(user: Any) -> bool:
    """Desks, the editor-in-chief and curators."""
    return bool(user.has_perm(CURATE) or user.has_perm("articles.add_correction"))


def _address(row: Report) -> str:
    return reverse("mention_reports:one", args=[row.pk])


class Filters(WagtailFilterSet):
    class Meta:
        model = Report
        fields = ["state", "wrong"]


class Ledger(IndexView):
    model = Report
    page_title = "인물 제보"
    header_icon = "warning"
    paginate_by = 50
    any_permission_required = None  # See `may_look`.
    is_searchable = False
    filterset_class = Filters
    columns = [
        TitleColumn("pk", label="번호", get_url=_address),
        Column("article", label="기사"),
        Column("profile", label="누구"),
        Column("wrong", label="잘못", accessor="get_wrong_display"),
        Column("state", label="상태", accessor="get_state_display"),
        DateColumn("asked_at", label="받은 때"),
        DateColumn("decided_at", label="끝난 때"),
        Column("by", label="처리한 사람"),
    ]

    def get_base_queryset(self) -> Any:
        rows = Report.objects.select_related("by", "profile", "article")
        return rows.order_by("-asked_at", "-pk")

    def order_queryset(self, queryset: Any) -> Any:
        return queryset

    @cached_property
    def index_url(self) -> str:
        return reverse("mention_reports:index")

    @cached_property
    def index_results_url(self) -> str:
        return reverse("mention_reports:results")

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class AnswerForm(forms.Form):
    do = forms.ChoiceField(choices=Report.STATES[1:])
    note = forms.CharField(
        label="까닭",
        max_length=300,
        error_messages={"required": "까닭을 적어 주십시오."},
    )


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A report, what it is about, and what became of it."""
    row = get_object_or_404(Report.objects.select_related("article", "profile", "by"), pk=pk)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            answer(row.pk, request.user, told["do"], note=told["note"])  # type: ignore[arg-type]
            messages.success(request, "처리했습니다.")
        except NotNow as no:
            messages.error(request, str(no))
        return HttpResponseRedirect(_address(row))
    may = can_decide(request.user, row.article)  # type: ignore[arg-type]
    context = {"row": row, "form": form, "may": may and row.state == Report.ASKED}
    status = 422 if form.is_bound else 200
    return render(request, "mentions/admin/report.html", context, status=status)


def _guarded(view: Any) -> Any:
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_look(request.user):
            raise PermissionDenied("mentions.reports")
        return view(request, *args, **kwargs)

    return answered


class _Reports(MenuItem):
    """With the number of those that wait."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_look(request.user)

    def render_component(self, request: HttpRequest) -> Any:
        return with_number(super().render_component(request), Report.objects.open().count())


class ReportViewSet(ViewSet):
    name = "mention_reports"
    url_prefix = "people/reports"
    icon = "warning"
    menu_label = "인물 제보"
    menu_order = 316
    menu_item_class = _Reports
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", _guarded(Ledger.as_view()), name="index"),
            path("results/", _guarded(Ledger.as_view(results_only=True)), name="results"),
            path("<int:pk>/", _guarded(one), name="one"),
        ]
