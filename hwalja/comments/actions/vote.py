"""Agreeing and disagreeing: one say for each person and comment, which can be changed."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from hwalja.comments import press
from hwalja.comments.models import Comment, Vote
from hwalja.comments.persons import Person

PER_DAY = 50
OWN = "자기 댓글에는 할 수 없습니다."
TOO_MANY = f"하루에 {PER_DAY}번까지 할 수 있습니다."


class Refused(Exception):
    """The text is for the reader."""


def vote(comment: Comment, person: Person, *, agrees: bool) -> bool | None:
    """Say it; saying the same again takes it back. What now stands is returned.

    Raises `Refused`.
    """
    # A guest is the address alone: a name costs nothing.
    who = person.key if person.user else f"a{person.origin}"
    if comment.person == person.key or (
        comment.author_id is None and comment.origin == person.origin
    ):
        raise Refused(OWN)
    with transaction.atomic():
        row = Comment.objects.select_for_update().get(pk=comment.pk)
        before = Vote.objects.filter(comment=row, person=who).first()
        if before is None and _is_too_often(who):
            raise Refused(TOO_MANY)
        now = None if before and before.agrees == agrees else agrees
        _keep(row, who, before, now)
        press.stir(comment.article)
    return now


def _is_too_often(who: str) -> bool:
    since = timezone.now() - timedelta(days=1)
    return Vote.objects.filter(person=who, at__gt=since).count() >= PER_DAY


def _keep(row: Comment, who: str, before: Vote | None, now: bool | None) -> None:
    def change(value: bool) -> int:
        return (now is value) - (before is not None and before.agrees is value)

    Vote.objects.filter(comment=row, person=who).delete()
    if now is not None:
        Vote.objects.create(comment=row, person=who, agrees=now)
    Comment.objects.filter(pk=row.pk).update(
        agrees=F("agrees") + change(True), disagrees=F("disagrees") + change(False)
    )
