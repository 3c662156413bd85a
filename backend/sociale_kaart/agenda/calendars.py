"""What is on as iCalendar (RFC 5545, with the names of RFC 7986), for other people's agendas."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import urljoin

from icalendar import Calendar, Event, Timezone, vRecur

from sociale_kaart.aanbod.documents import schedules_in
from sociale_kaart.aanbod.recurrence import Schedule
from sociale_kaart.agenda.series import Closing, Series, series_of
from sociale_kaart.core.clock import AMSTERDAM, to_local
from sociale_kaart.taxonomie.vocabulary import Vocabulary

CALENDAR = "text/calendar"
_PRODUCT = "-//Sociale kaart//Agenda//NL"
_NAME, _MOST_IN_NAME = "Sociale kaart", 4
_OFF, _STOPPED = "Gaat niet door", "Dit is gestopt."
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
_END_CALENDAR = b"END:VCALENDAR\r\n"
# How often an agenda asks again.
_REFRESH = timedelta(hours=6)
# By rule instead of a line for each year, as every program reads it; a test holds it against the
# time zone of this computer.
_TIMEZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""

Document = Mapping[str, Any]


class Off(NamedTuple):
    """That something does not go on, and why when they said so."""

    reden: str | None


@dataclass(frozen=True)
class Wording:
    """What turns a public document into words: the labels, and where its page is."""

    vocabulary: Vocabulary
    site: str

    def page_of(self, document: Document) -> str:
        return urljoin(self.site, f"/aanbod/{document['slug']}")


def calendar_of_aanbod(document: Document, wording: Wording, day: date) -> bytes:
    """All moments of a listing, each as one series under the id of the moment.

    Args:
        document: its public document (aanbod.documents.document_of) as JSON data.
        wording: what it is told with.
        day: today.
    """
    calendar = _calendar(document["titel"])
    closings = [
        Closing(
            date.fromisoformat(part["van"]),
            date.fromisoformat(part["tot"]) if "tot" in part else None,
            part.get("reden"),
        )
        for part in document["sluitingen"]
    ]
    # Nobody said when it began. This stays the same as long as nobody changes the listing.
    since = to_local(datetime.fromisoformat(document["gewijzigdOp"])).date().replace(month=1, day=1)
    for part, schedule in zip(document["momenten"], schedules_in(document), strict=True):
        series = series_of(schedule, closings, since, day)
        if series is not None:
            for event in _events_of_series(document, wording, part, schedule, series):
                calendar.add_component(event)
    return bytes(calendar.to_ical())


def calendar_of_agenda(
    naam: str,
    keren: Iterable[Mapping[str, Any]],
    documents: Mapping[Any, Document],
    wording: Wording,
) -> bytes:
    """Each time of the agenda by itself, as a filter may take some of a series and not others.

    Args:
        naam: what the calendar is called.
        keren: rows of `keer`.
        documents: the public documents of their listings, by id.
        wording: what they are told with.
    """
    # Folding lines takes most of the time, and those of a listing are the same each time.
    told: dict[tuple[Any, ...], bytes] = {}
    events = []
    for keer in keren:
        off = Off(keer["reden"]) if keer["vervalt"] else None
        words = (keer["aanbod_id"], keer["toelichting"], off)
        if words not in told:
            event = _event(documents[keer["aanbod_id"]], wording, keer["toelichting"], off)
            told[words] = _within(event.to_ical())
        when = Event()
        when.add("uid", f"{keer['moment_id']}-{keer['dag']:%Y%m%d}")
        _add_times(when, _local(keer["van"]) or keer["dag"], _local(keer["tot"]))
        events += [_BEGIN, _within(when.to_ical()), told[words], _END]
    return _with_events(_calendar(naam).to_ical(), b"".join(events))


def _within(event: bytes) -> bytes:
    return event.removeprefix(_BEGIN).removesuffix(_END)


def _with_events(calendar: bytes, events: bytes) -> bytes:
    return calendar.removesuffix(_END_CALENDAR) + events + _END_CALENDAR


def calendar_name(
    chosen: Mapping[str, Sequence[str]], vocabulary: Vocabulary, *, avond_of_weekend: bool
) -> str:
    """What a filtered agenda is called: 'Sociale kaart: Aa-landen, avond en weekend'."""
    words = [
        vocabulary.wijk_names[code] if facet == "wijk" else vocabulary.labels[facet][code]
        for facet, codes in chosen.items()
        for code in codes
    ]
    if avond_of_weekend:
        words.append("avond en weekend")
    told = ", ".join(words[:_MOST_IN_NAME])
    more = " …" if len(words) > _MOST_IN_NAME else ""
    return f"{_NAME}: {told}{more}" if words else f"{_NAME}: agenda"


def _calendar(naam: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # Most programs read the second name, which is older than the standard's.
    calendar.add("name", naam)
    calendar.add("x-wr-calname", naam)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    calendar.add_component(Timezone.from_ical(_TIMEZONE))
    return calendar


def _events_of_series(
    document: Document, wording: Wording, part: Document, schedule: Schedule, series: Series
) -> Iterable[Event]:
    def event_on(day: date, off: Off | None) -> Event:
        event = _event(document, wording, part.get("toelichting"), off)
        event.add("uid", part["id"])
        _add_times(event, _start(schedule, day), _end(schedule, day))
        return event

    off = Off(series.reden) if series.is_off else None
    whole = event_on(series.first, Off(_STOPPED) if document["status"] == "gestopt" else off)
    if series.rrule is not None:
        whole.add("rrule", vRecur.from_ical(series.rrule))
    for day in series.excepted:
        whole.add("exdate", _start(schedule, day))
    yield whole
    for day, closing in series.cancelled:
        one = event_on(day, Off(closing.reden))
        one.add("recurrence-id", _start(schedule, day))
        yield one


def _start(schedule: Schedule, day: date) -> date | datetime:
    return day if schedule.van is None else datetime.combine(day, schedule.van, AMSTERDAM)


def _end(schedule: Schedule, day: date) -> datetime | None:
    if schedule.van is None or schedule.tot is None:
        return None
    ends_next_day = schedule.tot <= schedule.van
    return datetime.combine(day + timedelta(days=int(ends_next_day)), schedule.tot, AMSTERDAM)


def _local(moment: datetime | None) -> datetime | None:
    return None if moment is None else to_local(moment)


def _add_times(event: Event, start: date | datetime, end: datetime | None) -> None:
    event.add("dtstart", start)
    if end is not None:
        event.add("dtend", end)


def _event(document: Document, wording: Wording, toelichting: str | None, off: Off | None) -> Event:
    """All but when."""
    changed = datetime.fromisoformat(document["gewijzigdOp"]).astimezone(UTC)
    event = Event()
    lines = _lines(document, wording, toelichting)
    # In its title too, as not every program shows a status.
    event.add("summary", f"{_OFF}: {document['titel']}" if off else document["titel"])
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    event.add("description", "\n".join([off.reden, *lines] if off and off.reden else lines))
    event.add("url", wording.page_of(document))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", document["versie"])
    # Who looks at what is on is not busy yet.
    event.add("transp", "TRANSPARENT")
    place = document.get("locatie") or {}
    town = " ".join(place[key] for key in ("postcode", "plaats") if key in place)
    where = [place[key] for key in ("naam", "straat") if key in place]
    if where or town:
        event.add("location", ", ".join([*where, town] if town else where))
    if "lat" in place:
        event.add("geo", (place["lat"], place["lon"]))
    return event


def _lines(document: Document, wording: Wording, toelichting: str | None) -> Sequence[str]:
    def label(field: str) -> str | None:
        code = document.get(field)
        return code and wording.vocabulary.labels.get(field, {}).get(code, code)

    telefoon = document["contact"].get("telefoon")
    asks = " · ".join(text for text in (label("kosten"), label("aanmelden")) if text)
    lines = (
        document.get("samenvatting"),
        toelichting,
        asks,
        f"Neem mee: {document['meebrengen']}" if "meebrengen" in document else None,
        f"Bellen: {telefoon}" if telefoon else None,
        f"Van: {document['organisatie']['naam']}",
        f"Kijk hier of het nog klopt: {wording.page_of(document)}",
    )
    return [line for line in lines if line]
