"""Labelled comments from a file of tab-separated values, and what is wrong with one."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from hwalja.comments.assistant.model import LABELS, Label

Row = tuple[str, Label]
TEXTS, ANSWERS = ("comments", "text"), ("hate", "label")
FEWEST = 10  # Of each label, so that every fold has two.


class Malformed(Exception):
    """Says in Korean, for the operator, what cannot be used."""


def read_rows(path: Path) -> list[Row]:
    """A header names the columns: comments (or text) and hate (or label)."""
    head, *lines = read_lines(path) or [""]
    names = head.split("\t")
    text, answer = _column(names, TEXTS, path), _column(names, ANSWERS, path)
    rows = []
    for number, line in enumerate(lines, start=2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != len(names):
            raise Malformed(
                f"{path} {number}째 줄: 칸이 {len(names)}개가 아니라 {len(cells)}개입니다."
            )
        rows.append((cells[text], _label(cells[answer], path, number)))
    return rows


def read_lines(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Malformed(f"{path}: UTF-8이 아닙니다({error.start:,}째 바이트).") from None
    except OSError as error:
        raise Malformed(f"{path}: 읽을 수 없습니다({error.strerror}).") from None
    # Only line feeds end a row: comments may hold rarer separators.
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")


def settle_rows(rows: Iterable[Row]) -> list[Row]:
    """Each text once, as it was labelled last: a newsroom may have changed its mind."""
    once = dict(rows)
    counts = Counter(once.values())
    for label in LABELS:
        if counts[label] < FEWEST:
            raise Malformed(
                f"‘{label}’ 댓글이 {counts[label]}개뿐입니다. 갈래마다 {FEWEST}개는 있어야 합니다."
            )
    return list(once.items())


def _column(names: list[str], wanted: tuple[str, ...], path: Path) -> int:
    for name in wanted:
        if name in names:
            return names.index(name)
    raise Malformed(f"{path}: 첫 줄에 ‘{'’ 또는 ‘'.join(wanted)}’ 칸이 없습니다.")


def _label(value: str, path: Path, number: int) -> Label:
    for label in LABELS:
        if value.strip() == label:
            return label
    raise Malformed(
        f"{path} {number}째 줄: ‘{value}’은(는) 갈래가 아닙니다. {', '.join(LABELS)} 가운데 하나여야 합니다."
    )
