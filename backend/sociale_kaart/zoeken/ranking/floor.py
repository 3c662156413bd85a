"""Small initiatives are not buried: where one is nearly as good, one is among the first answers."""

import numpy as np

from sociale_kaart.zoeken.ranking.batch import Mask, Wide
from sociale_kaart.zoeken.ranking.corpus import Floats

# The first answers are what people look at.
FIRST = 5
# As much as one step lighter and together instead of alone (ranking.policy) earn: less than a word.
NEARLY = 0.65


def with_floor(order: Wide, scores: Floats, is_small: Mask) -> Wide:
    """The same order, but the best small one comes to the end of the first answers.

    Only when there is none among these, and when it scores nearly as much as the last of them.

    Args:
        order: places of listings, the best first.
        scores: by place, not by rank.
        is_small: by place, whether it is of a small initiative.
    """
    first, rest = order[:FIRST], order[FIRST:]
    if is_small[first].any():
        return order
    small = np.flatnonzero(is_small[rest])
    if not len(small) or scores[rest[small[0]]] < scores[first[-1]] - NEARLY:
        return order
    at = small[0]
    return np.concatenate([first[:-1], rest[at : at + 1], first[-1:], np.delete(rest, at)])
