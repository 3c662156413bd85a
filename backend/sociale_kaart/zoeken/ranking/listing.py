"""What the ranking keeps in memory of a listing: arrays, and few objects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Any

import numpy as np
import numpy.typing as npt

from sociale_kaart.zoeken.ranking.corpus import Floats

_numbers: dict[str, int] = {}


def number_of_term(term: str) -> int:
    """A number for each term that this process has seen."""
    number = _numbers.get(term)
    if number is None:
        number = _numbers.setdefault(term, len(_numbers))
    return number


def number_of_terms() -> int:
    return len(_numbers)


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing on the map as the ranking sees it.

    `terms` and `weights` belong together (see ranking.profile); `length` is how much it says.
    `facts` is its search document without texts; `card` is what a visitor gets, as JSON.
    """

    id: str
    terms: npt.NDArray[np.int32]
    weights: Floats
    length: float
    vector: Floats | None
    facts: Mapping[str, Any]
    card: bytes

    @classmethod
    def of(
        cls,
        profile: tuple[Sequence[str], Sequence[float], float],
        vector: Floats | None,
        facts: Mapping[str, Any],
        card: bytes,
    ) -> "Listing":
        """`profile` is its terms, their weights and its length (ranking.profile)."""
        terms, weights, length = profile
        return cls(
            id=facts["id"],
            terms=np.fromiter(map(number_of_term, terms), np.int32, len(terms)),
            weights=np.asarray(weights, np.float32),
            length=length,
            vector=vector,
            facts=_compact(facts),
            card=card,
        )


def _compact(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The same codes again and again are kept once."""
    return {
        intern(key): _codes(tuple(value))
        if isinstance(value, list) and value and isinstance(value[0], str)
        else value
        for key, value in facts.items()
    }


@lru_cache(maxsize=50_000)
def _codes(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(intern, codes))
