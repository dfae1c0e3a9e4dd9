"""Erase who asked and why a year after the end; the ledger keeps what was done."""

from datetime import timedelta

from django.utils import timezone

from hwalja.people.models import Removal

FORGETS_AFTER = timedelta(days=365)


def forget_requesters() -> int:
    """How many were forgotten."""
    now = timezone.now()
    old = Removal.objects.filter(decided_at__lt=now - FORGETS_AFTER, forgotten_at=None)
    return old.update(name="", mail="", reason="", origin="", forgotten_at=now)
