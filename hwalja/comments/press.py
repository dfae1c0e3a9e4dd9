"""Telling the press: what readers do is gathered for a moment, what moderators take away is not."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from hwalja.articles.models import Article
from hwalja.comments.models import Stirred
from hwalja.press import door, marks
from hwalja.press.front.shelf import part_key
from hwalja.press.marks import Order
from hwalja.press.parts import instance

PART = "comments"
AT_ONCE = 500
# The public page of figures, which changes with the day.
FIGURES = "/comments/"


def key(number: int) -> str:
    return part_key(instance(PART, str(number)))


def stir(article: Article) -> None:
    """A reader has changed something; the presser's clock marks it within a second."""
    Stirred.objects.bulk_create([Stirred(article_number=article.number)], ignore_conflicts=True)


def gather() -> int:
    """Mark what readers have stirred; how many articles that were."""
    if not Stirred.objects.exists():
        return 0
    with transaction.atomic():
        numbers = list(Stirred.objects.select_for_update().values_list("pk", flat=True)[:AT_ONCE])
        Stirred.objects.filter(pk__in=numbers).delete()
        marks.mark((key(number), Order.FRONT) for number in numbers)
    return len(numbers)


def keep_the_day() -> None:
    """Yesterday is counted from midnight on."""
    door.appoint("comments.day", [FIGURES], [next_midnight()])


def next_midnight() -> datetime:
    now = timezone.localtime()
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def addresses() -> Iterator[str]:
    """What stands at an address of its own; the rest are parts of articles."""
    yield FIGURES


def tell(*numbers: int, removal: bool = False) -> None:
    """Mark the comments of articles at once, in the transaction of the change."""
    marks.mark((key(number), Order.REMOVAL if removal else Order.ARTICLE) for number in numbers)
