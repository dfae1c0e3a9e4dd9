"""What a person harmed by a comment fills in, and what its author answers."""

from typing import Any

from django import forms

from hwalja.comments import plain
from hwalja.comments.forms.writing import MOST_NAME, PASSWORDS
from hwalja.comments.models import Takedown

LEAST_REASON, MOST_REASON = 10, 1000
_LONG = {"required": "까닭을 적어 주십시오."}


class PlainField(forms.CharField):
    """Text under the same rules as a comment's: nothing invisible, no stacked marks."""

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        objection = plain.objection(text) if text else None
        if objection:
            told = objection.message if objection.rule != "empty" else "글자를 적어 주십시오."
            raise forms.ValidationError(told)
        return plain.kept(text)


def _text(label: str, **more: Any) -> PlainField:
    widget = forms.Textarea(attrs={"rows": 6})
    return PlainField(
        label=label, max_length=MOST_REASON, widget=widget, error_messages=_LONG, **more
    )


class TakedownForm(forms.Form):
    relation = forms.ChoiceField(
        label="누가 요청하십니까",
        choices=Takedown.RELATIONS,
        widget=forms.RadioSelect,
        error_messages={"required": "하나를 골라 주십시오."},
    )
    right = forms.ChoiceField(
        label="침해된 권리",
        choices=Takedown.RIGHTS,
        widget=forms.RadioSelect,
        error_messages={"required": "하나를 골라 주십시오."},
    )
    name = PlainField(
        label="이름",
        max_length=MOST_NAME,
        error_messages={"required": "이름을 적어 주십시오."},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    mail = forms.EmailField(
        label="메일",
        error_messages={"required": "결과를 받을 메일 주소를 적어 주십시오."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    reason = _text("어느 부분이 어떤 권리를 어떻게 침해하는지", min_length=LEAST_REASON)
    sworn = forms.BooleanField(
        label="사실대로 적었고, 개인정보를 이 요청을 처리하는 데 쓰는 것에 동의합니다.",
        error_messages={"required": "동의하셔야 요청을 받을 수 있습니다."},
    )
    # Nobody sees it; what fills in forms by itself does.
    url = forms.CharField(required=False, max_length=200)


class ObjectionForm(forms.Form):
    """A guest who wrote elsewhere comes in with the comment's password."""

    objection = _text("이의를 내는 까닭")
    password = forms.CharField(
        label="비밀번호",
        strip=False,
        max_length=PASSWORDS[1],
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "댓글을 쓸 때 적은 비밀번호를 넣어 주십시오."},
    )

    def __init__(self, *args: Any, needs_password: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_password:
            del self.fields["password"]
