"""The municipality's order as figures: light, near, together, open and confirmed go before.

Small against what a matching word earns (three to eight), so among equal answers they decide, and
a better answer is never hidden by them.
"""

from collections.abc import Mapping
from math import log2
from typing import Any

# For each step of the level: 0 is help by yourself and your neighbours, 4 is specialist care.
LIGHTER = 0.35
# For each doubling of the distance beyond a short walk, with a limit.
NEARER, SHORT_WALK_M, FARTHEST_DOUBLINGS = 0.12, 500.0, 5.0
TOGETHER = 0.3
# For each step from open to everybody to clients only.
MORE_OPEN = 0.15
# Confirmed within these days counts whole, and fades in as many more; ever is better than never.
CONFIRMED, FRESH_DAYS, EVER = 0.3, 183, 0.1
_UNKNOWN_LEVEL_STEPS = 2


def policy_score(facts: Mapping[str, Any], today: int, distance_m: float | None = None) -> float:
    """What a listing earns by the policy, apart from the question.

    Args:
        facts: its search document (zoeken.document).
        today: the day as an ordinal number.
        distance_m: from who asks, infinite when the listing has no place; None when nobody says
            where they are.
    """
    score: float = -LIGHTER * facts.get("rangNiveau", _UNKNOWN_LEVEL_STEPS)
    score -= TOGETHER * facts["rangCollectief"] + MORE_OPEN * facts["rangOpen"]
    if facts["versheid"]:
        age = today - facts["versheid"]
        score += CONFIRMED * min(1.0, max(EVER, 2 - age / FRESH_DAYS))
    if distance_m is not None:
        doublings = log2(max(distance_m, SHORT_WALK_M) / SHORT_WALK_M)
        score -= NEARER * min(FARTHEST_DOUBLINGS, doublings)
    return score
