"""A change of the directory that articles already read have not heard of yet."""

from django.db import models
from django.utils import timezone


class Relink(models.Model):
    """Articles in which one of `forms` stands are to be linked anew; `done` is how far that is."""

    forms = models.JSONField(default=list)
    at = models.DateTimeField("때", default=timezone.now)
    # Articles with this id or a higher one have been looked at: the newest go first.
    reached = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = "다시 잇기"
        verbose_name_plural = "다시 잇기"
        ordering = ["pk"]

    def __str__(self) -> str:
        return ", ".join(self.forms[:3])
