"""A change of the directory that articles already read have not heard of yet."""

from django.db import models
from django.utils import timezone


class Relink(models.Model):
    """Articles that name these profiles, or were thought to, are to be linked anew."""

    profiles = models.JSONField(default=list)
    at = models.DateTimeField("때", default=timezone.now)

    class Meta:
        verbose_name = "다시 잇기"
        verbose_name_plural = "다시 잇기"
        ordering = ["pk"]

    def __str__(self) -> str:
        return ", ".join(self.profiles[:3])
