"""What somebody who fills in a moment wants to see: when it then is. By the listing's own code."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from dateutil.relativedelta import relativedelta

from sociale_kaart.aanbod.documents import coming_occurrences
from sociale_kaart.aanbod.recurrence import Occurrence, Schedule, days_between, occurrence_on
from sociale_kaart.aanbod.rrule import LONG_AGO, parse_rule
from sociale_kaart.aanbod.schedule_text import describe
from sociale_kaart.aanbod.schemas import MomentInvoer
from sociale_kaart.aanbod.vooruitblik.schemas import Opmerking

WEEKS = 8
_MAX = 60
# What comes only after this is for who fills it in as good as never.
_LOOK_AHEAD = relativedelta(years=5)

Period = tuple[date, date]


@dataclass(frozen=True)
class Outlook:
    """A moment in words, its times of the coming weeks, and what is odd about it.

    `cancelled` are times of the same weeks that a free day or a closing takes away; `following`
    is the first time that there is, however far away.
    """

    text: str
    coming: tuple[Occurrence, ...]
    cancelled: tuple[Occurrence, ...]
    following: Occurrence | None
    remarks: tuple[Opmerking, ...]


def schedule_from(moment: MomentInvoer) -> Schedule:
    return Schedule(
        rrule=moment.rrule,
        begin=moment.begin,
        eind=moment.eind,
        van=time.fromisoformat(moment.van) if moment.van else None,
        tot=time.fromisoformat(moment.tot) if moment.tot else None,
        behalve=tuple(moment.behalve),
    )


def look_ahead(schedule: Schedule, closed: Sequence[Period], day: date) -> Outlook:
    """What this moment comes to from `day` on."""
    last = day + timedelta(weeks=WEEKS)
    coming = coming_occurrences([schedule], closed, day, last)
    taking_place = {keer.dag for keer in coming}
    planned = days_between(replace(schedule, behalve=()), day, last)
    cancelled = [occurrence_on(schedule, on) for on in planned if on not in taking_place]
    following = coming[0] if coming else _first(schedule, closed, day)
    return Outlook(
        text=describe(schedule),
        coming=tuple(coming[:_MAX]),
        cancelled=tuple(cancelled[:_MAX]),
        following=following,
        remarks=tuple(_remarks(schedule, following, day, last)),
    )


def _first(schedule: Schedule, closed: Sequence[Period], day: date) -> Occurrence | None:
    keren = coming_occurrences([schedule], closed, day, day + _LOOK_AHEAD)
    return keren[0] if keren else None


def _remarks(
    schedule: Schedule, following: Occurrence | None, day: date, last: date
) -> list[Opmerking]:
    rule = parse_rule(schedule.rrule) if schedule.rrule else None
    if rule and schedule.begin is None and rule.takes_its_day_from_begin:
        return ["dag-onbekend"]
    remarks: list[Opmerking] = []
    if following is None:
        remarks.append(_why_never(schedule, day))
    elif following.dag > last:
        remarks.append("later")
    if rule and rule.interval > 1 and schedule.begin is None:
        remarks.append("week-onbekend")
    if rule and schedule.eind is None and rule.until is None and rule.count is None:
        remarks.append("zonder-einde")
    return remarks


def _why_never(schedule: Schedule, day: date) -> Opmerking:
    if days_between(schedule, day, day + _LOOK_AHEAD):
        return "dicht"
    whole = replace(schedule, behalve=())
    if days_between(whole, day, day + _LOOK_AHEAD):
        return "nooit"
    before = days_between(whole, schedule.begin or LONG_AGO, day - timedelta(days=1))
    return "voorbij" if before else "nooit"
