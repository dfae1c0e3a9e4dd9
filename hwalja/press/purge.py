"""Tells caches in front which pages have changed, in a thread of its own.

The press never waits for a cache, and never fails with one. What a cache did not
take is told again until it does.
"""

import atexit
import heapq
import logging
import time
from contextlib import suppress
from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

from hwalja.press.front.shelf import tag_of
from hwalja.press.store import EVERYTHING

logger = logging.getLogger(__name__)

METHOD, HEADER = "BAN", "Cache-Tag"
TOGETHER = 50  # Tags in one request: what a header can hold.
MOST = 5_000  # Tags that wait for a cache; past that it is told to let go of everything.
WITHIN = 2.0  # Seconds for a cache to answer.
# An old page that was on its way to the cache when it was told arrives after that.
AGAIN = 2.0
RETRY = 2.0
# A cache is told by itself, whatever proxy the surroundings name.
_opener = build_opener(ProxyHandler({}))


class Cache:
    """One cache, by its address."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.queue: SimpleQueue[str] = SimpleQueue()
        # When to tell which tag.
        self.waiting: list[tuple[float, str]] = []
        self.thread: Thread | None = None
        self.starting = Lock()
        self.is_deaf = False

    def changed(self, key: str) -> None:
        """What stands under `key` has changed. Returns at once."""
        self.queue.put(EVERYTHING if key == EVERYTHING else tag_of(key))
        with self.starting:
            if self.thread is None:
                self.thread = Thread(target=self._work, daemon=True)
                self.thread.start()
                atexit.register(self.finish)

    def _work(self) -> None:
        while True:
            self._gather(max(0.0, self.waiting[0][0] - time.monotonic()) if self.waiting else None)
            self._tell_due()

    def _gather(self, seconds: float | None) -> None:
        """Take in what has changed; wait for it for so long, or for ever."""
        now: list[str] = []
        with suppress(Empty):
            now.append(self.queue.get(timeout=seconds))
            while True:
                now.append(self.queue.get_nowait())
        at = time.monotonic()
        for tag in dict.fromkeys(now):
            heapq.heappush(self.waiting, (at, tag))
            heapq.heappush(self.waiting, (at + AGAIN, tag))
        if len(self.waiting) > MOST:
            self.waiting = [(at, EVERYTHING), (at + AGAIN, EVERYTHING)]

    def _tell_due(self) -> None:
        due, now = set(), time.monotonic()
        while self.waiting and self.waiting[0][0] <= now:
            due.add(heapq.heappop(self.waiting)[1])
        for tag in self._tell(due):
            heapq.heappush(self.waiting, (time.monotonic() + RETRY, tag))

    def _tell(self, tags: set[str]) -> list[str]:
        """Those that the cache did not take."""
        rest = [EVERYTHING] if EVERYTHING in tags else sorted(tags)
        while rest:
            if not self._takes(rest[:TOGETHER]):
                return rest
            rest = rest[TOGETHER:]
        return []

    def _takes(self, tags: list[str]) -> bool:
        request = Request(self.url, method=METHOD, headers={HEADER: ",".join(tags)})  # noqa: S310
        try:
            with _opener.open(request, timeout=WITHIN):
                self._say(deaf=False)
                return True
        except (URLError, HTTPException, OSError) as error:
            self._say(deaf=True, why=str(error))
            return False

    def _say(self, *, deaf: bool, why: str = "") -> None:
        """Log when it begins and when it ends, not each time."""
        if deaf and not self.is_deaf:
            logger.warning("%s: 캐시가 바뀐 쪽을 받지 않습니다: %s", self.url, why)
        elif self.is_deaf and not deaf:
            logger.info("%s: 캐시가 다시 받습니다.", self.url)
        self.is_deaf = deaf

    def finish(self) -> None:
        """A command that ends tells what it has changed, once."""
        self._gather(0)
        self._tell({tag for _, tag in self.waiting})


class Caches:
    """All that stand in front."""

    def __init__(self, urls: list[str]) -> None:
        self.each = [Cache(url) for url in urls]

    def changed(self, key: str) -> None:
        for cache in self.each:
            cache.changed(key)
