"""The municipality's order: light, near, together, open and confirmed go before.

As figures for questions in words: small against what a matching word earns (three to eight), so among equal answers they decide, and
a better answer is never hidden by them.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from sociale_kaart.zoeken.ranking.corpus import Floats

# For each step of the level: 0 is help by yourself and your neighbours, 4 is specialist care.
LIGHTER = 0.35
# For each doubling of the distance beyond a short walk, with a limit.
NEARER, SHORT_WALK_M, FARTHEST_DOUBLINGS = 0.12, 500.0, 5.0
TOGETHER = 0.3
# For each step from open to everybody to clients only.
MORE_OPEN = 0.15
# For what is wholly sure to hold still (aanbod/zekerheid); half as sure, half as much.
SURE = 0.3
_UNKNOWN_LEVEL_STEPS = 2


def standing_score(facts: Mapping[str, Any]) -> float:
    """What a search document (zoeken.document) earns wherever and whenever somebody asks."""
    score: float = -LIGHTER * facts.get("rangNiveau", _UNKNOWN_LEVEL_STEPS)
    score -= TOGETHER * facts["rangCollectief"] + MORE_OPEN * facts["rangOpen"]
    return score


def sureness_scores(sure: npt.NDArray[Any]) -> Floats:
    """What it earns that what a listing says still holds; in thousandths, 0 for never confirmed."""
    scores: Floats = (SURE * sure / 1000).astype(np.float32)
    return scores


def distance_scores(metres: Floats) -> Floats:
    """What the distance from who asks costs; infinite for a listing without a place."""
    doublings = np.log2(np.maximum(metres, SHORT_WALK_M) / SHORT_WALK_M)
    return (-NEARER * np.minimum(FARTHEST_DOUBLINGS, doublings)).astype(np.float32)


def in_policy_order(
    facts: npt.NDArray[Any], metres: Floats | None, *, nearest_first: bool = False
) -> npt.NDArray[np.int64]:
    """Places of listings in the order that holds where no words say what is better.

    What is equal in everything stays as it came.

    Args:
        facts: of ranking.table.
        metres: from who asks, infinite without a place; None when nobody knows from where.
        nearest_first: near goes before light, which goes before near otherwise.
    """
    level, collective, openness = facts["ranks"].T
    by = [level, collective, openness, -facts["sure"]]
    if metres is not None:
        by.insert(0 if nearest_first else 1, metres)
    # The last one decides first.
    return np.lexsort(by[::-1])
