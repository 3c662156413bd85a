"""Which events are those of a listing, when a calendar is read, and when somebody hears of it.

Pure functions, no session and no HTTP.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sociale_kaart.aanbod.rrule import parse_rule
from sociale_kaart.agenda.bronnen.series import Reeks, Tijd
from sociale_kaart.core.clock import AMSTERDAM, to_local

# As many as a listing can have.
MOST_TIMES = 60
# Two nights: one may be anybody's server that was being mended.
NIGHTS_UNTIL_MAIL = 2
# Times that were counted out have to be counted further, also when nothing changed.
WHOLE_AGAIN = timedelta(days=7)
# How soon another worker may do what one that stopped was at.
TURN = timedelta(minutes=15)
_FIRST_HOUR, _NIGHT_MINUTES = 2, 180


@dataclass(frozen=True)
class Keuze:
    """What a listing takes of a calendar: the times, and how many were too many."""

    tijden: tuple[Tijd, ...]
    te_veel: int


def belongs(reeks: Reeks, woorden: Sequence[str]) -> bool:
    """Whether an event is one of a listing: any of its words is in the title, or is a category.

    A word also counts as the beginning of a longer one: 'koffie' finds 'Koffieochtend'. Without
    words all events do.
    """
    titel = f" {_plain(reeks.titel)}"
    categorieen = {_plain(each) for each in reeks.categorieen}
    wanted = [plain for woord in woorden if (plain := _plain(woord))]
    return not wanted or any(f" {each}" in titel or each in categorieen for each in wanted)


def choose(reeksen: Iterable[Reeks], woorden: Sequence[str]) -> Keuze:
    """The times of a listing in an order that stays the same from night to night.

    What comes again goes first, and then what is soonest. The same time twice is one.
    """
    tijden: dict[str, Tijd] = {}
    for reeks in reeksen:
        if belongs(reeks, woorden):
            for tijd in reeks.tijden:
                tijden.setdefault(tijd.moment.model_dump_json(), tijd)
    ordered = sorted(tijden.values(), key=_place)
    return Keuze(tuple(ordered[:MOST_TIMES]), max(0, len(ordered) - MOST_TIMES))


def _place(tijd: Tijd) -> tuple[bool, int, date, str, str]:
    moment = tijd.moment
    begin = moment.begin or date.min
    weekday = 0
    if moment.rrule is not None:
        named = [day for _, day in parse_rule(moment.rrule).days]
        weekday = min(named, default=begin.weekday())
    return moment.rrule is None, weekday, begin, moment.van or "", tijd.kenmerk


def next_night(now: datetime, bron_id: UUID) -> datetime:
    """When a calendar is read next: in the night to come, not all of them at once."""
    tomorrow = to_local(now).date() + timedelta(days=1)
    minutes = bron_id.int % _NIGHT_MINUTES
    at = time(_FIRST_HOUR + minutes // 60, minutes % 60)
    return datetime.combine(tomorrow, at, AMSTERDAM)


def _plain(text: str) -> str:
    """Small letters without accents, words apart by one space."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(each for each in folded if not unicodedata.combining(each))
    return " ".join(re.findall(r"\w+", letters))
