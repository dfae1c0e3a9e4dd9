"""`hwalja comments verify`: has anybody changed the log of what was decided?"""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.utils import Error

from hwalja.comments import log
from hwalja.comments.models import LogRow


class Command(BaseCommand):
    help = "댓글: verify(기록의 사슬이 온전한지 봅니다)"

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("verify", help="기록이 쓰인 뒤에 바뀌거나 빠졌는지 봅니다")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        try:
            self._verify()
        except Error as error:
            line = " ".join(str(error).split())
            raise CommandError(
                f"데이터베이스를 쓸 수 없습니다(hwalja init 은 했습니까?): {line}"
            ) from None

    def _verify(self) -> None:
        count = 0
        for fault in log.faults():
            count += 1
            self.stdout.write(fault)
        if count:
            raise CommandError(f"댓글 기록이 온전하지 않습니다: 어긋난 곳 {count:,}.")
        self.stdout.write(f"댓글 기록이 온전합니다: {LogRow.objects.count():,}줄.")
