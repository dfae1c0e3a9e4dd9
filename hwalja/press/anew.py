"""All pages anew, in one run that may be broken off and taken up again.

A run takes an edition of its own when it begins, and notes it beside the pages. Every page it
presses is of that edition or a later one; whoever takes the run up again passes those by.
"""

import json
from collections.abc import Generator
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from hwalja.press import door, marks, walk
from hwalja.press.presser import made_by
from hwalja.press.store import Store

NOTE = "anew"


@dataclass(frozen=True)
class Run:
    """`edition`: no page is to be older; `began`: ISO 8601; `made_by`: with which code."""

    edition: int
    began: str
    made_by: str
    resumed: bool = False

    @property
    def began_at(self) -> datetime:
        return timezone.localtime(datetime.fromisoformat(self.began))


def begin(store: Store, *, afresh: bool = False) -> Run:
    """The run that was broken off, if it was with this version of the code; else a new one."""
    noted = None if afresh else _noted(store)
    if noted and noted.made_by == made_by():
        return noted
    with transaction.atomic():
        edition = marks.next_edition()
    run = Run(edition, timezone.now().isoformat(), made_by())
    store.write_note(NOTE, json.dumps(asdict(run)))
    return run


def _noted(store: Store) -> Run | None:
    try:
        return Run(**{**json.loads(store.note(NOTE) or ""), "resumed": True})
    except (ValueError, TypeError):
        return None


def end(store: Store) -> None:
    """It has gone over everything."""
    (store.root / NOTE).unlink(missing_ok=True)


def count() -> int:
    """How many addresses the paper has."""
    return sum(1 for _ in door.addresses())


def addresses() -> Generator[str]:
    """Every address of the paper, those that readers want most first."""
    yield from door.addresses()


def rest(store: Store, run: Run) -> Generator[str]:
    """What else lies in the store: parts, and pages that readers have asked for."""
    yield from (key for _, key in walk.over_store(store, "*", run.edition))
