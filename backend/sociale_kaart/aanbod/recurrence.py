"""When something is: rules (RFC 5545) turned into dates and into Dutch sentences.

Everything here is about a clock on a wall in Zwolle. An activity at 19.00 is at 19.00 before
and after the change to winter time, so rules are expanded in local time and only then placed
in a time zone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, rrulestr

from sociale_kaart.core.clock import AMSTERDAM

DAG_CODES = ("ma", "di", "wo", "do", "vr", "za", "zo")

# A rule without a begin date has always been going on; this Monday makes it countable.
_LONG_AGO = date(2020, 1, 6)
_FREQUENCIES = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}
_PARTS = {
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYDAY",
    "BYMONTHDAY",
    "BYMONTH",
    "BYSETPOS",
    "WKST",
}
_MAX_OCCURRENCES = 500
_DAGDELEN = (
    ("nacht", time(0, 0), time(6, 0)),
    ("ochtend", time(6, 0), time(12, 0)),
    ("middag", time(12, 0), time(18, 0)),
    ("avond", time(18, 0), time(23, 0)),
    ("nacht", time(23, 0), None),
)


@dataclass(frozen=True)
class Schedule:
    """One moment as it was entered; `van` and `tot` are local times."""

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
    tidy = text.strip().upper().removeprefix("RRULE:").rstrip(";")
    parts = dict(part.partition("=")[::2] for part in tidy.split(";"))
    if parts.get("FREQ") not in _FREQUENCIES:
        raise ValueError("Een herhaling begint met FREQ=DAILY, WEEKLY, MONTHLY of YEARLY.")
    unknown = sorted(set(parts) - _PARTS)
    if unknown:
        raise ValueError(f"Dit deel van de herhaling kennen we niet: {', '.join(unknown)[:60]}.")
    try:
        endless = ";".join(f"{key}={value}" for key, value in parts.items() if key != "UNTIL")
        rule = rrulestr(endless, dtstart=datetime.combine(_LONG_AGO, time()))
        rrulestr(_with_local_until(tidy), dtstart=datetime.combine(_LONG_AGO, time()))
        # Step 0 never ends, and 30 February never comes.
        happens = int(parts.get("INTERVAL") or 1) > 0 and next(iter(rule), None) is not None
    except (ValueError, TypeError, OverflowError) as error:
        raise ValueError("Deze herhaling klopt niet; zoals FREQ=WEEKLY;BYDAY=TU.") from error
    if not happens:
        raise ValueError("Deze herhaling komt nooit voor.")
    return tidy


def expand(schedule: Schedule, first: date, last: date) -> list[Occurrence]:
    """The occurrences from `first` up to and including `last`, in order.

    At most 500, so that a rule cannot cost more than its use.
    """
    first = max(first, schedule.begin) if schedule.begin else first
    last = min(last, schedule.eind) if schedule.eind else last
    if first > last:
        return []
    skipped = set(schedule.behalve)
    days = (day for day in _days(schedule, first, last) if day not in skipped)
    return [occurrence_on(schedule, day) for day in days]


def occurrence_on(schedule: Schedule, day: date) -> Occurrence:
    if schedule.van is None:
        return Occurrence(dag=day)
    van = datetime.combine(day, schedule.van, AMSTERDAM)
    if schedule.tot is None:
        return Occurrence(dag=day, van=van)
    ends_next_day = schedule.tot <= schedule.van
    tot = datetime.combine(day + timedelta(days=int(ends_next_day)), schedule.tot, AMSTERDAM)
    return Occurrence(dag=day, van=van, tot=tot)


def _days(schedule: Schedule, first: date, last: date) -> Iterator[date]:
    if schedule.rrule is None:
        if schedule.begin and first <= schedule.begin <= last:
            yield schedule.begin
        return
    rule = _rule(schedule.rrule, schedule.begin, first)
    start, end = datetime.combine(first, time()), datetime.combine(last, time())
    for count, moment in enumerate(rule.xafter(start, inc=True)):
        if moment > end or count >= _MAX_OCCURRENCES:
            return
        yield moment.date()


def _rule(text: str, begin: date | None, first: date) -> rrule:
    """The rule from a start that is as near to `first` as its rhythm allows.

    Without this a weekly rule from 2020 is walked through from its first week each time.
    A rule with COUNT has to be counted from its real beginning.
    """
    anchor = begin or _LONG_AGO
    parts = dict(part.partition("=")[::2] for part in text.split(";"))
    if "COUNT" not in parts and first > anchor:
        anchor = _nearer(anchor, first, parts["FREQ"], int(parts.get("INTERVAL") or 1))
    rule = rrulestr(_with_local_until(text), dtstart=datetime.combine(anchor, time()))
    assert isinstance(rule, rrule)
    return rule


def _nearer(anchor: date, first: date, frequency: str, interval: int) -> date:
    days = (first - anchor).days
    if frequency in {"DAILY", "WEEKLY"}:
        step = interval * (7 if frequency == "WEEKLY" else 1)
        # One step of room: an anchor in the middle of a week must not lose its first days.
        return anchor + timedelta(days=max(0, days // step - 1) * step)
    if frequency == "MONTHLY":
        months = (first.year - anchor.year) * 12 + first.month - anchor.month
        return anchor + relativedelta(months=max(0, months // interval - 1) * interval)
    return anchor


def _with_local_until(text: str) -> str:
    """UNTIL as a local day: 20261231T225959Z is still 31 December in Zwolle."""

    def local(match: re.Match[str]) -> str:
        value = match.group(1)
        if value.endswith("Z"):
            moment = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            value = moment.astimezone(AMSTERDAM).strftime("%Y%m%d")
        return f"UNTIL={value[:8]}T235959"

    return re.sub(r"UNTIL=([0-9TZ]+)", local, text)


def dagdelen(van: time | None, tot: time | None) -> list[str]:
    """The parts of the day that a period touches; only the first one when its end is unknown."""
    if van is None:
        return []
    if tot is None or tot == van:
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
        for occurrence in _typical(schedule, today):
            dag = DAG_CODES[occurrence.dag.weekday()]
            parts = dagdelen(schedule.van, schedule.tot)
            found.update([f"{dag}-{part}" for part in parts] or [dag])
    return sorted(found)


def _typical(schedule: Schedule, today: date) -> list[Occurrence]:
    """A sample that shows each day of the rule: five weeks from now, or its next season."""
    begin = max(today, schedule.begin or today)
    soon = expand(schedule, begin, begin + timedelta(weeks=5))
    return soon or expand(schedule, begin, begin + timedelta(days=366))[:20]
