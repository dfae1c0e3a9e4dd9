"""The two tables are read as the model's library reads them."""

import itertools
from collections import defaultdict

import numpy as np
import pytest

from hwalja.mentions.reading.recogniser.decoding import Stretch, chosen, stretches
from hwalja.mentions.reading.recogniser.weights import MARKS, averaged, unpack

FITTING = averaged([({}, {})])
NUMBER = {mark: at for at, mark in enumerate(MARKS)}


def total(path: tuple[str, ...], scores: np.ndarray, moves: np.ndarray) -> float:
    """The score of one way, -inf where its marks do not fit each other."""
    numbers = [NUMBER[mark] for mark in path]
    if path[0][0] in "IE" or path[-1][0] in "BI":
        return -np.inf
    out = sum(scores[at, number] for at, number in enumerate(numbers))
    return out + sum(moves[pair] for pair in itertools.pairwise(numbers))


def spelt(path: tuple[str, ...]) -> set[tuple[int, int, str]]:
    """The stretches that the marks of one way spell."""
    out, first = set(), 0
    for unit, mark in enumerate(path):
        first = unit if mark[0] in "SB" else first
        if mark[0] in "SE":
            out.add((first, unit + 1, mark[2:]))
    return out


def test_chances_agree_with_trying_every_way() -> None:
    chance = np.random.default_rng(5)
    marks = [mark for mark in MARKS if mark[-2:] in ("O", "PS", "OG")]
    moves = FITTING.moves + chance.normal(size=FITTING.moves.shape)
    sentences = [chance.normal(size=(length, len(MARKS))) * 2 for length in (3, 1, 4, 3)]
    for scores in sentences:
        scores[:, [NUMBER[mark] for mark in set(MARKS) - set(marks)]] = -50
    for scores, found in zip(sentences, stretches(sentences, moves), strict=True):
        ways = list(itertools.product(marks, repeat=len(scores)))
        totals = np.exp([total(way, scores, moves) for way in ways])
        expected: dict[tuple[int, int, str], float] = defaultdict(float)
        for way, weight in zip(ways, totals / totals.sum(), strict=True):
            for one in spelt(way):
                expected[one] += weight
        told = {(one.first, one.stop, one.label): one.chance for one in found}
        assert told == pytest.approx({k: v for k, v in expected.items() if v > 0.04}, abs=1e-6)


def test_the_likeliest_are_chosen_and_none_within_another() -> None:
    whole, first, last = (
        Stretch(0, 3, "OG", 0.5),
        Stretch(0, 1, "LC", 0.45),
        Stretch(3, 4, "PS", 0.9),
    )
    assert chosen([last, first, whole]) == [whole, last]
    assert chosen([last, first]) == [first, last]


def test_long_sentences_stay_in_range() -> None:
    scores = np.random.default_rng(7).normal(size=(5000, len(MARKS))) * 30
    (found,) = stretches([scores], FITTING.moves)
    assert found and all(0 < one.chance < 1.000001 for one in found)


def test_no_sentences() -> None:
    assert stretches([], FITTING.moves) == []


def test_the_mean_of_two_models() -> None:
    one = ({("w=가", "S-PS"): 2.0}, {("O", "S-PS"): 1.0})
    other = ({("w=가", "S-PS"): 1.0, ("w=나", "O"): 4.0}, {})
    weights = averaged([one, other])
    scores = weights.scores([["w=가"], ["w=나", "w=다"], []])
    assert scores[0, NUMBER["S-PS"]] == pytest.approx(1.5)
    assert scores[1, NUMBER["O"]] == pytest.approx(2.0)
    assert not scores[2].any()
    assert weights.moves[NUMBER["O"], NUMBER["S-PS"]] == pytest.approx(0.5)


def test_packed_weights_come_back_to_a_thousandth() -> None:
    weights = averaged([({("w=가", "S-PS"): 1.23456, ("w=나", "O"): -3.5}, {})])
    back = unpack(weights.pack())
    assert back.rows == weights.rows
    assert np.allclose(back.states, weights.states, atol=0.0006)
    assert np.array_equal(back.moves, weights.moves)
