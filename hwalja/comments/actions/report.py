"""A reader reports a comment; moderators see it at the head of their queue."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from hwalja.comments import log
from hwalja.comments.models import Comment, Report
from hwalja.comments.persons import Person

PER_DAY = 20


class Refused(Exception):
    """The text is for the reader."""


def report(comment: Comment, person: Person, reason: str, detail: str) -> Report:
    """Raises `Refused` where this person has reported too much today."""
    who = person.key if person.user else f"a{person.origin}"
    since = timezone.now() - timedelta(days=1)
    if Report.objects.filter(person=who, at__gt=since).count() >= PER_DAY:
        raise Refused(f"신고는 하루에 {PER_DAY}건까지 받습니다.")
    with transaction.atomic():
        row, is_new = Report.objects.get_or_create(
            comment=comment, person=who, defaults={"reason": reason, "detail": detail}
        )
        if is_new:
            Comment.objects.filter(pk=comment.pk).update(reports=F("reports") + 1)
            log.write("report", "reader", comment, rule=reason)
    return row
