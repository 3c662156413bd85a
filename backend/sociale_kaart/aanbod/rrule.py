"""Recurrence rules (RFC 5545), as far as a listing needs them: checked, and counted out in days.

Why not dateutil's: it walks a rule from its first day, and on to the year 9999 when a rule never
comes (every other Monday that is a Tuesday). Here a step is a day, week, month or year inside the
asked period, so no rule costs more than that period. The tests hold it against dateutil.
"""

import re
from calendar import isleap, monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, Literal

from sociale_kaart.core.clock import AMSTERDAM

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# A rule without a begin date has always been going on; this Monday makes it countable.
LONG_AGO = date(2020, 1, 6)
# The calendar repeats itself after this many years (but for 1900 and 2100).
_CALENDAR_YEARS = 28
_MONTHS = 12
_WEEK = 7


@dataclass(frozen=True)
class Rule:
    """A rule taken apart.

    `days` are (rank, weekday): rank 0 is every one, 1 the first, -1 the last of its month (or
    of its year, in a yearly rule without months); Monday is 0. `until` is the last local time
    at which it may still begin.
    """

    freq: Frequency
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    days: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0

    @property
    def takes_its_day_from_begin(self) -> bool:
        """Whether the day is that of the first time, because the rule names none."""
        return self.freq != "DAILY" and not self.days and not self.month_days


def tidy_rule(text: str) -> str:
    """The text of a rule without prefix, blanks and lower case."""
    return re.sub(r"\s+", "", text).upper().removeprefix("RRULE:").strip(";")


@lru_cache(maxsize=2048)
def parse_rule(text: str) -> Rule:
    """A tidy rule taken apart, or a ValueError that says in Dutch what is wrong with it."""
    pairs = [part.partition("=")[::2] for part in text.split(";")]
    names = [name for name, _ in pairs]
    unknown = sorted(set(names) - set(_PARTS) - {"FREQ"})
    parts = dict(pairs)
    freq = parts.pop("FREQ", "")
    match freq:
        case "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY":
            pass
        case _:
            raise ValueError("Een herhaling begint met FREQ=DAILY, WEEKLY, MONTHLY of YEARLY.")
    if unknown:
        raise ValueError(f"Dit deel van de herhaling kennen we niet: {', '.join(unknown)[:60]}.")
    double = sorted({name for name in names if names.count(name) > 1})
    if double:
        raise ValueError(f"Dit deel van de herhaling staat er twee keer: {', '.join(double)}.")
    values: dict[str, Any] = {}
    for name, value in parts.items():
        field, read, hint = _PARTS[name]
        try:
            values[field] = read(value)
        except ValueError as error:
            raise ValueError(
                f"Dit deel van de herhaling klopt niet: {name}={value[:40]}. Schrijf {hint}."
            ) from error
    rule = Rule(freq=freq, **values)
    _check_together(rule)
    return rule


def days_of(rule: Rule, begin: date, first: date, last: date) -> Iterator[date]:
    """The days from `first` up to and including `last`, in order, of a rule that begins on `begin`.

    The rule's own last day is not looked at, as that depends on the time; see `last_day`.
    """
    seen = 0
    # A rule with a number of times has to be counted from its beginning.
    start = begin if rule.count else max(begin, first)
    for day in _candidates(rule, begin, start, last):
        if day < begin:
            continue
        seen += 1
        if day > last or (rule.count is not None and seen > rule.count):
            return
        if day >= first:
            yield day


def last_day(rule: Rule, van: time | None) -> date | None:
    """The last day on which something that begins at `van` happens; None when it goes on."""
    if rule.until is None:
        return None
    too_late = van is not None and van > rule.until.time()
    return rule.until.date() - timedelta(days=int(too_late))


def can_happen(rule: Rule) -> bool:
    """Whether it comes in any year: 30 February never does."""
    free = replace(rule, interval=1, count=None)
    end = LONG_AGO.replace(year=LONG_AGO.year + _CALENDAR_YEARS)
    return next(days_of(free, LONG_AGO, LONG_AGO, end), None) is not None


def _candidates(rule: Rule, begin: date, start: date, last: date) -> Iterator[date]:
    """The days of all periods between two days, also some that lie just outside."""
    rule = _with_day_of(rule, begin)
    for period in _periods(rule, begin, start, last):
        days = [day for day in period if _fits(rule, day)]
        if rule.positions:
            size = len(days)
            chosen = {at - 1 if at > 0 else size + at for at in rule.positions}
            days = [days[at] for at in sorted(chosen) if 0 <= at < size]
        yield from days


def _with_day_of(rule: Rule, begin: date) -> Rule:
    """The rule with the day that follows from its beginning, where it names none itself."""
    if not rule.takes_its_day_from_begin:
        return rule
    if rule.freq == "WEEKLY":
        return replace(rule, days=((0, begin.weekday()),))
    months = rule.months or ((begin.month,) if rule.freq == "YEARLY" else ())
    return replace(rule, month_days=(begin.day,), months=months)


