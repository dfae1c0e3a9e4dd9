"""`hwalja train-recogniser`: teach the recogniser of names, on this machine's processor."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from hwalja.mentions.reading.recogniser import file
from hwalja.mentions.reading.recogniser.training.forms import read_forms
from hwalja.mentions.reading.recogniser.training.measure import ALL, FULL, SEVERAL, Figure
from hwalja.mentions.reading.recogniser.training.rows import Malformed, read_rows

if TYPE_CHECKING:
    from hwalja.mentions.reading.recogniser.training.train import Trained

DATA = Path("klue-ner-news.tsv")
FORMS = Path("korean-entity-forms.tsv")
OUTPUT = Path("korean-news.model")
NAMES = {
    ALL: "모두",
    "PS": "사람",
    FULL: "  그중 세 글자 이름",
    SEVERAL: "  그중 여러 낱말 이름",
    "OG": "단체",
    "LC": "장소",
    "DT": "날짜",
    "TI": "시간",
    "QT": "수량",
}


class Command(BaseCommand):
    help = "이름을 표시한 문장으로 이름 인식기를 가르칩니다(hwalja[train]이 있어야 합니다)"
    requires_system_checks = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--data",
            type=Path,
            default=DATA,
            metavar="FILE",
            help="KLUE 꼴의 문장 (기본: %(default)s)",
        )
        parser.add_argument(
            "--forms",
            type=Path,
            default=FORMS,
            metavar="FILE",
            help="이름·갈래·횟수의 표 (기본: %(default)s)",
        )
        parser.add_argument(
            "--folds", type=int, default=0, metavar="N", help="N겹으로 재기도 합니다"
        )
        parser.add_argument(
            "--output",
            type=Path,
            default=OUTPUT,
            metavar="FILE",
            help="쓸 파일 (기본: %(default)s)",
        )

    def handle(self, *args: Any, output: Path, folds: int, **options: Any) -> None:
        if folds < 0 or folds == 1:
            raise CommandError("--folds 는 0이거나 2 이상이어야 합니다.")
        try:
            if not output.parent.is_dir():
                raise Malformed(f"‘{output.parent}’ 폴더가 없습니다.")
            rows, forms = read_rows(options["data"]), read_forms(options["forms"])
            if folds > len(rows):
                raise Malformed(f"문장이 {len(rows)}개뿐이라 {folds}겹으로 나눌 수 없습니다.")
            trained: Trained = _trainer()(rows, forms, folds, self.stderr.write)
            file.write(trained.contents, output)
        except Malformed as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(f"{output}: 쓸 수 없습니다({error.strerror}).") from None
        if trained.figures:
            self.stdout.write(table(trained.figures, folds))
        self.stdout.write(
            f"{output} ({output.stat().st_size / 1e6:.1f}MB)에 썼습니다. "
            f"가르치는 데 {trained.seconds:.0f}초 걸렸습니다."
        )


def _trainer() -> Any:
    try:
        from hwalja.mentions.reading.recogniser.training.train import train
    except ImportError as error:
        raise CommandError(
            f"{error.name} 이(가) 없습니다. pip install 'hwalja[train]' 을 먼저 하십시오."
        ) from None
    return train


def table(figures: dict[str, Figure], folds: int) -> str:
    lines = [
        f"{folds}겹 시험: 가르치지 않은 문장에서 찾은 이름",
        "",
        "이름 수   정밀도  재현율  F1     갈래",
    ]
    lines += [
        f"{one.there:>7,}   {one.precision:.3f}   {one.recall:.3f}   {one.f1:.3f}  {NAMES[group]}"
        for group in NAMES
        if (one := figures.get(group))
    ]
    return "\n".join([*lines, ""])
