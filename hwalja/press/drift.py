"""Does what lies in the store still say what Django would say now?"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from hwalja.press import marks
from hwalja.press.compose import Refused, compose, compose_part
from hwalja.press.front.page import Page
from hwalja.press.front.shelf import part_key
from hwalja.press.press import PART
from hwalja.press.store import Store


@dataclass(frozen=True)
class Drift:
    """A page that is not as it would be pressed now."""

    key: str
    why: str


def _fresh(key: str) -> Page:
    """The page as it would be pressed now."""
    if not key.startswith(PART):
        return compose(key, marks.edition())
    of, _, _ = key.removeprefix(PART).partition("/")
    made = compose_part(of, marks.edition())
    return next((page for page in made if page.key == key), made[-1])


def _compare(store: Store, key: str) -> Drift | None:
    held = store.read(key)
    if held is None:
        return Drift(key, "파일이 상했습니다")
    try:
        fresh = _fresh(key)
    except Refused as error:
        return Drift(key, str(error))
    if fresh.status != held.status:
        return Drift(key, f"상태 {held.status}, 지금은 {fresh.status}")
    if fresh.digest != held.digest:
        return Drift(
            key, f"내용이 다릅니다({len(held.segments)}토막, 지금은 {len(fresh.segments)}토막)"
        )
    missing = [names[-1] for names in _named(held) if not store.has(part_key(names[-1]))]
    return Drift(key, f"부분이 없습니다: {missing[0]}") if missing else None


def _named(page: Page) -> list[tuple[str, ...]]:
    return [one.names for one in page.segments if hasattr(one, "names")]


def check(store: Store, at_most: int | None = None) -> Iterator[Drift | None]:
    """Every page in the store, or a sample of `at_most`: its drift, or None where it is right."""
    keys = [head["key"] for _, head in store.heads()]
    if at_most is not None and at_most < len(keys):
        keys = random.sample(keys, at_most)
    yield from (_compare(store, key) for key in keys)
