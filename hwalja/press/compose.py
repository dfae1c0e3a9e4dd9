"""Composes a page: asks Django for its path as a reader without a cookie would.

What is not fit for everybody is refused, and the last good page stays.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

from django.conf import settings
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

from hwalja.press import errors, parts
from hwalja.press.front import page as pages
from hwalja.press.front.page import Page, Segment, Text
from hwalja.press.front.shelf import part_key

GOOD = frozenset({200, 301, 404, 410})
# What the front says itself, or what belongs to one answer only.
DROPPED = frozenset({"content-length", "vary", "etag", "date", "cache-tag", "last-modified"})
UNCHANGING = frozenset({"image/png", "image/jpeg", "image/webp", "image/avif", "image/gif"})
TOKEN = b"csrfmiddlewaretoken"


class Refused(Exception):
    """The answer is none to keep; the text is for the operator."""


class Handler(WSGIHandler):
    """Django, without the door to the network."""

    def answer(self, environ: dict[str, Any]) -> HttpResponseBase:
        set_script_prefix("/")
        signals.request_started.send(sender=self.__class__, environ=environ)
        request = WSGIRequest(environ)
        if environ["PATH_INFO"].startswith(errors.ERROR):
            request.path_info = f"/{environ['PATH_INFO'].removeprefix(errors.ERROR)}/"
            request.urlconf = errors.__name__
        return self.get_response(request)


@cache
def _handler() -> Handler:
    return Handler()


def _environ(key: str, seam: str) -> dict[str, Any]:
    """A GET by nobody, from here, to the paper's own address."""
    path, _, query = key.partition("?")
    base = urlsplit(settings.BASE_URL)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        # WSGI's way of carrying bytes in a text.
        "PATH_INFO": path.encode(errors="surrogatepass").decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": base.hostname,
        "SERVER_PORT": str(base.port or (443 if base.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": base.netloc,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": base.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        parts.SEAM: seam,
    }


def _body(response: HttpResponseBase) -> bytes:
    if response.streaming:
        return b"".join(response.streaming_content)  # type: ignore[attr-defined]
    return bytes(response.content)  # type: ignore[attr-defined]


def _why_not(response: HttpResponseBase, body: bytes) -> str:
    """Why the answer is not fit for everybody; empty where it is."""
    caching = response.get("Cache-Control", "")
    reasons = [
        (response.status_code not in GOOD, f"상태 {response.status_code}"),
        (bool(response.cookies), "쿠키를 심는 쪽"),
        (TOKEN in body, "CSRF 토큰이 든 쪽"),
        ("cookie" in response.get("Vary", "").lower(), "읽는 사람에 따라 다른 쪽(Vary: Cookie)"),
        ("private" in caching or "no-store" in caching, f"나눠 볼 수 없는 쪽({caching})"),
        (len(body) > settings.PRESS_LARGEST_PAGE, f"너무 큰 쪽({len(body):,}바이트)"),
    ]
    return next((reason for is_so, reason in reasons if is_so), "")


def _segments(body: bytes, seam: str, *, packed: bool) -> Iterator[Segment]:
    for piece in parts.cut(body, seam) if packed else [body]:
        if isinstance(piece, tuple):
            yield pages.Part(piece)
        else:
            yield pages.pack(piece) if packed else Text(piece)


def compose(key: str, edition: int) -> Page:
    """The page under `key` as an anonymous reader gets it; read `edition` beforehand.

    Raises `Refused` where the answer is not to be kept.
    """
    seam = parts.new_seam()
    response = _handler().answer(_environ(key, seam))
    try:
        body = _body(response)
    finally:
        response.close()
    if reason := _why_not(response, body):
        raise Refused(reason)
    return _page(key, edition, response, body, seam)


def _settled(header: tuple[str, str]) -> tuple[str, str]:
    """A header as it always is: the directives of a policy come in any order."""
    name, value = header
    if name.lower() == "content-security-policy":
        value = "; ".join(sorted(value.split("; ")))
    return name, value


def _page(key: str, edition: int, response: HttpResponseBase, body: bytes, seam: str) -> Page:
    packed = response.get("Content-Type", "").partition(";")[0] not in UNCHANGING
    headers = [pair for pair in map(_settled, response.items()) if pair[0].lower() not in DROPPED]
    return Page(
        key=key,
        status=int(key.removeprefix(errors.ERROR))
        if key.startswith(errors.ERROR)
        else response.status_code,
        headers=tuple(sorted(headers)),
        edition=edition,
        segments=tuple(_segments(body, seam, packed=packed)),
        packed=packed,
        tags=tuple(response.get("Cache-Tag", "").split()),
        made_at=time.time(),
        facts={"paged": response.paged} if hasattr(response, "paged") else {},
    )


def standing_headers() -> list[list[str]]:
    """The headers that every page has, whatever is on it; asks no database."""
    response = _handler().answer(_environ(f"{errors.ERROR}nothing", ""))
    response.close()
    pairs = [(name.lower(), value) for name, value in map(_settled, response.items())]
    return [[name, value] for name, value in pairs if name not in {*DROPPED, "content-type"}]


def compose_part(of: str, edition: int) -> list[Page]:
    """All variants of the part `of`, the one without a variant last."""
    part, key = parts.split(of)
    made = dict(part.variants(key))
    plain = made.pop("", "")
    variants = sorted(made)
    found = [_part_page(parts.variant_name(of, name), made[name], edition) for name in variants]
    whole = _part_page(of, plain, edition)
    # By its tag all of one kind are found, when something that stands in each has changed.
    return [*found, replace(whole, facts={"variants": variants}, tags=(parts.tag(part.name),))]


def _part_page(name: str, html: str, edition: int) -> Page:
    text = str(html).encode()
    return Page(
        key=part_key(name),
        status=200,
        headers=(),
        edition=edition,
        segments=(pages.pack(text),) if text else (),
        made_at=time.time(),
    )


def path_of(url: str) -> str:
    """The key of an address: its path as text, undone of percent signs."""
    parts_of = urlsplit(url)
    path = unquote_to_bytes(parts_of.path).decode(errors="replace")
    return f"{path}?{parts_of.query}" if parts_of.query else path
