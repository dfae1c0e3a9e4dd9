"""What a moderator presses, done: by a form, or by the script that listens to keys."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from hwalja.accounts.models import User
from hwalja.comments import reasons
from hwalja.comments.actions.answer_appeal import answer_appeal
from hwalja.comments.actions.approve import approve
from hwalja.comments.actions.decide import AT_MOST, Reason, Refused
from hwalja.comments.actions.feature import feature
from hwalja.comments.actions.hide import hide
from hwalja.comments.actions.standing import ban, lift, suspend, warn
from hwalja.comments.actions.undo import undo
from hwalja.comments.admin import names
from hwalja.comments.admin.queue import MOST
from hwalja.comments.models import Comment

# The moderator's key for each, in this order.
TERMS = [
    ("warn", "경고만"),
    ("1", "1일 정지"),
    ("7", "7일 정지"),
    ("30", "30일 정지"),
    ("ban", "차단"),
]
NOTHING = "고른 댓글이 없거나, 그사이 쓴 사람이 지웠습니다."


@dataclass(frozen=True)
class Done:
    text: str
    pks: list[int]
    undone: bool = False


class DoForm(forms.Form):
    DOINGS = ("approve", "hide", "feature", "unfeature", "stand", "lift", "grant", "deny", "undo")

    do = forms.ChoiceField(choices=[(one, one) for one in DOINGS])
    pk = forms.TypedMultipleChoiceField(coerce=int, required=False)
    reason = forms.ChoiceField(
        label="까닭", choices=[("", "까닭 고르기"), *reasons.CHOICES], required=False
    )
    note = forms.CharField(label="덧붙일 말", max_length=150, required=False)
    term = forms.ChoiceField(label="얼마나", choices=TERMS, required=False)
    address = forms.BooleanField(label="그 주소에서 쓰는 손님 모두", required=False)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        """`one` is a button of a row: the deed and its comment in one value."""
        if data is not None and "-" in data.get("one", ""):
            data = data.copy()
            data["do"], _, pk = data["one"].partition("-")
            data.setlist("pk", [pk])
        super().__init__(data, **kwargs)
        pks = data.getlist("pk") if data is not None else []
        good = [pk for pk in pks if pk.isascii() and pk.isdigit() and int(pk[:19]) <= MOST]
        self.fields["pk"].choices = [(pk, pk) for pk in good]  # type: ignore[attr-defined]
        self.fields["pk"].error_messages["invalid_choice"] = NOTHING

    def clean_pk(self) -> list[int]:
        pks: list[int] = self.cleaned_data["pk"]
        if len(pks) > AT_MOST:
            raise forms.ValidationError(f"한 번에 {AT_MOST}개까지 고를 수 있습니다.")
        return pks


def act(data: dict[str, Any], user: User) -> Done:
    """Do what a valid `DoForm` says. Raises `Refused`."""
    if data["do"] == "undo":
        return _undo(user)
    if not data["pk"]:
        raise Refused(NOTHING)
    if data["do"] in ("approve", "hide"):
        return _many(data, user)
    return _one(data, data["pk"][0], user)


def _many(data: dict[str, Any], user: User) -> Done:
    if data["do"] == "approve":
        rows, what = approve(data["pk"], user), "실었습니다"
    else:
        rows, what = hide(data["pk"], user, data["reason"], data["note"]), "가렸습니다"
    if not rows:
        raise Refused(NOTHING)
    left = len(data["pk"]) - len(rows)
    told = f"댓글 {len(rows):,}개를 {what}."
    told += (
        f" {left:,}개는 그사이 쓴 사람이 지웠거나 임시조치 중이라 그대로 두었습니다."
        if left
        else ""
    )
    return Done(told, [row.pk for row in rows])


def _one(data: dict[str, Any], pk: int, user: User) -> Done:
    what = data["do"]
    if what in ("feature", "unfeature"):
        feature(pk, user, on=what == "feature")
        return Done("추천했습니다." if what == "feature" else "추천을 거두었습니다.", [pk])
    if what in ("grant", "deny"):
        answer_appeal(pk, user, granted=what == "grant", answer=data["note"])
        return Done("이의를 받아들였습니다." if what == "grant" else "그대로 두었습니다.", [pk])
    if what == "lift":
        return Done(f"{lift(pk, user)} 조치를 풀었습니다.", [])
    return _stand(data, pk, user)


def _stand(data: dict[str, Any], pk: int, user: User) -> Done:
    term, why = data["term"], Reason(data["reason"], data["note"])
    if not term:
        raise Refused("얼마나 막을지 골라 주십시오.")
    if term == "warn":
        row = warn(pk, user, why)
    elif term == "ban":
        row = ban(pk, user, why, address=data["address"])
    else:
        row = suspend(pk, user, why, int(term), address=data["address"])
    return Done(f"{row.name}: {dict(TERMS)[term]}.", [pk])


def _undo(user: User) -> Done:
    found = undo(user)
    told = f"되돌렸습니다: {names.action(found.action)}."
    told += f" {found.left:,}개는 그사이 달라져 그대로 두었습니다." if found.left else ""
    return Done(told, [row.pk for row in found.comments], undone=True)


@require_POST
def do(request: HttpRequest) -> HttpResponse:
    """A page again for a form; for the script, what came of it."""
    form = DoForm(request.POST)
    is_script = request.headers.get("Accept") == "application/json"
    try:
        if not form.is_valid():
            raise Refused(" ".join(str(error) for some in form.errors.values() for error in some))
        done = act(form.cleaned_data, request.user)  # type: ignore[arg-type]
    except Refused as refused:
        if is_script:
            return JsonResponse({"text": str(refused)}, status=422)
        messages.error(request, str(refused))
        return _back(request)
    if is_script:
        return JsonResponse({"text": done.text, "undone": done.undone, "rows": _rows(done.pks)})
    messages.success(request, done.text)
    return _back(request)


def _rows(pks: list[int]) -> list[dict[str, Any]]:
    rows = Comment.objects.filter(pk__in=pks)
    return [
        {
            "pk": row.pk,
            "state": row.get_state_display(),
            "queued": row.queued,
            "featured": row.featured,
        }
        for row in rows
    ]


def _back(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("next", "")
    # Nothing but a page of ours.
    if wanted.startswith("/admin/") and url_has_allowed_host_and_scheme(wanted, None):
        return HttpResponseRedirect(wanted)
    return HttpResponseRedirect(reverse("moderation:index"))
