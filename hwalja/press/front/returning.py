"""The app's answer to one reader: taken at the app's pace, handed out at the reader's.

Granian holds in memory whatever a reader has not taken yet, so what is large waits in a file. The
app is free for others meanwhile, and an answer that breaks off is never half a page.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import aiohttp

from hwalja.press.front import passed
from hwalja.press.front.passed import Headers
from hwalja.press.front.upstream import BUFFER, Unavailable

LARGE = 1024 * 1024  # Bytes that are no burden in memory.
PREFIX = "answer-"
OPENED_WITHIN = 30.0  # Seconds until Granian has surely opened a file that it was named.


async def give_back(scope: Any, proto: Any, response: aiohttp.ClientResponse, folder: Path) -> None:
    """Answer the reader. Raises `Unavailable`, with nothing sent, where the answer breaks off."""
    headers = passed.returned(response)
    if scope.method == "HEAD" or response.status in (204, 304):
        proto.response_empty(response.status, headers)
        return
    headers = [pair for pair in headers if pair[0] != "content-length"]
    pieces = response.content.iter_chunked(BUFFER)
    try:
        first, more = await _first(pieces)
        if more:
            await _by_file(proto, response.status, headers, first, pieces, folder)
        else:
            proto.response_bytes(response.status, headers, first)
    except (TimeoutError, aiohttp.ClientError, OSError) as error:
        raise Unavailable(str(error)) from error


async def _first(pieces: AsyncIterator[bytes]) -> tuple[bytes, bool]:
    """The beginning of an answer, and whether there may be more of it."""
    found = bytearray()
    async for piece in pieces:
        found += piece
        if len(found) > LARGE:
            return bytes(found), True
    return bytes(found), False


async def _by_file(
    proto: Any,
    status: int,
    headers: Headers,
    first: bytes,
    pieces: AsyncIterator[bytes],
    folder: Path,
) -> None:
    file = NamedTemporaryFile(dir=folder, prefix=PREFIX)  # noqa: SIM115  (closed below, later)
    try:
        file.write(first)
        async for piece in pieces:
            file.write(piece)
        file.flush()
    except BaseException:
        file.close()
        raise
    proto.response_file(status, [*headers, ("content-length", str(file.tell()))], file.name)
    asyncio.get_running_loop().call_later(OPENED_WITHIN, file.close)


def sweep(folder: Path) -> None:
    """Throw away what a killed front has left behind."""
    for file in folder.glob(f"{PREFIX}*"):
        file.unlink(missing_ok=True)
