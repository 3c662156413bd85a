"""Whether listings are as somebody wishes: where, when, for whom, at what price."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import product

import numpy as np

from sociale_kaart.zoeken.ranking.batch import Batch, Mask
from sociale_kaart.zoeken.ranking.corpus import Floats
from sociale_kaart.zoeken.tags import MOMENT
from sociale_kaart.zoeken.understanding.begrepen import Wens
from sociale_kaart.zoeken.understanding.days import CODES

# A wish that a listing meets, breaks, or says nothing of.
MEETS, UNKNOWN, BREAKS = 1.0, 0.0, -1.0
_OLDEST = 120
_ANY_DAY = 99_991_231
_WEEK = 7

# How much each kind counts, against a word that stands in one listing of ten. A wish in the
# question is not a filter: who asks for Holtenbroek is helped by what is next to it too, lower.
WEIGHTS: Mapping[str, float] = {
    "wijk": 3.0,
    "dag": 2.5,
    "dagdeel": 1.5,
    "datum": 2.5,
    "kosten": 1.5,
    "toegankelijkheid": 1.0,
    "doelgroep": 1.0,
    "leeftijd": 2.0,
    "vorm": 1.5,
    "aanmelden": 1.5,
    "openVoor": 1.0,
    "taal": 1.5,
    "niveau": 1.0,
}


def wish_scores(wishes: Sequence[Wens], batch: Batch) -> Floats:
    """What each listing earns and loses; of wishes of one kind the one it meets best counts."""
    best: dict[str, Floats] = {}
    for wish in wishes:
        found = agreement(wish, wishes, batch)
        best[wish.soort] = np.maximum(best.get(wish.soort, found), found)
    scores = np.zeros(len(batch), np.float32)
    for kind, found in best.items():
        scores += WEIGHTS[kind] * found
    return scores


def agreement(wish: Wens, wishes: Sequence[Wens], batch: Batch) -> Floats:
    """Per listing MEETS, BREAKS, or UNKNOWN when it does not say (unknown is not no).

    `wishes` are all of the question: a part of the day is that of the days asked for.
    """
    agrees = _SPECIAL.get(wish.soort, _usual)(wish, batch)
    days = [*_days(wishes)]
    return _then(wish, days, agrees, batch) if wish.soort == "dagdeel" and days else agrees


def _then(wish: Wens, days: Sequence[str], agrees: Floats, batch: Batch) -> Floats:
    """What is on on Tuesday morning and on Friday evening is not on on Tuesday evening."""
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


def _usual(wish: Wens, batch: Batch) -> Floats:
    return _judged(batch.having(wish.soort, wish.codes), batch.saying(wish.soort))


def _group(wish: Wens, batch: Batch) -> Floats:
    meets = batch.having("doelgroep", wish.codes)
    return _judged(meets, batch.saying("doelgroep") & ~batch.having("doelgroep", ["iedereen"]))


def _age(wish: Wens, batch: Batch) -> Floats:
    youngest, oldest = batch.facts["youngest"], batch.facts["oldest"]
    breaks = (youngest > int(wish.codes[-1])) | (oldest < int(wish.codes[0]))
    # Nothing said about age: anybody may come, but it is not made for this age.
    is_stated = (youngest > 0) | (oldest < _OLDEST)
    return _judged(is_stated & ~breaks, breaks)


def _date(wish: Wens, batch: Batch) -> Floats:
    first, last = (int(date.fromisoformat(code).strftime("%Y%m%d")) for code in wish.codes)
    return _judged(batch.on_between(first, last), batch.on_between(0, _ANY_DAY))


def _access(wish: Wens, batch: Batch) -> Floats:
    # A listing names what it has, and is silent on what it has not thought of.
    meets = batch.having("toegankelijkheid", wish.codes)
    return _judged(meets, np.zeros_like(meets))


def _judged(meets: Mask, says: Mask) -> Floats:
    """`says` are the listings that say something of it; those of them that do not meet it break it."""
    return np.where(meets, MEETS, np.where(says, BREAKS, UNKNOWN)).astype(np.float32)


_SPECIAL: Mapping[str, Callable[[Wens, Batch], Floats]] = {
    "doelgroep": _group,
    "leeftijd": _age,
    "datum": _date,
    "toegankelijkheid": _access,
}
