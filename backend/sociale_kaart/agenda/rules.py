"""Which times of a listing are in the agenda; pure functions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sociale_kaart.aanbod.documents import schedules_in
from sociale_kaart.aanbod.recurrence import DAG_CODES, dagdelen, expand
from sociale_kaart.zoeken.document import SEARCHABLE_WEEKS

LONGEST_PERIOD = timedelta(days=31)


def last_day_of_agenda(day: date) -> date:
    """Until when the agenda is known on a day."""
    return day + timedelta(weeks=SEARCHABLE_WEEKS)


def keren_of(document: Mapping[str, Any], day: date) -> list[dict[str, Any]]:
    """The rows of `keer` for a public document (aanbod.documents), from a day on.

    An exception or a closed period does not take a time away but says that it is off, for whoever
    counted on it. Only what is closed until further notice has no times any more: nobody knows
    which of them will be.
    """
    closings = document["sluitingen"]
    rows = []
    for part, schedule in zip(document["momenten"], schedules_in(document), strict=True):
        skipped = set(schedule.behalve)
        delen = dagdelen(schedule.van, schedule.tot)
        for keer in expand(replace(schedule, behalve=()), day, last_day_of_agenda(day)):
            closing = _closing_on(closings, keer.dag)
            if closing is not None and "tot" not in closing:
                break
            row = {
                "moment_id": part["id"],
                "dag": keer.dag,
                "aanbod_id": document["id"],
                "van": keer.van,
                "tot": keer.tot,
                "dagdelen": delen,
                "vervalt": closing is not None or keer.dag in skipped,
                "reden": closing.get("reden") if closing else None,
                "toelichting": part.get("toelichting"),
            }
            rows.append(row)
    return rows


def weekday_number(code: str) -> int:
    """1 for Monday to 7 for Sunday (ISO 8601), as PostgreSQL numbers them."""
    return DAG_CODES.index(code) + 1


def is_avond_of_weekend(day: date, delen: Sequence[str]) -> bool:
    return "avond" in delen or day.isoweekday() >= weekday_number("za")


class TimeCounts:
    """How many times there are, by when they are.

    Args:
        times: (day, parts of the day that it touches, how many of those there are).
        days: the chosen days of the week, as numbers; none is all of them.
        parts: the chosen parts of the day.
        avond_of_weekend: whether only evenings and weekends count.
    """

    def __init__(
        self,
        times: Iterable[tuple[date, Sequence[str], int]],
        days: Sequence[int],
        parts: Sequence[str],
        *,
        avond_of_weekend: bool,
    ) -> None:
        self.per_day: Counter[date] = Counter()
        self.per_weekday: Counter[str] = Counter()
        self.per_part: Counter[str] = Counter()
        self.avond_of_weekend = 0
        for day, delen, number in times:
            on_day = not days or day.isoweekday() in days
            in_part = not parts or not set(parts).isdisjoint(delen)
            free = is_avond_of_weekend(day, delen)
            if on_day and in_part and free:
                self.avond_of_weekend += number
            if avond_of_weekend and not free:
                continue
            if on_day and in_part:
                self.per_day[day] += number
            if in_part:
                self.per_weekday[DAG_CODES[day.weekday()]] += number
            if on_day:
                self.per_part.update(dict.fromkeys(delen, number))


def _closing_on(closings: list[dict[str, str]], day: date) -> dict[str, str] | None:
    text = day.isoformat()
    return next((one for one in closings if one["van"] <= text <= one.get("tot", text)), None)
