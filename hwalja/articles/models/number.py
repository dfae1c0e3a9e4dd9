"""Article numbers: given once, never again."""

from django.db import models, transaction
from django.db.models import F


class ArticleNumber(models.Model):
    """One row that holds the highest number given so far."""

    highest = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.highest)


def take() -> int:
    """The next free article number."""
    with transaction.atomic():
        row, _ = ArticleNumber.objects.select_for_update().get_or_create(pk=1)
        ArticleNumber.objects.filter(pk=row.pk).update(highest=F("highest") + 1)
        row.refresh_from_db()
        return row.highest


def reserve(number: int) -> None:
    """Never give `number`, which an import keeps, nor one below it, to another article."""
    with transaction.atomic():
        row, _ = ArticleNumber.objects.select_for_update().get_or_create(pk=1)
        if row.highest < number:
            ArticleNumber.objects.filter(pk=row.pk).update(highest=number)
