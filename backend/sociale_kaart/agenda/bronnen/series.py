"""What the events of a calendar come to as moments of a listing.

A rule that we can count is kept as a rule, so that residents read 'elke dinsdag' and it goes on
for ever. What no rule of ours can say (times in another zone, several days at once) is counted
out here for half a year. Nothing walks a rule from its first day, so none costs more than that.
Pure: events in, moments out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from sociale_kaart.aanbod.recurrence import Schedule, check_rrule, days_between
from sociale_kaart.aanbod.rrule import days_of, parse_rule
from sociale_kaart.aanbod.schemas import MomentInvoer
from sociale_kaart.agenda.bronnen.events import Afspraak, Onleesbaar, Start, kenmerk_of
from sociale_kaart.core.clock import AMSTERDAM

# Why an event gives no times.
Reden = Literal["voorbij", "vervallen", "besloten", "herhaling", "onleesbaar"]

COUNTED_OUT = timedelta(weeks=26)
_FAR = timedelta(days=731)
_DAY = timedelta(days=1)
_LONGEST_RULE = 200
_MOST_EXCEPTIONS = 400
_EARLIEST, _LATEST = date(1900, 1, 1), date(2200, 1, 1)
_UNTIL = re.compile(r";?UNTIL=([0-9TZ]+)")


@dataclass(frozen=True)
class Tijd:
    """A moment, and by what it is known."""

    kenmerk: str
    moment: MomentInvoer


@dataclass(frozen=True)
class Reeks:
    """What one event comes to: its coming times, or why it has none."""

    titel: str
    categorieen: tuple[str, ...]
    tijden: tuple[Tijd, ...]
    reden: Reden | None = None


def reeksen_of(events: Iterable[Afspraak | Onleesbaar], day: date) -> list[Reeks]:
    """Each event with its times from `day` on, in the order of the calendar.

    An event in the place of one time of a series is one by itself: it may have another title.
    """
    known = list(events)
    moved: dict[str, list[Start]] = defaultdict(list)
    for event in known:
        if isinstance(event, Afspraak) and event.vervangt is not None:
            moved[event.uid].append(event.vervangt)
    found = []
    for event in known:
        if isinstance(event, Onleesbaar):
            found.append(Reeks(event.titel, (), (), "onleesbaar"))
            continue
        # A time of a series that was moved stands beside it as an event of its own.
        gone = () if event.vervangt is not None else tuple(moved[event.uid])
        found.append(_reeks(replace(event, behalve=(*event.behalve, *gone)), day))
    return found


def _reeks(event: Afspraak, day: date) -> Reeks:
    reden: Reden | None = None
    tijden: tuple[Tijd, ...] = ()
    if event.besloten:
        reden = "besloten"
    elif event.vervallen:
        reden = "vervallen"
    elif event.vreemd or len(event.regels) > 1:
        reden = "herhaling"
    elif not _EARLIEST <= _day_of(event.begin) <= _LATEST:
        reden = "onleesbaar"
    else:
        try:
            tijden = tuple(_tijden(event, day))
        except ValueError:
            reden = "herhaling"
        else:
            reden = None if tijden else "voorbij"
    return Reeks(event.titel, event.categorieen, tijden, reden)


def _tijden(event: Afspraak, day: date) -> Iterator[Tijd]:
    """Raises ValueError for a rule that we do not count, in words of aanbod/rrule.py."""
    alone = [*event.extra] if event.regels else [event.begin, *event.extra]
    if event.regels:
        rule = check_rrule(event.regels[0])
        if _begins_apart(rule, event.begin):
            alone.append(event.begin)
        if _stands_as_rule(event, rule, day):
            moment = _as_rule(event, rule)
            if _comes(moment, day):
                yield Tijd(event.kenmerk, moment)
        else:
            alone += _counted_out(event, rule, day)
    for begin in sorted({_instant(each): each for each in alone}.values(), key=_instant):
        if not _is_left_out(event, begin):
            moment = _once(begin, event.duur)
            if (moment.eind or moment.begin or day) >= day:
                known = event.kenmerk if begin == event.begin else kenmerk_of(event.uid, begin)
                yield Tijd(known, moment)


def _stands_as_rule(event: Afspraak, rule: str, day: date) -> bool:
    """Whether a moment with this rule is on at the very times that the event is."""
    if len(rule) > _LONGEST_RULE or (event.duur is not None and event.duur > _DAY):
        return False
    return not isinstance(event.begin, datetime) or _is_our_clock(event.begin.tzinfo, day)


def _is_our_clock(zone: tzinfo | None, day: date) -> bool:
    """Whether a clock there says what it says here, in the summers and winters to come."""
    noon = datetime(day.year, 1, 1, 12, tzinfo=UTC)
    days = [noon + timedelta(days=15 * each) for each in range(50)]
    return all(
        each.replace(tzinfo=AMSTERDAM).utcoffset() == each.replace(tzinfo=zone).utcoffset()
        for each in days
    )


def _begins_apart(rule: str, begin: Start) -> bool:
    """Whether the first time is none of its own rule; in RFC 5545 it counts all the same."""
    last = _last_instant(rule, begin)
    if last is not None and last < _instant(begin):
        return False
    on = _day_of(begin)
    free = parse_rule(_UNTIL.sub("", rule))
    return next(days_of(free, on, on, on), None) is None


def _as_rule(event: Afspraak, rule: str) -> MomentInvoer:
    exceptions = sorted({_our_day(each, event.begin) for each in event.behalve})
    van, tot = _clock_times(event.begin, event.duur)
    return MomentInvoer(
        rrule=rule,
        begin=_our_day(event.begin, event.begin),
        van=van,
        tot=tot,
        behalve=exceptions[-_MOST_EXCEPTIONS:],
    )


def _comes(moment: MomentInvoer, day: date) -> bool:
    schedule = Schedule(
        moment.rrule,
        moment.begin,
        None,
        time.fromisoformat(moment.van) if moment.van else None,
        behalve=tuple(moment.behalve),
    )
    # Most come soon, and then the rest of two years need not be counted.
    soon = days_between(schedule, day, day + timedelta(weeks=5))
    return bool(soon or days_between(schedule, day, day + _FAR))


def _counted_out(event: Afspraak, rule: str, day: date) -> Iterator[Start]:
    """The times of a rule one by one, on the clock of the event's own zone."""
    begin = event.begin
    free = parse_rule(_UNTIL.sub("", rule))
    last = _last_instant(rule, begin)
    on = _day_of(begin)
    before = (event.duur or timedelta(0)) + _DAY
    for each in days_of(free, on, max(on, day - before), day + COUNTED_OUT):
        at = datetime.combine(each, begin.timetz()) if isinstance(begin, datetime) else each
        if last is not None and _instant(at) > last:
            return
        yield at


