"""Which processes live, as the front can tell."""

import asyncio
import json
import time
from pathlib import Path

import aiohttp

from hwalja.press.front.upstream import App, Unavailable

LATE = 15.0  # Seconds without a sign of life; as press/heartbeat.py.
LOOK = 1.0
PATIENCE = 2.0


def silence(home: Path, name: str) -> float | None:
    """Seconds since a process last said that it is alive; none where it never did."""
    try:
        return time.time() - (home / "run" / name).stat().st_mtime
    except OSError:
        return None


class Health:
    """One worker's view of the others."""

    def __init__(self, home: Path, app: App, host: str) -> None:
        self.home = home
        self.app = app
        self.host = host
        self.started = time.time()
        # Seconds for which pressed pages may lag behind, as readers are told; else none.
        self.stale: str | None = None

    async def look_around(self) -> None:
        """Once a second: is the presser alive?"""
        while True:
            self.look()
            await asyncio.sleep(LOOK)

    def look(self) -> None:
        late = silence(self.home, "presser")
        if late is None:
            # It may be about to say so for the first time.
            late = time.time() - self.started
        self.stale = str(int(late)) if late > LATE else None

    async def report(self) -> dict[str, str]:
        """Every process, and whether it is `ok`."""
        return {"front": "ok", **(await self._told_by_app() or self._guessed())}

    async def _told_by_app(self) -> dict[str, str] | None:
        """Asked past the limit of requests under way: an app with enough to do is not dead."""
        headers = [("host", self.host)]
        try:
            async with (
                asyncio.timeout(PATIENCE),
                self.app.ask("GET", "/healthz", headers, seconds=PATIENCE) as response,
            ):
                found: dict[str, str] = json.loads(await response.content.read())
                return found
        except (TimeoutError, Unavailable, aiohttp.ClientError, ValueError):
            return None

    def _guessed(self) -> dict[str, str]:
        """By the signs of life that processes leave in files."""
        found = {"app": "down", "database": "unknown"}
        for name in ("presser", "tasks"):
            late = silence(self.home, name)
            found[name] = "ok" if late is not None and late < LATE else "down"
        return found
