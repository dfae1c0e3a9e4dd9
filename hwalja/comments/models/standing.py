"""What a moderator has decided about an author."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class StandingQuerySet(models.QuerySet["Standing"]):
    def in_force(self) -> "StandingQuerySet":
        """Those that keep somebody from writing now."""
        now = timezone.now()
        return self.filter(lifted_at=None, kind__in=[Standing.SUSPENDED, Standing.BANNED]).filter(
            Q(until=None) | Q(until__gt=now)
        )


class Standing(models.Model):
    """A warning, a suspension or a ban. `person` as in `Comment`; kept until it ends."""

    WARNED, SUSPENDED, BANNED = "warned", "suspended", "banned"
    KINDS = [(WARNED, "경고"), (SUSPENDED, "정지"), (BANNED, "차단")]

    person = models.CharField(max_length=40, db_index=True)
    name = models.CharField("이름", max_length=40)
    kind = models.CharField("조치", max_length=10, choices=KINDS)
    reason = models.CharField("까닭", max_length=200)
    comment = models.ForeignKey(
        "comments.Comment", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField("때", default=timezone.now)
    until = models.DateTimeField("까지", null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = StandingQuerySet.as_manager()

    class Meta:
        verbose_name = "글쓴이 조치"
        verbose_name_plural = "글쓴이 조치"
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.name} {self.get_kind_display()}"
