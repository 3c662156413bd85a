"""How sure one can be that a group of fields still holds; pure functions (ADR 0048)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from sociale_kaart.core.clock import to_local

Groep = Literal["contact", "tijden", "kosten", "capaciteit"]
GROEPEN: tuple[Groep, ...] = get_args(Groep)
Stand = Literal["gecontroleerd", "lang-geleden", "twijfel", "nooit"]
Kanaal = Literal["website", "email"]

# After so many days one is half as sure as on the day of the confirmation. Whether there is room
# changes by the week; times with the season; who answers the telephone less often; and prices
# mostly once a year.
HALF_LIFE: Mapping[Groep, int] = {"contact": 274, "tijden": 183, "kosten": 365, "capaciteit": 21}
# How much remains with each open report of a resident, of which no more than these count: nobody
# brings a listing down by reporting it all day.
REPORTED, MOST_REPORTS = 0.7, 3
# And with a website or a mail domain that does not work.
BROKEN = 0.6
# From here on residents read when it was checked, below it that they had better call.
SURE = 0.5
# What decides about the order of results. Not whether there is room: who tells that would sink
# within weeks below who keeps silent about it.
_OF_ORDER: tuple[Groep, ...] = ("contact", "tijden", "kosten")

# Which fields (by their names in the API) a group has. Who changes one of them has looked at it.
# Closing for a while is no look at the times themselves.
FIELDS: Mapping[Groep, frozenset[str]] = {
    "contact": frozenset({"contact"}),
    "tijden": frozenset({"momenten", "opAfspraak"}),
    "kosten": frozenset({"kosten", "kostenToelichting"}),
    "capaciteit": frozenset({"capaciteit", "capaciteitOp", "wachttijd"}),
}
_BY_KIND: Mapping[str, frozenset[Groep]] = {
    "contact": frozenset({"contact"}),
    "tijden": frozenset({"tijden"}),
    # Of what has stopped nothing holds.
    "gestopt": frozenset(GROEPEN),
}
_BY_PART: Mapping[str, Groep] = {
    "contact": "contact",
    "wanneer": "tijden",
    "kosten": "kosten",
    "plek": "capaciteit",
}


@dataclass(frozen=True)
class Gemeld:
    """An open report of a resident: on which day, and about which groups."""

    op: date
    groepen: frozenset[Groep]


@dataclass(frozen=True)
class Oordeel:
    """How sure one can be of a group: 0 (not at all) to 1 (confirmed today).

    `meldingen` are the open reports that count, `werkt_niet` what does not work.
    """

    waarde: float
    stand: Stand
    bevestigd_op: datetime | None
    meldingen: int = 0
    werkt_niet: tuple[Kanaal, ...] = ()


def concerned(soort: str, velden: Iterable[str]) -> frozenset[Groep]:
    """Which groups a report of this kind, about these parts of the page, is about."""
    parts = {_BY_PART[veld] for veld in velden if veld in _BY_PART}
    return _BY_KIND.get(soort, frozenset()) | parts


def changed_groups(fields: Iterable[str]) -> list[Groep]:
    """Which groups these fields (by their names in the API) belong to."""
    changed = frozenset(fields)
    return [groep for groep in GROEPEN if changed & FIELDS[groep]]


def confidence(groep: Groep, days: int, meldingen: int, werkt_niet: int) -> float:
    """How sure one can be, so many days after the last confirmation."""
    faded = 0.5 ** (max(days, 0) / HALF_LIFE[groep])
    return float(faded * REPORTED ** min(meldingen, MOST_REPORTS) * BROKEN**werkt_niet)


def judge(
    groep: Groep,
    bevestigd: Iterable[datetime | None],
    meldingen: Iterable[Gemeld],
    werkt_niet: tuple[Kanaal, ...],
    day: date,
) -> Oordeel:
    """How sure one can be of a group on this day.

    Args:
        groep: which one.
        bevestigd: when the listing was confirmed, and this group on its own. The latest counts.
        meldingen: the open reports about the listing. One from before the latest confirmation, or
            from the same day, does not count: whoever confirmed has looked at it.
        werkt_niet: which ways to reach them were found not to work.
        day: today.
    """
    latest = max((moment for moment in bevestigd if moment is not None), default=None)
    about = [each.op for each in meldingen if groep in each.groepen]
    if latest is None:
        return Oordeel(0.0, "nooit", None, len(about), werkt_niet)
    looked = to_local(latest).date()
    days = (day - looked).days
    counted = sum(op > looked for op in about)
    waarde = confidence(groep, days, counted, len(werkt_niet))
    stand: Stand = "gecontroleerd"
    if waarde < SURE:
        stand = "lang-geleden" if confidence(groep, days, 0, 0) < SURE else "twijfel"
    return Oordeel(waarde, stand, latest, counted, werkt_niet)


def overall(oordelen: Mapping[Groep, Oordeel]) -> float:
    """One figure for the order of results, whether or not a listing tells all of these."""
    return sum(oordelen[groep].waarde for groep in _OF_ORDER) / len(_OF_ORDER)
