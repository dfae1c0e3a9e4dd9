"""Days and times of the demo paper, which always count from today."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

KST = timezone(timedelta(hours=9), "KST")


# Every story of day D-0 is out by this hour.
PRESS_TIME = 18


def edition_day(now: datetime) -> date:
    """Give the day that D-0 stands for: until press time the paper at hand is yesterday's."""
    local = now.astimezone(KST)
    return local.date() if local.hour >= PRESS_TIME else local.date() - timedelta(days=1)


def moment(text: str, today: date) -> datetime:
    """Turn "D-2 09:12:31" into the time of day two days before `today`, in KST."""
    found = re.fullmatch(r"(D[+-]\d+) (\d\d):(\d\d):(\d\d)", text)
    if not found:
        raise ValueError(f"not a time: {text!r}")
    hour, minute, second = (int(part) for part in found.groups()[1:])
    day = day_from(found[1], today)
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=KST)


def fill_dates(text: str, today: date, published: date) -> str:
    """Write {D-1} as "22일", {M-1} as "10월", {Q} as the last finished quarter, {Y+1} as a year."""

    def write(found: re.Match[str]) -> str:
        return _WRITERS[found[1]](int(found[2] or 0), today, published)

    return re.sub(r"\{([DMQY])([+-]\d+)?\}", write, text)


def _write_day(shift: int, today: date, published: date) -> str:
    day = today + timedelta(days=shift)
    return f"{day.day}일" if day.month == published.month else f"{day.month}월{day.day}일"


def _write_month(shift: int, today: date, published: date) -> str:
    return f"{(published.month - 1 + shift) % 12 + 1}월"


def _write_quarter(shift: int, today: date, published: date) -> str:
    return f"{((published.month - 1) // 3 - 1 + shift) % 4 + 1}분기"


def _write_year(shift: int, today: date, published: date) -> str:
    return f"{published.year + shift}년"


_WRITERS: dict[str, Callable[[int, date, date], str]] = {
    "D": _write_day,
    "M": _write_month,
    "Q": _write_quarter,
    "Y": _write_year,
}


def day_from(text: str, today: date) -> date:
    """Turn "D-3" into the day three days before `today`."""
    if not re.fullmatch(r"D[+-]\d+", text):
        raise ValueError(f"not a day: {text!r}")
    return today + timedelta(days=int(text[1:]))
