"""The `hwalja` command: Django's commands, with our settings."""

import os
import sys

from django.core.management import ManagementUtility
from django.core.management.base import BaseCommand, OutputWrapper

from hwalja.config.serve import lifeline


class Plain(OutputWrapper):
    """Standard error without the name of the exception in front of the message."""

    def write(self, msg: str = "", *args: object, **kwargs: object) -> None:  # type: ignore[override]
        super().write(msg.removeprefix("CommandError: "), *args, **kwargs)  # type: ignore[arg-type]


class Utility(ManagementUtility):
    def fetch_command(self, subcommand: str) -> BaseCommand:
        command = super().fetch_command(subcommand)
        command.stderr = Plain(sys.stderr)
        return command


def main() -> None:
    lifeline.hold()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hwalja.config.settings")
    Utility(["hwalja", *sys.argv[1:]]).execute()


if __name__ == "__main__":
    main()
