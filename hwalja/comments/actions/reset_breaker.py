"""A moderator sets a breaker back: from now on it looks only at what is new."""

from django.db import transaction
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.comments import log, press
from hwalja.comments.actions.decide import check
from hwalja.comments.models import Discussion

COLUMNS = ["broken", "broken_by", "broken_at", "watched_from"]


@transaction.atomic
def reset(article_id: int, user: User) -> bool:
    """False where it is not down (any more). Raises `PermissionDenied`."""
    check(user)
    rows = Discussion.objects.select_for_update(of=("self",)).select_related("article")
    row = rows.filter(pk=article_id).exclude(broken="").first()
    if row is None:
        return False
    set_back(row, row.article.number, user)
    row.save(update_fields=COLUMNS)
    press.tell(row.article.number)
    return True


def set_back(row: Discussion, article_number: int, user: User) -> None:
    """Change a locked row and log it; whoever calls has checked, and saves `COLUMNS`."""
    row.broken = row.broken_by = ""
    row.broken_at, row.watched_from = None, timezone.now()
    log.write("breaker_back", str(user.pk), article_number=article_number)
