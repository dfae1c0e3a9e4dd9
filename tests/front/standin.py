"""A stand-in for the app behind a front: it repeats whatever it was told, so that nothing can hide.

It answers on a Unix socket as the app does, from a thread of the test's own process.
"""

import asyncio
import hashlib
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from hwalja.press.front import page as pages
from hwalja.press.front.page import Page
from hwalja.press.store import Store

HTML = (("content-type", "text/html; charset=utf-8"),)
FACTS = {"/latest/": {"paged": True}}


def page(key: str, text: str, status: int = 200, edition: int = 1) -> Page:
    """A pressed page, as the app would leave it in the store."""
    path = key.partition("?")[0]
    return Page(
        key=key,
        status=status,
        headers=HTML,
        edition=edition,
        segments=(pages.pack(text.encode()),),
        tags=("article-1",),
        facts=FACTS.get(path, {}) if key == path else {},
    )


class StandIn:
    """The app, its store, and what it was asked."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.socket = home / "run" / "app.sock"
        self.socket.parent.mkdir(parents=True, exist_ok=True)
        self.store = Store(home / "pressed")
        self.pressed: Counter[str] = Counter()
        self.seen: list[tuple[str, str, list[tuple[str, str]]]] = []
        self.left = 0
        self.hanging = 0
        self.press_for = 0.0  # Seconds that it takes to make a page.
        self.loop = asyncio.new_event_loop()

    def start(self) -> "StandIn":
        self.loop = asyncio.new_event_loop()
        ready = threading.Event()
        self.thread = threading.Thread(target=self._run, args=[ready], daemon=True)
        self.thread.start()
        assert ready.wait(10)
        return self

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)
        self.socket.unlink(missing_ok=True)

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self.loop)
        app = web.Application(client_max_size=1 << 30)
        app.router.add_route("*", "/{path:.*}", self._answer)
        runner = web.AppRunner(app, handler_cancellation=True)
        self.loop.run_until_complete(runner.setup())
        self.loop.run_until_complete(web.UnixSite(runner, str(self.socket)).start())
        ready.set()
        self.loop.run_forever()
        self.loop.run_until_complete(runner.cleanup())
        self.loop.close()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.seen.append((request.method, request.raw_path, list(request.headers.items())))
        special: dict[str, Callable[[web.Request], Awaitable[web.StreamResponse]]] = {
            "/admin/upload/": self._take,
            "/admin/download/": self._give,
            "/admin/cut/": self._cut,
            "/admin/hang/": self._hang,
            "/healthz": self._health,
        }
        if request.path in special:
            return await special[request.path](request)
        if request.path.startswith("/hang/"):
            return await self._hang(request)
        if "X-Hwalja-Press" in request.headers and not request.path.startswith("/none/"):
            return await self._press(request)
        await asyncio.sleep(self.press_for)
        return self._repeat(request)

    async def _press(self, request: web.Request) -> web.Response:
        key = f"{request.path}?{request.query_string}" if request.query_string else request.path
        self.pressed[key] += 1
        await asyncio.sleep(self.press_for)
        self.store.write(page(key, self._told(request)))
        return web.Response(headers={"X-Hwalja-Pressed": "1"})

    def _repeat(self, request: web.Request) -> web.Response:
        """For this one reader only; a cache that keeps it has lost."""
        status = 404 if request.path.startswith("/none/") else 200
        if request.path.startswith("/broken/") or "broken" in request.cookies:
            status = 500
        headers = {"Cache-Control": "private, no-store", "X-Seen": str(len(self.seen))}
        response = web.Response(text=self._told(request), status=status, headers=headers)
        response.set_cookie("given", "by-the-app")
        return response

    def _told(self, request: web.Request) -> str:
        """All that could tell one reader from another, and enough to fill a page."""
        heard = "\n".join(f"{name}: {value}" for name, value in sorted(request.headers.items()))
        return f"{request.method} {request.path_qs}\n{heard}\n{'본문입니다. ' * 400}"

    async def _take(self, request: web.Request) -> web.Response:
        """An upload: its length and digest."""
        digest, size = hashlib.sha256(), 0
        async for chunk in request.content.iter_any():
            digest.update(chunk)
            size += len(chunk)
        return web.Response(text=f"{size} {digest.hexdigest()}")

    async def _give(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(int(request.query["blocks"])):
            await response.write(b"x" * 65536)
        return response

    async def _cut(self, request: web.Request) -> web.StreamResponse:
        """An answer that breaks off in its middle."""
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"x" * 1000)
        await asyncio.sleep(0.2)
        assert request.transport
        request.transport.abort()
        return response

    async def _hang(self, request: web.Request) -> web.Response:
        self.hanging += 1
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            self.left += 1
            raise
        finally:
            self.hanging -= 1
        return web.Response()

    async def _health(self, request: web.Request) -> web.Response:
        return web.json_response({"app": "ok", "database": "ok", "presser": "ok", "tasks": "ok"})
