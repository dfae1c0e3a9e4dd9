"""Take an article out of the trash."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.actions.move_page import MovePageAction
from wagtail.log_actions import log

from hwalja.articles.models import Article, Section


def may_restore(user: Any, article: Article, section: Section) -> bool:
    """Whoever could change it there."""
    found = section.permissions_for_user(user)
    if not found.can_add_subpage():
        return False
    return user.is_superuser or article.owner_id == user.pk or "change" in found.permissions


@transaction.atomic
def restore(article: Article, section: Section, user: Any) -> None:
    """Back into `section`, as a draft; no reader sees it until it is published again."""
    if article.trashed_at is None or not may_restore(user, article, section):
        raise PermissionDenied
    MovePageAction(article, section, pos="last-child", user=user).execute(
        skip_permission_checks=True
    )
    Article.objects.filter(pk=article.pk).update(
        trashed_at=None, trashed_by=None, trashed_from=None
    )
    log(article, "hwalja.restore", user=user, data={"section": section.title})
