"""Fronts broken on purpose, each in one way: what the probes are worth.

Run as `python -m tests.front.broken <which>`; never part of a paper.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

from hwalja.press.front import __main__, making, passed
from hwalja.press.front.desk import Desk
from hwalja.press.front.making import Making
from hwalja.press.front.passing import Passing

VARIABLE = "_HWALJA_BROKEN"


def query_keyed() -> None:
    """Every parameter makes a page of its own."""

    def key(self: Desk, scope: Any) -> str:
        return f"{scope.path}?{scope.query_string}" if scope.query_string else str(scope.path)

    Desk._key = key  # type: ignore[method-assign]


def _told_of_the_first(
    tell: Callable[[Any, str, passed.Headers], tuple[str, passed.Headers]],
) -> None:
    """A page is made with something of whoever asked last."""
    page, ask = Desk._page, Making._answer
    last: dict[str, Any] = {}

    async def remembering(self: Desk, scope: Any, proto: Any) -> None:
        last["scope"] = scope
        await page(self, scope, proto)

    async def answer(self: Making, target: str, headers: passed.Headers) -> Any:
        return await ask(self, *tell(last["scope"], target, headers))

    Desk._page, Making._answer = remembering, answer  # type: ignore[method-assign]


def query_told() -> None:
    """The app hears the query, and the page is kept without it."""
    _told_of_the_first(
        lambda scope, target, headers: (
            f"{target}?{scope.query_string}" if scope.query_string else target,
            headers,
        )
    )


def headers_told() -> None:
    """The app hears the headers, and the page is kept for all."""
    ours = {"host", "x-forwarded-for", "cookie"}

    def tell(scope: Any, target: str, headers: passed.Headers) -> tuple[str, passed.Headers]:
        more = [one for one in passed.forwarded(scope, "") if one[0] not in ours]
        return target, [*headers, *more]

    _told_of_the_first(tell)


def newsroom_shared() -> None:
    """The newsroom's page is kept for all."""

    def tell(scope: Any, target: str, headers: passed.Headers) -> tuple[str, passed.Headers]:
        return target, [*headers, ("cookie", scope.headers.get("cookie", ""))]

    _told_of_the_first(tell)
    Passing.is_newsroom = lambda self, scope: False  # type: ignore[method-assign]


def cookies_kept() -> None:
    """What the app gives one reader goes to all who wait."""
    making.OF_ONE = frozenset(["content-length"])


BROKEN: dict[str, Callable[[], None]] = {
    one.__name__: one
    for one in (query_keyed, query_told, headers_told, newsroom_shared, cookies_kept)
}

# Granian's workers load this module anew.
if os.environ.get(VARIABLE):
    BROKEN[os.environ[VARIABLE]]()

if __name__ == "__main__":
    os.environ[VARIABLE] = sys.argv[1]
    BROKEN[sys.argv[1]]()
    __main__.main()
