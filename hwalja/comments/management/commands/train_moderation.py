"""`hwalja train-moderation TSV`: teach the assistant, on this machine's processor."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hwalja.comments.assistant import chosen, file
from hwalja.comments.assistant.training.rows import Malformed, read_lines, read_rows

NAMES = {"none": "깨끗함", "offensive": "모욕", "hate": "혐오", "toxic": "모욕·혐오"}


class Command(BaseCommand):
    help = "갈래를 매긴 댓글로 댓글 도우미를 가르칩니다(hwalja[train]이 있어야 합니다)"
    requires_system_checks = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "tsv", type=Path, metavar="TSV", help="첫 줄에 comments(또는 text)와 hate(또는 label)"
        )
        parser.add_argument(
            "--comments", type=Path, metavar="FILE", help="갈래 없는 댓글, 한 줄에 하나"
        )
        parser.add_argument("--out", type=Path, metavar="FILE", help="쓸 파일(기본: 이 신문의 것)")
        parser.add_argument("--licence", default="", help="파일에 적을 이용 허락")
        parser.add_argument("--source", default="", help="파일에 적을 출처")

    def handle(self, *args: Any, tsv: Path, **options: Any) -> None:
        out: Path = options["out"] or chosen.own()
        about = {name: options[name] for name in ("licence", "source") if options[name]}
        try:
            if not out.parent.is_dir():
                raise Malformed(f"‘{out.parent}’ 폴더가 없습니다.")
            comments = read_lines(options["comments"]) if options["comments"] else []
            trained = _trainer()(read_rows(tsv), comments, about, self.stderr.write)
            file.write(trained.model, out)
        except Malformed as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(f"{out}: 쓸 수 없습니다({error.strerror}).") from None
        self.stdout.write(_table(trained.figures))
        self.stdout.write(
            f"{out} ({out.stat().st_size / 1e6:.1f}MB)에 썼습니다. 신문을 다시 열면 쓰입니다."
        )


def _trainer() -> Any:
    try:
        from hwalja.comments.assistant.training.train import train
    except ImportError as error:
        raise CommandError(
            f"{error.name} 이(가) 없습니다. pip install 'hwalja[train]' 을 먼저 하십시오."
        ) from None
    return train


def _table(figures: Any) -> str:
    lines = [
        "5겹 시험: 가르치지 않은 댓글에 매긴 갈래",
        "",
        "댓글 수   정밀도  재현율  F1     갈래",
    ]
    lines += [
        f"{one.count:>7,}   {one.precision:.3f}   {one.recall:.3f}   {one.f1:.3f}  {NAMES[one.label]}"
        for one in (*figures.labels, figures.toxic)
    ]
    return "\n".join([*lines, "", f"세 갈래 평균(macro-F1) {figures.macro_f1:.3f}"])
