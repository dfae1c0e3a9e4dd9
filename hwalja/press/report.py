"""How the press is doing, for the operator: in words, as JSON, and in the admin."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max, Sum
from django.utils import timezone

from hwalja.press import heartbeat, homes
from hwalja.press.models import Home, Mark, Minute, Trouble

SHOWN = 20


@dataclass(frozen=True)
class HomeReport:
    """One home: what waits, how fast it presses, what it cannot press."""

    host: str
    is_ours: bool
    seen_at: str
    waiting: int
    oldest_seconds: float
    pages_last_minute: int
    median_ms: int
    longest_ms_last_day: int
    troubles: list[dict[str, str]]


@dataclass(frozen=True)
class Report:
    presser_alive: bool
    homes: list[HomeReport]
    walks: list[dict[str, Any]]


def now() -> Report:
    """As of now, of every home; the walks are of ours."""
    ours = homes.store().note("home")
    found = [_home(home, home.name == ours) for home in Home.objects.order_by("host", "name")]
    state = json.loads(homes.store().note("state") or "{}")
    return Report(heartbeat.is_alive("presser"), found, state.get("walks", []))


def _home(home: Home, is_ours: bool) -> HomeReport:
    behind = Mark.objects.filter(edition__gt=home.edition)
    oldest = behind.order_by("marked_at").values_list("marked_at", flat=True).first()
    rows = home.minutes.order_by("-at")
    last, day = rows.first(), rows.filter(at__gte=timezone.now() - timedelta(days=1))
    recent = last if last and last.at > timezone.now() - timedelta(minutes=3) else None
    return HomeReport(
        host=home.host,
        is_ours=is_ours,
        seen_at=_said(home.seen_at),
        waiting=behind.count(),
        oldest_seconds=_age(oldest),
        pages_last_minute=recent.pages if recent else 0,
        median_ms=recent.median if recent else 0,
        longest_ms_last_day=day.aggregate(top=Max("longest"))["top"] or 0,
        troubles=[_trouble(row) for row in home.troubles.order_by("since")[:SHOWN]],
    )


def _trouble(row: Trouble) -> dict[str, str]:
    return {"key": row.key, "reason": row.reason, "since": _said(row.since)}


def _said(time: datetime) -> str:
    return timezone.localtime(time).isoformat(timespec="seconds")


def _age(time: datetime | None) -> float:
    return round((timezone.now() - time).total_seconds(), 1) if time else 0.0


def as_json(report: Report) -> str:
    return json.dumps(asdict(report), ensure_ascii=False, indent=1)


def as_text(report: Report) -> str:
    lines = ["조판기가 돌고 있습니다." if report.presser_alive else "조판기가 멈춰 있습니다."]
    for home in report.homes:
        lines += _home_lines(home)
    lines += [
        f"긴 일: {walk['name']} {walk['share']:.0%} ({walk['done']:,}쪽)" for walk in report.walks
    ]
    return "\n".join(lines)


def _home_lines(home: HomeReport) -> list[str]:
    name = f"{home.host}{' (이 기계)' if home.is_ours else ''}"
    return [
        f"{name}: 밀린 쪽 {home.waiting:,}, 가장 오래된 것 {home.oldest_seconds:g}초,"
        f" 지난 1분에 {home.pages_last_minute:,}쪽,"
        f" 고친 뒤 보이기까지 {home.median_ms:,} ms (하루 중 가장 길게 {home.longest_ms_last_day:,} ms)",
        *(
            f"  못 했습니다: {row['key']} - {row['reason']} ({row['since']}부터)"
            for row in home.troubles
        ),
    ]


def last_day(home: Home) -> list[Minute]:
    """A row for each minute of the last day in which anything was pressed."""
    rows = home.minutes.filter(at__gte=timezone.now() - timedelta(days=1))
    return list(rows.order_by("at"))


def pages_of(home: Home) -> int:
    found = Minute.objects.filter(home=home).aggregate(sum=Sum("pages"))
    return found["sum"] or 0
