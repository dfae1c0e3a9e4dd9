"""What this room does by the clock."""

from hwalja.mentions.actions.forget_reporters import forget_reporters
from hwalja.mentions.summons import summon
from hwalja.press import clock

# Seconds.
SUMMON_EVERY = 1.0
FORGET_EVERY = 3600.0


def register() -> None:
    clock.every(SUMMON_EVERY, summon)
    clock.every(FORGET_EVERY, forget_reporters)
