"""Adding to the log, and finding out whether anybody has changed it since."""

import json
from collections.abc import Iterator
from datetime import UTC
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from hwalja.comments.models import Comment, LogHead, LogRow

COLUMNS = ("number", "at", "actor", "action", "article_number", "comment_id", "rule", "reason")


def _digest(before: str, row: LogRow) -> str:
    told: dict[str, Any] = {name: getattr(row, name) for name in COLUMNS}
    # Microseconds: as fine as both databases keep a time.
    told["at"] = row.at.astimezone(UTC).isoformat()
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(f"{before}\n{text}".encode()).hexdigest()


def write(
    action: str,
    actor: str,
    comment: Comment | None = None,
    *,
    article_number: int | None = None,
    rule: str = "",
    reason: str = "",
) -> LogRow:
    """Add a row; call it in the transaction of what it tells of, as its last step.

    `actor`: a newsroom user's id, `author`, `reader`, or the name of a check or duty.
    """
    # No savepoint: a comment without its row in the log must not be kept either.
    with transaction.atomic(savepoint=False):
        head = _head()
        row = LogRow(
            number=head.number + 1,
            at=timezone.now(),
            actor=actor,
            action=action,
            article_number=article_number if comment is None else comment.article.number,
            comment_id=comment.pk if comment else None,
            rule=rule,
            reason=reason,
        )
        row.hash = _digest(head.hash, row)
        row.save(force_insert=True)
        LogHead.objects.filter(pk=head.pk).update(number=row.number, hash=row.hash)
    return row


def _head() -> LogHead:
    """The head, held until the commit: rows are added one after another."""
    found = LogHead.objects.select_for_update().first()
    if found is None:
        LogHead.objects.get_or_create(pk=1)
        found = LogHead.objects.select_for_update().get(pk=1)
    return found


def faults() -> Iterator[str]:
    """What is wrong with the chain, in Korean; nothing where it is whole.

    Rows may be added in the meantime: the head is read first, and again at the end.
    """
    head = LogHead.objects.first() or LogHead()
    before, expected, ends_well = "", 1, head.number == 0
    for row in LogRow.objects.order_by("number").iterator(chunk_size=2000):
        if row.number != expected:
            yield f"{expected}번부터 {row.number - 1}번까지의 기록이 없습니다."
        elif row.hash != _digest(before, row):
            yield f"{row.number}번 기록이 쓰인 뒤에 바뀌었습니다."
        before, expected = row.hash, row.number + 1
        ends_well |= (row.number, row.hash) == (head.number, head.hash)
    if expected <= head.number:
        yield f"{expected}번부터 {head.number}번까지의 기록이 없습니다."
    elif not ends_well:
        yield "마지막 기록이 사슬의 끝과 다릅니다."
    last = (LogHead.objects.first() or LogHead()).number
    if expected - 1 > last:
        yield f"사슬의 끝({last}번) 뒤에 기록이 있습니다."
