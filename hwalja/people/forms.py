"""What whom a profile is about, or a reader, fills in."""

from typing import Any

from django import forms

from hwalja.hangul.normalise import clean
from hwalja.people.models import Removal

LEAST_REASON, MOST_REASON = 10, 1000
ONE = {"required": "하나를 골라 주십시오."}


class PlainField(forms.CharField):
    """Text without anything invisible."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return clean(text).strip() if text else ""


class RemovalForm(forms.Form):
    relation = forms.ChoiceField(
        label="누구십니까",
        choices=Removal.RELATIONS,
        widget=forms.RadioSelect,
        error_messages=ONE,
    )
    wish = forms.ChoiceField(
        label="바라는 것", choices=Removal.WISHES, widget=forms.RadioSelect, error_messages=ONE
    )
    name = PlainField(
        label="이름",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "이름을 적어 주십시오."},
    )
    mail = forms.EmailField(
        label="메일",
        max_length=254,
        required=False,
        help_text="결과를 받을 주소. 본인과 대리인은 꼭 적어 주십시오.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    reason = PlainField(
        label="무엇이 어떻게 틀렸거나, 왜 숨겨야 하는지",
        min_length=LEAST_REASON,
        max_length=MOST_REASON,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "까닭을 적어 주십시오."},
    )
    sworn = forms.BooleanField(
        label="사실대로 적었고, 개인정보를 이 요청을 처리하는 데 쓰는 것에 동의합니다.",
        error_messages={"required": "동의하셔야 요청을 받을 수 있습니다."},
    )
    # Nobody sees it; what fills in forms by itself does.
    url = forms.CharField(required=False, max_length=200)

    def clean(self) -> None:
        data = self.cleaned_data
        is_own = data.get("relation") in (Removal.SELF, Removal.AGENT)
        if is_own and not data.get("mail") and "mail" not in self.errors:
            self.add_error("mail", "결과를 받을 메일 주소를 적어 주십시오.")
        if data.get("relation") == Removal.READER and data.get("wish") not in (
            None,
            Removal.CORRECT,
        ):
            self.add_error("wish", "숨기거나 내려 달라는 것은 본인이나 대리인만 할 수 있습니다.")
