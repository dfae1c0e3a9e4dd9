"""The one door by which every change enters.

A room says what has happened; every room that registered for that event says
which keys it touches; all of them are marked at once. The press knows none of
the rooms.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from hwalja.press import parts
from hwalja.press.marks import Order, mark
from hwalja.press.models import Appointment, Reach

Touched = Iterable[tuple[str, Order]]
Affected = Callable[[Any], Touched]
Addresses = Callable[[], Iterable[str]]

_AFFECTED: dict[str, list[Affected]] = defaultdict(list)
_ADDRESSES: list[Addresses] = []


def on(event: str, affected: Affected) -> None:
    """Register what `event` touches: `affected` gets the subject and gives keys with their order."""
    _AFFECTED[event].append(affected)


def every_address(addresses: Addresses) -> None:
    """Register a room's addresses, those that readers want most first."""
    _ADDRESSES.append(addresses)


def addresses() -> Iterator[str]:
    """Every address there is to press."""
    for room in _ADDRESSES:
        yield from room()


def _touched(event: str, subject: Any) -> list[tuple[str, Order]]:
    return [pair for affected in _AFFECTED[event] for pair in affected(subject)]


@transaction.atomic
def happened(event: str, subject: Any, *, name: str = "") -> int:
    """Say that `event` has happened to `subject`; returns the edition.

    With a `name` the keys are remembered: next time those where the subject
    stood before are touched as well, so that it also goes from where it no longer is.
    """
    touched = _touched(event, subject)
    return mark([*touched, *_where_it_stood(name, touched)] if name else touched)


@transaction.atomic
def gone(name: str) -> int:
    """Say that a subject is no more: it goes from everywhere it stood."""
    row = Reach.objects.filter(pk=name).first()
    if row is None:
        return 0
    row.delete()
    return mark((key, Order.REMOVAL) for key in row.keys.split("\n") if key)


def _where_it_stood(name: str, touched: list[tuple[str, Order]]) -> list[tuple[str, Order]]:
    """What was touched last time and is not now; remembers today's."""
    row = Reach.objects.filter(pk=name).first()
    now = {key for key, _ in touched}
    Reach.objects.update_or_create(pk=name, defaults={"keys": "\n".join(sorted(now))})
    before = row.keys.split("\n") if row else []
    # Where it no longer stands, it must not be seen any more.
    return [(key, Order.REMOVAL) for key in before if key and key not in now]


@transaction.atomic
def appoint(subject: str, keys: Iterable[str], times: Iterable[datetime | None]) -> None:
    """Have `keys` marked at each of the `times` to come, in place of earlier appointments."""
    now, text = timezone.now(), "\n".join(keys)
    # Those whose time has come are not ours to cancel.
    Appointment.objects.filter(subject=subject, at__gt=now).delete()
    wanted = {time for time in times if time and time > now}
    # Two pressers may appoint the same at once: the later word stands.
    Appointment.objects.bulk_create(
        [Appointment(subject=subject, at=time, keys=text) for time in sorted(wanted)],
        update_conflicts=True,
        unique_fields=["subject", "at"],
        update_fields=["keys"],
    )


def keep_appointments() -> int:
    """Mark what is due by the clock; how many appointments that were."""
    due = Appointment.objects.filter(at__lte=timezone.now())
    if not due.exists():
        return 0
    with transaction.atomic():
        rows = list(due.select_for_update())
        keys = {key for row in rows for key in row.keys.split("\n")}
        parts.make_anew(keys)
        mark((key, Order.FRONT) for key in keys)
        Appointment.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)
