"""What each threshold would have meant."""

from itertools import pairwise

from hwalja.comments.admin import chart


def test_every_threshold_is_counted() -> None:
    decided = [(0.95, True), (0.5, True), (0.1, True), (0.9, False), (0.2, False)]
    found = chart.draw(decided, 0.9)
    assert found is not None
    assert (found.hidden, found.shown, len(found.steps)) == (3, 2, 21)
    assert (found.now.caught, found.now.missed, found.now.in_vain, found.now.spared) == (1, 2, 1, 1)
    assert (found.now.caught_share, found.now.in_vain_share) == (33.3, 50.0)
    first, last = found.steps[0], found.steps[-1]
    assert (first.caught_share, first.in_vain_share) == (100.0, 100.0)
    assert (last.caught, last.in_vain) == (0, 0)
    assert all(one.waiting >= other.waiting for one, other in pairwise(found.steps))
    for step in found.steps:
        assert step.caught + step.missed == 3 and step.in_vain + step.spared == 2


def test_without_decisions_there_is_no_picture() -> None:
    assert chart.draw([], 0.9) is None
    alone = chart.draw([(0.3, False)], 1.0)
    assert alone is not None and alone.now.caught_share == 0.0
