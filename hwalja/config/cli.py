"""The `hwalja` command: Django's commands, with our settings."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hwalja.config.settings")
    execute_from_command_line(["hwalja", *sys.argv[1:]])
