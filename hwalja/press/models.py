"""The press's own tables."""

from django.db import models


class Generation(models.Model):
    """How often a part has changed; readers' processes compare it with what they hold."""

    part = models.CharField(max_length=60, primary_key=True)
    number = models.BigIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.part} {self.number}"
