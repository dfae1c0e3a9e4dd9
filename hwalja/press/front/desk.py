"""Answers readers: a pressed page from memory or file, else the app."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp

from hwalja.press.front import asked, upstream
from hwalja.press.front.files import IMAGES, STATIC, Files
from hwalja.press.front.joiner import Joiner
from hwalja.press.front.memory import Answer, Headers, Memory
from hwalja.press.front.options import Options
from hwalja.press.front.ring import WORD, Ring
from hwalja.press.front.shelf import Shelf
from hwalja.press.front.upstream import App, Unavailable
from hwalja.press.store import Store

PRESS, PRESSED = "x-hwalja-press", "x-hwalja-pressed"
STALE = "x-hwalja-stale"
LATE = 15.0  # Seconds without a sign of life; as press/heartbeat.py.
LOOK = 1.0
ON_DEMAND = 10.0  # Seconds for the app to make a page.
HEALTH = 2.0
RETRY = ("retry-after", "5")
LARGEST_SHARED = 2 * 1024 * 1024  # Bytes of an answer that many wait for together.
TEXT = ("content-type", "text/plain; charset=utf-8")
NOT_OURS = "이 서버에는 그런 이름의 신문이 없습니다.\n".encode()
AWAY = (
    '<!doctype html><html lang="ko"><meta charset="utf-8"><title>잠시 뒤 다시 열어 주십시오</title>'
    "<h1>지금은 이 페이지를 열 수 없습니다</h1><p>몇 초 뒤 다시 열어 주십시오.</p>"
).encode()


class Desk:
    """One worker's answers."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.ring = Ring(options.pressed / "ring")
        self.memory = Memory(Shelf(options.pressed), self.ring, options.memory)
        self.files = Files(Path(options.home))
        self.app = App(options.app, options.under_way, options.seconds)
        self.private = tuple(options.private)
        self.asked = frozenset(options.asked)
        self.hosts = frozenset(options.hosts)
        # Host headers, as they were written, that name us; few, and never more than this many.
        self.known: set[str] = set()
        self.cookie = options.cookie
        self.stale: str | None = None
        self.joiner = _joiner(options)
        self.making: dict[str, asyncio.Task[Shared | None]] = {}

    # --- The short way: a page from memory ------------------------------------------------

    async def __rsgi__(self, scope: Any, proto: Any) -> None:
        if self.ring.map[:WORD] != self.ring.seen:
            self.memory.turn()
            if self.joiner is not None:
                self.joiner.unfit.clear()
        headers = scope.headers
        held = self.memory.held.get(scope.path)
        if (
            held is not None
            and held.gzip is not None
            and self.stale is None
            and scope.method == "GET"
            and not scope.query_string
            and headers.get("host") in self.known
            and "cookie" not in headers
            and "if-none-match" not in headers
            and asked.takes_gzip(headers.get("accept-encoding", ""))
        ):
            answer = held.gzip
            answer.used = True
            proto.response_bytes(answer.status, answer.headers, answer.body)
            if self.joiner is not None:
                self.joiner.want(scope.path)
            return
        try:
            await self._long_way(scope, proto)
        except (ConnectionError, asyncio.CancelledError):
            raise
        except Exception as error:
            if type(error).__name__ not in {"RSGIProtocolClosed", "RSGIProtocolError"}:
                raise

    # --- Everything else ------------------------------------------------------------------

    async def _long_way(self, scope: Any, proto: Any) -> None:
        path: str = scope.path
        if path == "/healthz":
            await self._health(proto)
        elif not self._is_ours(scope):
            proto.response_bytes(421, [TEXT], NOT_OURS)
        elif scope.method not in ("GET", "HEAD") or self._is_private(path):
            await self._pass_on(scope, proto)
        elif path.startswith((STATIC, IMAGES)):
            await self._file(scope, proto)
        elif asked.has_cookie(scope.headers.get("cookie", ""), self.cookie):
            await self._for_newsroom(scope, proto)
        else:
            await self._page(scope, proto)

    def _is_ours(self, scope: Any) -> bool:
        host = scope.headers.get("host") or scope.authority or ""
        if host in self.known:
            return True
        if asked.host_name(host) not in self.hosts:
            return False
        if len(self.known) < 100:
            self.known.add(host)
        return True

    def _is_private(self, path: str) -> bool:
        return path.startswith(self.private) or path in self.asked or not asked.is_plain(path)

    def _key(self, scope: Any) -> str:
        """Where the page asked for is kept: parameters count only where a list has pages."""
        number = asked.page_number(scope.query_string)
        if number and self.memory.is_paged(scope.path):
            return f"{scope.path}?page={number}"
        return str(scope.path)

    def _pressed(self, scope: Any, key: str) -> Answer | None:
        return self.memory.get(key, gzip=_gzip(scope))

    async def _page(self, scope: Any, proto: Any) -> None:
        """A page for anybody: pressed, or pressed now, or what the app says to anybody."""
        key = self._key(scope)
        answer = self._pressed(scope, key)
        if answer is None:
            shared = await self._make(key)
            key = self._key(scope)
            answer = self._pressed(scope, key)
            if answer is None:
                self._share(scope, proto, shared)
                return
        self._send(scope, proto, answer)
        if self.joiner is not None and not scope.query_string:
            self.joiner.want(key)

    async def _for_newsroom(self, scope: Any, proto: Any) -> None:
        """The newsroom's own page from the app; without the app, what readers get."""
        try:
            async with self._app(scope, proto) as response:
                if response.status >= 500:
                    raise Unavailable(str(response.status))
                await _stream(scope, proto, response)
        except Unavailable:
            answer = self._pressed(scope, self._key(scope))
            if answer:
                self._send(scope, proto, answer)
            else:
                self._away(scope, proto)

    async def _pass_on(self, scope: Any, proto: Any) -> None:
        try:
            async with self._app(scope, proto) as response:
                await _stream(scope, proto, response)
        except Unavailable:
            self._away(scope, proto)

    def _app(self, scope: Any, proto: Any) -> Any:
        """The app asked in the reader's own words."""
        where = upstream.target(scope.path, scope.query_string)
        body = None if scope.method in ("GET", "HEAD") else _chunks(proto)
        return self.app.ask(scope.method, where, upstream.forwarded(scope), body)

    # --- On demand ------------------------------------------------------------------------

    async def _make(self, key: str) -> "Shared | None":
        """Have the app press a page, once for all who wait; its answer, if that is none to keep."""
        task = self.making.get(key)
        if task is None:
            task = asyncio.ensure_future(self._ask_to_press(key))
            self.making[key] = task
            task.add_done_callback(lambda _: self.making.pop(key, None))
        return await asyncio.shield(task)

    async def _ask_to_press(self, key: str) -> "Shared | None":
        """Nothing of a reader goes along: what comes back is for all of them."""
        path, _, query = key.partition("?")
        host = next(iter(self.options.hosts))
        headers = [("host", host), (PRESS, "1"), ("accept-encoding", "identity")]
        where = upstream.target(path, query)
        try:
            async with self.app.ask("GET", where, headers, seconds=ON_DEMAND) as response:
                if PRESSED in response.headers:
                    self.memory.drop(key)
                    return None
                body = await response.content.read(LARGEST_SHARED + 1)
                if len(body) > LARGEST_SHARED:
                    return None
                return Shared(response.status, upstream.returned(response), body)
        except (TimeoutError, Unavailable, aiohttp.ClientError):
            return None

    def _share(self, scope: Any, proto: Any, shared: "Shared | None") -> None:
        if shared is None or shared.status >= 500:
            self._away(scope, proto)
        elif scope.method == "HEAD":
            proto.response_empty(shared.status, shared.headers)
        else:
            proto.response_bytes(shared.status, shared.headers, shared.body)

    # --- Sending --------------------------------------------------------------------------

    def _send(self, scope: Any, proto: Any, answer: Answer) -> None:
        answer.used = True
        headers = answer.headers
        if self.stale is not None:
            headers = [*headers, (STALE, self.stale)]
        wanted = scope.headers.get("if-none-match")
        if wanted and answer.status == 200 and asked.matches(answer.etag, wanted):
            proto.response_empty(304, headers)
        elif scope.method == "HEAD":
            proto.response_empty(
                answer.status, [*headers, ("content-length", str(len(answer.body)))]
            )
        else:
            proto.response_bytes(answer.status, headers, answer.body)

    def _away(self, scope: Any, proto: Any) -> None:
        """The app cannot be asked now."""
        page = self._pressed(scope, "error:503")
        headers: Headers = page.headers if page else [("content-type", "text/html; charset=utf-8")]
        headers = [pair for pair in headers if pair[0] not in ("etag", "cache-control")]
        headers += [RETRY, ("cache-control", "no-store")]
        proto.response_bytes(503, headers, page.body if page else AWAY)

    async def _file(self, scope: Any, proto: Any) -> None:
        found = self.files.find(scope.path, gzip=_gzip(scope))
        if found is None:
            await self._pass_on(scope, proto)
        elif found.is_at(scope.headers.get("if-none-match")):
            proto.response_empty(304, found.headers)
        elif scope.method == "HEAD":
            size = Path(found.path).stat().st_size
            proto.response_empty(200, [*found.headers, ("content-length", str(size))])
        else:
            proto.response_file(200, found.headers, found.path)

    # --- Health ---------------------------------------------------------------------------

    async def look_around(self) -> None:
        """Once a second: is the presser alive? Its silence is told with each page."""
        while True:
            late = _silence(Path(self.options.home), "presser")
            self.stale = str(int(late)) if late > LATE else None
            await asyncio.sleep(LOOK)

    async def _health(self, proto: Any) -> None:
        found = {"front": "ok", **await self._told_by_app()}
        good = all(value == "ok" for value in found.values())
        headers = [("content-type", "application/json"), ("cache-control", "no-store")]
        proto.response_bytes(200 if good else 503, headers, json.dumps(found).encode())

    async def _told_by_app(self) -> dict[str, str]:
        headers = [("host", next(iter(self.options.hosts)))]
        try:
            async with self.app.ask("GET", "/healthz", headers, seconds=HEALTH) as response:
                found: dict[str, str] = json.loads(await response.content.read())
                return found
        except (TimeoutError, Unavailable, aiohttp.ClientError, ValueError):
            home = Path(self.options.home)
            alive = {name: _silence(home, name) < LATE for name in ("presser", "tasks")}
            others = {name: "ok" if is_alive else "down" for name, is_alive in alive.items()}
            return {"app": "down", "database": "unknown", **others}


