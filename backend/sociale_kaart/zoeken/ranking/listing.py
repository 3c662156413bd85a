"""What the ranking knows of one listing, as it is read from the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sociale_kaart.zoeken.ranking.corpus import Floats
from sociale_kaart.zoeken.ranking.policy import standing_score


class Terms(NamedTuple):
    """What a listing says (ranking.profile): terms with their weights, and how much it is."""

    terms: Sequence[str]
    weights: Sequence[float]
    length: float


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing on the map as the ranking sees it.

    `tags` are those of zoeken.tags; `standing` is what the policy thinks of it wherever and whenever
    somebody asks, and `ranks` the same as steps: how heavy, how far from collective, how far from
    open to all. `youngest` and `oldest` are ages; `days` are those on which it is on, as numbers
    such as 20261231; `place` is (lat, lon) in degrees; `card` is what a visitor gets, as JSON.
    """

    said: Terms
    tags: Sequence[str]
    vector: Floats | None
    standing: float
    ranks: tuple[int, int, int]
    youngest: int
    oldest: int
    seeks_volunteers: bool
    days: Sequence[int]
    sure: int
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
        """Made of what it says, its tags and its search document (zoeken.document)."""
        geo = document.get("_geo")
        return cls(
            said=said,
            tags=tags,
            vector=vector,
            standing=standing_score(document),
            ranks=(document["rangNiveau"], document["rangCollectief"], document["rangOpen"]),
            youngest=document["leeftijdVan"],
            oldest=document["leeftijdTot"],
            seeks_volunteers=document["vrijwilligersGezocht"],
            days=document["data"],
            sure=document["versheid"],
            changed=document["bijgewerkt"],
            sorted_as=document["titelSortering"],
            place=None if geo is None else (geo["lat"], geo["lng"]),
            card=card,
        )
