"""What the accounts add to Wagtail."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks


@hooks.register("register_account_menu_item")
def second_factor(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("mfa_index"),
        "label": "두 번째 인증",
        "help_text": "인증 앱, 패스키, 복구 코드를 켜고 끕니다.",
    }
