"""A person harmed by a comment asks that it be taken away."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from hwalja.comments import letters, log
from hwalja.comments.models import Comment, Takedown
from hwalja.comments.persons import Person

PER_DAY = 5


class Refused(Exception):
    """The text is for who asked."""


def ask(comment: Comment, person: Person, **told: str) -> Takedown:
    """Keep the request and tell the moderators; `told`: the fields the form fills.

    Raises `Refused` where there were too many from one place. The same twice is one.
    """
    since = timezone.now() - timedelta(days=1)
    if Takedown.objects.filter(origin=person.origin, asked_at__gt=since).count() >= PER_DAY:
        raise Refused(f"요청은 하루에 {PER_DAY}건까지 받습니다. 급하면 편집국으로 연락해 주십시오.")
    with transaction.atomic():
        row, is_new = Takedown.objects.open().get_or_create(
            comment=comment,
            mail=told.pop("mail"),
            defaults={
                **told,
                "comment_number": comment.pk,
                "article_number": comment.article.number,
                "origin": person.origin,
            },
        )
        if is_new:
            log.write("takedown_ask", "reader", comment, rule=row.right)
            letters.to_requester("takedown_asked", "댓글 임시조치 요청을 받았습니다", row)
            letters.to_moderators("takedown_new", "임시조치 요청이 들어왔습니다", takedown=row)
    return row