class Shared:
    """An answer that all get who asked for the same page meanwhile."""

    def __init__(self, status: int, headers: Headers, body: bytes) -> None:
        self.status = status
        self.headers = [pair for pair in headers if pair[0] not in ("content-length", "set-cookie")]
        self.body = body


def _joiner(options: Options) -> Joiner | None:
    if options.common is not None:
        return Joiner(options.pressed, options.common)
    Store(options.pressed).have_joined(None)
    return None


def _gzip(scope: Any) -> bool:
    return asked.takes_gzip(scope.headers.get("accept-encoding", ""))


async def _chunks(proto: Any) -> AsyncIterator[bytes]:
    async for chunk in proto:
        yield bytes(chunk)


async def _stream(scope: Any, proto: Any, response: aiohttp.ClientResponse) -> None:
    """The app's answer as it comes."""
    headers = upstream.returned(response)
    if scope.method == "HEAD" or response.status in (204, 304):
        proto.response_empty(response.status, headers)
        return
    transport = proto.response_stream(response.status, headers)
    with contextlib.suppress(aiohttp.ClientError):
        async for chunk in response.content.iter_chunked(upstream.CHUNK):
            await transport.send_bytes(chunk)


def _silence(home: Path, name: str) -> float:
    """Seconds since a process last said that it is alive."""
    try:
        return time.time() - (home / "run" / name).stat().st_mtime
    except OSError:
        return float("inf") if (home / "run").exists() else 0.0
