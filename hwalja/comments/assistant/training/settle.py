"""From scores to chances and labels: two small fits on scores of comments held out."""

from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from hwalja.comments.assistant.training.measure import macro_f1, toxic_f1

# What may be added to the chances of offensive and hate before the highest of the three wins.
LEANINGS = np.round(np.arange(-0.2, 0.3, 0.02), 2)
ENOUGH = 0.8  # Beyond this F1 of toxic-or-not, only the three labels count.


@dataclass(frozen=True)
class Settled:
    """logits = scores @ slope + bias against "none"; a label wins by chance + lean."""

    slope: np.ndarray
    bias: np.ndarray
    lean: tuple[float, float]

    def chances(self, scores: np.ndarray) -> np.ndarray:
        logits = np.c_[np.zeros(len(scores)), scores @ self.slope + self.bias]
        raised = np.exp(logits - logits.max(axis=1, keepdims=True))
        return raised / raised.sum(axis=1, keepdims=True)

    def labels(self, scores: np.ndarray) -> np.ndarray:
        return _highest(self.chances(scores), self.lean)


def settle(scores: np.ndarray, labels: np.ndarray) -> Settled:
    fit = LogisticRegression(C=1000, max_iter=1000).fit(scores, labels)
    slope = (fit.coef_[1:] - fit.coef_[0]).T
    level = Settled(slope, fit.intercept_[1:] - fit.intercept_[0], (0.0, 0.0))
    return Settled(slope, level.bias, _lean(level.chances(scores), labels))


def _lean(chances: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """The leaning with the best macro-F1, as long as toxic-or-not stays good."""
    pairs = [(float(one), float(other)) for one in LEANINGS for other in LEANINGS]
    return max(pairs, key=lambda pair: _worth(chances, labels, pair))


def _worth(chances: np.ndarray, labels: np.ndarray, lean: tuple[float, float]) -> float:
    said = _highest(chances, lean)
    return macro_f1(labels, said) + min(toxic_f1(labels, said), ENOUGH) / 2


def _highest(chances: np.ndarray, lean: tuple[float, float]) -> np.ndarray:
    return (chances + np.array([0.0, *lean])).argmax(axis=1)
