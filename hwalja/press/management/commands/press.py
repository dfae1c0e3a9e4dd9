"""`hwalja press status | all | check | path`: the press in the operator's hands."""

import argparse
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from hwalja.press import door, drift, homes, marks, report
from hwalja.press.compose import Refused
from hwalja.press.press import press

SAMPLE = 200
EVERY = 100  # Pages between two lines of progress.


class Command(BaseCommand):
    help = "조판: status(무엇이 밀렸나), all(모두 다시), check(맞는지), path 주소…(그 쪽만)"

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        status = verbs.add_parser("status", help="밀린 쪽, 걸린 시간, 실패한 쪽과 까닭")
        status.add_argument("--json", action="store_true")
        verbs.add_parser("all", help="모든 주소를 지금 다시 조판합니다")
        check = verbs.add_parser("check", help="조판된 쪽을 다시 만들어 견줍니다")
        check.add_argument("--all", action="store_true", help=f"{SAMPLE}쪽만 뽑지 않고 모두")
        path = verbs.add_parser("path", help="이 주소들을 지금 다시 조판합니다")
        path.add_argument("paths", nargs="+", metavar="주소")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        getattr(self, f"_{verb}")(**options)

    def _status(self, json: bool = False, **options: Any) -> None:
        found = report.now()
        self.stdout.write(report.as_json(found) if json else report.as_text(found))

    def _all(self, **options: Any) -> None:
        done = failed = 0
        began = timezone.now()
        for key in door.addresses():
            failed += not self._one(key)
            done += 1
            if done % EVERY == 0:
                self._progress(done, began)
        self.stdout.write(f"{done:,}쪽을 조판했습니다. 실패 {failed:,}쪽.")

    def _progress(self, done: int, began: datetime) -> None:
        seconds = (timezone.now() - began).total_seconds()
        self.stderr.write(f"{done:,}쪽 · 초당 {done / max(seconds, 0.001):.0f}쪽")

    def _one(self, key: str) -> bool:
        try:
            press(homes.store(), key, marks.edition() + 1)
        except (Refused, OSError) as error:
            self.stderr.write(f"{key}: {error}")
            return False
        return True

    def _check(self, all: bool = False, **options: Any) -> None:
        looked, found = 0, []
        for one in drift.check(homes.store(), None if all else SAMPLE):
            looked += 1
            if one:
                found.append(one)
                self.stdout.write(f"{one.key}: {one.why}")
        self.stdout.write(f"{looked:,}쪽 가운데 {len(found):,}쪽이 다릅니다.")
        if found:
            raise CommandError("다른 쪽이 있습니다. hwalja press path 로 다시 조판하십시오.")

    def _path(self, paths: list[str], **options: Any) -> None:
        failed = [key for key in paths if not self._one(key)]
        self.stdout.write(f"{len(paths) - len(failed)}쪽을 조판했습니다.")
        if failed:
            raise CommandError(f"조판하지 못했습니다: {', '.join(failed)}")
