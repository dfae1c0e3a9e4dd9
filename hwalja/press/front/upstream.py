"""The app behind the front: requests passed on, streamed both ways, never too many at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import quote

import aiohttp
from yarl import URL

Headers = list[tuple[str, str]]
HOP_BY_HOP = frozenset(
    [
        "connection",
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
OURS = "x-hwalja-"
# What a path may hold unquoted, as browsers send it.
SAFE = "/:@!$&'()*+,;=~-._"
UPLOAD = 600.0  # Seconds for a body to arrive and be taken in.
CONNECT = 2.0
CHUNK = 64 * 1024


class Unavailable(Exception):
    """The app has no answer: it is gone, hangs, or has enough to do."""


class App:
    """The app by its Unix socket."""

    def __init__(self, socket: str, under_way: int, seconds: float) -> None:
        self.socket = socket
        self.most = under_way
        self.seconds = seconds
        self.under_way = 0
        self._session: aiohttp.ClientSession | None = None

    def session(self) -> aiohttp.ClientSession:
        """Made in the event loop that uses it."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.UnixConnector(self.socket, limit=0),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                skip_auto_headers=["User-Agent", "Accept", "Accept-Encoding", "Content-Type"],
            )
        return self._session

    @asynccontextmanager
    async def ask(
        self,
        method: str,
        target: str,
        headers: Headers,
        body: AsyncIterator[bytes] | None = None,
        seconds: float | None = None,
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """The app's answer, its body not yet read. Raises `Unavailable`."""
        if self.under_way >= self.most:
            raise Unavailable("enough under way")
        self.under_way += 1
        limit = UPLOAD if body is not None else seconds or self.seconds
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT, sock_read=limit)
        try:
            asked = self.session().request(
                method,
                URL(f"http://app{target}", encoded=True),
                headers=headers,
                data=body,
                allow_redirects=False,
                timeout=timeout,
            )
            async with await _answered(asked) as response:
                yield response
        finally:
            self.under_way -= 1


async def _answered(asked: Any) -> aiohttp.ClientResponse:
    try:
        response: aiohttp.ClientResponse = await asked
    except (TimeoutError, aiohttp.ClientError, OSError) as error:
        raise Unavailable(str(error)) from error
    return response


def target(path: str, query: str) -> str:
    """A path and its query as they go over the wire."""
    return quote(path, safe=SAFE) + (f"?{query}" if query else "")


def forwarded(scope: Any, *, cookies: bool = True) -> Headers:
    """A reader's headers as the app may see them, and who the reader is."""
    dropped = HOP_BY_HOP | {"x-forwarded-for"} | (set() if cookies else {"cookie"})
    items = [(name.lower(), value) for name, value in scope.headers.items()]
    kept = [
        (name, value) for name, value in items if name not in dropped and not name.startswith(OURS)
    ]
    chain = [value for name, value in items if name == "x-forwarded-for"]
    kept.append(("x-forwarded-for", ", ".join([*chain, peer(scope.client)])))
    return kept


def peer(client: str) -> str:
    """The address in `127.0.0.1:5000` or `[::1]:5000`."""
    return client.rpartition(":")[0].strip("[]") or client


def returned(response: aiohttp.ClientResponse) -> Headers:
    """The app's headers for the reader."""
    pairs = (
        (name.decode().lower(), value.decode("latin-1")) for name, value in response.raw_headers
    )
    return [
        (name, value)
        for name, value in pairs
        if name not in HOP_BY_HOP and not name.startswith(OURS) and name not in {"date", "server"}
    ]
