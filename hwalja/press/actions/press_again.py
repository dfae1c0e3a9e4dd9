"""Have pages pressed anew that could not be."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from hwalja.press.marks import Order, mark
from hwalja.press.models import Home, Trouble


@transaction.atomic
def press_again(troubles: Iterable[Trouble], user: Any) -> int:
    """Mark them dirty once more, on every home; how many pages that are. A log row a home."""
    if not user.has_perm("press.change_trouble"):
        raise PermissionDenied
    found = list(troubles)
    keys = {row.key for row in found}
    mark((key, Order.FRONT) for key in keys)
    for home in Home.objects.filter(pk__in={row.home_id for row in found}):
        ours = sorted(row.key for row in found if row.home_id == home.pk)
        log(home, "hwalja.press.again", user=user, data={"pages": len(ours), "first": ours[0]})
    return len(keys)
