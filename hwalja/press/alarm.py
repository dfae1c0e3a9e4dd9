"""Is anything wrong with the press? Said on the admin's pages until it is healed."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone

from hwalja.press import heartbeat, homes, words
from hwalja.press.models import Home, Trouble

# A page is tried again every two seconds: what has not healed by then will not by itself.
FAILING = timedelta(seconds=10)
# Editors look at their page within a minute.
WAITING = timedelta(minutes=1)
SILENT = timedelta(seconds=heartbeat.LATE)
STOPPED = "이 기계의 조판기가 멈춰 있습니다. 고친 것이 독자에게 나가지 않습니다."

_ASKED = "_press_reasons"


def of(request: HttpRequest) -> list[str]:
    """`reasons`, asked for once however many places of a page want them."""
    found: list[str] | None = getattr(request, _ASKED, None)
    if found is None:
        found = reasons()
        setattr(request, _ASKED, found)
    return found


def reasons() -> list[str]:
    """What is wrong now, a sentence each; empty while all is well. One query."""
    ours = homes.store().note("home")
    rows = list(_homes())
    silent = {row.pk for row in rows if is_silent(row, is_ours=row.pk == ours)}
    alive = {row.host for row in rows if row.pk not in silent}
    found = [STOPPED] if not heartbeat.is_alive("presser") else []
    for row in rows:
        if row.pk not in silent:
            found += _of_living(row, f"{row.host}: " if len(rows) > 1 else "")
        # A host with another, living home has been restored or set up anew.
        elif row.pk != ours and row.host not in alive:
            found.append(f"{row.host}의 조판기에서 {_age(row.seen_at)}째 소식이 없습니다.")
    return found


def _homes() -> QuerySet[Any]:
    failing = Q(troubles__since__lt=timezone.now() - FAILING)
    first = Trouble.objects.filter(home=OuterRef("pk")).order_by("since")[:1]
    return Home.objects.order_by("host", "name").annotate(
        failing=Count("troubles", filter=failing),
        since=Subquery(first.values("since")),
        reason=Subquery(first.values("reason")),
    )


def is_silent(home: Home, *, is_ours: bool) -> bool:
    """Has its presser said nothing for too long? Ours need not reach the database to be heard."""
    if is_ours:
        return not heartbeat.is_alive("presser")
    return timezone.now() - home.seen_at > SILENT


def _of_living(home: Any, where: str) -> Iterator[str]:
    if home.failing:
        many = f"쪽 {home.failing:,}개를 {_age(home.since)}째"
        yield f"{where}{many} 조판하지 못하고 있습니다: {home.reason}"
    # What fails waits too, and has been named.
    elif home.oldest_at and timezone.now() - home.oldest_at > WAITING:
        many = f"(밀린 쪽 {home.waiting:,}개)"
        yield f"{where}고친 것이 {_age(home.oldest_at)}째 조판을 기다립니다{many}."


def _age(moment: datetime) -> str:
    return words.span((timezone.now() - moment).total_seconds())
