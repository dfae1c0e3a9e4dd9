"""Forget a machine that is gone."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from hwalja.press import heartbeat
from hwalja.press.models import Home


@transaction.atomic
def forget_home(name: str, user: Any) -> str:
    """Its host; empty where it is alive after all, or gone already.

    Should it come back, it takes itself for a new machine and fills its store anew.
    """
    if not user.has_perm("press.change_trouble"):
        raise PermissionDenied
    silent = timezone.now() - timedelta(seconds=heartbeat.LATE)
    home = Home.objects.select_for_update().filter(pk=name, seen_at__lt=silent).first()
    if home is None:
        return ""
    log(home, "hwalja.press.forget_home", user=user, data={"seen_at": home.seen_at.isoformat()})
    home.delete()
    return home.host
