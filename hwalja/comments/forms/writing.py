"""What readers fill in."""

import secrets
from typing import Any

from django import forms
from django.core import signing
from django.utils import timezone

from hwalja.accounts import nicknames
from hwalja.accounts.models import Member
from hwalja.comments import plain, reasons

MOST_NAME = 20
PASSWORDS = (4, 64)
# Characters of a key that somebody else made up.
MOST_KEY = 100
_signer = signing.Signer(salt="hwalja.comments.form")


def new_key() -> str:
    """A key for a new form, which also tells when that was."""
    return _signer.sign(f"{secrets.token_urlsafe(12)}.{int(timezone.now().timestamp() * 1000)}")


def seconds_open(key: str) -> float | None:
    """How long the form with this key was open; none where the key is not ours."""
    try:
        made = int(_signer.unsign(key).rpartition(".")[2])
    except (signing.BadSignature, ValueError):
        return None
    return timezone.now().timestamp() - made / 1000


class CommentForm(forms.Form):
    """A comment; a member has a name, and needs no password."""

    body = forms.CharField(label="댓글", strip=False, required=False)
    name = forms.CharField(
        label="이름", max_length=MOST_NAME, error_messages={"required": "이름을 적어 주십시오."}
    )
    password = forms.CharField(
        label="비밀번호",
        min_length=PASSWORDS[0],
        max_length=PASSWORDS[1],
        strip=False,
        help_text="댓글을 지울 때 씁니다.",
        error_messages={"required": "댓글을 지울 때 쓸 비밀번호를 적어 주십시오."},
    )
    key = forms.CharField(required=False, max_length=MOST_KEY, widget=forms.HiddenInput)
    reply = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    # Nobody sees it; what fills in forms by itself does.
    url = forms.CharField(required=False, max_length=200)

    def __init__(self, *args: Any, is_member: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What it may be made of, the checks say, with the text kept.
        self.fields["body"].validators = []
        if is_member:
            del self.fields["name"], self.fields["password"]

    def clean_name(self) -> str:
        name = plain.one_line(self.cleaned_data["name"])
        if objection := plain.objection(self.cleaned_data["name"]):
            raise forms.ValidationError(
                "이름을 적어 주십시오." if objection.rule == "empty" else objection.message
            )
        if nicknames.is_ours(name):
            raise forms.ValidationError(
                "편집국 사람으로 보이는 이름은 쓸 수 없습니다. 다른 이름을 적어 주십시오."
            )
        if Member.objects.filter(key=nicknames.key(name)).exists():
            raise forms.ValidationError("회원이 쓰는 이름입니다. 다른 이름을 적어 주십시오.")
        return name


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label="까닭",
        choices=reasons.CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "까닭을 골라 주십시오."},
    )
    detail = forms.CharField(
        label="덧붙일 말", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


class DeleteForm(forms.Form):
    password = forms.CharField(
        label="비밀번호",
        required=False,
        strip=False,
        max_length=PASSWORDS[1],
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


class AppealForm(forms.Form):
    text = forms.CharField(
        label="다시 볼 까닭",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "다시 볼 까닭을 적어 주십시오."},
    )
