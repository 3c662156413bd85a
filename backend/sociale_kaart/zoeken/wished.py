"""Which of the wishes in a question each result meets, so that a page can say so."""

from collections.abc import Sequence
from typing import Any

from sociale_kaart.zoeken.ranking.batch import Batch
from sociale_kaart.zoeken.ranking.wishes import BREAKS, MEETS, UNKNOWN, agreement
from sociale_kaart.zoeken.understanding.begrepen import Wens

Answer = dict[str, Any]
_PAST = {MEETS: "past", UNKNOWN: "onbekend", BREAKS: "past-niet"}


def wished(wishes: Sequence[Wens], batch: Batch) -> list[list[Answer]]:
    """Per listing what each wish comes to (schemas.WensBijResultaat) as JSON data."""
    found = [(wish, agreement(wish, wishes, batch)) for wish in wishes]
    return [
        [{**understood(wish), "past": _PAST[float(agrees[at])]} for wish, agrees in found]
        for at in range(len(batch))
    ]


def understood(wish: Wens) -> Answer:
    """A wish as it is told (schemas.BegrepenWens)."""
    return {"soort": wish.soort, "codes": list(wish.codes), "tekst": wish.tekst}
