"""The database connection as Django asks for it of an engine.

Who finds SQLite's write lock taken asks again after longer and longer pauses, up to a tenth of a
second. With several threads writing there is always one that asks at the wrong moment: beside 65
comments a second it waited for more than half a second. Within a process they queue here instead,
and are woken when it is their turn; whose turn it is asks other processes every other millisecond.
"""

import threading
import time
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite

_TURN = threading.Lock()
_PAUSE = 0.002  # Seconds; a comment holds the lock for some 5 to 15 ms.


class DatabaseWrapper(SQLite):
    _has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            self._take_lock()
        except BaseException:
            self._end_turn()
            raise

    def _take_lock(self) -> None:
        """Begin, asking again and again where another process writes."""
        end = time.monotonic() + self._patience
        self._wait_within(0.0)
        try:
            while True:
                try:
                    return super()._start_transaction_under_autocommit()  # type: ignore[misc]
                except OperationalError as error:
                    if "locked" not in str(error) or time.monotonic() > end:
                        raise
                time.sleep(_PAUSE)
        finally:
            self._wait_within(self._patience)

    def _wait_within(self, seconds: float) -> None:
        """How long SQLite itself waits from now on."""
        with self.wrap_database_errors:
            self.connection.execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")

    @property
    def _patience(self) -> float:
        return float(self.settings_dict["OPTIONS"].get("timeout", 5.0))

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        # A commit that fails is followed by a rollback, which gives the turn back.
        self._end_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _take_turn(self) -> None:
        """As long as the database itself would be waited for, and with its own error."""
        if self._has_turn:
            return
        if not _TURN.acquire(timeout=self._patience):
            raise OperationalError("database is locked")
        self._has_turn = True

    def _end_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            _TURN.release()
