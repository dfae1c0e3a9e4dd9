"""Leaves pages to a web server in front, beside the answering of readers."""

import logging
import time
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from hwalja.press.front.shelf import Missing, join
from hwalja.press.joined import ERRORS
from hwalja.press.store import Store

logger = logging.getLogger(__name__)

MOST = 10_000  # Pages that wait; the others are asked for again.
PAUSE = 0.01  # Seconds after a page that changed under our hands.


class Joiner:
    """A thread that joins the pages which readers ask the front for.

    A request that reaches the front at all is for a page that the web server has not got.
    """

    def __init__(self, pressed: Path) -> None:
        self.store = Store(pressed)
        self.queue: SimpleQueue[str] = SimpleQueue()
        self.pending: set[str] = set()
        # Pages that only a front can answer with, until something changes.
        self.unfit: set[str] = set()
        for key in ERRORS:
            self.want(key)
        Thread(target=self._work, daemon=True).start()

    def want(self, key: str) -> None:
        """A reader has asked for it; costs next to nothing."""
        if key not in self.pending and key not in self.unfit and len(self.pending) < MOST:
            self.pending.add(key)
            self.queue.put(key)

    def _work(self) -> None:
        while True:
            key = self.queue.get()
            try:
                done = self.leave(key)
                self.store.joined.tidy()
            except Exception:  # One page must not end it for the others.
                logger.exception("%s", key)
                done = True
            self.pending.discard(key)
            if not done:
                time.sleep(PAUSE)
                self.want(key)

    def leave(self, key: str) -> bool:
        """Leave the page there; False where something changed meanwhile."""
        word, page = self.store.ring.now(), self.store.read(key)
        if page is None:
            return True
        if not self.store.joined.is_fit(page):
            self.unfit.add(key)
            return True
        if self.store.joined.has(page):
            return True
        try:
            joined = join(page, self.store.read, gzip=True)
        except Missing:
            return True
        return self.store.hand_out(page, joined, word)
