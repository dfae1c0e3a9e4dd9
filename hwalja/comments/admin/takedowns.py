"""The ledger of takedowns in the admin: what was asked, what was done, and by when it ends."""

from datetime import datetime
from typing import Any

import django_filters
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSet

from hwalja.comments.actions import block_comment, end_takedowns
from hwalja.comments.models import Takedown
from hwalja.comments.models.takedown import MOST_DAYS
from hwalja.comments.roles import MODERATE
from hwalja.comments.takedowns import NotNow


def _address(row: Takedown) -> str:
    return reverse("takedowns:one", args=[row.pk])


class Filters(WagtailFilterSet):
    asked_at = django_filters.DateFromToRangeFilter(label="받은 날", widget=DateRangePickerWidget)

    class Meta:
        model = Takedown
        fields = ["state", "right", "asked_at"]


class Ledger(IndexView):
    model = Takedown
    page_title = "임시조치"
    header_icon = "lock"
    paginate_by = 50
    any_permission_required = None  # Whoever may moderate; see `TakedownViewSet`.
    is_searchable = False
    filterset_class = Filters
    columns = [
        TitleColumn("pk", label="번호", get_url=_address),
        Column("article_number", label="기사"),
        Column("comment_number", label="댓글", classname="wide-only"),
        Column("state", label="상태", accessor="get_state_display"),
        Column("right", label="권리", accessor="get_right_display", classname="wide-only"),
        DateColumn("asked_at", label="받은 때"),
        DateColumn("until", label="끝나는 때"),
        Column("by", label="처리한 사람", classname="wide-only"),
    ]
    # Nobody's name, mail or words leave the admin by this file.
    list_export = [
        "pk",
        "article_number",
        "comment_number",
        "get_state_display",
        "get_right_display",
        "get_relation_display",
        "asked_at",
        "blocked_at",
        "until",
        "objected_at",
        "decided_at",
        "forgotten_at",
    ]
    export_headings = {
        "pk": "번호",
        "get_state_display": "상태",
        "get_right_display": "침해된 권리",
        "get_relation_display": "관계",
    }
    export_filename = "takedowns"

    def get_base_queryset(self) -> Any:
        return Takedown.objects.select_related("by").order_by("-asked_at", "-pk")

    def order_queryset(self, queryset: Any) -> Any:
        return queryset

    @cached_property
    def index_url(self) -> str:
        return reverse("takedowns:index")

    @cached_property
    def index_results_url(self) -> str:
        return reverse("takedowns:results")

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class DecideForm(forms.Form):
    """Block, decline, or end before the time; what is not to be done without a reason asks for one."""

    do = forms.ChoiceField(
        choices=[(name, name) for name in ("block", "decline", "restore", "delete")]
    )
    days = forms.IntegerField(
        label="가리는 날", min_value=1, max_value=MOST_DAYS, initial=MOST_DAYS, required=False
    )
    note = forms.CharField(
        label="까닭",
        max_length=300,
        required=False,
        help_text="거절하거나 끝낼 때에는 요청한 사람에게 그대로 알립니다. 이름을 적지 마십시오.",
    )

    def clean(self) -> None:
        data = self.cleaned_data
        if data.get("do") not in (None, "block") and not data.get("note"):
            self.add_error("note", "까닭을 적어 주십시오.")


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A request with the comment it is about, and what can be done."""
    row = get_object_or_404(Takedown.objects.select_related("comment__article", "by"), pk=pk)
    form = DecideForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            messages.success(request, _do(row, request.user, form.cleaned_data))
            return redirect("takedowns:one", row.pk)
        except NotNow as no:
            messages.error(request, str(no))
            return redirect("takedowns:one", row.pk)
    before = Takedown.objects.filter(comment_number=row.comment_number).exclude(pk=row.pk)
    context = {"row": row, "form": form, "before": before.order_by("-pk")[:20]}
    status = 422 if form.is_bound else 200
    return render(request, "comments/admin/takedown.html", context, status=status)


def _do(row: Takedown, user: Any, data: dict[str, Any]) -> str:
    """What was done, in a sentence. Raises `NotNow`."""
    if data["do"] == "block":
        done = block_comment.block(row.pk, user, days=data["days"] or MOST_DAYS, note=data["note"])
        if not done.is_in_force:
            return "댓글이 이미 없어져 요청을 마쳤습니다."
        return f"댓글을 {_said(done.until)}까지 가렸습니다. 양쪽에 알렸습니다."
    if data["do"] == "decline":
        block_comment.decline(row.pk, user, data["note"])
        return "요청을 받아들이지 않았습니다. 까닭을 메일로 알렸습니다."
    restored = data["do"] == "restore"
    end_takedowns.end(row.pk, user, restored=restored, note=data["note"])
    return "댓글을 되살렸습니다." if restored else "댓글을 지웠습니다."


def _said(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else ""


class TakedownViewSet(ViewSet):
    name = "takedowns"
    url_prefix = "takedowns"

    def get_urlpatterns(self) -> list[Any]:
        may = permission_required(MODERATE)
        return [
            path("", may(Ledger.as_view()), name="index"),
            path("results/", may(Ledger.as_view(results_only=True)), name="results"),
            path("<number:pk>/", may(one), name="one"),
        ]
