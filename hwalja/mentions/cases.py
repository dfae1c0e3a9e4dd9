"""Texts that ask who is meant: one JSON object a line, and the answer for each."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from hwalja.mentions.reading import document, people
from hwalja.mentions.reading.document import Splitter
from hwalja.mentions.reading.files import POLLS
from hwalja.mentions.reading.linking import Linker


class BadCase(ValueError):
    """A line is no case; the message is one Korean line that names it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and the day it came out if that is known."""

    id: str
    text: str
    on: date | None = None


def read(lines: Iterable[str]) -> Iterator[Case]:
    """The cases of a file: `id`, `text`, and `date` (ISO) or the number of an `assembly`, on
    whose polling day the text then came out; raises BadCase. Empty lines are skipped."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _case(line, number)


def _case(line: str, number: int) -> Case:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BadCase(f"{number}번째 줄: JSON이 아닙니다.") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise BadCase(f"{number}번째 줄: 글(text)이 없습니다.")
    if not isinstance(row.get("id"), str | int):
        raise BadCase(f"{number}번째 줄: id가 없습니다.")
    return Case(str(row["id"]), row["text"], _day(row, number))


def _day(row: dict[str, Any], number: int) -> date | None:
    assembly = str(row.get("assembly") or "")
    printed = row.get("date") or (POLLS.get(int(assembly)) if assembly.isdigit() else None)
    if not printed:
        return None
    try:
        return date.fromisoformat(str(printed))
    except ValueError as error:
        raise BadCase(f"{number}번째 줄: date는 2024-04-10 같은 날짜여야 합니다.") from error


def answer(case: Case, linker: Linker, split: Splitter) -> str | None:
    """The id of the one person whom a text means by full name, or None.

    Where several people are linked a text does not say which of them is asked for.
    """
    found = people.find(document.body(case.text, split), linker, on=case.on)
    ids = {one.id for one in found if one.id and one.kind == "person"}
    return ids.pop() if len(ids) == 1 else None
