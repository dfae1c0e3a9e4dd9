"""Which pages of this home wait, for the operator to see."""

from hwalja.press import marks
from hwalja.press.front import page as pages
from hwalja.press.front.page import Damaged
from hwalja.press.front.shelf import file_of
from hwalja.press.models import Home, Mark
from hwalja.press.press import PART
from hwalja.press.store import Store

# Marks looked at; those that are pressed already, behind one that fails, are among them.
LOOKED_AT = 300


def first(home: Home, store: Store, at_most: int) -> list[Mark]:
    """The next in turn."""
    if not home.waiting:
        return []
    rows = Mark.objects.filter(edition__gt=home.edition).order_by("order", "edition", "key")
    names = {walk["name"] for walk in home.walks}
    found = (row for row in rows[:LOOKED_AT] if _waits(row, store, names))
    return [row for row, _ in zip(found, range(at_most), strict=False)]


def _waits(mark: Mark, store: Store, walks: set[str]) -> bool:
    if mark.key.startswith(marks.tagged("")):
        return mark.key in walks
    held = _edition(store, mark.key)
    return mark.order != marks.Order.KEPT if held is None else held < mark.edition


def _edition(store: Store, key: str) -> int | None:
    try:
        return int(pages.head_of(file_of(store.root, key))["edition"])
    except (OSError, Damaged):
        return None


def is_late(store: Store, key: str) -> bool:
    """Is it marked, and the presser has not come to it? Then what is old in it is no fault."""
    held = store.read(key)
    if held is None:
        return False
    # Variants of a part are marked together.
    whole = key.partition("/")[0] if key.startswith(PART) else key
    keys = [key, whole, marks.EVERYTHING, *map(marks.tagged, held.tags)]
    return Mark.objects.filter(key__in=keys, edition__gt=held.edition).exists()
