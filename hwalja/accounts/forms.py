"""django-allauth's forms, in the newsroom's words."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms


class NewsroomLoginForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "아이디 또는 메일"
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class AddPasskeyForm(AddWebAuthnForm):
    name = forms.CharField(label="이름", required=False, max_length=60)
    passwordless = forms.BooleanField(
        label="비밀번호 없이 로그인",
        required=False,
        help_text="이 패스키만으로 로그인합니다. 기기가 지문, 얼굴 또는 핀 번호를 물을 수 있어야 합니다.",
    )
