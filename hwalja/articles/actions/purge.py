"""Delete for ever what lies in the trash."""

import logging
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.actions.delete_page import DeletePageAction
from wagtail.log_actions import log

from hwalja.articles.models import Article

KEPT_FOR = timedelta(days=30)
AT_ONCE = 200  # Articles in one turn of the clock, which must not wait long for us.

logger = logging.getLogger(__name__)


@transaction.atomic
def purge(article: Article, user: Any = None) -> None:
    """Delete a trashed article; without a user it is the clock that asks."""
    if article.trashed_at is None:
        raise PermissionDenied
    if user is not None and not user.has_perm("articles.delete_article"):
        raise PermissionDenied
    log(article, "hwalja.purge", user=user, data={"number": article.number}, deleted=True)
    DeletePageAction(article, user=user).execute(skip_permission_checks=True)


def purge_old() -> int:
    """Purge what has lain in the trash for its time; how much that was."""
    old = Article.objects.filter(trashed_at__lt=timezone.now() - KEPT_FOR)
    found = list(old.order_by("trashed_at")[:AT_ONCE])
    for article in found:
        purge(article)
        logger.info("purged article %s from the trash", article.number)
    return len(found)
