"""The events of a calendar as we know them: when they are, and a title to choose them by.

Pure: a text that came through the sieve goes in. What an event has that makes no sense is told of
that event alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from icalendar import Calendar
from icalendar.error import BrokenCalendarProperty

from sociale_kaart.agenda.bronnen.sieve import UnreadableCalendarError
from sociale_kaart.core.clock import AMSTERDAM

Start = date | datetime
# In the library every property of an event may be of any kind, or broken: what it is shows when it
# is used.
Component = Any
_PRIVATE = {"PRIVATE", "CONFIDENTIAL"}
_LONGEST_TITLE = 120
_MOST_EXTRA = 500


@dataclass(frozen=True)
class Afspraak:
    """One VEVENT. Times have a zone: that of Amsterdam where the calendar names none or an unknown one.

    `kenmerk` is by what it is known from one night to the next. It is a digest: what programs put
    in a UID may be somebody's address.
    """

    uid: str
    titel: str
    categorieen: tuple[str, ...]
    begin: Start
    # None: nobody said when it ends.
    duur: timedelta | None
    regels: tuple[str, ...] = ()
    extra: tuple[Start, ...] = ()
    behalve: tuple[Start, ...] = ()
    # Which time of its series this one stands in the place of.
    vervangt: Start | None = None
    vervallen: bool = False
    besloten: bool = False
    # Says things of its rhythm that we do not understand.
    vreemd: bool = False

    @property
    def kenmerk(self) -> str:
        return kenmerk_of(self.uid, self.vervangt)


@dataclass(frozen=True)
class Onleesbaar:
    """An event that does not say when it is, or not in a way that anybody understands."""

    titel: str


def kenmerk_of(uid: str, at: Start | None = None) -> str:
    place = "" if at is None else at.isoformat()
    return sha256(f"{uid}\n{place}".encode()).hexdigest()[:32]


def read_events(text: str) -> list[Afspraak | Onleesbaar]:
    """All events, in the order of the calendar. Raises UnreadableCalendarError."""
    try:
        calendar = Calendar.from_ical(text)
    except (ValueError, IndexError, KeyError, TypeError) as error:
        raise UnreadableCalendarError("geen-agenda") from error
    return [_event(component) for component in calendar.walk("VEVENT")]


def _event(component: Component) -> Afspraak | Onleesbaar:
    titel = _title(component)
    try:
        return _afspraak(component, titel)
    except (BrokenCalendarProperty, ValueError, TypeError, AttributeError, OverflowError):
        return Onleesbaar(titel)


def _afspraak(component: Component, titel: str) -> Afspraak:
    begin = _placed(component["DTSTART"].dt) if "DTSTART" in component else None
    if begin is None:
        raise ValueError("geen begin")
    replaced = component.get("RECURRENCE-ID")
    rules = [rule.to_ical().decode() for rule in _listed(component.get("RRULE"))]
    return Afspraak(
        uid=str(component.get("UID") or f"{titel} {begin.isoformat()}"),
        titel=titel,
        categorieen=tuple(_categories(component)),
        begin=begin,
        duur=_length(component, begin),
        regels=tuple(rules),
        extra=tuple(_starts(component.get("RDATE")))[:_MOST_EXTRA],
        behalve=tuple(_starts(component.get("EXDATE"))),
        vervangt=_placed(replaced.dt) if replaced is not None else None,
        vervallen=_word(component, "STATUS") == "CANCELLED",
        besloten=_word(component, "CLASS") in _PRIVATE,
        vreemd="EXRULE" in component or (replaced is not None and "RANGE" in replaced.params),
    )


def _placed(moment: Any) -> Start:
    """A start with a zone, or a day; raises ValueError for what is neither."""
    if isinstance(moment, datetime):
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=AMSTERDAM)
    if isinstance(moment, date):
        return moment
    raise ValueError("geen dag en geen tijdstip")


def _length(component: Component, begin: Start) -> timedelta | None:
    """How long it lasts on the clock; None when nobody said, or when it would end before it begins."""
    length: timedelta | None = None
    if "DTEND" in component:
        end = _placed(component["DTEND"].dt)
        if isinstance(begin, datetime) and isinstance(end, datetime):
            length = end.astimezone(begin.tzinfo).replace(tzinfo=None) - begin.replace(tzinfo=None)
        elif not isinstance(begin, datetime) and not isinstance(end, datetime):
            length = end - begin
    elif "DURATION" in component:
        length = component["DURATION"].dt
    return length if length is not None and length > timedelta(0) else None


def _starts(found: Any) -> Iterator[Start]:
    """The times in a property that has several; of a period its begin."""
    for part in _listed(found):
        for each in part.dts:
            moment = each.dt
            yield _placed(moment[0] if isinstance(moment, tuple) else moment)


def _categories(component: Component) -> Iterator[str]:
    for part in _listed(component.get("CATEGORIES")):
        yield from (str(name)[:_LONGEST_TITLE] for name in getattr(part, "cats", ()))


def _listed(found: Any) -> Iterable[Any]:
    if found is None:
        return ()
    return found if isinstance(found, list) else (found,)


def _title(component: Component) -> str:
    return " ".join(str(component.get("SUMMARY") or "").split())[:_LONGEST_TITLE]


def _word(component: Component, name: str) -> str:
    return str(component.get(name) or "").strip().upper()
