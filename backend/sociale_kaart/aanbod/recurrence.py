"""When something is: rules (RFC 5545) turned into dates and into Dutch sentences.

Everything here is about a clock on a wall in Zwolle. An activity at 19.00 is at 19.00 before
and after the change to winter time, so rules are expanded in local time and only then placed
in a time zone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from sociale_kaart.aanbod.rrule import (
    LONG_AGO,
    can_happen,
    days_of,
    last_day,
    parse_rule,
    tidy_rule,
)
from sociale_kaart.core.clock import AMSTERDAM

DAG_CODES = ("ma", "di", "wo", "do", "vr", "za", "zo")

_MAX_OCCURRENCES = 500
# Outside these a calendar says nothing that anybody asked for, and time zones run out.
_EARLIEST, _LATEST = date(1900, 1, 1), date(2200, 1, 1)
_DAGDELEN = (
    ("nacht", time(0, 0), time(6, 0)),
    ("ochtend", time(6, 0), time(12, 0)),
    ("middag", time(12, 0), time(18, 0)),
    ("avond", time(18, 0), time(23, 0)),
    ("nacht", time(23, 0), None),
)


@dataclass(frozen=True)
class Schedule:
    """One moment as it was entered; `van` and `tot` are local times.

    Without a rule it is the day `begin`, or each day from `begin` to `eind`.
    """

    rrule: str | None = None
    begin: date | None = None
    eind: date | None = None
    van: time | None = None
    tot: time | None = None
    behalve: tuple[date, ...] = ()
    toelichting: str | None = None


@dataclass(frozen=True, order=True)
class Occurrence:
    """One time that it happens: the local day, and when known its begin and end with zone."""

    dag: date
    van: datetime | None = None
    tot: datetime | None = None


def check_rrule(text: str) -> str:
    """The rule in its tidy form, or a ValueError that says in Dutch what is wrong with it."""
    tidy = tidy_rule(text)
    if not can_happen(parse_rule(tidy)):
        raise ValueError("Deze herhaling komt nooit voor.")
    return tidy


def expand(schedule: Schedule, first: date, last: date) -> list[Occurrence]:
    """The occurrences from `first` up to and including `last`, in order.

    At most 500, so that a rule cannot cost more than its use.
    """
    return [occurrence_on(schedule, day) for day in days_between(schedule, first, last)]


def days_between(schedule: Schedule, first: date, last: date) -> list[date]:
    """The days of the occurrences that `expand` gives."""
    first = max(first, schedule.begin or first, _EARLIEST)
    last = min(last, schedule.eind or last, _LATEST)
    if first > last:
        return []
    skipped = set(schedule.behalve)
    days = (day for day in _days(schedule, first, last) if day not in skipped)
    return list(islice(days, _MAX_OCCURRENCES))


def occurrence_on(schedule: Schedule, day: date) -> Occurrence:
    if schedule.van is None:
        return Occurrence(dag=day)
    van = _on_the_clock(day, schedule.van)
    if schedule.tot is None:
        return Occurrence(dag=day, van=van)
    ends_next_day = schedule.tot <= schedule.van
    tot = _on_the_clock(day + timedelta(days=int(ends_next_day)), schedule.tot)
    # In the hour that a spring night skips, a begin can move past its end.
    return Occurrence(dag=day, van=van, tot=max(van, tot))


def _on_the_clock(day: date, moment: time) -> datetime:
    """A local time; one that a spring night skips (02:30) is what the clock says then (03:30)."""
    return datetime.combine(day, moment, AMSTERDAM).astimezone(UTC).astimezone(AMSTERDAM)


def _days(schedule: Schedule, first: date, last: date) -> Iterator[date]:
    if schedule.rrule is None:
        if schedule.begin is None:
            return iter(())
        # One date, or each day of a period.
        end = min(last, schedule.eind or schedule.begin)
        days = range(first.toordinal(), end.toordinal() + 1)
        return (date.fromordinal(day) for day in days)
    rule = parse_rule(schedule.rrule)
    if schedule.begin is None and rule.takes_its_day_from_begin:
        # 'Every week', and nobody said on which day.
        return iter(())
    last = min(last, last_day(rule, schedule.van) or last)
    return days_of(rule, schedule.begin or LONG_AGO, first, last)


def dagdelen(van: time | None, tot: time | None) -> list[str]:
    """The parts of the day that a period touches; only the first one when its end is unknown.

    From 00:00 to 00:00 is day and night.
    """
    if van is None:
        return []
    if tot is None:
        return [next(naam for naam, a, b in _DAGDELEN if a <= van and (b is None or van < b))]
    spans = [(van, tot)] if van < tot else [(van, None), (time(0, 0), tot)]
    found = []
    for begin, end in spans:
        for naam, a, b in _DAGDELEN:
            starts_before_end = end is None or a < end
            if starts_before_end and (b is None or begin < b) and naam not in found:
                found.append(naam)
    return found


def dag_dagdelen(schedules: Sequence[Schedule], today: date) -> list[str]:
    """Codes such as 'di-avond' for all times that it is on, now or in its coming season.

    A moment without times gives its day alone ('di').
    """
    found: set[str] = set()
    for schedule in schedules:
        parts = dagdelen(schedule.van, schedule.tot)
        for weekday in {day.weekday() for day in _typical(schedule, today)}:
            dag = DAG_CODES[weekday]
            found.update([f"{dag}-{part}" for part in parts] or [dag])
    return sorted(found)


def _typical(schedule: Schedule, today: date) -> list[date]:
    """A sample that shows each day of the rule: five weeks from now, or its next season."""
    begin = min(max(today, schedule.begin or today), _LATEST)
    soon = days_between(schedule, begin, begin + timedelta(weeks=5))
    return soon or days_between(schedule, begin, begin + timedelta(days=366))[:20]
