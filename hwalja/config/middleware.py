"""What every request passes before it reaches a room."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from hwalja.config import proxies

Handler = Callable[[HttpRequest], HttpResponse]


def trusted_proxies(get_response: Handler) -> Handler:
    """Take the reader's address and scheme from a proxy we trust, and from nobody else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        meta = request.META
        peer = meta.get("REMOTE_ADDR", "")
        chain = meta.pop("HTTP_X_FORWARDED_FOR", "")
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
