"""What the comments do by the clock."""

from datetime import timedelta

from django.utils import timezone

from hwalja.comments import breakers, figures, press
from hwalja.comments.actions.end_takedowns import end_due, forget_requesters
from hwalja.comments.models import Comment
from hwalja.comments.shared import RULES
from hwalja.press import clock

GATHER_EVERY = 1.0  # Seconds; readers see a new comment within two.
FORGET_EVERY = 3600.0
BREAKERS_EVERY = 10.0
END_EVERY = 30.0
DAY_EVERY = 60.0
AT_ONCE = 5000


def forget_addresses() -> int:
    """Take away what could tell from where a comment came, after as long as the rules say."""
    days = RULES.get().forgets_after
    if not days:
        return 0
    before = timezone.now() - timedelta(days=days)
    old = Comment.objects.exclude(origin="").filter(created_at__lt=before)
    ids = list(old.values_list("pk", flat=True)[:AT_ONCE])
    rows = Comment.objects.filter(pk__in=ids)
    rows.filter(author=None).update(person="")
    return rows.update(origin="")


def register() -> None:
    clock.every(GATHER_EVERY, press.gather)
    clock.every(FORGET_EVERY, forget_addresses)
    clock.every(BREAKERS_EVERY, breakers.watch)
    clock.every(END_EVERY, end_due)
    clock.every(FORGET_EVERY, forget_requesters)
    clock.every(DAY_EVERY, press.keep_the_day)
    clock.every(FORGET_EVERY, figures.keep)
