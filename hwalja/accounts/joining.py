"""What every sign-up asks, by mail or through a provider: a display name and a consent.

django-allauth builds its own forms upon this one.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from hwalja.accounts import members, nicknames
from hwalja.accounts.models import User

AGREES = "만 14세 이상이며, 메일 주소와 별명을 탈퇴할 때까지 보관하는 데 동의합니다."


class JoiningForm(forms.Form):
    # Longer than a name may be: what is too long is told, not cut off.
    nickname = forms.CharField(
        label="별명",
        max_length=60,
        help_text=nicknames.RULE,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    agrees = forms.BooleanField(
        label=AGREES, error_messages={"required": "동의하셔야 가입할 수 있습니다."}
    )

    def clean_nickname(self) -> str:
        return members.clean_nickname(self.cleaned_data["nickname"])

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if not self._is_open():
            raise ValidationError("지금은 회원 가입을 받지 않습니다.")
        return found

    def _is_open(self) -> bool:
        from django.conf import settings

        return bool(settings.MEMBERS)

    def signup(self, request: HttpRequest, user: User) -> None:
        members.enrol(user, self.cleaned_data["nickname"])
