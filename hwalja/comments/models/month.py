"""The figures of a month that is over, kept so that nobody counts the log again."""

from django.db import models


class Month(models.Model):
    """`figures` as `figures.Figures` has them."""

    first = models.DateField(primary_key=True)
    figures = models.JSONField()

    def __str__(self) -> str:
        return f"{self.first:%Y-%m}"
