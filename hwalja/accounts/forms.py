"""django-allauth's forms, in the paper's words, and a member's own."""

from typing import Any

from allauth.account.forms import AddEmailForm, LoginForm, ReauthenticateForm, SignupForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.socialaccount.forms import SignupForm as SocialSignupForm
from django import forms
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError
from django.http import HttpRequest

from hwalja.accounts import members, nicknames
from hwalja.accounts.models import Member


class Plain(forms.Form):
    """Labels stand above the fields, not within them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class NewsroomLoginForm(Plain, LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "메일 또는 아이디"


class Joining(Plain):
    """An address that has an account is answered as any other, and as slowly."""

    def try_save(self, request: HttpRequest) -> tuple[Any, Any]:
        if self.account_already_exists:  # type: ignore[attr-defined]
            members.reserve(self.cleaned_data["nickname"])
            make_password(self.cleaned_data.get("password1"))
        found: tuple[Any, Any] = super().try_save(request)  # type: ignore[misc]
        return found


class MemberSignupForm(Joining, SignupForm):
    field_order = ["email", "password1", "nickname", "agrees"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "메일"
        self.fields["email"].help_text = "확인 메일을 보내 드립니다. 다른 독자에게 보이지 않습니다."


class ProviderSignupForm(Joining, SocialSignupForm):
    field_order = ["email", "nickname", "agrees"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "메일"


class NewAddressForm(Plain, AddEmailForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "새 메일"


class AgainForm(Plain, ReauthenticateForm):
    pass


class AddPasskeyForm(AddWebAuthnForm):
    name = forms.CharField(label="이름", required=False, max_length=60)
    passwordless = forms.BooleanField(
        label="비밀번호 없이 로그인",
        required=False,
        help_text="이 패스키만으로 로그인합니다. 기기가 지문, 얼굴 또는 핀 번호를 물을 수 있어야 합니다.",
    )


class RenameForm(forms.Form):
    """A member's other name, once in a while."""

    nickname = forms.CharField(
        label="별명",
        max_length=60,
        help_text=nicknames.RULE,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )

    def __init__(self, data: Any, *, member: Member) -> None:
        super().__init__(data, initial={"nickname": member.nickname})
        self.member = member

    def clean_nickname(self) -> str:
        return members.clean_nickname(self.cleaned_data["nickname"], of=self.member)

    def clean(self) -> dict[str, Any]:
        again = members.may_rename_at(self.member)
        if again is not None:
            days = members.RENAMED_AFTER.days
            raise forms.ValidationError(
                f"별명은 {days}일에 한 번 바꿀 수 있습니다. {members.day(again)}부터 바꿀 수 있습니다."
            )
        return super().clean() or self.cleaned_data

    def save(self) -> bool:
        """False, with an error, where somebody took the name within the same moment."""
        try:
            members.rename(self.member, self.cleaned_data["nickname"])
        except IntegrityError:
            self.add_error("nickname", nicknames.TAKEN)
            return False
        return True


class LeaveForm(forms.Form):
    sure = forms.BooleanField(
        label="되돌릴 수 없다는 것을 압니다.",
        error_messages={"required": "되돌릴 수 없다는 것을 아시면 표시하십시오."},
    )
