"""`hwalja people load FILE.json`: take a list of people and organisations into the directory."""

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.utils import Error

from hwalja.people import files
from hwalja.people.actions.load import Loaded, load

LARGEST = 200 * 1024 * 1024  # Bytes: ten times a register of a hundred thousand.


class Command(BaseCommand):
    help = "인물: load(파일의 인물과 기관을 올립니다. 같은 파일은 두 번 올려도 그대로입니다)"

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        told = "JSON 목록: id, name, aliases, kind, org, title, party, district, birthday"
        loading = verbs.add_parser("load", help=told)
        loading.add_argument("file", metavar="FILE", help=f"{told}. 후보자 명부도 됩니다")

    def handle(self, *args: Any, verb: str, file: str, **options: Any) -> None:
        path = Path(file)
        try:
            read = files.read(_content(path))
        except files.BadFile as bad:
            raise CommandError(f"{file}: 아무것도 올리지 않았습니다.\n{bad}") from None
        if read.unknown:
            self.stderr.write(f"{file}: 모르는 항목은 읽지 않았습니다: {', '.join(read.unknown)}")
        progress = Progress(len(read.records), sys.stderr)
        try:
            done = load(read.records, None, document=path.name, told=progress.show)
        except Error as error:
            line = " ".join(str(error).split())
            raise CommandError(
                f"데이터베이스를 쓸 수 없습니다(hwalja init 은 했습니까?): {line}"
            ) from None
        self.stdout.write(_said(done))


class Progress:
    """How far a long run has come, on standard error."""

    EVERY = 0.5  # Seconds.

    def __init__(self, total: int, out: Any) -> None:
        self.total, self.out, self.shown_at = total, out, time.monotonic()

    def show(self, so_far: Loaded) -> None:
        last = so_far.done == self.total
        if not last and time.monotonic() - self.shown_at < self.EVERY:
            return
        self.shown_at = time.monotonic()
        line = f"{so_far.done:,}/{self.total:,}명 처리"
        is_terminal = self.out.isatty()
        end = "\n" if last or not is_terminal else ""
        self.out.write(f"\r{line}{end}" if is_terminal else f"{line}{end}")
        self.out.flush()


def _content(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise CommandError(f"{path}: 파일이 너무 큽니다.")
        return path.read_bytes().decode()
    except FileNotFoundError:
        raise CommandError(f"{path}: 파일이 없습니다.") from None
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}: UTF-8이 아닙니다({error.start:,}번째 바이트).") from None
    except OSError as error:
        raise CommandError(f"{path}: 읽을 수 없습니다({error.strerror}).") from None


def _said(done: Loaded) -> str:
    parts = [
        (done.new, "올림"),
        (done.added_to, "덧붙임"),
        (done.same, "그대로"),
        (done.hidden, "숨긴 것이라 그대로"),
    ]
    told = [f"{what} {count:,}" for count, what in parts if count]
    return f"{done.done:,}건: {', '.join(told)}"
