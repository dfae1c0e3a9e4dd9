"""Take an article out of the trash."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.actions.move_page import MovePageAction
from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail.signals import page_published

from hwalja.articles.models import Article, Section


def may_restore(user: Any, article: Article, section: Section) -> bool:
    """Whoever could change it there."""
    found = section.permissions_for_user(user)
    if not found.can_add_subpage():
        return False
    return user.is_superuser or article.owner_id == user.pk or "change" in found.permissions


def comes_back_live(user: Any, article: Article, section: Section) -> bool:
    """Readers saw it when it was trashed, its end has not passed, and this person may publish."""
    over = article.expire_at is not None and article.expire_at <= timezone.now()
    may_publish = section.permissions_for_user(user).can_publish_subpage()
    return article.trashed_revision_id is not None and not over and bool(may_publish)


@transaction.atomic
def restore(article: Article, section: Section, user: Any, as_draft: bool = False) -> bool:
    """Back into `section` as what it was: live again if it was live; whether it is.

    With `as_draft`, no reader sees it until it is published again.
    """
    if article.trashed_at is None or not may_restore(user, article, section):
        raise PermissionDenied
    shown = article.trashed_revision
    live = not as_draft and comes_back_live(user, article, section)
    MovePageAction(article, section, pos="last-child", user=user).execute(
        skip_permission_checks=True
    )
    Article.objects.filter(pk=article.pk).update(
        trashed_at=None, trashed_by=None, trashed_from=None, trashed_revision=None
    )
    if live and shown is not None:
        _show_again(Article.objects.get(pk=article.pk), shown)
    log(article, "hwalja.restore", user=user, data={"section": section.title, "live": live})
    return live


def _show_again(article: Article, shown: Revision) -> None:
    """The row still holds what readers saw; showing it again is no change of the story.

    Not `shown.publish()`: that would count as a change, and be held by a newer draft's embargo.
    """
    modified_at = article.modified_at
    article.live, article.live_revision, article.expired = True, shown, False
    article.has_unpublished_changes = shown.pk != article.latest_revision_id
    article.save(
        update_fields=["live", "live_revision", "expired", "has_unpublished_changes"], clean=False
    )
    page_published.send(sender=Article, instance=article, revision=shown)
    Article.objects.filter(pk=article.pk).update(modified_at=modified_at)
