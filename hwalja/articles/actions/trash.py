"""Put an article into the trash."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log

from hwalja.articles.models import Article, Section, Trash


@transaction.atomic
def trash(article: Article, user: Any) -> None:
    """Readers lose it at once, the clock forgets it; it can be restored for 30 days."""
    if not article.permissions_for_user(user).can_delete():
        raise PermissionDenied
    section = Section.objects.get(pk=article.get_parent().pk)
    if article.current_workflow_state:
        article.current_workflow_state.cancel(user=user)
    shown = article.live_revision if article.live else None
    if article.live:
        UnpublishPageAction(article, user=user).execute(skip_permission_checks=True)
    article.revisions.update(approved_go_live_at=None)
    target = Trash.objects.get()
    MovePageAction(article, target, pos="last-child", user=user).execute(
        skip_permission_checks=True
    )
    Article.objects.filter(pk=article.pk).update(
        trashed_at=timezone.now(),
        trashed_by=user,
        trashed_from=section,
        trashed_revision=shown,
    )
    log(article, "hwalja.trash", user=user, data={"section": section.title})