def _periods(rule: Rule, begin: date, start: date, last: date) -> Iterator[Iterator[date]]:
    """The days of each period of the rhythm, from the one that `start` is in."""
    match rule.freq:
        case "DAILY" | "WEEKLY":
            length = 1 if rule.freq == "DAILY" else _WEEK
            offset = 0 if length == 1 else (begin.weekday() - rule.week_start) % _WEEK
            step = length * rule.interval
            zero = begin.toordinal() - offset
            jumped = zero + (start.toordinal() - zero) // step * step
            for ordinal in range(jumped, last.toordinal() + 1, step):
                yield _days_from(ordinal, length)
        case "MONTHLY":
            zero, now, end = (day.year * _MONTHS + day.month - 1 for day in (begin, start, last))
            jumped = zero + (now - zero) // rule.interval * rule.interval
            for month in range(jumped, end + 1, rule.interval):
                yield _days_in_month(month // _MONTHS, month % _MONTHS + 1)
        case _:
            jumped = begin.year + (start.year - begin.year) // rule.interval * rule.interval
            for year in range(jumped, last.year + 1, rule.interval):
                months = sorted(rule.months) or range(1, _MONTHS + 1)
                yield (day for month in months for day in _days_in_month(year, month))


def _days_from(ordinal: int, length: int) -> Iterator[date]:
    begin, end = max(1, ordinal), min(date.max.toordinal(), ordinal + length - 1)
    return (date.fromordinal(day) for day in range(begin, end + 1))


def _days_in_month(year: int, month: int) -> Iterator[date]:
    return (date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1))


def _fits(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days:
        from_end = day.day - monthrange(day.year, day.month)[1] - 1
        if day.day not in rule.month_days and from_end not in rule.month_days:
            return False
    if not rule.days:
        return True
    today = day.weekday()
    ranks = [rank for rank, weekday in rule.days if weekday == today]
    return 0 in ranks or (bool(ranks) and not _ranks(rule, day).isdisjoint(ranks))


def _ranks(rule: Rule, day: date) -> set[int]:
    """Which of its weekday a day is in its month or year, from the front and from the back."""
    if rule.freq == "YEARLY" and not rule.months:
        at, size = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
    else:
        at, size = day.day, monthrange(day.year, day.month)[1]
    return {(at - 1) // _WEEK + 1, -((size - at) // _WEEK + 1)}


def _check_together(rule: Rule) -> None:
    if rule.count is not None and rule.until is not None:
        raise ValueError("Kies tussen een aantal keer (COUNT) en een laatste dag (UNTIL).")
    often = rule.freq in {"DAILY", "WEEKLY"}
    if often and (rule.positions or any(rank for rank, _ in rule.days)):
        raise ValueError("Een rang (1SA, BYSETPOS) kan alleen bij FREQ=MONTHLY of YEARLY.")
    if rule.freq == "WEEKLY" and rule.month_days:
        raise ValueError("Een dag van de maand (BYMONTHDAY) kan niet bij FREQ=WEEKLY.")


def _number(text: str, most: int) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= most:
        raise ValueError(text)
    return int(text)


def _signed(text: str, most: int) -> int:
    number = _number(text.removeprefix("-").removeprefix("+"), most)
    return -number if text.startswith("-") else number


def _each(read: Callable[[str, int], int], most: int) -> Callable[[str], tuple[int, ...]]:
    return lambda text: tuple(dict.fromkeys(read(part, most) for part in text.split(",")))


def _ranked_days(text: str) -> tuple[tuple[int, int], ...]:
    found = [(_signed(part[:-2], 53) if part[:-2] else 0, WEEKDAYS.index(part[-2:]))
             for part in text.split(",")]  # fmt: skip
    return tuple(dict.fromkeys(found))


def _last_moment(text: str) -> datetime:
    """A day, a local time, or a time in UTC: 20261231T225959Z is still 31 December in Zwolle."""
    day = re.fullmatch(r"([0-9]{8})(?:T([0-9]{6})(Z?))?", text)
    if day is None:
        raise ValueError(text)
    moment = datetime.strptime(day[1] + (day[2] or "235959"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    try:
        local = moment.astimezone(AMSTERDAM) if day[3] else moment
    except OverflowError as error:
        raise ValueError(text) from error
    return local.replace(tzinfo=None)


# For each part: the field of Rule, how to read it, and what it looks like.
_PARTS: Mapping[str, tuple[str, Callable[[str], object], str]] = {
    "INTERVAL": ("interval", lambda text: _number(text, 999), "een getal van 1 tot en met 999"),
    "COUNT": ("count", lambda text: _number(text, 999), "een getal van 1 tot en met 999"),
    "UNTIL": ("until", _last_moment, "een datum zoals 20261231"),
    "BYDAY": ("days", _ranked_days, "dagen zoals TU,TH of 1SA (MO TU WE TH FR SA SU)"),
    "BYMONTHDAY": ("month_days", _each(_signed, 31), "dagen van 1 tot 31, of -1 voor de laatste"),
    "BYMONTH": ("months", _each(_number, 12), "maanden van 1 tot en met 12"),
    "BYSETPOS": ("positions", _each(_signed, 366), "een rang zoals 1, of -1 voor de laatste"),
    "WKST": ("week_start", WEEKDAYS.index, "een dag zoals MO"),
}
