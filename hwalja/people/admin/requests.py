"""The ledger of requests: what was asked, what was done."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from hwalja.people import pieces
from hwalja.people.actions.decide_removal import decide
from hwalja.people.actions.hide import NotNow
from hwalja.people.admin.doing import edit_url
from hwalja.people.models import Removal


def _address(row: Removal) -> str:
    return reverse("removals:one", args=[row.pk])


class Filters(WagtailFilterSet):
    class Meta:
        model = Removal
        fields = ["state", "relation", "wish"]


class Ledger(IndexView):
    model = Removal
    page_title = "삭제·정정 요청"
    header_icon = "lock"
    paginate_by = 50
    any_permission_required = None  # Whoever may curate; see `RemovalViewSet`.
    is_searchable = False
    filterset_class = Filters
    columns = [
        TitleColumn("pk", label="번호", get_url=_address),
        Column("profile", label="쪽"),
        Column("state", label="상태", accessor="get_state_display"),
        Column("relation", label="누구", accessor="get_relation_display"),
        Column("wish", label="바라는 것", accessor="get_wish_display"),
        DateColumn("asked_at", label="받은 때"),
        DateColumn("decided_at", label="끝난 때"),
        Column("by", label="처리한 사람"),
    ]

    def get_base_queryset(self) -> Any:
        return Removal.objects.select_related("by", "profile").order_by("-asked_at", "-pk")

    def order_queryset(self, queryset: Any) -> Any:
        return queryset

    @cached_property
    def index_url(self) -> str:
        return reverse("removals:index")

    @cached_property
    def index_results_url(self) -> str:
        return reverse("removals:results")

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class DecideForm(forms.Form):
    """What is done at once, to which facts, and what the requester is told."""

    do = forms.ChoiceField(choices=Removal.STATES[1:])
    refs = forms.MultipleChoiceField(
        label="숨길 사실", widget=forms.CheckboxSelectMultiple, required=False
    )
    note = forms.CharField(
        label="까닭",
        max_length=280,
        error_messages={"required": "까닭을 적어 주십시오."},
        help_text="메일을 적은 사람에게 그대로 알립니다.",
    )

    def __init__(self, data: Any, found: list[pieces.Piece]) -> None:
        super().__init__(data)
        choices = [(one.ref, one.text) for one in found if not one.hidden]
        self.fields["refs"].choices = choices  # type: ignore[attr-defined]


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A request, the profile it is about, and what can be done."""
    row = get_object_or_404(Removal.objects.select_related("profile", "by"), pk=pk)
    profile = row.profile.merged_into or row.profile
    form = DecideForm(request.POST if request.method == "POST" else None, pieces.of(profile))
    if form.is_valid():
        told = form.cleaned_data
        try:
            decide(row.pk, request.user, told["do"], note=told["note"], refs=told["refs"])  # type: ignore[arg-type]
            messages.success(request, "처리했습니다. 메일을 적은 사람에게는 결과를 알렸습니다.")
        except NotNow as no:
            messages.error(request, str(no))
        return HttpResponseRedirect(_address(row))
    before = Removal.objects.filter(profile=row.profile_id).exclude(pk=row.pk)
    context = {
        "row": row,
        "profile": profile,
        "edit_url": edit_url(profile),
        "form": form,
        "before": before.order_by("-pk")[:20],
    }
    status = 422 if form.is_bound else 200
    return render(request, "people/admin/request.html", context, status=status)
