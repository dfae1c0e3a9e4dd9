"""The teacher: sees morphemes, meaning and company; too slow for readers, it labels for the student.

Kernel ridge regression. Two comments are alike as far as four views of them agree: runs of
characters, morphemes, meaning, and what the runs keep company with in unlabelled comments.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.linalg import cho_factor, cho_solve
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

from hwalja.comments.assistant.training.meaning import analyse
from hwalja.comments.assistant.training.seen import Seen, rarity

# Chosen once among few round values on held-out folds; neighbours differ by less than the folds do.
RIDGE, SHARPNESS, CONSTANT = 0.3, 2.0, 0.1
COMPANY = 300  # Dimensions of company.
FREQUENT = 3  # Texts that a run must be in to be known by its company.
CHUNK = 4000  # Texts at a time: 4,000 × 12,000 likenesses take 200 MB.
MOST = 12_000  # Labelled comments it learns from; all their likenesses take 600 MB.


@dataclass(frozen=True)
class Views:
    """Unit rows a text, of each view."""

    sparse_views: list[sparse.csr_matrix]
    dense_views: list[np.ndarray]

    def alike(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Likeness of the texts numbered `one` to those numbered `other`, float32."""
        total: np.ndarray = np.zeros((len(one), len(other)), dtype=np.float32)
        for rows in self.sparse_views:
            total += (rows[one] @ rows[other].T).toarray()
        for dense in self.dense_views:
            total += dense[one] @ dense[other].T
        total /= len(self.sparse_views) + len(self.dense_views)
        return np.exp(SHARPNESS * (total - 1), out=total) + np.float32(CONSTANT)


def view(texts: Sequence[str], seen: Seen, among: slice) -> Views:
    """Rarity and company are learned from the texts `among`, so that no held-out text has a say."""
    runs = normalize(seen.rows @ sparse.diags(rarity(seen.rows, among)))
    morphemes = analyse(texts, among)
    return Views([runs, morphemes.rows], [_company(runs, among), morphemes.meaning])


def _company(runs: sparse.csr_matrix, among: slice) -> np.ndarray:
    frequent = np.flatnonzero(runs[among].getnnz(axis=0) >= FREQUENT)
    rows = runs[:, frequent].tocsr()
    size = min(COMPANY, min(rows[among].shape) - 1)
    if size < 1:
        return np.zeros((runs.shape[0], 1), dtype=np.float32)
    svd = TruncatedSVD(size, n_iter=4, random_state=0).fit(rows[among])
    return normalize(svd.transform(rows)).astype(np.float32)


def teach(
    views: Views, targets: np.ndarray, lessons: list[np.ndarray], asked: np.ndarray
) -> list[np.ndarray]:
    """For each lesson (numbers of labelled texts), scores of the texts `asked`.

    `targets` has one row for each labelled text, which stand first among all texts.
    """
    pupils = np.unique(np.concatenate(lessons))
    among = views.alike(pupils, pupils)
    places: list[np.ndarray] = [np.asarray(np.searchsorted(pupils, one)) for one in lessons]
    answers = [
        _solve(among, place, targets[one]) for place, one in zip(places, lessons, strict=True)
    ]
    stacked = np.concatenate(answers, axis=1)
    scores = [
        views.alike(asked[start : start + CHUNK], pupils) @ stacked
        for start in range(0, len(asked), CHUNK)
    ]
    return np.split(np.concatenate(scores), len(lessons), axis=1)


def _solve(among: np.ndarray, lesson: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """What each pupil contributes; nothing where it is not in the lesson."""
    part = among[np.ix_(lesson, lesson)]
    part[np.diag_indices_from(part)] += RIDGE
    found = np.zeros((len(among), targets.shape[1]), dtype=np.float32)
    factor = cho_factor(part, lower=True, overwrite_a=True, check_finite=False)
    found[lesson] = cho_solve(factor, targets.astype(np.float32))
    return found
