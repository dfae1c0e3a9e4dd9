"""The front's process: `hwalja serve` starts it. Needs neither Django nor a database."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from hwalja.press.front import lifeline, returning
from hwalja.press.front.desk import Desk
from hwalja.press.front.options import from_environment
from hwalja.press.store import Store

# A reader that has not told what it wants by then is let go; so are heads larger than that.
HEAD_WITHIN = 10_000  # Milliseconds.
LARGEST_HEAD = 64 * 1024
WAITING = 4096  # Connections that may wait to be taken.
STOP_WITHIN = 2


def load(target: str) -> Callable[..., Any]:
    """In each worker: end with Granian's main process, then open the store."""
    lifeline.die_with(os.getppid())
    return application()


def application() -> Any:
    """The desk, and with it, in its event loop, the look around."""
    desk = Desk(from_environment())

    class Application:
        def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
            self.looking = loop.create_task(desk.health.look_around())

        def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
            self.looking.cancel()

        __rsgi__ = staticmethod(desk.__rsgi__)

    return Application()


def main() -> None:
    lifeline.hold()
    options = from_environment()
    returning.sweep(Path(options.home, "run"))
    Store(options.pressed).have_joined(options.common)
    Granian(
        "hwalja.press.front:desk",
        address=options.host,
        port=options.port,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEAD_WITHIN, max_buffer_size=LARGEST_HEAD),
        websockets=False,
        workers=options.workers,
        backlog=WAITING,
        backpressure=WAITING,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_WITHIN,
        log_level=LogLevels.warning,
    ).serve(target_loader=load)


if __name__ == "__main__":
    main()
