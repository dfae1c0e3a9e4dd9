"""What readers send: taken in whole before the app hears of it.

A thread of the app's is held by no slow sender, and no form that was cut off is ever acted on:
what ends early looks like what ends.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from hwalja.press.front.upstream import BUFFER, Unavailable

LARGEST = 8 * 1024 * 1024  # Bytes from anybody, as DATA_UPLOAD_MAX_MEMORY_SIZE;
LARGEST_OF_NEWSROOM = 256 * 1024 * 1024  # and from the newsroom, who uploads photos.
AT_ONCE = 256  # Bodies on their way.
PATIENCE = 30.0  # Seconds between two pieces.
LENGTH_REQUIRED = (411, "보내시는 것의 길이(Content-Length)를 함께 알려 주십시오.\n")
TOO_LARGE = (413, "보내신 것이 너무 큽니다. {} MB까지 받습니다.\n")
TOO_SLOW = (408, "보내시던 것이 도중에 멈췄습니다. 다시 보내 주십시오.\n")


class Refused(Exception):
    """It is not taken in: status, and why, for the reader."""

    def __init__(self, reason: tuple[int, str]) -> None:
        super().__init__(reason[1])
        self.status, self.text = reason


class Left(Exception):
    """The reader has gone before all of it came."""


class Bodies:
    """Where bodies wait until they are whole: memory, and for large ones a file without a name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.under_way = 0

    @asynccontextmanager
    async def taken(self, scope: Any, proto: Any, *, newsroom: bool) -> AsyncIterator[Any]:
        """The body as pieces, None where there is none.

        Raises `Refused`, `Left`, and `Unavailable` where too many come at once.
        """
        length = _length(scope, LARGEST_OF_NEWSROOM if newsroom else LARGEST)
        if not length:
            yield None
            return
        if self.under_way >= AT_ONCE:
            raise Unavailable("too many bodies")
        self.under_way += 1
        try:
            with SpooledTemporaryFile(BUFFER, dir=str(self.folder)) as file:
                await _fill(file, proto, length)
                yield _pieces(file)
        finally:
            self.under_way -= 1


def _length(scope: Any, largest: int) -> int:
    headers = scope.headers
    if "transfer-encoding" in headers:
        raise Refused(LENGTH_REQUIRED)
    length = int(headers.get("content-length", "0"))
    if length > largest:
        raise Refused((TOO_LARGE[0], TOO_LARGE[1].format(largest >> 20)))
    return length


async def _fill(file: IO[bytes], proto: Any, length: int) -> None:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(PATIENCE) as limit:
            async for chunk in proto:
                limit.reschedule(loop.time() + PATIENCE)
                file.write(chunk)
    except TimeoutError:
        raise Refused(TOO_SLOW) from None
    except OSError as error:
        raise Unavailable(str(error)) from error  # No room on the disk.
    if file.tell() != length:
        raise Left
    file.seek(0)


async def _pieces(file: IO[bytes]) -> AsyncIterator[bytes]:
    while piece := file.read(BUFFER):
        yield piece
