"""Days, parts of the day and dates, as people type them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import product

from sociale_kaart.zoeken.understanding.begrepen import Meaning, Reading, Wish
from sociale_kaart.zoeken.understanding.numbers import number_in
from sociale_kaart.zoeken.understanding.words import Word, folded_phrase, word_set

CODES = ("ma", "di", "wo", "do", "vr", "za", "zo")
_DAYS: Mapping[str, str] = {
    "maandag": "ma", "dinsdag": "di", "woensdag": "wo", "donderdag": "do", "vrijdag": "vr",
    "zaterdag": "za", "zondag": "zo", "monday": "ma", "tuesday": "di", "wednesday": "wo",
    "thursday": "do", "friday": "vr", "saturday": "za", "sunday": "zo",
}  # fmt: skip
_PARTS: Mapping[str, str] = {
    "ochtend": "ochtend", "middag": "middag", "avond": "avond", "nacht": "nacht",
    "morgen": "ochtend", "morning": "ochtend", "afternoon": "middag", "evening": "avond",
    "night": "nacht",
}  # fmt: skip
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
_SHORT_MONTHS = (
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip
_WEEK = tuple(CODES[:5])

_PHRASES: Mapping[str, Wish] = {
    """
    weekend; weekends; weekenden; weekeinde; weekeind; weekent; in het weekend; in de weekenden;
    in het weekeinde
    """: Wish("dag", ("za", "zo")),
    """
    doordeweeks; doordeweekse; door de week; doordeweekse dag; doordeweekse dagen; werkdagen;
    op werkdagen; weekdays
    """: Wish("dag", _WEEK),
    "overdag; during the day": Wish("dagdeel", ("ochtend", "middag")),
    """
    na het werk; na mijn werk; na werk; na werktijd; na zessen; na zes uur; na zeven uur; na 6 uur;
    na 7 uur; na 18 uur; na 19 uur; na het eten; na het avondeten; after work
    """: Wish("dagdeel", ("avond",)),
    "na school; na schooltijd; uit school; tussen de middag; after school": Wish(
        "dagdeel", ("middag",)
    ),
    "vroeg op de dag; vroeg in de ochtend": Wish("dagdeel", ("ochtend",)),
}


def day_phrases() -> Iterator[tuple[tuple[str, ...], Meaning]]:
    """Days and parts of the day that do not depend on what day it is."""
    for phrases, wish in _PHRASES.items():
        yield from ((folded_phrase(phrase), Meaning((wish,))) for phrase in phrases.split(";"))
    for name, day in _DAYS.items():
        meaning = Meaning((Wish("dag", (day,)),))
        yield from (((form,), meaning) for form in (name, f"{name}s", f"{name}en"))
        yield ("s", f"{name}s"), meaning
    for part, dagdeel in _PARTS.items():
        # The night is often what it is about: 'slapen voor de nacht'.
        meaning = Meaning((Wish("dagdeel", (dagdeel,)),), stays=dagdeel == "nacht")
        forms = (f"{part}s", f"s{part}s", f"{part}en", *(() if part == "morgen" else (part,)))
        yield from (((form,), meaning) for form in forms)
        yield ("s", f"{part}s"), meaning
        yield ("in", "de", part), meaning
    for (name, day), (part, dagdeel) in product(_DAYS.items(), _PARTS.items()):
        meaning = Meaning((Wish("dag", (day,)), Wish("dagdeel", (dagdeel,))))
        for days, parts in product((name, f"{name}s"), (part, f"{part}s", f"{part}en")):
            yield (days + parts,), meaning
            yield (days, parts), meaning
            yield (days, "s", parts), meaning
        yield (day, part), meaning
        yield (day + part,), meaning


def day_names() -> Iterator[str]:
    """The words that are recognised when they are misspelt too."""
    dutch = tuple(_DAYS)[: len(CODES)]
    yield from dutch
    yield from (name + part for name, part in product(dutch, ("ochtend", "middag", "avond")))
    yield "vanavond"


def read_date(words: Sequence[Word], at: int, day: date) -> Reading | None:
    """The date that begins at this word, seen from `day`."""
    return (
        _near(words, at, day)
        or _weekday(words, at, day)
        or _calendar(words, at, day)
        or _hour(words, at)
    )


def _forms(words: Sequence[Word], at: int, count: int) -> tuple[str, ...]:
    return tuple(word.vorm for word in words[at : at + count])


def _reading(at: int, stop: int, first: date, last: date, *, part: str | None = None) -> Reading:
    wishes = [Wish("datum", (first.isoformat(), last.isoformat()))]
    if part is not None:
        wishes.append(Wish("dagdeel", (part,)))
    return Reading(at, stop, Meaning(tuple(wishes)))


_TODAY = {
    "vandaag": None, "today": None, "vanavond": "avond", "tonight": "avond", "vanmiddag": "middag",
    "vanochtend": "ochtend", "vanmorgen": "ochtend", "vannacht": "nacht",
}  # fmt: skip
_LATER = {"morgen": 1, "tomorrow": 1, "overmorgen": 2}
_THIS = word_set("dit deze komend komende aankomend aankomende aanstaand aanstaande this")
_NEXT = word_set("volgend volgende next")


def _near(words: Sequence[Word], at: int, day: date) -> Reading | None:
    """'vanavond', 'morgenmiddag', 'dit weekend', 'volgende week'."""
    form = words[at].vorm
    following = words[at + 1].vorm if at + 1 < len(words) else ""
    if form in _TODAY:
        return _reading(at, at + 1, day, day, part=_TODAY[form])
    for name, ahead in _LATER.items():
        if form.startswith(name) and form[len(name) :] in {"", *_PARTS}:
            then = day + timedelta(days=ahead)
            part = _PARTS.get(form[len(name) :])
            if part is None and following in _PARTS and following != name:
                return _reading(at, at + 2, then, then, part=_PARTS[following])
            return _reading(at, at + 1, then, then, part=part)
    if form == "van" and _forms(words, at + 1, 2) == ("het", "weekend"):
        return _reading(at, at + 3, *_weekend(day))
    if form in _THIS or form in _NEXT:
        span = _period(following, day, later=form in _NEXT)
        return None if span is None else _reading(at, at + 2, *span)
    return None


def _period(name: str, day: date, *, later: bool) -> tuple[date, date] | None:
    """First and last day of this or the next week, weekend or month, from today on."""
    sunday = day + timedelta(days=6 - day.weekday())
    if name in {"weekend", "weekeinde", "weekeind", "weekent"}:
        return _weekend(sunday + timedelta(days=1) if later else day)
    if name == "week":
        return (sunday + timedelta(days=1), sunday + timedelta(days=7)) if later else (day, sunday)
    if name == "maand":
        last = _last_of_month(day)
        return (last + timedelta(days=1), _last_of_month(last + timedelta(days=1))) if later else (
            day, last)  # fmt: skip
    return None


def _weekend(day: date) -> tuple[date, date]:
    """What is left of the weekend of this week."""
    sunday = day + timedelta(days=6 - day.weekday())
    return max(day, sunday - timedelta(days=1)), sunday


def _last_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _weekday(words: Sequence[Word], at: int, day: date) -> Reading | None:
    """'komende zaterdag', 'aanstaande dinsdagavond': one day, where 'zaterdag' is every one."""
    form = words[at].vorm
    if (form not in _THIS and form not in _NEXT) or at + 1 >= len(words):
        return None
    following = words[at + 1].vorm
    name = next((name for name in _DAYS if following.startswith(name)), None)
    if name is None or following[len(name) :] not in {"", *_PARTS}:
        return None
    ahead = (CODES.index(_DAYS[name]) - day.weekday()) % 7
    if ahead == 0 and form != "deze":
        ahead = 7
    then = day + timedelta(days=ahead)
    return _reading(at, at + 2, then, then, part=_PARTS.get(following[len(name) :]))


def _calendar(words: Sequence[Word], at: int, day: date) -> Reading | None:
    """'[op] [zaterdag] 12 december [2026]', 'op 12-12', 'in december'."""
    here = at
    here += words[here].vorm == "op"
    here += here < len(words) and words[here].vorm in _DAYS
    forms = _forms(words, here, 3)
    if at == here and forms[:1] == ("in",) and len(forms) > 1 and forms[1] in _MONTHS:
        month = _MONTHS.index(forms[1]) + 1
        first = date(day.year + (month < day.month), month, 1)
        return _reading(at, at + 2, max(day, first), _last_of_month(first))
    number = number_in(forms[0]) if forms else None
    if number is None or len(forms) < 2:  # noqa: PLR2004
        return None
    named = _month(forms[1], by_figures=here > at)
    if named is None:
        return None
    year = number_in(forms[2]) if len(forms) > 2 else None  # noqa: PLR2004
    years = year is not None and day.year - 1 <= year <= day.year + 2
    then = _coming(day, number, named, year if years else None)
    return None if then is None else _reading(at, here + 2 + years, then, then)


def _month(form: str, *, by_figures: bool) -> int | None:
    for names in (_MONTHS, _SHORT_MONTHS):
        if form in names:
            return names.index(form) + 1
    # '8-12' alone is rather an age; after 'op' or a day it is a date.
    number = number_in(form) if by_figures and form.isdecimal() else None
    return number if number is not None and 1 <= number <= len(_MONTHS) else None


def _coming(day: date, number: int, month: int, year: int | None) -> date | None:
    """The first such date from today on; None when there is none (31 february)."""
    for candidate in (year,) if year is not None else (day.year, day.year + 1):
        try:
            then = date(candidate, month, number)
        except ValueError:
            continue
        if then >= day or year is not None:
            return then
    return None


_HOURS = ((8, 12, "ochtend"), (12, 18, "middag"), (18, 23, "avond"))


def _hour(words: Sequence[Word], at: int) -> Reading | None:
    """'om 10 uur', 'na 20 uur', 'tussen 9 en 12 uur': the part of the day it begins in.

    'Om 7 uur' may be either, so from 1 to 7 it is not read.
    """
    if words[at].vorm not in {"om", "na", "vanaf", "tussen", "rond"}:
        return None
    forms = _forms(words, at + 1, 4)
    between = words[at].vorm == "tussen" and forms[1:2] == ("en",)
    length = 3 if between else 1
    hour = number_in(forms[0]) if forms[length : length + 1] == ("uur",) else None
    part = next((p for low, high, p in _HOURS if hour is not None and low <= hour < high), None)
    if part is None:
        return None
    return Reading(at, at + 2 + length, Meaning((Wish("dagdeel", (part,)),)))
