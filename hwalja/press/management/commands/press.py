"""`hwalja press status | all | check | path`: the press in the operator's hands."""

import argparse
from collections.abc import Generator
from contextlib import closing
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.utils import Error

from hwalja.press import anew, drift, homes, marks, report, troubles, waiting, words
from hwalja.press.compose import Refused
from hwalja.press.models import Home
from hwalja.press.named import Unknown, key_of
from hwalja.press.press import press
from hwalja.press.progress import Progress

SAMPLE = 200
INTERRUPTED = 130  # As shells say it of Ctrl-C.


class Command(BaseCommand):
    help = "조판: status(무엇이 밀렸나), all(모두 다시), check(맞는지), path 주소…(그 쪽만)"

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        status = verbs.add_parser("status", help="밀린 쪽, 걸린 시간, 실패한 쪽과 까닭")
        status.add_argument("--json", action="store_true", help="프로그램이 읽을 모양으로")
        every = verbs.add_parser(
            "all", help="모든 쪽을 지금 다시 조판합니다. 멈췄으면 이어서 합니다"
        )
        every.add_argument("--anew", action="store_true", help="멈춘 데서 잇지 않고 처음부터")
        check = verbs.add_parser("check", help="조판된 쪽을 다시 만들어 견줍니다")
        check.add_argument("--all", action="store_true", help=f"{SAMPLE}쪽만 뽑지 않고 모두")
        path = verbs.add_parser("path", help="이 주소들을 지금 다시 조판합니다")
        path.add_argument("paths", nargs="+", metavar="주소", help="/news/12/ 또는 전체 주소")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        try:
            # Asked first: where there is no paper, nothing may be written.
            marks.edition()
            getattr(self, f"_{verb}")(**options)
        except OSError as error:
            # Not the page's fault: the next one would fail as well.
            raise CommandError(f"{words.fault(error)}. 고친 뒤 다시 부르십시오.") from None
        except Error as error:
            line = " ".join(str(error).split())
            raise CommandError(
                f"데이터베이스를 쓸 수 없습니다(hwalja init 은 했습니까?): {line}"
            ) from None

    def _status(self, json: bool = False, **options: Any) -> None:
        found = report.now()
        self.stdout.write(report.as_json(found) if json else report.as_text(found))

    def _all(self, anew: bool = False, **options: Any) -> None:
        try:
            self._run(afresh=anew)
        except KeyboardInterrupt:
            line = "멈췄습니다. hwalja press all 을 다시 부르면 여기서 이어서 합니다."
            raise CommandError(line, returncode=INTERRUPTED) from None

    def _run(self, *, afresh: bool) -> None:
        store = homes.store()
        run = anew.begin(store, afresh=afresh)
        if run.resumed:
            began = f"{run.began_at:%Y-%m-%d %H:%M}"
            self.stderr.write(f"{began}에 시작해 멈춘 일을 이어서 합니다(처음부터: --anew).")
        failed: set[str] = set()
        first = self._over(Progress("주소", anew.count()), anew.addresses(), run.edition, failed)
        rest = self._over(Progress("그 밖의 쪽"), anew.rest(store, run), run.edition, failed)
        anew.end(store)
        pressed, passed = first.worked + rest.worked, first.passed + rest.passed
        self.stdout.write(
            f"{pressed:,}쪽을 조판했습니다. 이미 된 쪽 {passed:,}, 못 한 쪽 {len(failed):,}."
        )
        if failed:
            raise CommandError("못 한 쪽이 있습니다. 까닭은 위에 있습니다.")

    def _over(
        self, progress: Progress, keys: Generator[str], edition: int, failed: set[str]
    ) -> Progress:
        """Press each that has not failed yet, and add to those what fails."""
        # Closed by name: Ctrl-C must not leave a query open behind it.
        with closing(keys):
            for key in keys:
                if key in failed:
                    continue
                done = self._one(key, edition)
                if done is None:
                    failed.add(key)
                else:
                    progress.step(worked=done)
                if progress.is_due():
                    self.stderr.write(progress.line())
        return progress

    def _one(self, key: str, edition: int) -> bool | None:
        """Was there anything to press? None where it failed, which is said."""
        try:
            done = press(homes.store(), key, edition)
        except Refused as error:
            self.stderr.write(f"{words.key(key)}: {error}")
            return None
        for home in Home.objects.filter(name=homes.store().note("home") or ""):
            troubles.clear(home, key)
        return done

    def _check(self, all: bool = False, **options: Any) -> None:
        progress, wrong, dirty = Progress("견줌"), 0, 0
        try:
            for one in drift.check(homes.store(), None if all else SAMPLE):
                progress.step()
                if one and waiting.is_late(homes.store(), one.key):
                    dirty += 1
                elif one:
                    wrong += 1
                    self.stdout.write(f"{one.key}: {one.why}")
                if progress.is_due():
                    self.stderr.write(progress.line())
        except KeyboardInterrupt:
            raise CommandError("멈췄습니다.", returncode=INTERRUPTED) from None
        later = f" 곧 조판될 쪽 {dirty:,}." if dirty else ""
        self.stdout.write(f"{progress.worked:,}쪽 가운데 {wrong:,}쪽이 다릅니다.{later}")
        if wrong:
            raise CommandError("다른 쪽이 있습니다. hwalja press path 로 다시 조판하십시오.")

    def _path(self, paths: list[str], **options: Any) -> None:
        try:
            keys = [key_of(text) for text in paths]
        except Unknown as error:
            raise CommandError(str(error)) from None
        failed = [key for key in keys if not self._now(key)]
        self.stdout.write(f"{len(keys) - len(failed):,}쪽을 조판했습니다.")
        if failed:
            raise CommandError(f"조판하지 못했습니다: {', '.join(failed)}")

    def _now(self, key: str) -> bool:
        """Press it however new it is; an address where nothing stands is a failure."""
        if self._one(key, marks.edition() + 1) is None:
            return False
        if homes.store().has(key):
            return True
        self.stderr.write(f"{key}: 그 주소에는 쪽이 없습니다(404).")
        return False
