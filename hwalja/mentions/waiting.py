"""The articles that wait to be read; the analyst takes them by turns."""

from collections.abc import Iterable

from django.utils import timezone

from hwalja.mentions.models import Reading, Relink


def ask(article_id: int, turn: int) -> None:
    """Have an article read; one that waits already keeps the earlier turn. In the transaction of
    the change that asks for it."""
    reading, made = Reading.objects.get_or_create(pk=article_id, defaults={"turn": turn})
    if not made:
        earliest = min(turn, reading.turn) if reading.state == Reading.WAITING else turn
        Reading.objects.filter(pk=article_id).update(
            state=Reading.WAITING, turn=earliest, asked_at=timezone.now(), fault="", tries=0
        )


def ask_again(articles: Iterable[int]) -> None:
    """Have articles that were read once read again, when nothing new waits."""
    Reading.objects.filter(pk__in=list(articles)).update(
        state=Reading.WAITING, turn=Reading.SOON, asked_at=timezone.now(), fault="", tries=0
    )


def next_one(turn: int = Reading.ARCHIVE) -> int | None:
    """The article whose turn it is, up to this turn: what is new before what is old."""
    rows = Reading.objects.filter(state=Reading.WAITING, turn__lte=turn).order_by(
        "turn", "-article"
    )
    return rows.values_list("article", flat=True).first()


def is_work() -> bool:
    """Whether there is anything for the analyst to do."""
    return next_one() is not None or Relink.objects.exists()
