"""Template context of every public page."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from hwalja.articles import shared


def standing(request: HttpRequest) -> dict[str, Any]:
    """`navigation`; nothing is read until a template asks."""
    return {"navigation": SimpleLazyObject(shared.menu)}
