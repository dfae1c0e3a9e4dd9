"""Screens of what is done to a whole profile: each says first what will happen."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from wagtail.admin import messages

from hwalja.people import pieces, search
from hwalja.people.actions import hide as hiding
from hwalja.people.actions.hide import NotNow
from hwalja.people.actions.hide_fact import hide_facts
from hwalja.people.actions.merge import merge, plan
from hwalja.people.actions.split import split
from hwalja.people.actions.undo_merge import undo
from hwalja.people.history import LONGEST_WHY
from hwalja.people.models import LogRow, Merge, Profile
from hwalja.people.reading import described, namesakes

CANDIDATES = 30


class WhyForm(forms.Form):
    why = forms.CharField(
        label="까닭",
        max_length=LONGEST_WHY,
        error_messages={"required": "까닭을 적어 주십시오."},
        help_text="고친 기록에 남습니다.",
    )


def edit_url(profile: Profile) -> str:
    name = "people_person" if profile.is_person else "people_organisation"
    return reverse(f"{name}:edit", args=[profile.pk])


def profile_at(pk: str) -> Profile:
    return get_object_or_404(Profile.objects.select_related("merged_into"), pk=pk)


def done(
    request: HttpRequest, profile: Profile, do: Callable[[], object], said: str
) -> HttpResponse | None:
    """Do it and go back to the profile; nothing where it cannot be done now, which is said."""
    try:
        do()
    except NotNow as no:
        messages.error(request, str(no))
        return None
    messages.success(request, said)
    return HttpResponseRedirect(edit_url(profile))


def _screen(request: HttpRequest, name: str, status: int = 200, **context: Any) -> HttpResponse:
    profile = context["profile"]
    context |= {"edit_url": edit_url(profile)}
    return render(request, f"people/admin/{name}.html", context, status=status)


# --- Merging ------------------------------------------------------------------------------


def merging(request: HttpRequest, pk: str) -> HttpResponse:
    """Namesakes and a search; with ?other= what merging the two would do."""
    profile = profile_at(pk)
    if other := request.GET.get("other"):
        return _preview(request, profile, profile_at(other))
    query = search.asked(request.GET.get("q", ""))
    same_kind = Profile.objects.exclude(state=Profile.MERGED).filter(kind=profile.kind)
    found = search.find(query, same_kind.exclude(pk=pk))[:CANDIDATES] if query else None
    rows = namesakes(profile) if found is None else described(found)
    return _screen(request, "merge", profile=profile, query=query, rows=rows)


def _preview(request: HttpRequest, one: Profile, two: Profile) -> HttpResponse:
    try:
        made = plan(one, two)
    except NotNow as no:
        messages.error(request, str(no))
        return HttpResponseRedirect(reverse("curation:merge", args=[one.pk]))
    form = WhyForm(request.POST or None)
    if form.is_valid():
        why, said = form.cleaned_data["why"], f"{made.other.pk}을 {made.kept.pk}에 합쳤습니다."
        do = lambda: merge(one.pk, two.pk, request.user, why=why)  # type: ignore[arg-type]  # noqa: E731
        if answer := done(request, made.kept, do, said):
            return answer
    return _screen(
        request,
        "merge_preview",
        422 if form.is_bound else 200,
        profile=one,
        plan=made,
        told={row.pk: row.told for row in described(_both(one, two))},
        form=form,
    )


def _both(one: Profile, two: Profile) -> Any:
    return Profile.objects.filter(pk__in=[one.pk, two.pk])


def undoing(request: HttpRequest, pk: int) -> HttpResponse:
    """What undoing a merge or a split would do, and doing it."""
    row = get_object_or_404(Merge.objects.select_related("kept", "other"), pk=pk)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        why = form.cleaned_data["why"]
        do = lambda: undo(row.pk, request.user, why=why)  # type: ignore[arg-type]  # noqa: E731
        if answer := done(request, row.kept, do, "되돌렸습니다."):
            return answer
    status = 422 if form.is_bound else 200
    return _screen(request, "undo", status, profile=row.kept, row=row, form=form)


# --- Splitting, hiding --------------------------------------------------------------------


class PiecesForm(WhyForm):
    """Some of a profile's facts, and why."""

    refs = forms.MultipleChoiceField(
        label="사실",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "하나라도 골라 주십시오."},
    )
    field_order = ["refs", "name", "why"]

    def __init__(self, data: Any, found: list[pieces.Piece]) -> None:
        super().__init__(data)
        self.fields["refs"].choices = [(one.ref, one.text) for one in found]  # type: ignore[attr-defined]


