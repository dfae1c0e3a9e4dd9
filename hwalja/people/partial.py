"""Dates as far as they are known: 2020, 2020-05 or 2020-05-17."""

import re
from datetime import date

_FORM = re.compile(r"(\d{4})(?:[-./]?(\d{1,2})(?:[-./]?(\d{1,2}))?)?\.?")
LONGEST = 10


def read(text: str) -> str:
    """`text` as a year, year-month or day with hyphens; a part that is 00 is not known.

    Raises ValueError where it is none.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part or 0) for part in found.groups())
    date(year, month or 1, (month and day) or 1)
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def said(text: str) -> str:
    """As it is printed: 2020년 5월 17일."""
    units = zip(text.split("-"), "년월일", strict=False)
    return " ".join(f"{int(part)}{unit}" for part, unit in units) if text else ""


def has_begun(since: str, on: str) -> bool:
    """Whether what began at `since` may have begun by `on`; both as far as they are known."""
    short = min(len(since), len(on))
    return since[:short] <= on[:short]


def has_ended(until: str, on: str) -> bool:
    """Whether what ended at `until` was over by `on`: not within the time that `until` leaves open."""
    if not until:
        return False
    short = min(len(until), len(on))
    return until[:short] < on[:short]


def covers(since: str, until: str, on: str) -> bool:
    """Whether a time from `since` to `until`, either of them empty, may hold `on`."""
    return has_begun(since, on) and not has_ended(until, on)
