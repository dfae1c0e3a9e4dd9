"""What is said when something has gone wrong here."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

RETRY_AFTER = "5"  # Seconds: a database that comes back is used at once.


def server_error(request: HttpRequest) -> HttpResponse:
    """500; or 503 where it is the database that is away, full or locked."""
    away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    status = 503 if away else 500
    response = HttpResponse(render_to_string(f"{status}.html"), status=status)
    if away:
        response["Retry-After"] = RETRY_AFTER
    return response
