"""Threads that write take turns; whoever fails gives the turn back."""

import threading
import time
from contextlib import closing

import pysqlite3 as sqlite3
import pytest
from django.db import OperationalError, connection, transaction

from hwalja.config.sqlite_in_turn import base
from hwalja.masthead.models import Masthead

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "connection.vendor != 'sqlite'", reason="PostgreSQL's writers wait for rows alone"
    ),
]


def in_thread(work: object) -> threading.Thread:
    def run() -> None:
        try:
            work()  # type: ignore[operator]
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_nobody_writes_beside_another_and_all_come_in_turn() -> None:
    inside: list[int] = []
    most: list[int] = []

    def write() -> None:
        for _ in range(5):
            with transaction.atomic():
                inside.append(1)
                Masthead.objects.update(name="활자신문")
                most.append(len(inside))
                time.sleep(0.002)
                inside.pop()

    for thread in [in_thread(write) for _ in range(6)]:
        thread.join()
    assert most == [1] * 30


def test_an_error_gives_the_turn_back() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        1 / 0  # noqa: B018
    assert not base._TURN.locked()


def test_a_connection_closed_within_gives_the_turn_back() -> None:
    def leave() -> None:
        connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        connection.close()

    in_thread(leave).join()
    assert not base._TURN.locked()


def test_who_waits_too_long_is_told_what_sqlite_would_say() -> None:
    said: list[str] = []

    def wait() -> None:
        connection.settings_dict = {**connection.settings_dict, "OPTIONS": {"timeout": 0.05}}
        try:
            connection._take_turn()  # type: ignore[attr-defined]
        except OperationalError as error:
            said.append(str(error))

    with transaction.atomic():
        in_thread(wait).join()
    assert said == ["database is locked"]
    assert not base._TURN.locked()


def beside() -> sqlite3.Connection:
    """A connection as another process has it."""
    return sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)


def test_what_another_process_holds_is_waited_for() -> None:
    with closing(beside()) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = in_thread(lambda: Masthead.objects.create(name="기다린 신문"))
        time.sleep(0.1)
        assert waiting.is_alive()
        other.execute("ROLLBACK")
        waiting.join(10)
    assert Masthead.objects.filter(name="기다린 신문").exists()
    with connection.cursor() as cursor:
        # Whoever reads waits as before.
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)


def test_what_another_process_holds_too_long_is_told() -> None:
    said: list[str] = []

    def wait() -> None:
        options = {**connection.settings_dict["OPTIONS"], "timeout": 0.05}
        connection.settings_dict = {**connection.settings_dict, "OPTIONS": options}
        try:
            with transaction.atomic():
                pass
        except OperationalError as error:
            said.append(str(error))

    with closing(beside()) as other:
        other.execute("BEGIN IMMEDIATE")
        in_thread(wait).join()
    assert said == ["database is locked"]
    assert not base._TURN.locked()