def _last_instant(rule: str, begin: Start) -> datetime | None:
    """The last moment at which a rule may begin, of which the zone is that of the event."""
    found = _UNTIL.search(rule)
    if found is None:
        return None
    text = found[1]
    moment = datetime.fromisoformat((text.rstrip("Z") + "T235959")[:15])
    zone = begin.tzinfo if isinstance(begin, datetime) else AMSTERDAM
    return moment.replace(tzinfo=UTC if text.endswith("Z") else zone)


def _once(begin: Start, duur: timedelta | None) -> MomentInvoer:
    """One time; what lasts longer than a day is all of the days that it touches."""
    if not isinstance(begin, datetime):
        last = begin + max(duur or _DAY, _DAY) - _DAY
        return MomentInvoer(begin=begin, eind=last if last > begin else None)
    local = begin.astimezone(AMSTERDAM)
    if duur is None or duur <= _DAY:
        van, tot = _clock_times(local, duur)
        return MomentInvoer(begin=local.date(), van=van, tot=tot)
    # Until midnight is not on the day after it.
    last = (local.replace(tzinfo=None) + duur - timedelta(minutes=1)).date()
    return MomentInvoer(begin=local.date(), eind=last)


def _clock_times(begin: Start, duur: timedelta | None) -> tuple[str | None, str | None]:
    if not isinstance(begin, datetime):
        return None, None
    local = begin.replace(tzinfo=None)
    tot = None if duur is None or duur < timedelta(minutes=1) else f"{local + duur:%H:%M}"
    return f"{local:%H:%M}", tot


def _is_left_out(event: Afspraak, begin: Start) -> bool:
    return any(
        _instant(each) == _instant(begin)
        or (not isinstance(each, datetime) and each == _day_of(begin))
        for each in event.behalve
    )


def _our_day(moment: Start, begin: Start) -> date:
    """The day of an exception, on the clock on which the series itself is counted."""
    if isinstance(moment, datetime) and isinstance(begin, datetime):
        return moment.astimezone(begin.tzinfo).date()
    return _day_of(moment)


def _day_of(moment: Start) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _instant(moment: Start) -> datetime:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC)
    return datetime.combine(moment, time(0, 0), AMSTERDAM).astimezone(UTC)
