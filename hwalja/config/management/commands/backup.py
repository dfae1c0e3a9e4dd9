"""Back the paper up while it runs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from hwalja.config import faults
from hwalja.config.backup.write import write
from hwalja.config.serve import readiness


class Command(BaseCommand):
    help = "신문 전체(데이터베이스, 사진, 비밀 키)를 한 파일에 담습니다. 신문이 돌고 있어도 됩니다."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="만들 파일. 예: paper.tar.gz")
        parser.add_argument("--overwrite", action="store_true", help="이미 있는 파일에 덮어씁니다")

    def handle(self, *args: Any, file: Path, overwrite: bool, **options: Any) -> None:
        readiness.home()
        readiness.database()
        target = file.expanduser().absolute()
        try:
            _check(target, overwrite)
            size = write(target)
        except (OSError, DatabaseError) as error:
            said = faults.why(error) if isinstance(error, OSError) else str(error)
            raise CommandError(f"{target} 에 백업하지 못했습니다: {said}") from None
        self.stdout.write(
            f"{target} ({size / 1e6:.1f} MB). 비밀 키가 들어 있으니 남이 읽지 못하게 두십시오."
        )


def _check(target: Path, overwrite: bool) -> None:
    """Refuse what is no place for a new file before anything is written."""
    if not target.parent.is_dir():
        raise CommandError(f"{target.parent} 폴더가 없습니다.")
    if target.is_dir():
        raise CommandError(f"{target} 은 폴더입니다. 만들 파일의 이름까지 쓰십시오.")
    if target.exists() and not overwrite:
        raise CommandError(f"{target} 파일이 이미 있습니다. 덮어쓰려면 --overwrite 를 붙이십시오.")
