"""Say of texts which person of a directory each one means."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hwalja.mentions import cases, known
from hwalja.mentions.reading import files, kiwi
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.linking import Linker
from hwalja.mentions.reading.shapes import Entry


class Command(BaseCommand):
    help = "글마다 누구를 말하는지 인물 사전에서 찾습니다. 확실하지 않으면 null 입니다."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("cases", metavar="CASES.jsonl", help='한 줄에 {"id", "text", "date"?}')
        parser.add_argument(
            "--directory", metavar="FILE.json", help="신문의 인물 사전 대신 쓸 인물 파일"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        asked = self._cases(Path(options["cases"]))
        linker = Linker(Directory(self._entries(options["directory"])))
        split = partial(kiwi.sentences, kiwi.load())
        found = {case.id: cases.answer(case, linker, split) for case in asked}
        self.stdout.write(json.dumps(found, ensure_ascii=False))

    def _cases(self, file: Path) -> list[cases.Case]:
        try:
            return list(cases.read(_text(file).splitlines()))
        except cases.BadCase as error:
            raise CommandError(f"{file}: {error}") from error

    def _entries(self, name: str | None) -> Iterable[Entry]:
        if name is None:
            try:
                return known.entries()
            except known.NoDirectory as error:
                raise CommandError(str(error)) from error
        try:
            return files.entries(json.loads(_text(Path(name))))
        except files.BadDirectory as error:
            raise CommandError(f"{name}: {error}") from error
        except ValueError as error:
            raise CommandError(f"{name}: JSON 파일이 아닙니다.") from error


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CommandError(f"{file}: 파일이 없습니다.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file}: 파일을 읽을 수 없습니다(UTF-8 글이어야 합니다).") from error
