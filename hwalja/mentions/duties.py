"""What this room does by the clock."""

from hwalja.mentions.summons import summon
from hwalja.press import clock

SUMMON_EVERY = 1.0  # Seconds.


def register() -> None:
    clock.every(SUMMON_EVERY, summon)
