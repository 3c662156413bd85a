"""What the ranking keeps in memory of a listing: arrays, and few objects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sociale_kaart.zoeken.ranking.corpus import Floats
from sociale_kaart.zoeken.ranking.numbers import TAGS, TERMS, Ints
from sociale_kaart.zoeken.ranking.policy import standing_score
from sociale_kaart.zoeken.tags import tags_of


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing on the map as the ranking sees it.

    `terms` and `weights` belong together (see ranking.profile); `length` is how much it says.
    `standing` is what the policy thinks of it apart from its age and distance. `facts` are what
    the filters need and is no tag; `card` is what a visitor gets, as JSON.
    """

    id: str
    terms: Ints
    weights: Floats
    length: float
    vector: Floats | None
    tags: Ints
    standing: float
    facts: Mapping[str, Any]
    card: bytes

    @classmethod
    def of(
        cls,
        profile: tuple[Sequence[str], Sequence[float], float],
        vector: Floats | None,
        document: Mapping[str, Any],
        card: bytes,
    ) -> "Listing":
        """Made of its terms with their weights and its length, and of its search document."""
        terms, weights, length = profile
        return cls(
            id=document["id"],
            terms=TERMS.all_of(terms),
            weights=np.asarray(weights, np.float32),
            length=length,
            vector=vector,
            tags=TAGS.all_of(tags_of(document)),
            standing=standing_score(document),
            facts={key: document[key] for key in _FACTS if key in document},
            card=card,
        )


# What is filtered and sorted by beside the tags.
_FACTS = (
    "leeftijdVan", "leeftijdTot", "vrijwilligersGezocht", "data", "versheid", "bijgewerkt",
    "titelSortering", "_geo",
)  # fmt: skip
