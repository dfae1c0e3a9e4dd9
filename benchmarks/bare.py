"""The least that Granian can do with a page: what the front is measured against."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from benchmarks.front import BARE, answers


def load(target: str) -> Callable[..., Any]:
    held = answers(Path(json.loads(os.environ[BARE])["home"]))

    async def handler(scope: Any, proto: Any) -> None:
        headers, body = held[scope.path]
        proto.response_bytes(200, headers, body)

    return handler


if __name__ == "__main__":
    Granian(
        "benchmarks.bare:handler",
        port=json.loads(os.environ[BARE])["port"],
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,
        websockets=False,
        backlog=4096,
        backpressure=4096,
        log_level=LogLevels.warning,
    ).serve(target_loader=load)
