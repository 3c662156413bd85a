"""How good an ordered list of answers is, given graded judgements (0-2); pure functions.

nDCG as Järvelin and Kekäläinen define it, with gain 2^grade - 1 and a logarithmic discount.
"""

from collections.abc import Mapping, Sequence
from math import log2

DEPTH = 10
GOOD = 2


def ndcg(found: Sequence[str], judgements: Mapping[str, int], depth: int = DEPTH) -> float:
    """1.0 for the best possible order of the first `depth` answers, 0.0 for nothing useful."""
    ideal = _dcg(sorted(judgements.values(), reverse=True)[:depth])
    if ideal == 0:
        raise ValueError("zonder oordelen is er niets te meten")
    return _dcg([judgements.get(key, 0) for key in found[:depth]]) / ideal


def recall(
    found: Sequence[str], judgements: Mapping[str, int], grade: int, depth: int = DEPTH
) -> float | None:
    """The share of the answers of at least this grade that are among the first `depth`.

    When there are more of them than fit, filling the list is enough. None when there are none.
    """
    wanted = {key for key, value in judgements.items() if value >= grade}
    if not wanted:
        return None
    return len(wanted & set(found[:depth])) / min(depth, len(wanted))


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _dcg(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))
