"""What may be told of counts, and for which months; pure functions."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from dateutil.relativedelta import relativedelta

from sociale_kaart.core.counting import month_of
from sociale_kaart.inzicht.bereik.schemas import (
    SOORTEN,
    AanbodInMaand,
    Getal,
    Maand,
    MaandBereik,
    VraagBereik,
)

# A smaller count might be about somebody whom the owner knows. The same as for questions.
DREMPEL = 10
LONGEST_VRAAG = 60
KEPT = relativedelta(months=36)
# A year, and the same month of the year before.
_MOST_MONTHS = 13
_MOST_VRAGEN = 10


def getal(aantal: int) -> Getal:
    """A count as it may be told: nothing is nothing, and a few are fewer than the threshold."""
    if 0 < aantal < DREMPEL:
        return Getal(minder_dan=DREMPEL)
    return Getal(aantal=aantal)


def as_counted(vraag: str) -> str | None:
    """A question as it is counted: in small letters, without signs; None when it is too long."""
    plain = " ".join(re.findall(r"\w+", vraag.lower()))
    return plain if 0 < len(plain) <= LONGEST_VRAAG else None


def since(day: date) -> date:
    """The first month that is still told of."""
    return month_of(day) - relativedelta(months=_MOST_MONTHS - 1)


def maanden_of(
    counted: Mapping[tuple[date, str], int],
    vragen: Mapping[date, list[VraagBereik]],
    day: date,
) -> list[MaandBereik]:
    """Each month from the first that has a count, the latest first.

    Args:
        counted: how often, by month and soort, not from before `since`.
        vragen: the questions of each month, those asked most first.
        day: today; the month of it is not over.
    """
    if not counted:
        return []
    first = min(maand for maand, _ in counted)
    return [
        MaandBereik(
            maand=name_of(maand),
            vragen=vragen.get(maand, [])[:_MOST_VRAGEN],
            **{soort: getal(counted.get((maand, soort), 0)) for soort in SOORTEN},
        )
        for maand in _months(month_of(day), first)
    ]


def in_order(listings: Iterable[AanbodInMaand]) -> list[AanbodInMaand]:
    """What was opened most first, by what is told: the order must not say more than the counts."""
    return sorted(listings, key=lambda one: (-(one.geopend.aantal or 0), one.titel, one.id))


def name_of(maand: date) -> Maand:
    return f"{maand:%Y-%m}"


def month_named(maand: Maand) -> date:
    return date.fromisoformat(f"{maand}-01")


def maand_to_show(counted: Iterable[date], day: date) -> date:
    """The last whole month when it has counts, as of the one that runs there is little yet."""
    this = month_of(day)
    last = this - relativedelta(months=1)
    return last if last in counted else this


def _months(last: date, first: date) -> Iterable[date]:
    while last >= first:
        yield last
        last -= relativedelta(months=1)
