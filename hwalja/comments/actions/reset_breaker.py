"""A moderator sets a breaker back: from now on it looks only at what is new."""

from django.db import transaction
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.comments import log, press
from hwalja.comments.models import Discussion


@transaction.atomic
def reset(article_id: int, user: User) -> bool:
    """False where it is not down (any more)."""
    rows = Discussion.objects.select_for_update(of=("self",)).select_related("article")
    row = rows.filter(pk=article_id).exclude(broken="").first()
    if row is None:
        return False
    row.broken, row.broken_by, row.broken_at = "", "", None
    row.watched_from = timezone.now()
    row.save(update_fields=["broken", "broken_by", "broken_at", "watched_from"])
    press.tell(row.article.number)
    log.write("breaker_back", str(user.pk), article_number=row.article.number)
    return True
