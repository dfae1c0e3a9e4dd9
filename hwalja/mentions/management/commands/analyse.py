"""Read articles: from files, to tell who is in them and who said what, or all of the paper's own."""

import json
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hwalja.articles.intake import NotAnArticle
from hwalja.mentions import archive, known, sources
from hwalja.mentions.reading import kiwi
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.reader import Reader
from hwalja.mentions.reading.recogniser import Recogniser, Unreadable
from hwalja.mentions.told import told


class Command(BaseCommand):
    help = (
        "기사 파일을 읽어 누가 나오고 누가 무슨 말을 했는지 알려 줍니다. 한 파일에 한 줄씩 씁니다."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", metavar="FILE", nargs="*", help="글, 또는 담아 둔 기사 페이지")
        parser.add_argument(
            "--all", action="store_true", help="나가 있는 기사를 모두 읽어 둡니다. 이어서 합니다."
        )
        parser.add_argument("--json", action="store_true", help="JSON으로 씁니다(늘 그렇습니다).")
        known.add_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"] == bool(options["files"]):
            raise CommandError("읽을 파일을 적거나, 기사를 모두 읽으려면 --all 을 붙이십시오.")
        if options["all"]:
            archive.read_all(self.stdout.write)
        else:
            self._files(options)

    def _files(self, options: dict[str, Any]) -> None:
        directory = Directory(known.entries_of(options["directory"]))
        analyser = kiwi.load()
        split = partial(kiwi.sentences, analyser)
        try:
            reader = Reader(directory, Recogniser.load(kiwi=analyser).spans)
        except Unreadable as error:
            raise CommandError(str(error)) from None
        failed = 0
        for name in options["files"]:
            try:
                document = sources.read(Path(name).read_bytes(), split)
            except (OSError, NotAnArticle) as error:
                failed += 1
                self.stderr.write(f"{name}: {_why(error)}")
                continue
            line = told(Path(name).name, document, reader.read(document))
            self.stdout.write(json.dumps(line, ensure_ascii=False))
        if failed:
            raise CommandError(f"파일 {failed}개를 읽지 못했습니다.")


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "파일이 없습니다."
    return "파일을 읽을 수 없습니다." if isinstance(error, OSError) else str(error)
