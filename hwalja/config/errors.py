"""What is said when something has gone wrong here."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.csrf import csrf_failure

from hwalja.comments.views import writing
from hwalja.config import bounds

RETRY_AFTER = "5"  # Seconds: a database that comes back is used at once.


def server_error(request: HttpRequest) -> HttpResponse:
    """500; or 503 where it is the database that is away, full or locked."""
    away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    status = 503 if away else 500
    context = {"typed": _typed(request)}
    response = HttpResponse(render_to_string(f"{status}.html", context), status=status)
    if away:
        response["Retry-After"] = RETRY_AFTER
    return response


def _typed(request: HttpRequest) -> str:
    """What a reader wrote and must not lose, where it has been read."""
    if request.method != "POST" or not bounds.FORMS.match(request.path_info):
        return ""
    typed = (request.POST.get(name, "") for name in ("body", "reason", "detail"))
    return next(filter(None, typed), "")


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token no longer counts; what a reader wrote stands in the new one."""
    match = request.resolver_match
    if match and match.url_name == "comment_new":
        return writing.expired(request, **match.kwargs)
    return csrf_failure(request, reason)
