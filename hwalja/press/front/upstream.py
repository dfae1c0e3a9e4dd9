"""The app behind the front: asked over its Unix socket, never too much at once."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import aiohttp
from yarl import URL

from hwalja.press.front.passed import Headers

CONNECT = 2.0
BUFFER = 64 * 1024  # Bytes of a body in memory; twice that may wait on its way.
LARGEST_HEADER = 64 * 1024


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
                read_bufsize=BUFFER,
                max_line_size=LARGEST_HEADER,
                max_field_size=LARGEST_HEADER,
            )
        return self._session

    @contextmanager
    def turn(self, *, for_all: bool = False) -> Iterator[None]:
        """One of the requests under way. Raises `Unavailable` where that would be too many.

        Half of them are for forms and the newsroom alone: whoever asks for a thousand pages
        that nobody has pressed, `for_all`, does not lock them out.
        """
        if self.under_way >= (max(1, self.most // 2) if for_all else self.most):
            raise Unavailable("enough under way")
        self.under_way += 1
        try:
            yield
        finally:
            self.under_way -= 1

    @asynccontextmanager
    async def ask(
        self,
        method: str,
        target: str,
        headers: Headers,
        body: AsyncIterator[bytes] | None = None,
        seconds: float = 0,
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """The app's answer, its body not yet read. Raises `Unavailable`.

        `seconds`: until its first byte, and between any two.
        """
        seconds = seconds or self.seconds
        async with await self._answer(method, target, headers, body, seconds) as response:
            yield response

    async def _answer(
        self,
        method: str,
        target: str,
        headers: Headers,
        body: AsyncIterator[bytes] | None,
        seconds: float,
    ) -> aiohttp.ClientResponse:
        try:
            async with asyncio.timeout(seconds):
                return await self.session().request(
                    method,
                    URL(f"http://app{target}", encoded=True),
                    headers=headers,
                    data=body,
                    allow_redirects=False,
                    timeout=aiohttp.ClientTimeout(
                        total=None, sock_connect=CONNECT, sock_read=seconds
                    ),
                )
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise Unavailable(str(error)) from error
