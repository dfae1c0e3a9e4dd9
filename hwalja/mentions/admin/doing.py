"""What a desk presses, done: by a form, or by the script that listens to keys."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from hwalja.articles.models import Article
from hwalja.mentions import drafts, steps, waiting
from hwalja.mentions.actions.accept import accept
from hwalja.mentions.actions.change_person import change_person
from hwalja.mentions.actions.decide import NotNow
from hwalja.mentions.actions.new_person import new_person
from hwalja.mentions.actions.reject import reject
from hwalja.mentions.actions.undo import undo_last
from hwalja.mentions.admin.places import article_at
from hwalja.mentions.models import Reading
from hwalja.people.models import Profile
from hwalja.people.records import PostRecord

Data = dict[str, Any]
_WRONG = "알 수 없는 요청입니다. 새로 고친 뒤 다시 눌러 주십시오."
_DONE_BEFORE = "이미 정했습니다."


class DoForm(forms.Form):
    """`ref`: what is decided about; several only of what is sure. `key`: of this very press."""

    do = forms.ChoiceField(
        choices=[(one, one) for one in ["accept", "reject", "change", "new", "undo", "read"]]
    )
    key = forms.RegexField(r"\A[0-9a-f]{32}\Z")
    ref = forms.CharField(required=False, max_length=30)
    spent = forms.IntegerField(required=False, min_value=0)
    profile = forms.CharField(required=False, max_length=64)
    side = forms.ChoiceField(choices=[("a", "a"), ("b", "b")], required=False)
    name = forms.CharField(required=False, max_length=100)
    kind = forms.ChoiceField(choices=Profile.KINDS, required=False)
    organisation = forms.CharField(required=False, max_length=100)
    title = forms.CharField(required=False, max_length=100)


@require_POST
def do(request: HttpRequest, pk: int) -> HttpResponse:
    article = article_at(pk, request.user)
    form = DoForm(request.POST)
    if not form.is_valid():
        return _answer(request, article, _WRONG, 422)
    try:
        said = _do(article, form.cleaned_data, request)
    except NotNow as no:
        return _answer(request, article, str(no), 409)
    except PermissionDenied:
        return _answer(request, article, "이 기사의 인물은 데스크와 인물 담당이 정합니다.", 403)
    return _answer(request, article, said)


def _do(article: Article, data: Data, request: HttpRequest) -> str:
    verb = _VERBS[data["do"]]
    refs = request.POST.getlist("ref")

    def act() -> str:
        return verb(article.pk, refs, data, request.user)

    user: Any = request.user
    said = steps.once(data["key"], article.pk, data["do"], user, data["spent"], act)
    return said or _DONE_BEFORE


def _answer(request: HttpRequest, article: Article, said: str, status: int = 200) -> HttpResponse:
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"text": said}, status=status)
    (messages.success if status == 200 else messages.error)(request, said)
    back = "who_desk:failed" if request.POST.get("from") == "failed" else "who_desk:desk"
    return HttpResponseRedirect(reverse(back, args=[] if back.endswith("failed") else [article.pk]))


def _accept(pk: int, refs: list[str], data: Data, user: Any) -> str:
    return f"맞음: {_words(accept(pk, refs, user))}"


def _reject(pk: int, refs: list[str], data: Data, user: Any) -> str:
    return f"아님: {_words(reject(pk, refs[:1], user))}. 다시 묻지 않습니다."


def _change(pk: int, refs: list[str], data: Data, user: Any) -> str:
    made = change_person(pk, _one(refs), data["profile"], user, side=data["side"] or "a")
    return f"다른 인물: {_words(made)}"


def _new(pk: int, refs: list[str], data: Data, user: Any) -> str:
    post = PostRecord(*(" ".join(data[name].split()) for name in ("organisation", "title")))
    profile, _ = new_person(pk, _one(refs), user, name=data["name"], kind=data["kind"], post=post)
    return f"인물 사전에 올렸습니다: {profile.name}"


def _undo(pk: int, refs: list[str], data: Data, user: Any) -> str:
    return f"되돌렸습니다: {_words(undo_last(pk, user))}"


def _read(pk: int, refs: list[str], data: Data, user: Any) -> str:
    article = Article.objects.get(pk=pk)
    if not article.live:
        drafts.ask(article)
    waiting.ask(pk, Reading.NOW)
    return "읽기를 맡겼습니다."


def _one(refs: list[str]) -> str:
    return refs[0] if refs else ""


def _words(made: list[Any]) -> str:
    words = made[0].words
    first = f"‘{words[:30]}{'…' if len(words) > 30 else ''}’"
    return f"{first} 외 {len(made) - 1}곳" if len(made) > 1 else first


_VERBS: dict[str, Callable[[int, list[str], Data, Any], str]] = {
    "accept": _accept,
    "reject": _reject,
    "change": _change,
    "new": _new,
    "undo": _undo,
    "read": _read,
}