class SplitForm(PiecesForm):
    name = forms.CharField(
        label="새 쪽의 이름",
        max_length=100,
        error_messages={"required": "새 쪽의 이름을 적어 주십시오."},
    )


def splitting(request: HttpRequest, pk: str) -> HttpResponse:
    """Which facts go to a new profile; shown once more before it is done."""
    profile = profile_at(pk)
    data = request.POST if request.method == "POST" else None
    found = pieces.of(profile)
    form = SplitForm(data, found)
    if data is None:
        form.initial["name"] = profile.name
    sure = form.is_valid() and "do" in request.POST
    if sure:
        told = form.cleaned_data
        do = lambda: split(pk, told["name"], told["refs"], request.user, why=told["why"])  # type: ignore[arg-type]  # noqa: E731
        if answer := done(request, profile, do, f"‘{told['name']}’ 쪽을 나누었습니다."):
            return answer
    valid = form.is_bound and form.is_valid()
    chosen = set(form.cleaned_data["refs"]) if valid else set()
    return _screen(
        request,
        "split",
        422 if form.is_bound and not valid else 200,
        profile=profile,
        form=form,
        goes=[one for one in found if one.ref in chosen],
        stays=[one for one in found if one.ref not in chosen],
        previewed=valid,
    )


def hiding_facts(request: HttpRequest, pk: str) -> HttpResponse:
    """Single facts out of readers' sight, or back into it."""
    profile = profile_at(pk)
    found = pieces.of(profile)
    form = PiecesForm(request.POST if request.method == "POST" else None, found)
    if form.is_valid():
        told, hidden = form.cleaned_data, request.POST.get("do") != "show"
        do = lambda: hide_facts(pk, told["refs"], request.user, why=told["why"], hidden=hidden)  # type: ignore[arg-type]  # noqa: E731
        said = "고른 것을 숨겼습니다." if hidden else "고른 것을 되살렸습니다."
        if answer := done(request, profile, do, said):
            return answer
    return _screen(request, "facts", 422 if form.is_bound else 200, profile=profile, form=form)


def _turning(what: str) -> Callable[..., HttpResponse]:
    act, said = {
        "hide": (hiding.hide, "쪽을 내렸습니다. 주소는 없어졌다고 답합니다."),
        "restore": (hiding.restore, "되살렸습니다."),
    }[what]

    def view(request: HttpRequest, pk: str) -> HttpResponse:
        profile = profile_at(pk)
        form = WhyForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            why = form.cleaned_data["why"]
            do = lambda: act(pk, request.user, why=why)  # type: ignore[arg-type]  # noqa: E731
            if answer := done(request, profile, do, said):
                return answer
        status = 422 if form.is_bound else 200
        return _screen(request, "turn", status, profile=profile, form=form, what=what)

    return view


hide_all, restore_all = _turning("hide"), _turning("restore")


# --- History ------------------------------------------------------------------------------


def history(request: HttpRequest, pk: str) -> HttpResponse:
    """Who changed what, before and after, and why; merges and splits that can be undone."""
    profile = profile_at(pk)
    rows = LogRow.objects.filter(profile=pk).select_related("by")[:200]
    merges = Merge.objects.filter(kept=pk) | Merge.objects.filter(other=pk)
    merges = merges.select_related("kept", "other", "by")
    return _screen(request, "history", profile=profile, rows=rows, merges=merges)
