"""Restore a backup into an empty home."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from hwalja.config import faults
from hwalja.config.backup.read import read


class Command(BaseCommand):
    help = "백업 파일에서 신문을 되살립니다. HWALJA_HOME은 빈 폴더여야 합니다."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="hwalja backup으로 만든 파일")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            if not file.is_file():
                raise CommandError(f"{file} 파일이 없습니다.")
            count = read(file)
            call_command("init", verbosity=0)
        except OSError as error:
            raise CommandError(f"{file} 에서 되살리지 못했습니다: {faults.why(error)}") from None
        self.stdout.write(f"파일 {count}개를 되살렸습니다. hwalja serve 로 여십시오.")
