"""Erase what readers wrote and from where a year after the end; the ledger keeps what was done."""

from datetime import timedelta

from django.utils import timezone

from hwalja.mentions.models import Report

FORGETS_AFTER = timedelta(days=365)


def forget_reporters() -> int:
    """How many were forgotten."""
    now = timezone.now()
    old = Report.objects.filter(decided_at__lt=now - FORGETS_AFTER, forgotten_at=None)
    return old.update(detail="", origin="", forgotten_at=now)
