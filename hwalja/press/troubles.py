"""Pages that cannot be pressed, for the operator: what, since when and why."""

from django.utils import timezone

from hwalja.press.models import Home, Trouble

LONGEST = 500  # Characters of a reason.


def note(home: Home, key: str, reason: str) -> None:
    """Say that `key` could not be pressed."""
    now = timezone.now()
    told = {"reason": reason[:LONGEST], "tried_at": now}
    Trouble.objects.update_or_create(
        home=home, key=key, defaults=told, create_defaults={**told, "since": now}
    )


def keys(home: Home) -> set[str]:
    """What could not be pressed before this process began."""
    return set(Trouble.objects.filter(home=home).values_list("key", flat=True))


def clear(home: Home, key: str) -> None:
    """It is pressed again, or no longer wanted."""
    Trouble.objects.filter(home=home, key=key).delete()
