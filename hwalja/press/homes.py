"""This machine's home of pressed pages, as the database knows it."""

import secrets
import socket
from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from hwalja.press import marks
from hwalja.press.models import Home
from hwalja.press.purge import Caches
from hwalja.press.queue import Queue
from hwalja.press.store import Store
from hwalja.press.walk import Walk

# A home that has not been seen for so long no longer keeps marks from being forgotten.
AWAY = timedelta(days=7)
KEPT = timedelta(hours=1)
TIDY_EVERY = 600.0


class Forgotten(Exception):
    """Our row is gone: we were away for so long that marks we never saw may be gone too."""


@cache
def _store(root: Path) -> Store:
    return Store(root, Caches(settings.PURGE_URLS).changed)


def store() -> Store:
    """The store of this home."""
    return _store(Path(settings.PRESSED_ROOT))


def _name(root: Path) -> str:
    """Written beside the pages, so that a home without its pages is another home."""
    file = root / "home"
    try:
        return file.read_text()
    except FileNotFoundError:
        file.write_text(secrets.token_hex(16))
        return file.read_text()


def ours(store: Store) -> Home:
    """Our row; what lies in the store is let go of first where it cannot be trusted.

    It cannot where the store is new, or was away for longer than marks are kept; nor where the
    database has been put back to an earlier day than the pages.
    """
    name, edition = _name(store.root), marks.edition()
    now = {"host": socket.gethostname(), "seen_at": timezone.now()}
    home = Home.objects.filter(pk=name).first()
    if home and marks.forgotten() <= home.edition <= edition:
        # At once, so that nobody takes us for gone while we catch up.
        Home.objects.filter(pk=name).update(**now)
        store.tell_all()
        return home
    # Before the row says otherwise: we may be killed in between.
    store.clear()
    return Home.objects.update_or_create(name=name, defaults={**now, "edition": edition})[0]


def say_seen(home: Home, queue: Queue, walks: Iterable[Walk]) -> None:
    """How far this home is, for its next start and for the operator.

    Raises `Forgotten`.
    """
    home.edition = queue.pressed_up_to()
    known = Home.objects.filter(pk=home.pk).update(
        edition=home.edition,
        seen_at=timezone.now(),
        waiting=queue.dirty(),
        oldest_at=queue.oldest(),
        walks=[one.told() for one in walks],
    )
    if not known:
        raise Forgotten


def tidy() -> None:
    """Forget homes that are gone, and marks that every home has pressed."""
    Home.objects.filter(seen_at__lt=timezone.now() - AWAY).delete()
    slowest = Home.objects.order_by("edition").values_list("edition", flat=True).first()
    if slowest is not None:
        marks.forget(slowest, KEPT)
