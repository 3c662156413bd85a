"""Which of the wishes in a question each result meets, so that a page can say so."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any

import numpy as np

from sociale_kaart.zoeken.ranking.batch import Batch
from sociale_kaart.zoeken.ranking.corpus import Floats
from sociale_kaart.zoeken.ranking.wishes import BREAKS, MEETS, UNKNOWN, agreement
from sociale_kaart.zoeken.tags import MOMENT
from sociale_kaart.zoeken.understanding.begrepen import Wens
from sociale_kaart.zoeken.understanding.days import CODES

Answer = dict[str, Any]
_PAST = {MEETS: "past", UNKNOWN: "onbekend", BREAKS: "past-niet"}
_WEEK = 7


def wished(wishes: Sequence[Wens], batch: Batch) -> list[list[Answer]]:
    """Per listing what each wish comes to (schemas.WensBijResultaat) as JSON data."""
    found = [(wish, _agreement(wish, wishes, batch)) for wish in wishes]
    return [
        [{**understood(wish), "past": _PAST[float(agrees[at])]} for wish, agrees in found]
        for at in range(len(batch))
    ]


def understood(wish: Wens) -> Answer:
    """A wish as it is told (schemas.BegrepenWens)."""
    return {"soort": wish.soort, "codes": list(wish.codes), "tekst": wish.tekst}


def _agreement(wish: Wens, wishes: Sequence[Wens], batch: Batch) -> Floats:
    """As the ranking has it, but for a part of the day: that is one of the days asked for.

    What is on on Tuesday morning and on Friday evening is not on on Tuesday evening.
    """
    agrees = agreement(wish, batch)
    days = [*_days(wishes)]
    if wish.soort != "dagdeel" or not days:
        return agrees
    then = batch.having(MOMENT, [f"{day}-{part}" for day, part in product(days, wish.codes)])
    # A day without a part: nobody told at what time.
    untold = batch.having(MOMENT, days)
    on_the_day = np.where(then, MEETS, np.where(untold, UNKNOWN, BREAKS))
    return np.where(batch.having("dag", days), on_the_day, agrees).astype(np.float32)


def _days(wishes: Sequence[Wens]) -> Iterator[str]:
    """The days of the week that wishes are about."""
    for wish in wishes:
        if wish.soort == "dag":
            yield from wish.codes
        elif wish.soort == "datum":
            first, last = map(date.fromisoformat, wish.codes)
            for ahead in range(min((last - first).days + 1, _WEEK)):
                yield CODES[(first + timedelta(days=ahead)).weekday()]
