"""기사 넣기: paste a whole text, correct what was recognised, make the draft."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from wagtail.admin import messages
from wagtail.admin.viewsets.base import ViewSet

from hwalja.articles.actions.take_in import take_in
from hwalja.articles.admin.intake_forms import CopyForm, RecordForm, initial, sections_for
from hwalja.articles.intake import Record


def may_take_in(user: Any) -> bool:
    """Whoever may add an article anywhere."""
    return bool(sections_for(user))


def copy(request: HttpRequest) -> HttpResponse:
    """The copy, and, once it is read, what was recognised in it."""
    if not may_take_in(request.user):
        raise PermissionDenied
    if request.method != "POST":
        return _ask(request, CopyForm())
    if "make" in request.POST:
        return _make(request)
    form = CopyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, form)
    shown = initial(form.record, request.user)
    return _show(request, RecordForm(request.user, initial=shown), form.record)


def _ask(request: HttpRequest, form: CopyForm) -> HttpResponse:
    return render(request, "articles/admin/intake_copy.html", {"form": form})


def _show(request: HttpRequest, form: RecordForm, record: Record | None = None) -> HttpResponse:
    return render(request, "articles/admin/intake_record.html", {"form": form, "record": record})


def _make(request: HttpRequest) -> HttpResponse:
    form = RecordForm(request.user, request.POST)
    if not form.is_valid():
        return _show(request, form)
    section = form.cleaned_data["section"]
    # Reporters were checked by the form; sections are never opened from here.
    taken = take_in(form.record(), section=section, user=request.user, create=True)
    for warning in taken.warnings:
        messages.warning(request, warning)
    if taken.new:
        messages.success(request, f"‘{taken.article.title}’ 기사를 초안으로 넣었습니다.")
    if taken.article.trashed_at:
        return redirect("trash:article", taken.article.pk)
    return redirect("wagtailadmin_pages:edit", taken.article.pk)


class IntakeViewSet(ViewSet):
    name = "intake"
    url_prefix = "intake"
    icon = "upload"

    def get_urlpatterns(self) -> list[Any]:
        return [path("", copy, name="copy")]
