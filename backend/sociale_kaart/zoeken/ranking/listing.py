"""What the ranking keeps in memory of a listing: arrays, and few objects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from sociale_kaart.zoeken.ranking.corpus import Floats
from sociale_kaart.zoeken.ranking.numbers import TAGS, TERMS, Ints
from sociale_kaart.zoeken.ranking.policy import standing_score

# Half as precise is precise enough, and half the memory.
_Halves = npt.NDArray[np.float16]


class Terms(NamedTuple):
    """What a listing says (ranking.profile): terms with their weights, and how much it is."""

    terms: Sequence[str]
    weights: Sequence[float]
    length: float


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing on the map as the ranking sees it.

    `terms` and `weights` belong together; `standing` is what the policy thinks of it wherever and
    whenever somebody asks. `youngest` and `oldest` are ages; `days` are those on which it is on, as
    numbers such as 20261231; `place` is (lat, lon) in degrees; `card` is what a visitor gets, as
    JSON.
    """

    id: str
    terms: Ints
    weights: _Halves
    length: float
    vector: _Halves | None
    tags: Ints
    standing: float
    youngest: int
    oldest: int
    seeks_volunteers: bool
    days: Ints
    confirmed: int
    changed: int
    sorted_as: str
    place: tuple[float, float] | None
    card: bytes

    @classmethod
    def of(
        cls,
        said: Terms,
        tags: Sequence[str],
        vector: Floats | None,
        document: Mapping[str, Any],
        card: bytes,
    ) -> "Listing":
        """Made of what it says, its tags (zoeken.tags) and its search document."""
        geo = document.get("_geo")
        return cls(
            id=document["id"],
            terms=TERMS.of(said.terms),
            weights=np.array(said.weights, np.float16),
            length=said.length,
            vector=None if vector is None else vector.astype(np.float16),
            tags=TAGS.of(tags),
            standing=standing_score(document),
            youngest=document["leeftijdVan"],
            oldest=document["leeftijdTot"],
            seeks_volunteers=document["vrijwilligersGezocht"],
            days=np.array(document["data"], np.int32),
            confirmed=document["versheid"],
            changed=document["bijgewerkt"],
            sorted_as=document["titelSortering"],
            place=None if geo is None else (geo["lat"], geo["lng"]),
            card=card,
        )
