"""What articles do by the clock."""

from hwalja.articles.actions.publish_due import publish_due
from hwalja.articles.actions.purge import purge_old
from hwalja.press import clock

PUBLISH_EVERY = 2.0  # Seconds; a scheduled article is out within five of its minute.
PURGE_EVERY = 3600.0  # Seconds; the trash keeps things for days.


def register() -> None:
    clock.every(PUBLISH_EVERY, publish_due)
    clock.every(PURGE_EVERY, purge_old)
