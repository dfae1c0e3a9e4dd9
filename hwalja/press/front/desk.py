"""Answers readers: a pressed page from memory or file, else the app."""

import json
import re
from pathlib import Path
from typing import Any

from granian._granian import RSGIProtocolClosed, RSGIProtocolError

from hwalja.press.front import asked
from hwalja.press.front.asked import Known
from hwalja.press.front.bodies import Bodies, Left, Refused
from hwalja.press.front.files import IMAGES, STATIC, Files
from hwalja.press.front.health import Health
from hwalja.press.front.joiner import Joiner
from hwalja.press.front.making import Making, Shared
from hwalja.press.front.memory import Answer, Memory
from hwalja.press.front.options import Options
from hwalja.press.front.passed import Headers
from hwalja.press.front.passing import Passing, while_there
from hwalja.press.front.returning import give_back
from hwalja.press.front.ring import WORD, Ring
from hwalja.press.front.shelf import Shelf
from hwalja.press.front.upstream import App, Unavailable

STALE = "x-hwalja-stale"
RETRY = ("retry-after", "5")
NEVER_KEPT = ("cache-control", "no-store")
TEXT = ("content-type", "text/plain; charset=utf-8")
NOTHING = "error:404"  # Where the page that says so is kept.
NOT_OURS = "이 서버에는 그런 이름의 신문이 없습니다.\n".encode()
AWAY_HEADERS: Headers = [("content-type", "text/html; charset=utf-8")]
AWAY = (
    '<!doctype html><html lang="ko"><meta charset="utf-8"><title>잠시 뒤 다시 열어 주십시오</title>'
    "<h1>지금은 이 페이지를 열 수 없습니다</h1><p>몇 초 뒤 다시 열어 주십시오.</p>"
).encode()


