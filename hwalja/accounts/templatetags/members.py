"""What the account's templates ask."""

from typing import Any

from allauth.socialaccount.adapter import get_adapter
from django import template
from django.conf import settings
from django.http import HttpRequest

register = template.Library()
NAMES = {"kakao": "카카오", "naver": "네이버"}


@register.simple_tag
def joining_is_open() -> bool:
    return bool(settings.MEMBERS)


@register.simple_tag(takes_context=True)
def providers(context: dict[str, Any]) -> list[Any]:
    """Those whose keys are set, to log in with."""
    request: HttpRequest = context["request"]
    return list(get_adapter().list_providers(request)) if settings.SOCIALACCOUNT_PROVIDERS else []


@register.filter
def in_korean(provider: str) -> str:
    return NAMES.get(provider, provider)
