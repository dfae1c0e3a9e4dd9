"""Sentences with their names marked, as KLUE keeps them."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hwalja.mentions.reading.recogniser.spans import LABELS, Span


class Malformed(Exception):
    """A file that cannot be trained on; says in Korean what is wrong, and in which line."""


@dataclass(frozen=True)
class Row:
    id: str
    text: str
    spans: tuple[Span, ...]


def read_rows(path: Path) -> list[Row]:
    """KLUE's form: `## id<TAB>…`, then a character, a tab and its mark (O, B-PS, I-PS …) a line."""
    rows = list(_rows(_lines(path), path))
    if not rows:
        raise Malformed(f"{path}: 이름을 표시한 문장이 없습니다(KLUE의 꼴이어야 합니다).")
    return rows


def _lines(path: Path) -> list[str]:
    try:
        # Not splitlines: a line separator may be one of the characters.
        return path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise Malformed(f"{path}: 읽을 수 없습니다({error.strerror}).") from None
    except UnicodeDecodeError:
        raise Malformed(f"{path}: UTF-8 파일이 아닙니다.") from None


def _rows(lines: Iterable[str], path: Path) -> Iterator[Row]:
    name, letters, marks = "", "", list[str]()
    for number, line in enumerate([*lines, "## "], start=1):
        if line.startswith("## "):
            if letters:
                yield _row(name, letters, marks)
            name, letters, marks = line[3:].split("\t")[0].strip(), "", []
        elif line:
            letter, _, mark = line.rpartition("\t")
            if mark != "O" and (mark[:2] not in ("B-", "I-") or mark[2:] not in LABELS):
                raise Malformed(f"{path}: {number}번째 줄의 표시 ‘{mark}’을(를) 알 수 없습니다.")
            letters += letter[:1] or " "
            marks.append(mark)


def _row(name: str, letters: str, marks: list[str]) -> Row:
    spans = []
    for start, mark in enumerate(marks):
        if mark.startswith("B-"):
            end = start + 1
            while end < len(marks) and marks[end] == "I-" + mark[2:]:
                end += 1
            spans.append(Span(start, end, mark[2:]))
    if unicodedata.is_normalized("NFC", letters):
        return Row(name, letters, tuple(spans))
    return _composed(Row(name, letters, tuple(spans)))


def _composed(row: Row) -> Row:
    """The row in NFC, its spans moved along."""

    def at(place: int) -> int:
        return len(unicodedata.normalize("NFC", row.text[:place]))

    spans = tuple(Span(at(one.start), at(one.end), one.label) for one in row.spans)
    return Row(row.id, unicodedata.normalize("NFC", row.text), spans)
