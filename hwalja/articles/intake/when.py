"""The ways in which Korean newspapers print the time of an article."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal

KST = timezone(timedelta(hours=9), "KST")
Role = Literal["published", "modified"]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_HALF = r"오전|오후|새벽|아침|낮|저녁|밤|[AaPp]\.?[Mm]\.?"
MOMENT = re.compile(
    rf"""
    (?<![\d.:/-])(?:
      (?P<y>(?:19|20)\d\d|(?<!\d)\d\d)\s{{0,2}}(?:[.\-/]|년)\s{{0,2}}
      (?P<m>\d{{1,2}})\s{{0,2}}(?:[.\-/]|월)\s{{0,2}}
      (?P<d>\d{{1,2}})(?!\d)\s{{0,2}}(?:일(?![요가-힣])|\.)?
    | (?P<em>{_MONTH})\.?\s{{1,2}}(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<ey>20\d\d)
    | (?P<ed2>\d{{1,2}})\s{{1,2}}(?P<em2>{_MONTH})\.?,?\s{{1,2}}(?P<ey2>20\d\d)
    | (?P<cy>20\d\d)(?P<cm>[01]\d)(?P<cd>[0-3]\d)(?=[\sT_]{{1,2}}\d|\d{{4}}(?:\d\d)?(?!\d)|$)
    )
    (?:\s{{0,2}}[(\[]?[월화수목금토일](?:요일)?[)\]]?(?![가-힣]))?
    (?:[\sT_,·|]{{0,4}}(?:(?P<half>{_HALF})\s{{0,2}})?
       (?P<H>[0-2]?\d)\s?(?:[:：]\s?(?P<M>[0-5]\d)|시(?:\s?(?P<M2>[0-5]?\d)\s?분)?
                            |(?<=\d\d)(?P<M3>[0-5]\d))
       (?:\s?[:：]?\s?(?P<S>[0-5]\d)(?:\.\d{{1,9}}|초)?(?![\d.\-/년]))?
       (?:\s?(?P<half2>[AaPp]\.?[Mm]\.?)(?![A-Za-z]))?
       (?:\s?(?P<zone>Z(?![A-Za-z])|[+-][01]\d:?[0-5]\d|KST|UTC|GMT))?
    )?
    """,
    re.X,
)
_MODIFIED = re.compile(r"수정|업데이트|갱신|변경|최종|updated|modified", re.I)
_PUBLISHED = re.compile(
    r"입력|승인|등록|작성|송고|게재|게시|발행|출고|전송|보도|최초|일시|날짜|published|posted", re.I
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment on a line, how exact it is, and what its label calls it."""

    moment: datetime
    clock: bool
    role: Role | None
    start: int
    end: int


def parse(text: str) -> datetime | None:
    """The first moment in a text such as a meta tag's, in Korean time."""
    return next((stamp.moment for stamp in stamps(text)), None)


def sharpen(shown: datetime | None, exact: list[datetime]) -> datetime | None:
    """The exact time of a moment that was shown to the minute, or to the day alone."""
    if shown is None:
        return None
    minute = (one for one in exact if one.replace(second=0) == shown)
    day = (
        one for one in exact if (shown.hour, shown.minute) == (0, 0) and one.date() == shown.date()
    )
    return next(minute, None) or next(day, shown)


def stamps(line: str, before: str = "") -> list[Stamp]:
    """Every moment on a line with its role; `before` is the line above, if that is a label."""
    found = list(_moments(line))
    if not found:
        return []
    # "입력 A 수정 B" or "A 입력 B 수정": the first gap that holds a label decides.
    lead = f"{before} {line[: found[0].start]}"
    edges = [stamp.start for stamp in found[1:]] + [len(line)]
    labels = [role_of(lead)] + [
        role_of(line[a.end : b.start]) for a, b in itertools.pairwise(found)
    ]
    if labels[0] is None:
        labels = [role_of(line[s.end : edge]) for s, edge in zip(found, edges, strict=True)]
    return [
        Stamp(s.moment, s.clock, role, s.start, s.end)
        for s, role in zip(found, labels, strict=True)
    ]


def role_of(label: str) -> Role | None:
    """What a label says of the time beside it; "최초 등록" is not "최종 수정"."""
    if "최초" not in label and _MODIFIED.search(label):
        return "modified"
    return "published" if _PUBLISHED.search(label) else None


def _moments(line: str) -> Iterator[Stamp]:
    for match in MOMENT.finditer(line):
        moment = _moment(match)
        if moment:
            yield Stamp(moment, match["H"] is not None, None, match.start(), match.end())


def _moment(match: re.Match[str]) -> datetime | None:
    year = int(match["y"] or match["cy"] or match["ey"] or match["ey2"])
    day = int(match["d"] or match["cd"] or match["ed"] or match["ed2"])
    month = int(match["m"] or match["cm"] or _month(match["em"] or match["em2"]))
    hour = _hour(int(match["H"] or 0), (match["half"] or match["half2"] or "").lower())
    minute = int(match["M"] or match["M2"] or match["M3"] or 0)
    zone = UTC if match["zone"] in {"Z", "UTC", "GMT"} else _offset(match["zone"])
    try:
        midnight = datetime(year + 2000 if year < 100 else year, month, day, tzinfo=zone)
        moment = midnight + timedelta(hours=hour, minutes=minute, seconds=int(match["S"] or 0))
        return moment.astimezone(KST)
    except (ValueError, OverflowError):
        return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _hour(hour: int, half: str) -> int:
    """The hour of the day from a twelve-hour clock; 낮 1시 is 13, 밤 1시 is 1."""
    if half.startswith("p") or half in {"오후", "저녁"} or (half == "낮" and hour < 7):
        return hour if hour >= 12 else hour + 12
    if half == "밤" and 6 <= hour < 12:
        return hour + 12
    morning = half.startswith("a") or half in {"오전", "새벽", "아침"}
    return 0 if hour == 12 and (morning or half == "밤") else hour


def _offset(zone: str | None) -> timezone:
    if not zone or zone == "KST":
        return KST
    sign = -1 if zone[0] == "-" else 1
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return timezone(sign * timedelta(hours=hours, minutes=minutes))
