"""Take in captured pages: files and folders, as text or HTML."""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from hwalja.articles.actions.take_in import Taken, take_in
from hwalja.articles.intake import NotAnArticle, Record, read
from hwalja.articles.intake.decoding import MAX_BYTES

# No article in some file; Django's own errors end with 1.
NO_ARTICLE = 2


class Progress:
    """How far a long run has come, on standard error: one line that changes, or few lines."""

    # A line for a log now and then; a terminal's line as fast as the eye follows.
    EVERY_LOGGED, EVERY_SHOWN = 10.0, 0.2

    def __init__(self, total: int, out: Any) -> None:
        self.total, self.out, self.done, self.bad = total, out, 0, 0
        self.shown_at = time.monotonic()
        self.terminal = out.isatty()

    def step(self, ok: bool) -> None:
        self.done += 1
        self.bad += not ok
        every = self.EVERY_SHOWN if self.terminal else self.EVERY_LOGGED
        last = self.done == self.total
        if self.total > 1 and (last or time.monotonic() - self.shown_at >= every):
            self._show(last)

    def _show(self, last: bool) -> None:
        self.shown_at = time.monotonic()
        line = f"{self.done}/{self.total}건 처리, {self.bad}건 넣지 못함"
        end = "\n" if last or not self.terminal else ""
        self.out.write(f"\r{line}{end}" if self.terminal else f"{line}\n")
        self.out.flush()


_JSON = (
    "기사마다 JSON 한 줄. id는 이 신문의 기사 번호, url은 원문 주소(없으면 게시된 기사의 주소), "
    "captions는 사진 설명과 출처, related는 원문에 있던 다른 기사 제목, comment_limit은 원문 쪽의 댓글 길이 제한, "
    "warnings는 확인할 것. 없는 항목은 null"
)


class Command(BaseCommand):
    help = "원고 파일(글, HTML)이나 폴더를 기사로 넣습니다. 같은 원고는 한 번만 들어갑니다."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="파일이나 폴더")
        parser.add_argument("--publish", action="store_true", help="초안으로 두지 않고 게시")
        parser.add_argument("--json", action="store_true", help=_JSON)
        parser.add_argument(
            "--photo",
            action="append",
            default=[],
            metavar="IMG",
            help="사진 설명 순서대로 붙일 사진",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        files = list(_files(options["files"]))
        if options["photo"] and len(files) != 1:
            raise CommandError("사진은 파일 하나를 넣을 때만 붙일 수 있습니다.")
        photos = [_photo(Path(name)) for name in options["photo"]]
        progress = Progress(len(files), sys.stderr)
        for file in files:
            progress.step(self._one(file, photos, options))
        if progress.bad:
            sys.exit(NO_ARTICLE)

    def _one(self, file: Path, photos: list[tuple[str, bytes]], options: dict[str, Any]) -> bool:
        """Take in one file and say so; False, with one line on standard error, if that fails."""
        try:
            record = read(_content(file), file.name)
            taken = take_in(record, photos=photos, publish=options["publish"], create=True)
        except (NotAnArticle, CommandError, PermissionDenied) as error:
            return self._fail(file, str(error))
        except ValidationError as error:
            return self._fail(file, " ".join(error.messages))
        except DatabaseError as error:
            # One article that the database refuses must not stop a folder of a thousand.
            return self._fail(file, _unsaved(error))
        self.stdout.write(_told(record, taken) if options["json"] else _said(record, taken))
        return True

    def _fail(self, file: Path, reason: str) -> bool:
        self.stderr.write(f"{file}: {' '.join(reason.split())}")
        return False


def _unsaved(error: DatabaseError) -> str:
    return (
        f"저장하지 못했습니다({error.__class__.__name__}). "
        "새로 설치했거나 판을 올렸다면 먼저 hwalja init 을 실행하십시오."
    )


def _files(names: list[str]) -> Iterator[Path]:
    """The files named, and those in the folders named, in order; hidden ones left out."""
    for name in names:
        path = Path(name)
        if path.is_dir():
            inside = sorted(path.rglob("*"))
            yield from (one for one in inside if one.is_file() and not one.name.startswith("."))
        else:
            yield path


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > 10 * MAX_BYTES:
            raise CommandError("파일이 너무 큽니다.")
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise CommandError("파일이 없습니다.") from error
    except PermissionError as error:
        raise CommandError("읽을 권한이 없습니다.") from error
    except OSError as error:
        raise CommandError("파일을 읽을 수 없습니다.") from error


def _photo(file: Path) -> tuple[str, bytes]:
    """A photo's name and content; its path is told with what is wrong with it."""
    try:
        return file.name, _content(file)
    except CommandError as error:
        raise CommandError(f"{file}: {error}") from error


def _told(record: Record, taken: Taken) -> str:
    """The record as JSON; its id is by now the article's number here.

    Its address is the page's own; where the page told none, that of the published article.
    """
    article = taken.article
    record.id = article.number
    if record.url is None and article.live:
        record.url = settings.BASE_URL + article.get_absolute_url()
    record.warnings = [*record.warnings, *taken.warnings]
    return record.as_json()


def _said(record: Record, taken: Taken) -> str:
    state = "게시" if taken.article.live else "초안"
    lines = [f"{record.file}: {taken.article.number}번 ‘{taken.article.title}’ ({state})"]
    return "\n".join([*lines, *(f"  {told}" for told in [*record.warnings, *taken.warnings])])