class Desk:
    """One worker's answers."""

    def __init__(self, options: Options) -> None:
        home, host = Path(options.home), options.hosts[0]
        self.run = home / "run"
        self.ring = Ring(options.pressed / "ring")
        self.memory = Memory(Shelf(options.pressed), self.ring, options.memory)
        self.files = Files(home)
        app = App(options.app, options.under_way, options.seconds)
        self.passing = Passing(app, Bodies(self.run), options.cookie)
        self.health = Health(home, app, host)
        self.making = Making(app, host)
        self.private = tuple(options.private)
        self.private_beneath = re.compile(options.private_beneath or "(?!)")
        # Those without their last slash too: the app redirects, and keeps the query.
        self.alone = frozenset([*options.asked, *(one.rstrip("/") for one in options.private)])
        self.is_ours = Known(asked.names(options.hosts))
        self.takes_gzip = Known(asked.takes_gzip)
        # Leaves pages to a web server in front, where there is one.
        self.joiner = Joiner(options.pressed) if options.common else None

    # --- The short way: a page from memory ------------------------------------------------

    async def __rsgi__(self, scope: Any, proto: Any) -> None:
        if self.ring.map[:WORD] != self.ring.seen:
            self.memory.turn()
            if self.joiner:
                self.joiner.unfit.clear()
        answer = self.memory.quick.get(scope.path)
        if answer is not None and self._is_simple(scope):
            answer.used = True
            proto.response_bytes(answer.status, answer.headers, answer.body)
            if self.joiner:
                self.joiner.want(scope.path)
            return
        try:
            await self._long_way(scope, proto)
        except (RSGIProtocolClosed, RSGIProtocolError, Left):
            pass  # The reader has gone.
        except Refused as refused:
            proto.response_bytes(refused.status, [TEXT, NEVER_KEPT], refused.text.encode())

    def _is_simple(self, scope: Any) -> bool:
        """Nothing is asked but the page itself, compressed."""
        headers = scope.headers
        return (
            scope.method == "GET"
            and not scope.query_string
            and headers.get("host") in self.is_ours.known
            and headers.get("accept-encoding") in self.takes_gzip.known
            and "cookie" not in headers
            and "if-none-match" not in headers
            and self.health.stale is None
        )

    # --- Everything else ------------------------------------------------------------------

    async def _long_way(self, scope: Any, proto: Any) -> None:
        path: str = scope.path
        if path == "/healthz":
            await self._healthz(proto)
        elif not self.is_ours(asked.host(scope)):
            proto.response_bytes(421, [TEXT, NEVER_KEPT], NOT_OURS)
        elif scope.method not in ("GET", "HEAD") or self._is_private(path):
            await while_there(proto, self._pass_on(scope, proto))
        elif path.startswith((STATIC, IMAGES)):
            await self._file(scope, proto)
        elif self.passing.is_newsroom(scope):
            await while_there(proto, self._for_newsroom(scope, proto))
        else:
            await self._page(scope, proto)

    def _is_private(self, path: str) -> bool:
        return (
            path.startswith(self.private)
            or path in self.alone
            or self.private_beneath.match(path) is not None
            or not asked.is_plain(path)
        )

    def _key(self, scope: Any) -> str:
        """Where the page asked for is kept: parameters count only where a list has pages."""
        number = asked.page_number(scope.query_string)
        if not number or not self.memory.is_paged(scope.path):
            return str(scope.path)
        if asked.is_further_page(number):
            return f"{scope.path}?page={number}"
        return NOTHING if self._pressed(scope, NOTHING) else str(scope.path)

    def _gzip(self, scope: Any) -> bool:
        return self.takes_gzip(scope.headers.get("accept-encoding", ""))

    def _pressed(self, scope: Any, key: str) -> Answer | None:
        return self.memory.get(key, gzip=self._gzip(scope))

    async def _page(self, scope: Any, proto: Any) -> None:
        """A page for anybody: pressed, or pressed now, or what the app says to anybody."""
        # Twice: only the pressed list tells whether it has a further page, which is made next.
        for _ in range(2):
            key = self._key(scope)
            if self._send_pressed(scope, proto, key):
                return
            try:
                shared = await self.making.make(key)
            except Unavailable:
                self._away(scope, proto)
                return
            self.memory.drop(key)
            if shared is not None:
                self._share(scope, proto, shared)
                return
        if not self._send_pressed(scope, proto, self._key(scope)):
            self._away(scope, proto)

    async def _for_newsroom(self, scope: Any, proto: Any) -> None:
        """The newsroom's own page from the app; without the app, what readers get."""
        try:
            async with self.passing.ask(scope, proto) as response:
                if response.status >= 500:
                    raise Unavailable(str(response.status))
                await give_back(scope, proto, response, self.run)
        except Unavailable:
            if not self._send_pressed(scope, proto, self._key(scope)):
                self._away(scope, proto)

    async def _pass_on(self, scope: Any, proto: Any) -> None:
        try:
            async with self.passing.ask(scope, proto) as response:
                await give_back(scope, proto, response, self.run)
        except Unavailable:
            self._away(scope, proto)

    # --- Sending --------------------------------------------------------------------------

    def _send_pressed(self, scope: Any, proto: Any, key: str) -> bool:
        """Send the page kept under `key`; False where there is none."""
        answer = self._pressed(scope, key)
        if answer is None:
            return False
        answer.used = True
        headers = answer.headers
        if self.health.stale is not None:
            headers = [*headers, (STALE, self.health.stale)]
        wanted = scope.headers.get("if-none-match")
        if wanted and answer.status == 200 and asked.matches(answer.etag, wanted):
            proto.response_empty(304, headers)
        else:
            _respond(scope, proto, answer.status, headers, answer.body)
        if self.joiner and not scope.query_string:
            self.joiner.want(key)
        return True

    def _share(self, scope: Any, proto: Any, shared: Shared) -> None:
        _respond(scope, proto, shared.status, shared.headers, shared.body)

    def _away(self, scope: Any, proto: Any) -> None:
        """The app cannot be asked now."""
        page = self._pressed(scope, "error:503")
        found = page.headers if page else AWAY_HEADERS
        kept = [pair for pair in found if pair[0] not in ("etag", "cache-control", "cache-tag")]
        headers = [*kept, RETRY, NEVER_KEPT]
        _respond(scope, proto, 503, headers, page.body if page else AWAY)

    async def _file(self, scope: Any, proto: Any) -> None:
        found = self.files.find(scope.path, gzip=self._gzip(scope))
        if found is None:
            await while_there(proto, self._pass_on(scope, proto))
        elif found.is_at(scope.headers.get("if-none-match")):
            proto.response_empty(304, found.headers)
        elif scope.method == "HEAD":
            proto.response_empty(200, [*found.headers, ("content-length", str(found.size))])
        else:
            sized = [*found.headers, ("content-length", str(found.size))]
            proto.response_file(200, sized, found.path)

    async def _healthz(self, proto: Any) -> None:
        found = await self.health.report()
        status = 200 if all(value == "ok" for value in found.values()) else 503
        headers = [("content-type", "application/json"), NEVER_KEPT]
        proto.response_bytes(status, headers, json.dumps(found).encode())


def _respond(scope: Any, proto: Any, status: int, headers: Headers, body: bytes) -> None:
    if scope.method == "HEAD":
        proto.response_empty(status, [*headers, ("content-length", str(len(body)))])
    else:
        proto.response_bytes(status, headers, body)
