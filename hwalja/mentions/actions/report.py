"""A reader says that something about those in an article is wrong."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from hwalja.articles.models import Article
from hwalja.mentions.models import Report

PER_DAY = 10


class Refused(Exception):
    """The text is for who reports."""


@transaction.atomic
def report(
    article: Article, origin: str, *, profile: str | None, words: str, wrong: str, detail: str
) -> Report:
    """Keep it for the desk; the same twice is one. `origin`: a digest of where it comes from.

    Raises `Refused` where there were too many from one place.
    """
    since = timezone.now() - timedelta(days=1)
    if Report.objects.filter(origin=origin, asked_at__gt=since).count() >= PER_DAY:
        raise Refused(f"제보는 하루에 {PER_DAY}건까지 받습니다. 급하면 편집국으로 연락해 주십시오.")
    same = {"profile_id": profile, "words": words, "wrong": wrong, "detail": detail}
    row, _ = Report.objects.open().get_or_create(
        article=article, **same, defaults={"origin": origin}
    )
    return row
