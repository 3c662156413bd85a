"""A recurrence rule as people say it: 'elke dinsdag van 19.00 tot 21.00 uur'."""

import re
from datetime import date, time

from sociale_kaart.aanbod.recurrence import Schedule

_DAGEN = {
    "MO": "maandag",
    "TU": "dinsdag",
    "WE": "woensdag",
    "TH": "donderdag",
    "FR": "vrijdag",
    "SA": "zaterdag",
    "SU": "zondag",
}
_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_RANG = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", -1: "laatste"}
_WORKDAYS = ["MO", "TU", "WE", "TH", "FR"]


def describe(schedule: Schedule) -> str:
    """One sentence without a full stop; the rule must have passed `check_rrule`."""
    if schedule.rrule is None:
        day = f"op {spell_date(schedule.begin)}" if schedule.begin else ""
        return " ".join(filter(None, [day, _hours(schedule.van, schedule.tot)]))
    parts = dict(part.partition("=")[::2] for part in schedule.rrule.split(";"))
    words = [_rhythm(parts), _hours(schedule.van, schedule.tot), _season(schedule)]
    return " ".join(filter(None, words))


def spell_date(day: date) -> str:
    return f"{day.day} {_MAANDEN[day.month - 1]} {day.year}"


def spell_time(moment: time) -> str:
    return f"{moment.hour}.{moment.minute:02d}"


def _rhythm(parts: dict[str, str]) -> str:
    interval = int(parts.get("INTERVAL") or 1)
    days = [day for day in parts.get("BYDAY", "").split(",") if day]
    months = _months(parts.get("BYMONTH", ""))
    match parts["FREQ"]:
        case "DAILY":
            text = "elke dag" if interval == 1 else f"elke {interval} dagen"
        case "WEEKLY":
            text = _weekly(days, interval)
        case "MONTHLY":
            text = _monthly(parts, days, interval)
        case _:
            text = "elk jaar"
    return f"{text} {months}".strip()


def _weekly(days: list[str], interval: int) -> str:
    plain = [day[-2:] for day in days]
    if interval > 1:
        return (
            f"elke {interval} weken op {_enumerate(plain)}" if plain else f"elke {interval} weken"
        )
    if plain == _WORKDAYS:
        return "maandag tot en met vrijdag"
    if len(set(plain)) == len(_DAGEN):
        return "elke dag"
    return f"elke {_enumerate(plain)}" if plain else "elke week"


def _monthly(parts: dict[str, str], days: list[str], interval: int) -> str:
    per = "van de maand" if interval == 1 else f"om de {interval} maanden"
    ranked = [_ranked(day, parts.get("BYSETPOS")) for day in days]
    if ranked:
        return f"elke {_join(ranked)} {per}"
    if parts.get("BYMONTHDAY"):
        return f"op dag {_join(parts['BYMONTHDAY'].split(','))} {per}"
    return "elke maand" if interval == 1 else per


def _ranked(day: str, position: str | None) -> str:
    rank = re.match(r"([+-]?\d+)", day)
    number = int(rank.group(1)) if rank else int(position.split(",")[0]) if position else 0
    return " ".join(filter(None, [_RANG.get(number, ""), _DAGEN[day[-2:]]]))


def _months(text: str) -> str:
    numbers = [int(part) for part in text.split(",") if part]
    return f"in {_join([_MAANDEN[number - 1] for number in numbers])}" if numbers else ""


def _hours(van: time | None, tot: time | None) -> str:
    if van is None:
        return ""
    if tot is None:
        return f"om {spell_time(van)} uur"
    return f"van {spell_time(van)} tot {spell_time(tot)} uur"


def _season(schedule: Schedule) -> str:
    if schedule.begin and schedule.eind:
        return f"({spell_date(schedule.begin)} tot en met {spell_date(schedule.eind)})"
    if schedule.eind:
        return f"(tot en met {spell_date(schedule.eind)})"
    return ""


def _enumerate(days: list[str]) -> str:
    return _join([_DAGEN[day] for day in days])


def _join(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"
