"""Morphemes grouped by meaning, from the analyser's own model of Korean.

Kiwi knows how alike in use two of its 70,000 morphemes are. A few hundred common ones serve as
landmarks: a morpheme is described by how near it is to each, and those described alike are a group.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.cluster import MiniBatchKMeans

from hwalja.mentions.reading.shapes import Token

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

_LANDMARKS = 400
# Of these the likeness to a landmark is asked; of the others it is taken as none.
_NEIGHBOURS = 4_000
# Cosines under the first are chance; under the second they say too little to be named.
_LEAST, _NEAR = 0.3, 0.35
_FLOOR = 0.25
_MOST_NEAR = 4
_KEPT = 12
_GROUPS = (60, 300)
_DIRECTIONS = 48
_TAGS = ("NNG", "NNP", "NNB", "NR", "VV", "VA", "XSN")
Nearness = Mapping[str, list[tuple[float, int]]]


def nearness(kiwi: Kiwi, lines: Iterable[Iterable[Token]]) -> dict[str, list[tuple[float, int]]]:
    """For each morpheme (`form/TAG`) its nearest landmarks, the commonest morphemes of the text."""
    counts = Counter((one.form, one.tag) for line in lines for one in line if one.tag in _TAGS)
    near = defaultdict(list)
    number = 0
    for morpheme, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if number == _LANDMARKS:
            break
        found = _alike(kiwi, morpheme)
        for one in found:
            near[f"{one.form}/{one.tag}"].append((round(one.score, 4), number))
        if found:
            near["/".join(morpheme)].append((1.0, number))
            number += 1
    return {key: sorted(found, reverse=True)[:_KEPT] for key, found in near.items()}


def _alike(kiwi: Kiwi, morpheme: tuple[str, str]) -> list[Any]:
    try:
        found = kiwi.most_similar_morphemes(morpheme, top_n=_NEIGHBOURS)
    except (KeyError, ValueError):  # Not of Kiwi's own morphemes, or of several meanings.
        return []
    return [one for one in found if one.score >= _LEAST]


def nearest(near: Nearness) -> dict[str, list[int]]:
    """The numbers of the few landmarks that a morpheme is really near to."""
    named = {
        key: [number for score, number in found if score >= _NEAR][:_MOST_NEAR]
        for key, found in near.items()
    }
    return {key: numbers for key, numbers in named.items() if numbers}


def groups(near: Nearness) -> dict[str, list[int]]:
    """For each noun, verb and suffix its group among a few and among many."""
    keys = sorted(key for key in near if key.rpartition("/")[2][0] in "NXVM")
    table: Any = np.zeros((len(keys), _LANDMARKS), dtype=np.float32)
    for row, key in enumerate(keys):
        for score, number in near[key]:
            table[row, number] = score - _FLOOR
    table = _narrow(table / np.linalg.norm(table, axis=1, keepdims=True))
    columns = [_grouped(table, count) for count in _GROUPS]
    return {key: [int(each[row]) for each in columns] for row, key in enumerate(keys)}


def _narrow(table: Any) -> Any:
    """The main directions only: what lies in the others is mostly chance, and costs time."""
    _, directions = np.linalg.eigh(table.T @ table)
    return table @ directions[:, -_DIRECTIONS:]


def _grouped(table: Any, count: int) -> Any:
    count = min(count, len(table))
    return MiniBatchKMeans(
        count, random_state=0, batch_size=4096, n_init=1, max_iter=10
    ).fit_predict(table)
