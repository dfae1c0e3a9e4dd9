"""What many pages need and what changes seldom, made once in each process.

A room registers it with the function that makes it. `touch` raises its
generation in the database, in the transaction of the change itself, so that no
page is made of anything older than what was committed before the page was
asked for: one query a request reads all generations.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Generic, TypeVar

from django.core.signals import request_started
from django.db.models import F

from hwalja.press.marks import next_edition
from hwalja.press.models import Generation

K = TypeVar("K")
T = TypeVar("T")

_generations: ContextVar[dict[str, int] | None] = ContextVar("generations", default=None)

HELD: list["Named"] = []


class Named:
    """A name whose generation is kept in the database."""

    def __init__(self, name: str) -> None:
        self.name = name
        HELD.append(self)

    def touch(self) -> None:
        """Say that it has changed; call it inside the change's transaction."""
        touch(self)

    def drop(self) -> None:
        """Let go of what this process holds."""
        raise NotImplementedError


class Shared(Named, Generic[T]):
    """One thing that many pages need.

    `make` returns plain data or ready HTML, the same for every reader.
    """

    def __init__(self, name: str, make: Callable[[], T]) -> None:
        super().__init__(name)
        self.make = make
        self._held: tuple[int, T] | None = None

    def get(self) -> T:
        """It as of the last committed change."""
        generation = _current().get(self.name, 0)
        held = self._held
        if held is None or held[0] != generation:
            held = (generation, self.make())
            self._held = held
        return held[1]

    def drop(self) -> None:
        self._held = None


class SharedByKey(Named, Generic[K, T]):
    """Many things of one kind under one generation, made when first asked for.

    Holds `at_most` of them, and starts anew when there are more.
    """

    def __init__(self, name: str, make: Callable[[K], T], *, at_most: int) -> None:
        super().__init__(name)
        self.make = make
        self.at_most = at_most
        self._held: tuple[int, dict[K, T]] = (0, {})

    def get(self, key: K) -> T:
        """That of `key` as of the last committed change."""
        generation = _current().get(self.name, 0)
        held = self._held
        if held[0] != generation or len(held[1]) >= self.at_most:
            held = (generation, {})
            self._held = held
        if key not in held[1]:
            held[1][key] = self.make(key)
        return held[1][key]

    def drop(self) -> None:
        self._held = (0, {})


def touch(*changed: Named) -> None:
    """Say of several at once that they have changed, inside the change's transaction."""
    _generations.set(None)
    next_edition()
    names = {one.name for one in changed}
    rows = Generation.objects.filter(name__in=names)
    if rows.update(number=F("number") + 1) < len(names):
        missing = names.difference(rows.values_list("name", flat=True))
        Generation.objects.bulk_create(
            (Generation(name=name) for name in sorted(missing)), ignore_conflicts=True
        )


def _current() -> dict[str, int]:
    """All generations, read once a request."""
    found = _generations.get()
    if found is None:
        found = dict(Generation.objects.values_list("name", "number"))
        _generations.set(found)
    return found


def forget(**kwargs: object) -> None:
    """Read the generations anew: at each request, and after a rolled-back test."""
    _generations.set(None)


request_started.connect(forget, dispatch_uid="press.shared.forget")


def forget_everything() -> None:
    """Make everything anew when next asked for."""
    forget()
    for one in HELD:
        one.drop()
