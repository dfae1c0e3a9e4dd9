"""What no page of the paper answers, refused before anything is read or looked up."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

Handler = Callable[[HttpRequest], HttpResponse]

# Where forms are; they have limits of their own. All else is for reading.
WRITABLE = ("/admin/", "/account/")
# Readers' forms: written to, but no more than a page of text.
FORMS = re.compile(r"/news/[0-9]+/(?:comments/|who/report$)|/who/[^/]+/request/")
# What is not pressed beneath pages that are: forms, and what any question may be asked of.
UNPRESSED = re.compile(rf"{FORMS.pattern}|/who/search/|/who/[^/]+/on/")
READING = {"GET", "HEAD"}
# Bytes: reading needs no body; some tools send a small one all the same.
LARGEST_BODY = 64 * 1024
# Characters: browsers and proxies agree on no more.
LONGEST_ADDRESS = 8192


def _body_size(request: HttpRequest) -> int:
    """Bytes announced; what announces none has none, as WSGI reads no further."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isascii() and length.isdigit() else 0


def _refusal(request: HttpRequest) -> int | None:
    """The status to refuse with, or nothing."""
    address = request.path_info + "?" + request.META.get("QUERY_STRING", "")
    if len(address) > LONGEST_ADDRESS:
        return 414
    if "\0" in address or "%00" in address:
        return 400
    if request.path_info.startswith(WRITABLE):
        return None
    if _body_size(request) > LARGEST_BODY:
        return 413
    if request.method == "POST" and FORMS.match(request.path_info):
        return None
    return None if request.method in READING else 405


def bounds(get_response: Handler) -> Handler:
    """Refuse other methods than reading, large bodies, and addresses that are none."""

    def middleware(request: HttpRequest) -> HttpResponse:
        status = _refusal(request)
        if status is None:
            return get_response(request)
        response = HttpResponse(render_to_string(f"{status}.html"), status=status)
        if status == 405:
            response["Allow"] = ", ".join(sorted(READING))
        return response

    return middleware
