"""The people and organisations that the paper's own directory knows."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import CommandError

from hwalja.mentions.reading import files
from hwalja.mentions.reading.shapes import Entry, Post


class NoDirectory(Exception):
    """This newspaper keeps no directory; the message is one Korean line for an operator."""


def entries() -> Iterator[Entry]:
    """Everybody whom the directory shows, in the order of their ids; raises NoDirectory."""
    if not apps.is_installed("hwalja.people"):
        raise NoDirectory(
            "이 신문에는 인물 사전이 없습니다. --directory 로 인물 파일을 지정하십시오."
        )
    # By name: a paper without that room has no such module.
    return map(_entry, import_module("hwalja.people.entries").rows())


def add_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--directory", metavar="FILE.json", help="신문의 인물 사전 대신 쓸 인물 파일"
    )


def entries_of(name: str | None) -> Iterable[Entry]:
    """Those of a file, or of the paper where none is named; raises CommandError in Korean."""
    if name is None:
        try:
            return entries()
        except NoDirectory as error:
            raise CommandError(str(error)) from error
    try:
        return files.entries(json.loads(text(Path(name))))
    except files.BadDirectory as error:
        raise CommandError(f"{name}: {error}") from error
    except ValueError as error:
        raise CommandError(f"{name}: JSON 파일이 아닙니다.") from error


def text(file: Path) -> str:
    """A file's text; raises CommandError in Korean."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CommandError(f"{file}: 파일이 없습니다.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file}: 파일을 읽을 수 없습니다(UTF-8 글이어야 합니다).") from error


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        name=row["name"],
        kind="organisation" if row["kind"] == "organisation" else "person",
        aliases=tuple(row["aliases"]),
        posts=tuple(Post(**post) for post in row["posts"]),
        birthday=row["birthday"],
    )
