"""What the directory does by the clock."""

from hwalja.people.actions.forget_requesters import forget_requesters
from hwalja.press import clock

FORGET_EVERY = 3600.0  # Seconds.


def register() -> None:
    clock.every(FORGET_EVERY, forget_requesters)
