"""Parts: what stands on many pages and changes seldom, made once in each process.

A room registers a part with the function that makes it. `touch` raises the
part's generation in the database, in the transaction of the change itself, so
that a page never shows a part older than what was committed before the page
was asked for: one query a request reads all generations.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Generic, TypeVar

from django.core.signals import request_started
from django.db.models import F

from hwalja.press.models import Generation

K = TypeVar("K")
T = TypeVar("T")

_generations: ContextVar[dict[str, int] | None] = ContextVar("generations", default=None)

PARTS: list["Named"] = []


class Named:
    """A name whose generation is kept in the database."""

    def __init__(self, name: str) -> None:
        self.name = name
        PARTS.append(self)

    def touch(self) -> None:
        """Say that it has changed; call it inside the change's transaction."""
        _generations.set(None)
        if not Generation.objects.filter(part=self.name).update(number=F("number") + 1):
            Generation.objects.get_or_create(part=self.name)

    def drop(self) -> None:
        """Let go of what this process holds."""
        raise NotImplementedError


class Part(Named, Generic[T]):
    """One thing that stands on many pages.

    `make` returns plain data or ready HTML, the same for every reader.
    """

    def __init__(self, name: str, make: Callable[[], T]) -> None:
        super().__init__(name)
        self.make = make
        self._held: tuple[int, T] | None = None

    def get(self) -> T:
        """The part as of the last committed change."""
        generation = _current().get(self.name, 0)
        held = self._held
        if held is None or held[0] != generation:
            held = (generation, self.make())
            self._held = held
        return held[1]

    def drop(self) -> None:
        self._held = None


class KeyedPart(Named, Generic[K, T]):
    """Many parts of one kind under one generation, made when first asked for.

    Holds `at_most` of them, and starts anew when there are more.
    """

    def __init__(self, name: str, make: Callable[[K], T], *, at_most: int) -> None:
        super().__init__(name)
        self.make = make
        self.at_most = at_most
        self._held: tuple[int, dict[K, T]] = (0, {})

    def get(self, key: K) -> T:
        """The part of `key` as of the last committed change."""
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


def _current() -> dict[str, int]:
    """All generations, read once a request."""
    found = _generations.get()
    if found is None:
        found = dict(Generation.objects.values_list("part", "number"))
        _generations.set(found)
    return found


def forget(**kwargs: object) -> None:
    """Read the generations anew: at each request, and after a rolled-back test."""
    _generations.set(None)


request_started.connect(forget, dispatch_uid="press.parts.forget")


def forget_everything() -> None:
    """Make every part anew when next asked for."""
    forget()
    for part in PARTS:
        part.drop()
