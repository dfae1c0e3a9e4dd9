"""`hwalja recognise IN.jsonl`: the names in texts of a file, one line of JSON for each text."""

import argparse
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hwalja.mentions.reading.recogniser import SHIPPED, Recogniser, Unreadable

# They end a line for some who read this, and are no control characters to JSON.
_ESCAPED = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


class Malformed(Exception):
    """A line that cannot be read; says in Korean why."""


class Command(BaseCommand):
    help = "파일의 글마다 사람·단체·장소·날짜·시간·수량의 이름을 찾아 JSON 한 줄로 답합니다."
    requires_system_checks = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "texts", type=Path, metavar="IN.jsonl", help='한 줄에 하나씩 {"id": …, "text": …}'
        )
        parser.add_argument(
            "--model", type=Path, default=SHIPPED, metavar="FILE", help="쓸 인식기(기본: 실린 것)"
        )

    def handle(self, *args: Any, texts: Path, model: Path, **options: Any) -> None:
        try:
            recogniser = Recogniser.load(model)
            bad = self._answer(recogniser, _lines(texts))
        except Unreadable as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(f"{texts}: 읽을 수 없습니다({error.strerror}).") from None
        if bad:
            raise CommandError(f"{texts}: 읽지 못한 줄이 {bad}개 있습니다.")

    def _answer(self, recogniser: Recogniser, lines: Iterator[tuple[int, bytes]]) -> int:
        """Write what is found; return how many lines could not be read."""
        bad = 0
        for number, line in lines:
            try:
                name, text = _asked(line)
            except Malformed as error:
                bad += 1
                self.stderr.write(f"{number}번째 줄: {error}")
                continue
            spans = [[one.start, one.end, one.label] for one in recogniser.spans(text)]
            told = json.dumps({"id": name, "spans": spans}, ensure_ascii=False)
            self.stdout.write(told.translate(_ESCAPED))
        return bad


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Numbered from 1; empty ones are passed over."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, line


def _asked(line: bytes) -> tuple[str | int, str]:
    """The id as given, and the text in NFC."""
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Malformed("UTF-8이 아닙니다.") from None
    except (ValueError, RecursionError):
        raise Malformed("JSON이 아닙니다.") from None
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise Malformed('{"id": …, "text": …}의 꼴이 아닙니다.')
    name = asked.get("id")
    if not isinstance(name, str | int) or isinstance(name, bool):
        raise Malformed("id가 글자나 정수가 아닙니다.")
    if not _is_whole(asked["text"]) or not _is_whole(str(name)):
        raise Malformed("짝이 없는 서로게이트가 들어 있습니다.")
    return name, unicodedata.normalize("NFC", asked["text"])


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)
