from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from hwalja.press import chart
from hwalja.press.models import Minute

NOW = datetime.fromisoformat("2026-03-02T14:07:30+09:00")


def minute(ago: timedelta, **numbers: int) -> Minute:
    told = {"pages": 1, "median": 0, "longest": 0, "waiting": 0, **numbers}
    return Minute(at=NOW.replace(second=0) - ago, **told)


def test_no_picture_of_nothing() -> None:
    assert chart.draw([], NOW) is None


def test_a_day_in_quarters_of_an_hour() -> None:
    found = chart.draw(
        [
            minute(timedelta(), pages=3, median=200, longest=900, waiting=4),
            minute(timedelta(minutes=7), pages=2, median=400, longest=500, waiting=9),
            minute(timedelta(minutes=8), pages=5),
            minute(timedelta(hours=24), pages=100),
        ],
        NOW,
    )
    assert found
    assert len(found.bars) == chart.STEPS
    last, before = found.slots
    assert (last.at.hour, last.at.minute) == (14, 0)
    assert (last.pages, last.median, last.longest, last.waiting) == (5, 300, 900, 9)
    assert (before.pages, before.median, before.longest) == (5, None, None)
    assert before.median_words == "–"


def test_it_is_drawn_to_scale() -> None:
    found = chart.draw([minute(timedelta(), median=100, longest=10_000, waiting=40)], NOW)
    assert found
    bar = found.bars[-1]
    assert [line.words for line in found.waits] == ["100 ms", "1초", "10초"]
    assert bar.top == found.waits[-1].at == 0
    assert bar.middle == found.waits[0].at == pytest.approx(chart.WAITS * 2 / 3)
    assert (found.most, bar.queue) == (50, chart.QUEUE * 40 / 50)
    assert bar.queue_top + (bar.queue or 0) == chart.FOOT
    assert all(each.left >= 0 and each.left + each.width <= 100 for each in found.bars)


def test_hours_stand_at_their_place() -> None:
    found = chart.draw([minute(timedelta())], NOW)
    assert found
    assert [line.words for line in found.hours if not line.minor] == ["18시", "0시", "6시", "12시"]
    noon = found.hours[-1]
    assert noon.at == pytest.approx(100 - 9 * 100 / chart.STEPS)


@pytest.mark.parametrize(("longest", "top"), [(5, 1_000), (61_000, 600_000), (10**10, 86_400_000)])
def test_whatever_it_takes_there_is_room(longest: int, top: int) -> None:
    found = chart.draw(
        [minute(timedelta(), median=longest, longest=longest)], timezone.localtime(NOW)
    )
    assert found
    assert found.waits[-1].at == 0 and found.bars[-1].top is not None
    assert 0 <= found.bars[-1].top <= chart.WAITS
    assert chart.LINES[len(found.waits) - 1] == top
