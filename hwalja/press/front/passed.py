"""What goes from a reader to the app and back: targets and headers."""

from typing import Any
from urllib.parse import quote

import aiohttp

Headers = list[tuple[str, str]]
# Between two neighbours only (RFC 9110, 7.6.1); and `Expect`, which the front meets itself.
HOP_BY_HOP = frozenset(
    [
        "connection",
        "expect",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    ]
)
# Said by the front in its own words.
SAID_ANEW = frozenset(["host", "x-forwarded-for"])
OURS = "x-hwalja-"
OF_ONE_READER = ("cache-control", "private, no-cache")
# What a path may hold unquoted, as browsers send it.
SAFE = "/:@!$&'()*+,;=~-._"


def target(path: str, query: str) -> str:
    """A path and its query as they go over the wire."""
    return quote(path, safe=SAFE) + (f"?{query}" if query else "")


def forwarded(scope: Any, host: str) -> Headers:
    """A reader's headers as the app may see them, and who the reader is.

    None with an underscore: WSGI cannot tell it from a hyphen, so that a reader could speak
    in the front's name.
    """
    items = [(name.lower(), value) for name, value in scope.headers.items()]
    dropped = HOP_BY_HOP | SAID_ANEW | _named(items)
    kept = [
        (name, value)
        for name, value in items
        if name not in dropped and "_" not in name and not name.startswith(OURS)
    ]
    chain = [value for name, value in items if name == "x-forwarded-for"]
    told = ", ".join([*chain, peer(scope.client)])
    return [("host", host), *kept, ("x-forwarded-for", told)]


def _named(items: Headers) -> frozenset[str]:
    """Headers that `Connection` says are between neighbours too; not the length of a body."""
    named = [value for name, value in items if name == "connection"]
    words = {one.strip().lower() for value in named for one in value.split(",")}
    return frozenset(words - {"content-length"})


def peer(client: str) -> str:
    """The address in `127.0.0.1:5000` or `[::1]:5000`."""
    return client.rpartition(":")[0].strip("[]") or client


def returned(response: aiohttp.ClientResponse) -> Headers:
    """The app's headers for the reader; what it made for one of them no cache may keep."""
    pairs = (
        (name.decode().lower(), value.decode("latin-1")) for name, value in response.raw_headers
    )
    kept = [
        (name, value)
        for name, value in pairs
        if name not in HOP_BY_HOP and not name.startswith(OURS) and name not in {"date", "server"}
    ]
    said = any(name == "cache-control" for name, _ in kept)
    return kept if said else [*kept, OF_ONE_READER]
