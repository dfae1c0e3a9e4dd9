"""Template context of every public page."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from hwalja.articles import shared


def standing(request: HttpRequest) -> dict[str, Any]:
    """`navigation` and `breaking`; nothing is read until a template asks."""
    return {
        "navigation": SimpleLazyObject(shared.NAVIGATION.get),
        "breaking": SimpleLazyObject(lambda: shared.running_breaking(timezone.now())),
    }
