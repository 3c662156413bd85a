"""A recurrence rule as people say it: 'elke dinsdag van 19.00 tot 21.00 uur'."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from sociale_kaart.aanbod.recurrence import Schedule
from sociale_kaart.aanbod.rrule import Rule, last_day, parse_rule

_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
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
_RANG = {
    1: "eerste",
    2: "tweede",
    3: "derde",
    4: "vierde",
    5: "vijfde",
    -1: "laatste",
    -2: "voorlaatste",
    -3: "op twee na laatste",
    -4: "op drie na laatste",
    -5: "op vier na laatste",
}
_WORKDAYS = {0, 1, 2, 3, 4}
_WEEKEND = {5, 6}
_WHOLE_WEEK = _WORKDAYS | _WEEKEND
_MIDNIGHT = time(0, 0)
# From this many in a row it is said as 'van … tot en met …'.
_A_ROW = 3


def describe(schedule: Schedule) -> str:
    """One sentence without a full stop; the rule must have passed `check_rrule`."""
    hours = _hours(schedule.van, schedule.tot)
    if schedule.rrule is None:
        return " ".join(filter(None, [_dates(schedule), hours]))
    rule = parse_rule(schedule.rrule)
    words = [_rhythm(rule, schedule.begin), hours, _season(schedule, rule)]
    return " ".join(filter(None, words))


def spell_date(day: date) -> str:
    return f"{day.day} {_MAANDEN[day.month - 1]} {day.year}"


def spell_time(moment: time) -> str:
    return f"{moment.hour}.{moment.minute:02d}"


def _dates(schedule: Schedule) -> str:
    begin, end = schedule.begin, schedule.eind
    if begin is None:
        return ""
    if end is None or end == begin:
        return f"op {_DAGEN[begin.weekday()]} {spell_date(begin)}"
    return f"elke dag van {spell_date(begin)} tot en met {spell_date(end)}"


def _rhythm(rule: Rule, begin: date | None) -> str:
    plain = [weekday for rank, weekday in rule.days if rank == 0]
    if rule.freq == "WEEKLY":
        text = _weekly(rule.interval, plain or ([begin.weekday()] if begin else []))
    elif rule.freq == "DAILY" and (rule.interval > 1 or not (plain or rule.month_days)):
        text = _daily(rule)
    elif _is_each_weekday(rule):
        text = _each_weekday(rule, plain)
    elif rule.freq == "YEARLY" and not (rule.interval == 1 and rule.days and rule.month_days):
        return _yearly(rule, begin)
    else:
        text = _monthly(rule, begin)
    return " ".join(filter(None, [text, _months(rule.months)]))


def _is_each_weekday(rule: Rule) -> bool:
    """Whether only weekdays choose, so that it is each one, whatever the period is called."""
    every = all(rank == 0 for rank, _ in rule.days)
    return bool(rule.days) and every and not rule.positions and not rule.month_days


def _each_weekday(rule: Rule, plain: Sequence[int]) -> str:
    each = _weekly(1, plain)
    if rule.interval == 1:
        return each
    if rule.freq == "YEARLY":
        return f"elke {rule.interval} jaar op {each}"
    return f"om de {rule.interval} maanden {each}"


def _daily(rule: Rule) -> str:
    rhythm = "elke dag" if rule.interval == 1 else f"elke {rule.interval} dagen"
    only = [_join(_day_names(rule), "of")] if rule.days else []
    only += [_dates_of_month(rule.month_days, "of")] if rule.month_days else []
    return f"{rhythm} (alleen op {' en '.join(only)})" if only else rhythm


def _weekly(interval: int, plain: Sequence[int]) -> str:
    week = "elke week" if interval == 1 else f"elke {interval} weken"
    if not plain:
        return week
    if len(set(plain)) == len(_DAGEN):
        return "elke dag" if interval == 1 else f"{week} op elke dag"
    row = _row(plain, len(_DAGEN))
    if row:
        span = f"{_DAGEN[row[0]]} tot en met {_DAGEN[row[1]]}"
        return span if interval == 1 else f"{week} van {span}"
    days = _join([_DAGEN[day] for day in sorted(set(plain))])
    return f"elke {days}" if interval == 1 else f"{week} op {days}"


def _monthly(rule: Rule, begin: date | None) -> str:
    """What comes once or a few times in a month: by weekday, by date, or by its first time."""
    which = _which_days(rule)
    if which is None and begin is not None:
        which = _dates_of_month([begin.day])
    if rule.interval > 1:
        rhythm = f"om de {rule.interval} maanden"
        return f"{rhythm} op {_the(which)}" if which else rhythm
    if which is None:
        return "elke maand"
    return f"elke maand op {which}" if which.startswith("de ") else f"elke {which} van de maand"


def _yearly(rule: Rule, begin: date | None) -> str:
    rhythm = "elk jaar" if rule.interval == 1 else f"elke {rule.interval} jaar"
    which = _which_days(rule)
    months = sorted(rule.months)
    if which is None and begin is None:
        return " ".join(filter(None, [rhythm, _months(months)]))
    number = begin.day if which is None and begin else _only_date(rule)
    if number:
        months = months or [begin.month if begin and which is None else 0]
        if months[0]:
            return f"{rhythm} op {_join([f'{number} {_MAANDEN[n - 1]}' for n in months])}"
        months = []
    return f"{rhythm} op {_the(which or '')} {_yearly_scope(rule, months)}"


def _yearly_scope(rule: Rule, months: Sequence[int]) -> str:
    """'van mei en september', 'van de maand', 'van het jaar'."""
    together = bool(rule.positions) and len(months) > 1
    if months and not together and not _row([n - 1 for n in months], len(_MAANDEN)):
        return f"van {_join([_MAANDEN[n - 1] for n in months])}"
    per_month = not rule.positions and (months or rule.month_days)
    scope = "van de maand" if per_month else "van het jaar"
    return " ".join(filter(None, [scope, _months(months)]))


def _only_date(rule: Rule) -> int:
    """The one day of the month of a rule such as '4 May'; else 0."""
    one = len(rule.month_days) == 1 and not rule.days and not rule.positions
    return max(0, rule.month_days[0]) if one else 0


def _the(which: str) -> str:
    """With its article: 'de eerste zaterdag'; a bare 'maandag' has none."""
    bare = which.startswith("de ") or which.split(maxsplit=1)[0].rstrip(",") in _DAGEN
    return which if bare else f"de {which}"


def _which_days(rule: Rule) -> str | None:
    """'eerste zaterdag', 'de 1e en de 15e', 'laatste werkdag'; None when the rule names none."""
    if rule.days and rule.month_days:
        dates = _dates_of_month(rule.month_days, "of")
        return _ranked(rule.positions, f"{_join(_day_names(rule), 'of')} op {dates}")
    if rule.month_days:
        dates = _dates_of_month(rule.month_days)
        return _ranked(rule.positions, f"dag uit {dates}") if rule.positions else dates
    if not rule.days:
        return None
    if rule.positions:
        return _ranked(rule.positions, _kind_of_day(rule))
    return _join(_day_names(rule))


def _day_names(rule: Rule) -> list[str]:
    """The weekdays with their ranks; 'eerste en derde zaterdag' has its day once."""
    by_day: dict[int, list[int]] = {}
    for rank, weekday in rule.days:
        by_day.setdefault(weekday, []).append(rank)
    return [_ranked([rank for rank in ranks if rank], _DAGEN[day]) for day, ranks in by_day.items()]


def _kind_of_day(rule: Rule) -> str:
    ranks, days = {rank for rank, _ in rule.days}, {weekday for _, weekday in rule.days}
    if ranks == {0} and len(days) > 1:
        names = ((_WORKDAYS, "werkdag"), (_WEEKEND, "weekenddag"), (_WHOLE_WEEK, "dag"))
        for kind, name in names:
            if days == kind:
                return name
    return _join(_day_names(rule), "of")


def _ranked(ranks: Iterable[int], what: str) -> str:
    words = [_rank(number) for number in ranks]
    return f"{_join(words)} {what}" if words else what


def _rank(number: int) -> str:
    known = _RANG.get(number)
    if known:
        return known
    return f"{number}e" if number > 0 else f"{-number}e van achteren geteld"


def _dates_of_month(numbers: Iterable[int], word: str = "en") -> str:
    """'de 1e en de 15e', 'de 8e tot en met de 14e', 'de laatste dag'."""
    ahead = sorted(number for number in numbers if number > 0)
    parts = [
        f"de {run[0]}e tot en met de {run[-1]}e" if len(run) >= _A_ROW else f"de {run[0]}e"
        for run in _runs(ahead)
    ]
    parts += [f"de {_rank(n)} dag" for n in sorted((n for n in numbers if n < 0), reverse=True)]
    return _join(parts, word)


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Numbers that follow each other together, when there are enough of them."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [part for run in runs for part in ([run] if len(run) >= _A_ROW else [[n] for n in run])]


def _months(numbers: Sequence[int]) -> str:
    """'in mei en juni', 'van oktober tot en met maart' (also over new year)."""
    chosen = {number - 1 for number in numbers}
    if not chosen or len(chosen) == len(_MAANDEN):
        return ""
    row = _row(chosen, len(_MAANDEN))
    if row:
        return f"van {_MAANDEN[row[0]]} tot en met {_MAANDEN[row[1]]}"
    return f"in {_join([_MAANDEN[number] for number in sorted(chosen)])}"


def _row(chosen: Iterable[int], size: int) -> tuple[int, int] | None:
    """First and last of numbers that all follow each other, round the end if need be."""
    numbers = set(chosen)
    starts = [number for number in numbers if (number - 1) % size not in numbers]
    if len(starts) != 1 or len(numbers) < _A_ROW:
        return None
    return starts[0], (starts[0] + len(numbers) - 1) % size


def _hours(van: time | None, tot: time | None) -> str:
    if van is None:
        return ""
    if tot is None:
        return f"om {spell_time(van)} uur"
    if van == tot == _MIDNIGHT:
        return "dag en nacht"
    end = "24.00" if tot == _MIDNIGHT else spell_time(tot)
    return f"van {spell_time(van)} tot {end} uur"


def _season(schedule: Schedule, rule: Rule) -> str:
    ends = [day for day in (schedule.eind, last_day(rule, schedule.van)) if day]
    begin = spell_date(schedule.begin) if schedule.begin else None
    if rule.count is not None:
        times = f"{rule.count} keer" + (f" vanaf {begin}" if begin else "")
        return f"({times}, tot en met {spell_date(min(ends))})" if ends else f"({times})"
    if not ends:
        return ""
    end = spell_date(min(ends))
    return f"({begin} tot en met {end})" if begin else f"(tot en met {end})"


def _join(words: Sequence[str], word: str = "en") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {word} {words[-1]}"
