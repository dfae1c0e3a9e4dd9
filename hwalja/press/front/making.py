"""Pages that nobody has pressed yet: the app is asked once, however many wait."""

import asyncio
from dataclasses import dataclass

import aiohttp

from hwalja.press.front import passed
from hwalja.press.front.passed import Headers
from hwalja.press.front.upstream import BUFFER, App, Unavailable

PRESS, PRESSED = "x-hwalja-press", "x-hwalja-pressed"
PATIENCE = 10.0  # Seconds for the app to make a page.
LARGEST = 8 * 1024 * 1024  # Bytes of an answer that many wait for together.
# Of one answer to one reader, never of one for all.
OF_ONE = frozenset(["content-length", "set-cookie"])


@dataclass(frozen=True, slots=True)
class Shared:
    """What the app says to anybody, where it is none to keep."""

    status: int
    headers: Headers
    body: bytes


class Making:
    """The pages being made for one worker's readers."""

    def __init__(self, app: App, host: str) -> None:
        self.app = app
        self.host = host
        self.under_way: dict[str, asyncio.Task[Shared | None]] = {}

    async def make(self, key: str) -> Shared | None:
        """Have the page pressed; the app's answer where it was not. Raises `Unavailable`."""
        task = self.under_way.get(key)
        if task is None:
            task = asyncio.ensure_future(self._ask(key))
            self.under_way[key] = task
            task.add_done_callback(lambda _: self.under_way.pop(key, None))
        # A reader who leaves takes nothing from the others.
        return await asyncio.shield(task)

    async def _ask(self, key: str) -> Shared | None:
        """Nothing of a reader goes along: what comes back is for all of them."""
        path, _, query = key.partition("?")
        headers = [("host", self.host), (PRESS, "1"), ("accept-encoding", "identity")]
        try:
            async with asyncio.timeout(PATIENCE):
                with self.app.turn(for_all=True):
                    return await self._answer(passed.target(path, query), headers)
        except (TimeoutError, aiohttp.ClientError) as error:
            raise Unavailable(str(error)) from error

    async def _answer(self, target: str, headers: Headers) -> Shared | None:
        async with self.app.ask("GET", target, headers, seconds=PATIENCE) as response:
            if PRESSED in response.headers:
                return None
            if response.status >= 500:
                raise Unavailable(str(response.status))
            kept = [pair for pair in passed.returned(response) if pair[0] not in OF_ONE]
            return Shared(response.status, kept, await _whole(response))


async def _whole(response: aiohttp.ClientResponse) -> bytes:
    found = bytearray()
    async for chunk in response.content.iter_chunked(BUFFER):
        found += chunk
        if len(found) > LARGEST:
            raise Unavailable("too large to be shared")
    return bytes(found)
