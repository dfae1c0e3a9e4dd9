"""What Korean words mean, from the language model inside the morphological analyser Kiwi.

Kiwi (https://github.com/bab2min/Kiwi, Apache-2.0) tells how alike two morphemes are. Likeness to a few
hundred frequent ones gives every morpheme a place in space (Nyström's method).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from kiwipiepy import Kiwi
from scipy import sparse
from sklearn.preprocessing import normalize

from hwalja.comments.assistant.training.seen import LEAST_TEXTS, rarity

LANDMARKS = 500  # More than the 256 dimensions of Kiwi's own space.
# Tags that carry meaning: nouns, verbs, adjectives, roots, adverbs, interjections, pronouns.
_MEANING = ("NN", "VV", "VA", "VX", "XR", "MA", "IC", "NP")
_NEGLIGIBLE = 1e-2


@dataclass(frozen=True)
class Morphemes:
    """Each text as morphemes: sparse rows of singles and pairs, and dense rows of meaning."""

    rows: sparse.csr_matrix
    meaning: np.ndarray


def analyse(texts: Sequence[str], among: slice) -> Morphemes:
    kiwi = Kiwi(num_workers=1)
    tokens = [list(one) for one in kiwi.tokenize(list(texts), normalize_coda=True)]
    singles = [[(token.form, token.tag) for token in row] for row in tokens]
    pairs = [[*row, *pairwise(row)] for row in singles]
    _, rows = _count(pairs)
    return Morphemes(_weighted(rows, among), _meaning(kiwi, tokens, among))


def _meaning(kiwi: Kiwi, tokens: list[list], among: slice) -> np.ndarray:
    tags = {token.id: token.tag for row in tokens for token in row}
    ids, rows = _count([[token.id for token in row] for row in tokens])
    found = Counter(dict(zip(ids, rows.getnnz(axis=0).tolist(), strict=True)))
    landmarks = [one for one, _ in found.most_common(3000) if tags[one].startswith(_MEANING)]
    places = _places(kiwi, ids, landmarks[:LANDMARKS])
    return normalize(_weighted(rows, among) @ places).astype(np.float32)


def _count(rows: list[list]) -> tuple[list, sparse.csr_matrix]:
    """What occurs in two texts or more, sorted, and 1 + ln(times) of each."""
    texts = Counter(item for row in rows for item in set(row))
    kept = [item for item, count in texts.items() if count >= LEAST_TEXTS]
    number = {item: n for n, item in enumerate(sorted(kept, key=repr))}
    cells = [
        (n, number[item], 1 + np.log(times))
        for n, row in enumerate(rows)
        for item, times in Counter(row).items()
        if item in number
    ]
    lines, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    counts = sparse.csr_matrix(
        (np.array(values, dtype=np.float32), (lines, columns)), shape=(len(rows), len(number))
    )
    return list(number), counts


def _weighted(rows: sparse.csr_matrix, among: slice) -> sparse.csr_matrix:
    return normalize(rows @ sparse.diags(rarity(rows, among)))


def _places(kiwi: Kiwi, ids: list[int], landmarks: list[int]) -> np.ndarray:
    """A unit vector for each morpheme; zeros for one that the language model does not know."""
    likeness = np.array(
        [[kiwi.morpheme_similarity(one, other) for other in landmarks] for one in ids]
    ).reshape(len(ids), len(landmarks))
    number = {one: n for n, one in enumerate(ids)}
    known = [n for n, one in enumerate(landmarks) if np.isfinite(likeness[number[one], n])]
    likeness = np.nan_to_num(likeness[:, known])
    among = likeness[[number[landmarks[n]] for n in known]]
    values, vectors = np.linalg.eigh((among + among.T) / 2)
    kept = values > _NEGLIGIBLE
    places = likeness @ (vectors[:, kept] / np.sqrt(values[kept]))
    return normalize(places - places.mean(axis=0)) if places.size else places
