"""The presser: takes what is dirty, the most urgent first, and presses it."""

import json
import logging
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import Error, connection

from hwalja import __version__
from hwalja.press import heartbeat, homes, marks, troubles, walk, words
from hwalja.press.compose import Refused
from hwalja.press.marks import Order
from hwalja.press.pace import Pace
from hwalja.press.press import press
from hwalja.press.queue import Job, Queue
from hwalja.press.room import Room
from hwalja.press.store import Store
from hwalja.press.walk import Walk

logger = logging.getLogger(__name__)

PAUSE = 0.02  # Seconds between looks at an empty log: what a publish waits for at most.
DOWN = 0.5  # Seconds between tries while the database is away.
SAY_EVERY = 1.0
TAG = "tag:"


class Presser:
    """One home's presser; `turn` does the most urgent thing there is."""

    def __init__(self, store: Store | None = None) -> None:
        self.store = store or homes.store()
        self.store.sweep()
        self.room = Room(self.store, settings.PRESSED_LIMIT)
        self.home = homes.ours(self.store)
        self.queue = Queue(self.home.edition)
        self.pace = Pace(self.home)
        self.walks: list[Walk] = []
        self.troubled = troubles.keys(self.home)
        self.said = 0.0
        self._prepare()

    def _prepare(self) -> None:
        """Fill a new home; make all anew where the code or its style sheets have changed."""
        edition, noted = self.home.edition, self.store.note("made_by")
        if noted is None:
            self.walks.append(Walk("first", edition, walk.over_addresses(self.store)))
        elif noted != made_by():
            self.walks.append(Walk("version", edition + 1, _all(self.store, edition + 1)))

    def turn(self) -> bool:
        """One job, or one step of a walk; False if there was nothing to do."""
        self.queue.look()
        job = self.queue.next()
        if job is None:
            worked = self._walk_on()
        else:
            worked = True
            self._do(job)
        self._say()
        return worked

    def _do(self, job: Job) -> None:
        if job.key.startswith(TAG):
            tag = job.key.removeprefix(TAG)
            keys = walk.over_store(self.store, tag, job.edition)
            self.walks.append(Walk(job.key, job.edition, keys, job))
        elif self._press(job.key, job.edition, job):
            self.queue.done(job)
        else:
            self.queue.put_off(job)

    def _press(self, key: str, edition: int, job: Job | None = None) -> bool:
        """Press one key; False where it failed, and readers keep the last good page."""
        try:
            kept = job is not None and job.order == Order.KEPT
            if press(self.store, key, edition, only_where_kept=kept):
                self.pace.pressed(job)
        except (Refused, OSError) as error:
            # What must not be seen any more goes, even if nothing can take its place.
            if job and job.order == Order.REMOVAL:
                self.store.remove(key)
            reason = words.fault(error)
            logger.warning("%s: %s", key, reason)
            troubles.note(self.home, key, reason)
            self.troubled.add(key)
            return False
        if key in self.troubled:
            self.troubled.discard(key)
            troubles.clear(self.home, key)
        return True

    def _walk_on(self) -> bool:
        if not self.walks:
            return False
        one = self.walks[0]
        superseded = one.job and self.queue.jobs.get(one.job.key) is not one.job
        key = None if superseded else one.step()
        if key is None:
            self._end(self.walks.pop(0))
        elif not self._press(key, one.edition):
            # Tried again in its turn, when this walk is long over.
            marks.mark([(key, Order.REST)])
        return True

    def _end(self, one: Walk) -> None:
        if one.job:
            self.queue.done(one.job)
        else:
            self.store.write_note("made_by", made_by())

    def _say(self) -> None:
        """Once a second: how far we are, for a restart and for the operator; and the disk."""
        now = time.monotonic()
        if now - self.said < SAY_EVERY:
            return
        self.said = now
        self.room.step()
        self.pace.turn(self.queue)
        homes.say_seen(self.home, self.queue, self.walks)


def _all(store: Store, edition: int) -> "walk.Keys":
    return walk.over_store(store, "*", edition)


def made_by() -> str:
    """Names the code and the style sheets that pages are made with."""
    manifest = Path(settings.STATIC_ROOT, "staticfiles.json")
    try:
        return f"{__version__} {json.loads(manifest.read_text())['hash']}"
    except (OSError, ValueError, KeyError):
        return __version__


def run(stopped: Callable[[], bool]) -> None:
    """Press until `stopped()`; while the database is away, wait for it."""
    presser: Presser | None = None
    while not stopped():
        try:
            presser = presser or Presser()
            worked = presser.turn()
            heartbeat.beat("presser")
        except homes.Forgotten:
            presser, worked = None, True
        except (Error, OSError) as error:
            logger.error("조판을 쉽니다: %s", " ".join(str(error).split()))
            presser = None
            connection.close()
            worked = False
            time.sleep(DOWN)
        if not worked:
            time.sleep(PAUSE)
