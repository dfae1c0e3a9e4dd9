"""Back the paper up while it runs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

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
        if not target.parent.is_dir():
            raise CommandError(f"{target.parent} 폴더가 없습니다.")
        if target.exists() and not overwrite:
            raise CommandError(
                f"{target} 파일이 이미 있습니다. 덮어쓰려면 --overwrite 를 붙이십시오."
            )
        try:
            size = write(target)
        except OSError as error:
            raise CommandError(f"{target} 에 쓰지 못했습니다: {error.strerror}") from None
        self.stdout.write(
            f"{target} ({size / 1e6:.1f} MB). 비밀 키가 들어 있으니 남이 읽지 못하게 두십시오."
        )
