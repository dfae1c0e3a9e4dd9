"""Threads that write take turns; whoever fails gives the turn back."""

import threading
import time

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
