"""The figures of a year in a picture: across in percent of the width, down in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from hwalja.comments.figures import Told

HIGH = 160  # Pixels.
BAR = 0.6  # Of the width of a month.
LEAST = 2.0  # Pixels of what is there at all.


@dataclass(frozen=True)
class Bar:
    """A month: those written, and within them those that went; `left` and `middle` in percent."""

    told: Told
    left: float
    middle: float
    width: float
    written: float
    taken: float

    @property
    def written_top(self) -> float:
        return HIGH - self.written

    @property
    def taken_top(self) -> float:
        return HIGH - self.taken


@dataclass(frozen=True)
class Chart:
    bars: list[Bar]
    most: int
    summary: str


def draw(newest_first: Sequence[Told]) -> Chart | None:
    """Refused ones were never there: they stand on top of those written."""
    if not newest_first:
        return None
    months = list(reversed(newest_first))
    most = max(max(_sent(month), 1) for month in months)
    bars = [_bar(number, month, len(months), most) for number, month in enumerate(months)]
    return Chart(bars, most, _summary(months))


def _sent(month: Told) -> int:
    return month.figures.written + month.figures.refused_all


def _taken(month: Told) -> int:
    figures = month.figures
    return figures.refused_all + figures.hidden_all + figures.blocked


def _bar(number: int, month: Told, of: int, most: int) -> Bar:
    step = 100 / max(of, 6)
    return Bar(
        month,
        left=round(number * step + step * (1 - BAR) / 2, 3),
        middle=round(number * step + step / 2, 3),
        width=round(step * BAR, 3),
        written=_height(_sent(month), most),
        taken=_height(_taken(month), most),
    )


def _height(number: int, most: int) -> float:
    return max(round(HIGH * min(number, most) / most, 1), LEAST) if number else 0.0


def _summary(months: Sequence[Told]) -> str:
    """What the picture says, for who cannot see it."""
    sent, taken = sum(map(_sent, months)), sum(map(_taken, months))
    return f"{len(months)}달 동안 들어온 댓글 {sent:,}개 가운데 막거나 가린 것이 {taken:,}개입니다."
