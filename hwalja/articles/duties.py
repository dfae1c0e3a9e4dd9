"""What articles do by the clock."""

from hwalja.articles.actions.publish_due import publish_due
from hwalja.articles.actions.purge import purge_old
from hwalja.articles.affected import keep_the_day
from hwalja.press import clock
from hwalja.press.door import keep_appointments

PUBLISH_EVERY = 2.0  # Seconds; a scheduled article is out within five of its minute.
PURGE_EVERY = 3600.0  # Seconds; the trash keeps things for days.


APPOINTMENTS_EVERY = 0.25
DAY_EVERY = 60.0


def register() -> None:
    clock.every(APPOINTMENTS_EVERY, keep_appointments)
    clock.every(DAY_EVERY, keep_the_day)
    clock.every(PUBLISH_EVERY, publish_due)
    clock.every(PURGE_EVERY, purge_old)
