"""Say of texts which person of a directory each one means."""

import json
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hwalja.mentions import cases, known
from hwalja.mentions.reading import kiwi
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.linking import Linker


class Command(BaseCommand):
    help = "글마다 누구를 말하는지 인물 사전에서 찾습니다. 확실하지 않으면 null 입니다."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("cases", metavar="CASES.jsonl", help='한 줄에 {"id", "text", "date"?}')
        known.add_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        asked = self._cases(Path(options["cases"]))
        linker = Linker(Directory(known.entries_of(options["directory"])))
        split = partial(kiwi.sentences, kiwi.load())
        found = {case.id: cases.answer(case, linker, split) for case in asked}
        self.stdout.write(json.dumps(found, ensure_ascii=False))

    def _cases(self, file: Path) -> list[cases.Case]:
        try:
            return list(cases.read(known.text(file).splitlines()))
        except cases.BadCase as error:
            raise CommandError(f"{file}: {error}") from error
