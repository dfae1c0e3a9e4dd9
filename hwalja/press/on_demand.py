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
from hwalja.press.press import MISSING, put
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
        if "?" in request.path_info or not _pressed(homes.store(), key):
            return get_response(request)
        response = HttpResponse()
        response[PRESSED] = "1"
        return response

    return middleware


def _pressed(store: Store, key: str) -> bool:
    """Is the page in the store now? Made by one process, however many are asked for it."""
    with _alone(store, key):
        if store.has(key):
            return True
        try:
            page = compose(key, marks.edition())
        except Refused:
            return False
        # Anybody can invent addresses: they must not fill the disk.
        if page.status == MISSING:
            return False
        put(store, page)
        logger.info("독자가 찾아 조판: %s", key)
        return True


@contextmanager
def _alone(store: Store, key: str) -> Iterator[None]:
    """Only one of all processes makes a page; a few hundred locks do for all keys."""
    folder = store.root / "locks"
    folder.mkdir(exist_ok=True)
    name = blake2b(key.encode(errors="surrogatepass"), digest_size=1).hexdigest()
    with (folder / name).open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
