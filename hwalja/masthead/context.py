"""Template context of every public page."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from hwalja.masthead.shared import PAPER


def paper(request: HttpRequest) -> dict[str, Any]:
    """`paper`: the masthead and the policies; nothing is read until a template asks."""
    return {"paper": SimpleLazyObject(PAPER.get)}
