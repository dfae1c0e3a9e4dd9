"""Whom a profile is about asks for a correction or its removal; a reader reports a mistake."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from hwalja.people import history, letters
from hwalja.people.models import Profile, Removal

PER_DAY = 5


class Refused(Exception):
    """The text is for who asked."""


@transaction.atomic
def ask(profile: Profile, origin: str, **told: str) -> Removal:
    """Keep the request and tell the curators; `told`: the fields the form fills.

    Raises `Refused` where there were too many from one place. The same twice is one.
    """
    since = timezone.now() - timedelta(days=1)
    if Removal.objects.filter(origin=origin, asked_at__gt=since).count() >= PER_DAY:
        raise Refused(f"요청은 하루에 {PER_DAY}건까지 받습니다. 급하면 편집국으로 연락해 주십시오.")
    same = {name: told[name] for name in ("mail", "wish", "reason")}
    row, is_new = Removal.objects.open().get_or_create(
        profile=profile, **same, defaults={**told, "origin": origin}
    )
    if is_new:
        history.write(profile, "removal_ask", None, after={"바라는 것": row.get_wish_display()})
        letters.to_requester("asked", "요청을 받았습니다", row)
        letters.to_curators("new", "인물 쪽에 요청이 들어왔습니다", row)
    return row
