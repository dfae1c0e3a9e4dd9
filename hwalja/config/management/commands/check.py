"""Django's checks and ours, the database included."""

from typing import Any

from django.core.management.commands import check

from hwalja.config.serve import readiness


class Command(check.Command):
    help = "신문에 빠지거나 잘못된 것이 없는지 살핍니다. 내보내기 전에는 --deploy 를 붙이십시오."

    def handle(self, *app_labels: Any, **options: Any) -> None:
        readiness.home()
        readiness.database()
        options["databases"] = options["databases"] or ["default"]
        super().handle(*app_labels, **options)
