"""Texts as sparse rows of the runs of characters that the assistant will see."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from hwalja.comments.assistant.features import fold, grams, key

LEAST_TEXTS = 2  # A run of one text alone teaches nothing about another.


@dataclass(frozen=True)
class Seen:
    """One row a text: 1 where it holds the run."""

    keys: np.ndarray  # uint32, sorted; one a column
    rows: sparse.csr_matrix
    runs: np.ndarray  # How many different runs each text has, known or not.


def see(texts: Sequence[str]) -> Seen:
    each = [
        np.fromiter({key(gram) for gram in grams(fold(text)[0])}, dtype=np.uint32) for text in texts
    ]
    runs = np.array([len(one) for one in each])
    keys, columns = np.unique(np.concatenate(each), return_inverse=True)
    starts = np.concatenate([[0], np.cumsum(runs)])
    ones: np.ndarray = np.ones(len(columns), dtype=np.float32)
    rows = sparse.csr_matrix((ones, columns, starts), shape=(len(texts), len(keys)))
    kept = np.flatnonzero(rows.getnnz(axis=0) >= LEAST_TEXTS)
    return Seen(keys[kept], rows[:, kept].tocsr(), np.maximum(runs, 1))


def rarity(rows: sparse.csr_matrix, among: slice) -> np.ndarray:
    """How telling each column is: ln((1 + texts) / (1 + texts that hold it))."""
    part = rows[among]
    return np.log((1 + part.shape[0]) / (1 + part.getnnz(axis=0))).astype(np.float32)
