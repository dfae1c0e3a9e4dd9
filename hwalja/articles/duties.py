"""What articles do by the clock."""

from django.core.management import call_command

from hwalja.press import clock

PUBLISH_EVERY = 2.0  # Seconds; a scheduled article is out within five of its minute.


def publish_scheduled() -> None:
    """Publish and expire what is due, by Wagtail's own command."""
    call_command("publish_scheduled", verbosity=0)


def register() -> None:
    clock.every(PUBLISH_EVERY, publish_scheduled)
