"""Open, close or premoderate the comments of one article, and set its breaker back."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from hwalja.accounts.models import User
from hwalja.articles.models import Article
from hwalja.comments import discussions, log, press
from hwalja.comments.actions import reset_breaker
from hwalja.comments.models import Discussion
from hwalja.comments.roles import MODERATE


def may_set(user: Any, article: Article) -> bool:
    """Moderators, and whoever may publish the article."""
    return user.has_perm(MODERATE) or bool(article.permissions_for_user(user).can_publish())


@transaction.atomic
def set_discussion(
    article: Article, user: User, mode: str, note: str = "", *, set_back: bool = False
) -> Discussion:
    """`mode` of `SectionComments.MODES`, or empty: as everywhere else. `note` is for readers.

    `set_back`: the breaker looks only at what comes from now on. Raises `PermissionDenied`.
    """
    if not may_set(user, article):
        raise PermissionDenied
    discussions.of_article(article)
    row = Discussion.objects.select_for_update().get(pk=article.pk)
    row.mode, row.mode_note = mode, note
    if set_back:
        reset_breaker.set_back(row, article.number, user)
    row.save(update_fields=["mode", "mode_note", *reset_breaker.COLUMNS])
    press.tell(article.number)
    log.write("discussion", str(user.pk), article_number=article.number, rule=mode, reason=note)
    return row
