"""What every request passes before it reaches a room."""

from collections.abc import Callable
from typing import Any

from allauth.account.middleware import AccountMiddleware
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from hwalja.config import proxies

Handler = Callable[[HttpRequest], HttpResponse]
# Its answers to exceptions alone: "the password again, please".
_of_accounts: Any = AccountMiddleware(lambda request: HttpResponse())


def trusted_proxies(get_response: Handler) -> Handler:
    """Take the reader's address and scheme from a proxy we trust, and from nobody else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        meta = request.META
        peer = meta.get("REMOTE_ADDR", "")
        chain = meta.pop("HTTP_X_FORWARDED_FOR", "")
        if proxies.address(peer) is None:
            # By our own front's socket, which has no address: it adds whom it heard it from.
            chain, _, peer = chain.rpartition(",")
        scheme = meta.pop("HTTP_X_FORWARDED_PROTO", "").rpartition(",")[2].strip().lower()
        if scheme == "https" and proxies.is_trusted(peer, settings.TRUSTED_PROXIES):
            meta["wsgi.url_scheme"] = "https"
        meta["REMOTE_ADDR"] = proxies.reader(peer, chain, settings.TRUSTED_PROXIES)
        return get_response(request)

    return middleware


class TextGZip(GZipMiddleware):
    """Compresses pages; pictures are compressed already."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.get("Content-Type", "").startswith("image/"):
            return response
        return super().process_response(request, response)


class WholeOrNothing:
    """A form is taken whole or not at all: what it changes, its log, and the pages it makes dirty.

    As ATOMIC_REQUESTS, but only for what changes anything, and begun when the form has
    arrived: a slow upload holds no lock. It stands last, so that the token is checked before.
    A view marked `non_atomic_requests` sees to its transaction itself.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if request.method in {"GET", "HEAD", "OPTIONS"} or hasattr(view, "_non_atomic_requests"):
            return None
        try:
            with transaction.atomic():
                response: HttpResponse = view(request, *args, **kwargs)
        except Exception as error:
            # Django asks the other middleware only where it calls the view itself.
            answer: HttpResponse | None = _of_accounts.process_exception(request, error)
            if answer is None:
                raise
            return answer
        return response
