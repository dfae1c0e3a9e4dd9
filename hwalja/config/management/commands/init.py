"""Prepare a home: tables, static files, an empty paper."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from hwalja.accounts.models import User
from hwalja.articles.actions.found import found
from hwalja.config import home, static_files


class Command(BaseCommand):
    help = "신문을 준비합니다. 다시 부르면 데이터베이스만 새 판으로 올립니다."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        home.prepare()
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        static_files.collect()
        found()
        if options["verbosity"]:
            self._say()

    def _say(self) -> None:
        self.stdout.write("준비되었습니다.")
        if not User.objects.exists():
            self.stdout.write(
                "첫 계정을 만드십시오: hwalja account 아이디 --name 이름 --mail 주소 --role 편집국장"
            )
