"""The database connection as Django asks for it of an engine.

Who finds SQLite's write lock taken asks again after longer and longer pauses, up to a tenth of a
second. With several threads writing there is always one that asks at the wrong moment: beside 65
comments a second it waited for more than half a second. Within a process they queue here instead,
and are woken when it is their turn; other processes still ask.
"""

import threading
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite

_TURN = threading.Lock()


class DatabaseWrapper(SQLite):
    _has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._end_turn()
            raise

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
        if not _TURN.acquire(timeout=self.settings_dict["OPTIONS"].get("timeout", 5.0)):
            raise OperationalError("database is locked")
        self._has_turn = True

    def _end_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            _TURN.release()
