"""Presses what stands under one key: composed, checked, written, and with it the parts it needs."""

from hwalja.press import marks
from hwalja.press.compose import compose, compose_part
from hwalja.press.errors import ERROR
from hwalja.press.front.page import Page
from hwalja.press.front.page import Part as Seam
from hwalja.press.front.shelf import part_key
from hwalja.press.store import Store

PART = "part:"
# Stands for the numbered pages of a list.
PAGES = "pages:"
MISSING = 404


def press(store: Store, key: str, edition: int, *, only_where_kept: bool = False) -> bool:
    """See that what stands under `key` is no older than `edition`; was there anything to do?

    With `only_where_kept` a page that is not in the store stays away. Raises `Refused`,
    OSError and the database's errors.
    """
    if key.startswith(PAGES):
        return _further_pages(store, key.removeprefix(PAGES), edition)
    held = store.read(key)
    if held and held.edition >= edition:
        return False
    if held is None and only_where_kept:
        return False
    now = marks.edition()
    if key.startswith(PART):
        _put_part(store, key.removeprefix(PART), now)
        return True
    page = compose(key, now)
    if page.status == MISSING and not key.startswith(ERROR):
        # Anybody can invent addresses: what is not there is not kept.
        store.remove(key)
    else:
        put(store, page)
    return True


def _further_pages(store: Store, path: str, edition: int) -> bool:
    """The pages of a list behind its first that readers have asked for."""
    first = store.read(path)
    numbers = range(2, (first.facts.get("paged", 0) if first else 0) + 1)
    keys = (f"{path}?page={number}" for number in numbers)
    return sum(press(store, key, edition) for key in keys if store.has(key)) > 0


def put(store: Store, page: Page) -> None:
    """Write a page, after the parts that it cannot be joined without."""
    for segment in page.segments:
        if isinstance(segment, Seam) and not store.has(part_key(segment.names[-1])):
            _put_part(store, segment.names[-1], page.edition)
    store.write(page)


def _put_part(store: Store, of: str, edition: int) -> None:
    """Write all variants of a part, and take away those it no longer has."""
    held = store.read(part_key(of))
    made = compose_part(of, edition)
    for page in made:
        store.write(page)
    gone = set(held.facts.get("variants", ())) if held else set()
    for variant in gone.difference(made[-1].facts["variants"]):
        store.remove(part_key(f"{of}/{variant}"))
