"""What desks did, each once however often it is sent, and the seconds that it took them."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.mentions.models import Step

PAUSE = 30_000  # Milliseconds: who does nothing for longer is doing something else.
_LONGEST = 10 * 60_000  # No single decision takes longer; a browser's word is not believed further.

Done = TypeVar("Done")


@transaction.atomic
def once(
    key: str, article_id: int, does: str, user: User, spent: int | None, do: Callable[[], Done]
) -> Done | None:
    """Do it and count it, in one transaction; None where it was done before under this key.

    `spent`: milliseconds as the browser counted them, or None to take the time since the same
    person's last step.
    """
    if spent is None:
        spent = _since_last(article_id, user)
    row = {"article_id": article_id, "does": does, "by": user}
    row["spent"] = max(0, min(spent, _LONGEST))
    _, is_new = Step.objects.get_or_create(key=key, defaults=row)
    return do() if is_new else None


def _since_last(article_id: int, user: User) -> int:
    rows = Step.objects.filter(article=article_id, by=user).order_by("-at")
    last = rows.values_list("at", flat=True).first()
    passed = (timezone.now() - last) // timedelta(milliseconds=1) if last else 0
    return passed if passed <= PAUSE else 0


def seconds(article_id: int) -> int:
    """How long desks have worked on an article, all together."""
    found = Step.objects.filter(article=article_id).aggregate(spent=Sum("spent"))["spent"]
    return round((found or 0) / 1000)


def said(seconds: int) -> str:
    """As it is told: 41초, 2분 5초; empty for nothing."""
    minutes, rest = divmod(seconds, 60)
    words = [f"{minutes}분"] if minutes else []
    words += [f"{rest}초"] if rest else []
    return " ".join(words)
