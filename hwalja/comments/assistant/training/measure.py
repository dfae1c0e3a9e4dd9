"""How good labels are."""

from dataclasses import dataclass

import numpy as np

from hwalja.comments.assistant.model import LABELS


@dataclass(frozen=True)
class Share:
    """Of one label: how many there are, and what was said rightly."""

    label: str
    count: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class Figures:
    labels: tuple[Share, ...]
    toxic: Share
    macro_f1: float


def macro_f1(labels: np.ndarray, said: np.ndarray) -> float:
    return float(np.mean([_f1(labels == n, said == n) for n in range(len(LABELS))]))


def toxic_f1(labels: np.ndarray, said: np.ndarray) -> float:
    """Offensive and hate together against none."""
    return _f1(labels > 0, said > 0)


def figures(labels: np.ndarray, said: np.ndarray) -> Figures:
    shares = tuple(_share(name, labels == n, said == n) for n, name in enumerate(LABELS))
    return Figures(shares, _share("toxic", labels > 0, said > 0), macro_f1(labels, said))


def _share(name: str, true: np.ndarray, said: np.ndarray) -> Share:
    hits = int((true & said).sum())
    count = int(true.sum())
    precision, recall = hits / max(1, int(said.sum())), hits / max(1, count)
    return Share(name, count, precision, recall, _f1(true, said))


def _f1(true: np.ndarray, said: np.ndarray) -> float:
    return 2 * float((true & said).sum()) / max(1, int(true.sum()) + int(said.sum()))
