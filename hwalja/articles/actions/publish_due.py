"""What goes out, and what comes down, by the clock.

As Wagtail's `publish_scheduled`, but two index look-ups when nothing is due,
and safe with several pressers: each claims what it does, in one transaction.
"""

import logging
import time
from collections.abc import Callable

from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from hwalja.articles.models import Article

logger = logging.getLogger(__name__)

# Seconds after each piece of work. SQLite has one writer at a time, and those who wait look every
# tenth of a second: without a gap, a hundred articles due at once would keep an editor from saving.
BREATH = 0.02


def publish_due() -> int:
    """Publish and expire what is due; how much that was. One that fails stops no other.

    What goes out comes first: an article that gets a new version as its old one ends stays out.
    """
    now = timezone.now()
    starting = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    done = sum(_try(_publish, *pks) for pks in list(starting.values_list("object_id", "pk")))
    ending = Article.objects.filter(ends_at__lte=now).order_by("ends_at")
    return done + sum(_try(_expire, pk) for pk in list(ending.values_list("pk", flat=True)))


def _try(do: Callable[..., bool], page: int | str, *pks: int) -> bool:
    try:
        with transaction.atomic():
            # First of all the page: pressers that want the same one take turns, never deadlock.
            Page.objects.select_for_update().filter(pk=page).first()
            done = do(page, *pks)
    except Exception:
        logger.exception("%s %s failed", do.__name__, page)
        return False
    if done and connection.vendor == "sqlite":
        time.sleep(BREATH)
    return done


def _expire(page: int) -> bool:
    now = timezone.now()
    if not Article.objects.filter(pk=page, ends_at__lte=now).update(ends_at=None):
        return False
    article = Article.objects.get(pk=page)
    later = list(article.revisions.filter(approved_go_live_at__isnull=False))
    article.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    # Unpublishing forgets every schedule; what is to come out later still is.
    for revision in later:
        revision.save(update_fields=["approved_go_live_at"])
    return True


def _publish(page: str, pk: int) -> bool:
    due = Revision.objects.filter(pk=pk, approved_go_live_at__lte=timezone.now())
    if not due.update(approved_go_live_at=None):
        return False
    Revision.objects.get(pk=pk).publish(log_action="wagtail.publish.scheduled")
    return True
