"""Pages that are pressed when a reader first asks for them.

A front asks with a header that it takes from nobody else; the app presses the
page, and the front reads it from the store like any other.
"""

import fcntl
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b

from django.http import HttpRequest, HttpResponse

from hwalja.press import homes, marks
from hwalja.press.compose import Refused, compose
from hwalja.press.front.page import Page
from hwalja.press.front.shelf import join
from hwalja.press.press import MISSING, put, put_parts
from hwalja.press.store import Store

logger = logging.getLogger(__name__)

ASKED, PRESSED = "X-Hwalja-Press", "X-Hwalja-Pressed"
Handler = Callable[[HttpRequest], HttpResponse]


def on_demand(get_response: Handler) -> Handler:
    """Press what a front asks for; what cannot be kept is answered as to anybody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if ASKED not in request.headers or request.method != "GET":
            return get_response(request)
        query = request.META.get("QUERY_STRING", "")
        key = f"{request.path_info}?{query}" if query else request.path_info
        # A question mark within the path would make it the key of another page.
        if "?" in request.path_info:
            return get_response(request)
        store = homes.store()
        try:
            missing = _press(store, key)
        except Refused:
            return get_response(request)
        return _whole(missing, store) if missing else HttpResponse(headers={PRESSED: "1"})

    return middleware


def _press(store: Store, key: str) -> Page | None:
    """Put the page into the store, by one process however many are asked for it.

    Returns it only where there is nothing at its address. Raises `Refused`.
    """
    with _alone(store, key):
        if store.has(key):
            return None
        page = compose(key, marks.edition())
        # Anybody can invent addresses: they must not fill the disk.
        if page.status == MISSING:
            return page
        put(store, page)
        logger.info("독자가 찾아 조판: %s", key)
        return None


def _whole(page: Page, store: Store) -> HttpResponse:
    """An answer that is not kept."""
    put_parts(store, page)
    body = join(page, store.read, gzip=False).body
    return HttpResponse(body, status=page.status, headers=dict(page.headers))


@contextmanager
def _alone(store: Store, key: str) -> Iterator[None]:
    """Only one of all processes makes a page; a few hundred locks do for all keys."""
    folder = store.root / "locks"
    folder.mkdir(exist_ok=True)
    name = blake2b(key.encode(errors="surrogatepass"), digest_size=1).hexdigest()
    with (folder / name).open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
