"""The student: one weight a run and label, fitted to labels and to what the teacher says."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import lsqr

from hwalja.comments.assistant.training.seen import Seen, rarity

# Chosen as the teacher's were. A comment labelled by the teacher counts half of one by people.
RIDGE, HEARSAY, STEPS, BIAS = 1.0, 0.5, 40, 0.5
KEPT = 300_000  # Runs in a model: 2.4 MB. With 500,000 the folds came out the same.


@dataclass(frozen=True)
class Desk:
    """All texts as the student reads them: rarity over the root of a text's runs, and a constant."""

    rows: sparse.csr_matrix
    unit: np.ndarray  # What a weight must be multiplied by to stand before 1/√runs.


def sit(seen: Seen, among: slice) -> Desk:
    unit = rarity(seen.rows, among)
    rows = sparse.diags((1 / np.sqrt(seen.runs)).astype(np.float32)) @ seen.rows
    rows = rows @ sparse.diags(unit)
    # Rows of length one in the mean, so that the ridge means the same for any collection.
    length = float(np.sqrt(rows.power(2).sum(axis=1).mean())) or 1.0
    constant = np.full((rows.shape[0], 1), BIAS, dtype=np.float32)
    return Desk(sparse.hstack([rows / length, constant]).tocsr(), unit / length)


def learn(
    desk: Desk, labelled: np.ndarray, targets: np.ndarray, heard: np.ndarray, hearsay: np.ndarray
) -> np.ndarray:
    """Weights, one row a run and the constant last: from labels and from the teacher's scores."""
    care = np.sqrt(np.r_[np.ones(len(labelled)), np.full(len(heard), HEARSAY)]).astype(np.float32)
    rows = sparse.diags(care) @ desk.rows[np.concatenate([labelled, heard])]
    wanted = np.concatenate([targets, hearsay]) * care[:, None]
    weights = np.stack([_fit(rows, column) for column in wanted.T], axis=1)
    return _prune(weights, rows)


def _fit(rows: sparse.csr_matrix, wanted: np.ndarray) -> np.ndarray:
    return lsqr(rows, wanted, damp=RIDGE**0.5, iter_lim=STEPS, atol=1e-5, btol=1e-5)[0]


def _prune(weights: np.ndarray, rows: sparse.csr_matrix) -> np.ndarray:
    """Only the runs that move the most scores."""
    moved = np.abs(weights[:-1]).max(axis=1) * np.sqrt(rows.getnnz(axis=0)[:-1])
    weights[:-1][np.argsort(-moved, kind="stable")[KEPT:]] = 0
    return weights
