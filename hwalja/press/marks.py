"""The dirty log: what has changed, in the transaction of the change itself."""

from collections.abc import Iterable
from datetime import timedelta
from enum import IntEnum

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from hwalja.press.models import Edition, Mark

EVERYTHING = "tag:*"
# A mark as old as this is pressed, or in trouble: its order no longer counts.
PENDING = timedelta(minutes=2)
LONGEST = 700  # Characters of a key; the address of no page of ours is longer.
CHUNK = 500


class Order(IntEnum):
    """Whose turn it is: what must not be seen any more goes first."""

    REMOVAL = 0
    ARTICLE = 1
    FRONT = 2
    REST = 3
    # Made when a reader first asks for it; kept up where that has happened.
    KEPT = 4
    BULK = 5


def tagged(tag: str) -> str:
    """The key that stands for every pressed page with this tag."""
    return f"tag:{tag}"


def edition() -> int:
    """The edition as of now: whoever renders after this renders at least that."""
    return Edition.objects.values_list("number", flat=True).first() or 0


def next_edition() -> int:
    """One more change.

    The row is held until the commit. Take it before any other row that changes share, so
    that no two of them wait for each other.
    """
    if not Edition.objects.update(number=F("number") + 1):
        Edition.objects.get_or_create(pk=1, defaults={"number": 1})
    return edition()


# A more urgent mark that still waits keeps its turn.
_UPSERT = """
INSERT INTO press_mark (key, edition, "order", marked_at) VALUES (%s, %s, %s, %s)
ON CONFLICT (key) DO UPDATE SET
    edition = excluded.edition,
    marked_at = excluded.marked_at,
    "order" = CASE
        WHEN press_mark."order" < excluded."order" AND press_mark.marked_at > %s
        THEN press_mark."order" ELSE excluded."order" END
"""


def mark(keys: Iterable[tuple[str, Order]]) -> int:
    """Mark `keys` dirty under one new edition, which is returned.

    Call it inside the transaction of the change: both are committed, or neither.
    """
    wanted: dict[str, Order] = {}
    for key, order in keys:
        if len(key) <= LONGEST:
            wanted[key] = min(order, wanted.get(key, order))
    if not wanted:
        return edition()
    with transaction.atomic():
        number, now = next_edition(), timezone.now()
        # In the order of the keys, so that two changes never wait for each other's rows.
        rows = [(key, number, int(wanted[key]), now, now - PENDING) for key in sorted(wanted)]
        with connection.cursor() as cursor:
            adapt = connection.ops.adapt_datetimefield_value
            cursor.executemany(_UPSERT, [(*row[:3], adapt(row[3]), adapt(row[4])) for row in rows])
    return number


def after(order: Order, edition: int, key: str | None, at_most: int) -> list[Mark]:
    """The next marks of one order: those after `edition`, or after `key` in that edition."""
    later = Q(edition__gt=edition)
    if key is not None:
        later |= Q(edition=edition, key__gt=key)
    rows = Mark.objects.filter(later, order=order)
    return list(rows.order_by("edition", "key")[:at_most])


def forgotten() -> int:
    """The last edition whose marks may be gone."""
    return Edition.objects.values_list("forgotten", flat=True).first() or 0


def forget(edition: int, before: timedelta) -> int:
    """Throw away marks up to `edition` that are older than `before`; how many."""
    old = Mark.objects.filter(edition__lte=edition, marked_at__lt=timezone.now() - before)
    with transaction.atomic():
        last = old.order_by("-edition").values_list("edition", flat=True).first()
        if last is None:
            return 0
        Edition.objects.filter(forgotten__lt=last).update(forgotten=last)
        return old.delete()[0]
