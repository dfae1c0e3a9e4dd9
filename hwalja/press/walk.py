"""Long work over many pages, a page at a time, so that what is urgent goes between."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from hwalja.press import door
from hwalja.press.queue import Job
from hwalja.press.store import Store

# Addresses that a new home presses by itself; older ones when a reader first asks for them.
FIRST = 2000


# A key, and how far it is along the way, 0 to 1.
Keys = Iterator[tuple[float, str]]


@dataclass
class Walk:
    """Keys to press up to `edition`; `job` is the mark that asked for it, if one did."""

    name: str
    edition: int
    keys: Keys
    job: Job | None = None
    done: int = 0
    share: float = field(default=0.0)  # Of the whole way, 0 to 1.
    began: float = 0.0  # Seconds since 1970; 0 while its turn has not come.

    def step(self) -> str | None:
        """The next key, or nothing at the end."""
        self.began = self.began or time.time()
        found = next(self.keys, None)
        if found is None:
            return None
        self.share, key = found
        self.done += 1
        return key

    def told(self) -> dict[str, str | int | float]:
        """How far it is, for the operator."""
        share = round(self.share, 3)
        return {"name": self.name, "done": self.done, "share": share, "began": self.began}


def over_store(store: Store, tag: str, edition: int) -> Keys:
    """Pressed pages with `tag` that are older than `edition`; `*` is on all of them."""
    for share, head in store.heads():
        key = head["key"]
        # A part brings its variants along.
        if key.startswith("part:") and "/" in key:
            continue
        if head["edition"] < edition and (tag == "*" or tag in head["tags"]):
            yield share, key


def over_addresses(store: Store, at_most: int | None = FIRST) -> Keys:
    """Addresses of the paper, in the order in which readers want them."""
    for number, key in enumerate(islice(door.addresses(), at_most)):
        yield number / (at_most or number + 1), key
