"""A moment as a calendar says it (RFC 5545): its first day, its rule, what is left out of it.

A calendar counts a rule from its first time, so that is found first; and it takes a last day in
the rule only, so every bound of ours (a season, a closing until further notice) becomes UNTIL.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from sociale_kaart.aanbod.recurrence import Schedule, days_between, occurrence_on
from sociale_kaart.aanbod.rrule import LONG_AGO, last_day, parse_rule

# Closed days are told one by one as far as this; before and after it nobody looks.
_BACK, _AHEAD = timedelta(days=90), timedelta(days=400)
_NEXT_YEAR = timedelta(days=366)
_EVERY_DAY = "FREQ=DAILY"
_DAY = timedelta(days=1)
# What lasts until then has no end, and the calendar's own end is no trap.
_FOR_EVER = date(2200, 1, 1)


@dataclass(frozen=True)
class Closing:
    """A closed period; without `tot` until further notice."""

    van: date
    tot: date | None = None
    reden: str | None = None

    def is_on(self, day: date) -> bool:
        return self.van <= day and (self.tot is None or day <= self.tot)


@dataclass(frozen=True)
class Series:
    """What is on from `first` by a rule (None: once), with its exceptions.

    `cancelled` are the days in a closed period. `is_off` when none of it is on any more; `reden`
    is why, when they said so.
    """

    first: date
    rrule: str | None
    excepted: Sequence[date] = ()
    cancelled: Sequence[tuple[date, Closing]] = ()
    is_off: bool = False
    reden: str | None = None


def series_of(
    schedule: Schedule, closings: Sequence[Closing], since: date, day: date
) -> Series | None:
    """None when it is never on.

    Args:
        schedule: the moment.
        closings: the closed periods of its listing.
        since: where a moment that has always been going on begins.
        day: today.
    """
    whole = replace(schedule, behalve=())
    known_from = schedule.begin or (LONG_AGO if _is_counted(schedule) else since)
    begun = _first_day(whole, known_from)
    if begun is None:
        return None
    if _rule(whole) is None:
        return _once(schedule, closings, begun)
    for_good = next((one for one in closings if _is_for_long(one, day)), None)
    if for_good is not None:
        whole = _until(whole, max(for_good.van, date.min + _DAY) - _DAY)
        if _first_day(whole, known_from) is None:
            return Series(begun, _rule(schedule), is_off=True, reden=for_good.reden)
    excepted = [one for one in sorted({*schedule.behalve}) if days_between(whole, one, one)]
    cancelled = _cancelled(whole, closings, begun, day)
    return Series(
        first=begun,
        rrule=_rule(whole),
        excepted=[one for one in excepted if one >= begun],
        cancelled=[(one, closing) for one, closing in cancelled if one not in excepted],
    )


def _once(schedule: Schedule, closings: Sequence[Closing], day: date) -> Series:
    closing = next((one for one in closings if one.is_on(day)), None)
    return Series(
        first=day,
        rrule=None,
        is_off=closing is not None or day in schedule.behalve,
        reden=closing.reden if closing else None,
    )


def _is_counted(schedule: Schedule) -> bool:
    return schedule.rrule is not None and parse_rule(schedule.rrule).count is not None


def _is_for_long(closing: Closing, day: date) -> bool:
    """Until further notice, or so long that it comes to the same."""
    return closing.tot is None or closing.tot > day + _AHEAD


def _until(schedule: Schedule, last: date) -> Schedule:
    return replace(schedule, eind=min(schedule.eind or last, last))


def _first_day(schedule: Schedule, known_from: date) -> date | None:
    soon = days_between(schedule, known_from, min(known_from, _FOR_EVER) + _NEXT_YEAR)
    return next(iter(soon or days_between(schedule, known_from, date.max)), None)


def _cancelled(
    schedule: Schedule, closings: Sequence[Closing], first: date, day: date
) -> list[tuple[date, Closing]]:
    return [
        (one, closing)
        for closing in closings
        if closing.tot is not None and not _is_for_long(closing, day)
        for one in days_between(
            schedule, max(closing.van, first, day - _BACK), min(closing.tot, day + _AHEAD)
        )
    ]


def _rule(schedule: Schedule) -> str | None:
    """The rule with all that bounds it, as a calendar wants it."""
    if schedule.rrule is None:
        if schedule.eind is None or schedule.eind == schedule.begin:
            return None
        if schedule.eind >= _FOR_EVER:
            return _EVERY_DAY
        return f"{_EVERY_DAY};UNTIL={_moment(schedule, schedule.eind)}"
    rule = parse_rule(schedule.rrule)
    parts = schedule.rrule.split(";")
    bare = [part for part in parts if not part.startswith(("COUNT=", "UNTIL="))]
    ends = [end for end in (last_day(rule, schedule.van), schedule.eind) if end is not None]
    last = min((end for end in ends if end < _FOR_EVER), default=None)
    # A number of times and a last day exclude each other; whichever comes first is said.
    if rule.count is not None and (last is None or not _goes_on_after(schedule, last)):
        return ";".join([*bare, f"COUNT={rule.count}"])
    if last is None:
        return ";".join(bare)
    return ";".join([*bare, f"UNTIL={_moment(schedule, last)}"])


def _goes_on_after(schedule: Schedule, last: date) -> bool:
    unbounded = replace(schedule, eind=None)
    return bool(days_between(unbounded, last + _DAY, date.max))


def _moment(schedule: Schedule, last: date) -> str:
    """The last moment at which it may begin: in UTC, or a day where only days are known."""
    begin: datetime | None = occurrence_on(schedule, last).van
    if begin is None:
        return f"{last:%Y%m%d}"
    return f"{begin.astimezone(UTC):%Y%m%dT%H%M%SZ}"
