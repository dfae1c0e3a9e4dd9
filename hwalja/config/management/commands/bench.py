"""Measure: make a paper of any size, and time what a paper does."""

import json
import sys
import time
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any
from unicodedata import east_asian_width

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from hwalja.articles.bench_paper import fill
from hwalja.config import costs, sqlite
from hwalja.config.serve import readiness

MOST = 5_000_000


class Progress:
    """How far it has come and when it will end, on standard error."""

    EVERY = 2.0  # Seconds between lines.

    def __init__(self, total: int, out: Any) -> None:
        self.total, self.out = total, out
        self.begun = self.shown = time.monotonic()
        self.first: int | None = None

    def __call__(self, done: int) -> None:
        now = time.monotonic()
        if self.first is None:
            self.first, self.begun = done, now
        if now - self.shown < self.EVERY and done < self.total:
            return
        self.shown = now
        self.out.write(self.line(done, now - self.begun) + "\n")

    def line(self, done: int, seconds: float) -> str:
        """`seconds` since the first batch was laid."""
        said = f"{done:,}/{self.total:,}건"
        laid = done - (self.first or 0)
        if not laid or not seconds:
            return said
        rate = laid / seconds
        left = (self.total - done) / rate
        return f"{said}, 1초에 {rate:,.0f}건, {_span(left)} 남음"


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}분 {rest}초" if minutes else f"{rest}초"


class Command(BaseCommand):
    help = "기사가 많은 신문을 만들어 재어 봅니다. archive: 만들기, costs: 재기"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        kinds = parser.add_subparsers(dest="kind", required=True, metavar="archive|costs")
        archive = kinds.add_parser("archive", help="빈 HWALJA_HOME에 지어낸 기사로 신문을 만듭니다")
        archive.add_argument("--articles", type=int, default=10_000, metavar="N", help="기사 수")
        archive.add_argument(
            "--seed", type=int, default=1, help="같은 수를 주면 같은 신문이 나옵니다"
        )
        costs = kinds.add_parser("costs", help="이 신문의 쪽과 편집 화면에 걸리는 시간을 잽니다")
        costs.add_argument("--json", action="store_true", help="표 대신 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        (self._archive if options["kind"] == "archive" else self._costs)(options)

    def _archive(self, options: dict[str, Any]) -> None:
        total = options["articles"]
        if not 1 <= total <= MOST:
            raise CommandError(f"--articles {total}: 1에서 {MOST:,} 사이의 수를 주십시오.")
        call_command("init", stdout=self.stdout, verbosity=0)
        wanted = fill.plan(total, options["seed"])
        begun = time.monotonic()
        with sqlite.in_haste():
            fill.fill(wanted, Progress(total, sys.stderr))
        sqlite.know_sizes()
        took = _span(time.monotonic() - begun)
        self.stdout.write(
            f"기사 {total:,}건짜리 신문이 되었습니다({took}). 재기: hwalja bench costs"
        )

    def _costs(self, options: dict[str, Any]) -> None:
        readiness.home()
        readiness.database()
        found = dict(costs.measure())
        if options["json"]:
            rows = {name: asdict(cost) for name, cost in found.items()}
            told = {"costs": rows, **_once()}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        self.stdout.write(f"{'':22}{'밀리초':>7}{'연산':>8}{'kB':>9}{'질의':>6}")
        for name, cost in found.items():
            self.stdout.write(_row(name, cost))
        once = _once()
        self.stdout.write(
            "메모리 {own:.0f} MB, 데이터베이스까지 많을 때 {peak:.0f} MB".format(**once)
        )
        self.stdout.write("한 번 내면 조판에 표시되는 곳 {marks}".format(**once))
        if not fill.is_bench_paper():
            self.stdout.write(
                "bench archive 로 만든 신문이 아니어서 편집과 게시는 재지 않았습니다."
            )


def _once() -> dict[str, float]:
    """What is measured but once."""
    return {"own": costs.own(), "peak": costs.peak(), "marks": costs.marks()}


def _row(name: str, cost: costs.Cost) -> str:
    # A Korean letter is two columns wide.
    width = sum(2 if east_asian_width(letter) == "W" else 1 for letter in name)
    padded = name + " " * (24 - width)
    return f"{padded}{cost.milliseconds:9.1f}{cost.processor:9.1f}{cost.size / 1000:9.1f}{cost.queries:8}"
