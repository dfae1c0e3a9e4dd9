"""How the press is doing, for the operator: in words, as JSON, and in the admin."""

import json
import time
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max
from django.utils import timezone

from hwalja.press import alarm, heartbeat, homes, words
from hwalja.press.marks import Order
from hwalja.press.models import Home, Mark
from hwalja.press.queue import AT_MOST

SHOWN = 20
# A minute is written when it is over; one that is older says nothing about now.
RECENT = timedelta(minutes=3)
DAY = timedelta(days=1)
# Before so much of the way, the time gone by says nothing about the time to come.
FORESEEABLE = 0.02


@dataclass(frozen=True)
class WalkReport:
    """Long work: `share` of its way is gone, from 0 to 1; None where the end cannot be told."""

    host: str
    name: str
    title: str
    share: float
    done: int
    seconds_left: int | None


@dataclass(frozen=True)
class TroubleReport:
    key: str
    reason: str
    since: datetime


@dataclass(frozen=True)
class HomeReport:
    """One home: what waits, how fast it presses, what it cannot press."""

    name: str
    host: str
    is_ours: bool
    is_silent: bool
    seen_at: datetime
    edition: int
    waiting: int
    oldest_seconds: float
    pages_last_minute: int
    pages_per_second: float
    median_ms: int
    longest_ms_last_day: int
    failed: int
    troubles: list[TroubleReport]


@dataclass(frozen=True)
class Report:
    at: datetime
    presser_alive: bool
    alarms: list[str]
    homes: list[HomeReport]
    walks: list[WalkReport]


def now() -> Report:
    """As of now, of every home."""
    ours = homes.store().note("home")
    rows = list(Home.objects.order_by("host", "name"))
    return Report(
        at=timezone.now(),
        presser_alive=heartbeat.is_alive("presser"),
        alarms=alarm.reasons(),
        homes=[_home(home, home.name == ours) for home in rows],
        walks=[_walk(home, told) for home in rows for told in home.walks],
    )


def _home(home: Home, is_ours: bool) -> HomeReport:
    minutes = home.minutes.order_by("-at")
    last = minutes.filter(at__gt=timezone.now() - RECENT).first()
    day = minutes.filter(at__gte=timezone.now() - DAY)
    return HomeReport(
        name=home.name,
        host=home.host,
        is_ours=is_ours,
        is_silent=alarm.is_silent(home, is_ours=is_ours),
        seen_at=home.seen_at,
        edition=home.edition,
        waiting=_waiting(home),
        oldest_seconds=_age(home.oldest_at),
        pages_last_minute=last.pages if last else 0,
        pages_per_second=round(last.pages / 60, 2) if last else 0.0,
        median_ms=last.median if last else 0,
        longest_ms_last_day=day.aggregate(top=Max("longest"))["top"] or 0,
        failed=home.troubles.count(),
        troubles=[
            TroubleReport(row.key, row.reason, row.since)
            for row in home.troubles.order_by("since")[:SHOWN]
        ],
    )


def _waiting(home: Home) -> int:
    """What the presser holds; of a bulk it holds but a part, and the log knows the rest."""
    if home.waiting < AT_MOST:
        return home.waiting
    behind = Mark.objects.filter(edition__gt=home.edition).exclude(order=Order.KEPT)
    return max(home.waiting, behind.count())


def _walk(home: Home, told: dict[str, Any]) -> WalkReport:
    return WalkReport(
        host=home.host,
        name=told["name"],
        title=words.walk(told["name"]),
        share=told["share"],
        done=told["done"],
        seconds_left=_seconds_left(told["share"], told["began"]),
    )


def _seconds_left(share: float, began: float) -> int | None:
    if not began or share < FORESEEABLE:
        return None
    return round((time.time() - began) * (1 - share) / share)


def said(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _age(moment: datetime | None) -> float:
    return round((timezone.now() - moment).total_seconds(), 1) if moment else 0.0


def as_json(report: Report) -> str:
    return json.dumps(asdict(report), ensure_ascii=False, indent=1, default=said)


def as_text(report: Report) -> str:
    lines = ["조판기가 돌고 있습니다." if report.presser_alive else "조판기가 멈춰 있습니다."]
    lines += [f"! {reason}" for reason in report.alarms]
    lines += [] if report.homes else ["아직 조판한 기계가 없습니다."]
    for home in report.homes:
        lines += _home_lines(home)
    lines += [f"긴 일: {walk_line(walk)}" for walk in report.walks]
    return "\n".join(lines)


def walk_line(walk: WalkReport) -> str:
    left = words.left(walk.seconds_left) if walk.seconds_left is not None else "끝날 때는 아직 모름"
    return f"{walk.title} {walk.share:.0%} ({walk.done:,}쪽, {left}) - {walk.host}"


def _wait(milliseconds: int) -> str:
    return words.wait(milliseconds) if milliseconds else "–"


def _home_lines(home: HomeReport) -> list[str]:
    rest = home.failed - len(home.troubles)
    return [
        f"{home.host}{' (이 기계)' if home.is_ours else ''}: 밀린 쪽 {home.waiting:,}"
        f"{f' (가장 오래된 것 {words.span(home.oldest_seconds)})' if home.oldest_seconds else ''},"
        f" 지난 1분에 {home.pages_last_minute:,}쪽(초당 {words.rate(home.pages_last_minute)}쪽),"
        f" 고친 뒤 보이기까지 {_wait(home.median_ms)}"
        f" (하루 중 가장 길게 {_wait(home.longest_ms_last_day)}),"
        f" 마지막 소식 {said(home.seen_at)}",
        *(
            f"  못 했습니다: {row.key} - {row.reason} ({said(row.since)}부터)"
            for row in home.troubles
        ),
        *([f"  … 그 밖에 {rest:,}쪽"] if rest > 0 else []),
    ]
