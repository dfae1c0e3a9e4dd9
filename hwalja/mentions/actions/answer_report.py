"""The desk has looked at what a reader reported."""

from django.db import transaction
from django.utils import timezone

from hwalja.mentions.actions.decide import NotNow
from hwalja.mentions.models import Report
from hwalja.mentions.permission import Actor, may_decide


@transaction.atomic
def answer(pk: int, user: Actor, state: str, *, note: str) -> Report:
    """`state`: corrected or declined; what is wrong is put right in the article itself.

    Raises `PermissionDenied`, and `NotNow` where somebody was faster.
    """
    row = Report.objects.select_for_update().get(pk=pk)
    may_decide(user, row.article)
    if row.state != Report.ASKED:
        raise NotNow("이미 처리한 제보입니다.")
    row.state, row.note, row.decided_at = state, note, timezone.now()
    row.by_id = user.pk if user else None
    row.save(update_fields=["state", "note", "decided_at", "by"])
    return row
