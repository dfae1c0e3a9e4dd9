"""What every request passes before it reaches a room."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]


def _is_trusted(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in settings.TRUSTED_PROXIES)


def _reader(request: HttpRequest) -> str:
    """The last address in X-Forwarded-For that is not one of our proxies."""
    chain = [
        item.strip() for item in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if item
    ]
    for address in reversed(chain):
        if not _is_trusted(address):
            return address
    return request.META["REMOTE_ADDR"]


def trusted_proxies(get_response: Handler) -> Handler:
    """Take the reader's address and scheme from a proxy we trust, and from nobody else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if _is_trusted(request.META.get("REMOTE_ADDR", "")):
            request.META["REMOTE_ADDR"] = _reader(request)
            if request.META.get("HTTP_X_FORWARDED_PROTO") == "https":
                request.META["wsgi.url_scheme"] = "https"
        request.META.pop("HTTP_X_FORWARDED_FOR", None)
        request.META.pop("HTTP_X_FORWARDED_PROTO", None)
        return get_response(request)

    return middleware
