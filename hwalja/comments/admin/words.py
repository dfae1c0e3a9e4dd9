"""The newsroom's own words: added after a look at what they would have caught."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from hwalja.comments import plain
from hwalja.comments.actions.list_word import add_word, remove_word
from hwalja.comments.admin import names
from hwalja.comments.admin.entries import pieces
from hwalja.comments.admin.views import Screen
from hwalja.comments.korean.listed import forms as listed_forms
from hwalja.comments.korean.matcher import Words
from hwalja.comments.models import Comment, Word

LOOKED_AT = 1000
SHOWN = 50


class WordForm(forms.Form):
    """`seen`: the word whose catch has been shown already."""

    text = forms.CharField(
        label="말",
        max_length=40,
        help_text="띄어 쓸 수 있는 자리는 띄웁니다(미친 놈). 앞에 =를 붙이면 홀로 설 때만 봅니다(=한남).",
    )
    kind = forms.ChoiceField(label="처리", choices=Word.KINDS, initial=Word.SUSPECT)
    note = forms.CharField(label="메모", max_length=200, required=False)
    seen = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        text = plain.one_line(self.cleaned_data["text"])
        found = listed_forms(text, "suspect") if "#" not in text else []
        if not found or plain.objection(text):
            raise forms.ValidationError("글자가 있는 말을 #없이 적어 주십시오.")
        if Word.objects.filter(text=text).exists():
            raise forms.ValidationError("이미 있는 말입니다. 바꾸려면 먼저 빼 주십시오.")
        return text

    @property
    def mark(self) -> str:
        """What was looked at: the word as cleaned, and what is to be done with it."""
        return f"{self.cleaned_data['kind']}:{self.cleaned_data['text']}"


@dataclass(frozen=True)
class Caught:
    """Of the newest comments `looked`, `count` have the word; the first of them in pieces."""

    looked: int
    count: int
    rows: list[tuple[Comment, list[tuple[bool, str]]]]


def caught(text: str) -> Caught:
    """What the word alone would have found in the last 1,000 comments."""
    words = Words([], [text], [])
    rows = Comment.objects.exclude(state=Comment.DELETED).order_by("-pk")
    looked = list(rows.select_related("article")[:LOOKED_AT])
    found = []
    for row in looked:
        if spans := [(one.start, one.end) for one in words.find(row.body)]:
            found.append((row, pieces(row.body, spans)))
    return Caught(len(looked), len(found), found[:SHOWN])


class WordList(Screen):
    page_title = "금지어"
    screen = "words"
    template_name = "comments/admin/words.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            "form": WordForm(),
            **super().get_context_data(**kwargs),
            "words": Word.objects.select_related("added_by"),
            "may_add": self.request.user.has_perm("comments.add_word"),
            "may_remove": self.request.user.has_perm("comments.delete_word"),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm("comments.add_word"):
            raise PermissionDenied
        form = WordForm(request.POST)
        if not form.is_valid():
            return self._again(form, 422)
        data = form.cleaned_data
        if data["seen"] != form.mark or "save" not in request.POST:
            return self._looked(form)
        add_word(data["text"], data["kind"], request.user, data["note"])  # type: ignore[arg-type]
        messages.success(request, f"‘{data['text']}’을 넣었습니다: {names.rule(data['kind'])}.")
        return HttpResponseRedirect(reverse("moderation:words"))

    def _looked(self, form: WordForm) -> HttpResponse:
        """The same form, and what the word would have caught; now it may be saved."""
        data = {**form.cleaned_data, "seen": form.mark}
        return self._again(WordForm(data), caught=caught(data["text"]))

    def _again(self, form: WordForm, status: int = 200, **more: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, **more), status=status)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    found = remove_word(pk, request.user)  # type: ignore[arg-type]
    if found is None:
        messages.error(request, "이미 뺀 말입니다.")
    else:
        messages.success(request, f"‘{found.text}’을 뺐습니다.")
    return HttpResponseRedirect(reverse("moderation:words"))
