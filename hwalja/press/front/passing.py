"""Requests handed on to the app in the reader's own words, and its answers handed back."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from hwalja.press.front import asked, passed
from hwalja.press.front.bodies import Bodies
from hwalja.press.front.upstream import App


@dataclass(frozen=True)
class Passing:
    """The way to the app for one worker's readers; `cookie` tells the newsroom."""

    app: App
    bodies: Bodies
    cookie: str

    def is_newsroom(self, scope: Any) -> bool:
        return asked.has_cookie(scope.headers.get("cookie", ""), self.cookie)

    @asynccontextmanager
    async def ask(self, scope: Any, proto: Any) -> AsyncIterator[aiohttp.ClientResponse]:
        """The app's answer to exactly what this reader asks; raises as `Bodies` and `App` do."""
        where = passed.target(scope.path, scope.query_string)
        headers = passed.forwarded(scope, asked.host(scope))
        async with self.bodies.taken(scope, proto, newsroom=self.is_newsroom(scope)) as body:
            with self.app.turn():
                async with self.app.ask(scope.method, where, headers, body) as response:
                    yield response


async def while_there(proto: Any, work: Coroutine[Any, Any, None]) -> None:
    """Do `work`, but only until the reader has left."""
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(proto.client_disconnect())
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
    finally:
        leaving.cancel()
        if not working.done():
            working.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await working
