"""Calendars read back by another reader, which has to find the times that we say ourselves."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
import recurring_ical_events
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from icalendar import Calendar

from sociale_kaart.aanbod.documents import schedules_in
from sociale_kaart.aanbod.recurrence import expand
from sociale_kaart.agenda.calendars import Wording, calendar_name, calendar_of_aanbod
from sociale_kaart.core.clock import AMSTERDAM
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from tests.aanbod.strategies import beginnings, rules

WORDING = Wording(
    Vocabulary(
        {"kosten": {"gratis": "Gratis"}, "thema": {"geld": "Geld"}}, {}, {"WK1": "Aa-landen"}
    ),
    "https://kaart.example.org",
)
# Winter time begins on 25 October 2026 and ends on 28 March 2027.
DAY, LAST = date(2026, 10, 1), date(2027, 4, 30)
MOMENT = "0190aaaa-0000-7000-8000-000000000001"


def document(*momenten, **changes):
    return {
        "slug": "koffie",
        "status": "gepubliceerd",
        "titel": "Koffie; thee, en meer",
        "organisatie": {"naam": "De Proef"},
        "contact": {},
        "momenten": [{"id": MOMENT, "behalve": [], **moment} for moment in momenten],
        "sluitingen": [],
        "gewijzigdOp": "2026-09-15T10:00:00+02:00",
        "versie": 3,
        **changes,
    }


calendar_of = partial(calendar_of_aanbod, wording=WORDING, day=DAY)


def times_in(calendar, first=DAY, last=LAST):
    """Begin, end and status of each time that another reader finds, in order."""
    parsed = Calendar.from_ical(calendar)
    found = recurring_ical_events.of(parsed).between(first, last + timedelta(days=1))
    times = [(event.start, event.get("dtend"), str(event["status"])) for event in found]
    return sorted(
        (
            (start, end.dt if end else None, status)
            for start, end, status in times
            if first <= (start.date() if isinstance(start, datetime) else start) <= last
        ),
        key=lambda time: time[0].isoformat(),
    )


def goes_on(made):
    """The times by our own counting, all of which go on."""
    return [
        (keer.van or keer.dag, keer.tot, "CONFIRMED")
        for schedule in schedules_in(made)
        for keer in expand(schedule, DAY, LAST)
    ]


def found_in(calendar):
    """Begin and status of each time."""
    try:
        return without_ends(times_in(calendar))
    except IndexError:
        # dateutil looks beyond the year for a fifth weekday in the December of some leap years.
        reject()


def without_ends(times):
    return [(start, status) for start, _, status in times]


moments = st.fixed_dictionaries(
    {"rrule": rules(), "behalve": st.lists(st.dates(DAY, LAST).map(str), max_size=40, unique=True)},
    optional={
        "begin": beginnings.map(str),
        "eind": st.dates(DAY, LAST).map(str),
        "van": st.sampled_from(["00:00", "09:30", "19:00", "23:30"]),
    },
)


@settings(max_examples=150, deadline=None)
@given(moments)
def test_another_reader_finds_the_times_that_we_count(moment):
    made = document(moment)
    assert found_in(calendar_of(made)) == without_ends(goes_on(made))


@settings(max_examples=60, deadline=None)
@given(moments, st.dates(DAY, LAST), st.integers(0, 60), st.booleans())
def test_what_is_closed_is_off_and_after_a_closing_without_end_there_is_nothing(
    moment, van, length, is_for_good
):
    tot = van + timedelta(days=length)
    closing = {"van": str(van)} | ({} if is_for_good else {"tot": str(tot), "reden": "Vakantie"})
    made = document(moment, sluitingen=[closing])
    expected = []
    for start, _, status in goes_on(made):
        day = start.date() if isinstance(start, datetime) else start
        is_closed = van <= day and (is_for_good or day <= tot)
        if not (is_closed and is_for_good):
            expected.append((start, "CANCELLED" if is_closed else status))
    found = [
        (start, status)
        for start, status in found_in(calendar_of(made))
        if status == "CONFIRMED" or not is_for_good
    ]
    assert found == expected


def test_seven_in_the_evening_stays_seven_when_the_clock_changes_and_holidays_are_left_out():
    autumn = [str(date(2026, 10, 17) + timedelta(days=number)) for number in range(9)]
    made = document(
        {"rrule": "FREQ=WEEKLY;BYDAY=TU,SU", "van": "19:00", "tot": "21:30", "behalve": autumn}
    )
    calendar = calendar_of(made)
    times = times_in(calendar)
    assert times == goes_on(made)
    around = [
        start for start, *_ in times if date(2026, 10, 10) <= start.date() <= date(2026, 11, 1)
    ]
    assert [(start.day, start.hour, start.utcoffset()) for start in around] == [
        (11, 19, timedelta(hours=2)),
        (13, 19, timedelta(hours=2)),
        (27, 19, timedelta(hours=1)),
        (1, 19, timedelta(hours=1)),
    ]
    text = calendar.decode()
    assert "DTSTART;TZID=Europe/Amsterdam:2026" in text
    assert text.count("EXDATE;TZID=Europe/Amsterdam:") >= 2
    # Only the days that it would have been on.
    assert "20261017T190000" not in text


def test_what_ends_after_midnight_ends_the_next_day():
    made = document({"begin": "2026-10-24", "van": "22:00", "tot": "01:00"})
    [(start, end, _)] = times_in(calendar_of(made))
    assert (start.day, end.day, end - start) == (24, 25, timedelta(hours=3))


def test_a_number_of_times_and_a_season_together_end_with_whichever_comes_first():
    for count, eind, number in ((3, "2026-12-31", 3), (50, "2026-10-31", 4)):
        made = document(
            {"rrule": f"FREQ=WEEKLY;BYDAY=TH;COUNT={count}", "begin": "2026-10-08", "eind": eind}
        )
        calendar = calendar_of(made)
        assert len(times_in(calendar)) == number
        assert (b"COUNT" in calendar) != (b"UNTIL" in calendar)


def test_each_moment_keeps_its_id_and_its_calendar_until_somebody_changes_it():
    made = document({"rrule": "FREQ=DAILY", "van": "10:00"}, themas=[])
    [event] = Calendar.from_ical(calendar_of(made)).walk("VEVENT")
    assert str(event["uid"]) == MOMENT
    assert event["sequence"] == 3
    assert event["last-modified"].dt == event["dtstamp"].dt == datetime(2026, 9, 15, 8, tzinfo=UTC)
    assert calendar_of_aanbod(made, WORDING, DAY + timedelta(days=30)) == calendar_of(made)


def test_what_stopped_is_called_off_as_a_whole():
    made = document({"rrule": "FREQ=DAILY", "van": "10:00"}, status="gestopt")
    [event] = Calendar.from_ical(calendar_of(made)).walk("VEVENT")
    assert str(event["status"]) == "CANCELLED"
    assert str(event["summary"]) == "Gaat niet door: Koffie; thee, en meer"
    assert str(event["description"]).startswith("Dit is gestopt.")


@pytest.mark.parametrize(
    "changes",
    [
        {"sluitingen": [{"van": "2026-01-01", "reden": "Verbouwing"}]},
        {"sluitingen": [{"van": "2025-01-01", "tot": "2040-01-01", "reden": "Verbouwing"}]},
    ],
)
def test_what_is_closed_from_its_beginning_is_called_off_as_a_whole(changes):
    made = document({"rrule": "FREQ=WEEKLY;BYDAY=MO", "begin": "2026-10-05"}, **changes)
    [event] = Calendar.from_ical(calendar_of(made)).walk("VEVENT")
    assert str(event["status"]) == "CANCELLED"
    assert str(event["description"]).startswith("Verbouwing\n")


@pytest.mark.parametrize(
    ("moment", "sluitingen"),
    [
        ({"begin": "2026-10-08", "behalve": ["2026-10-08"]}, []),
        ({"begin": "2026-10-08"}, [{"van": "2026-10-01", "tot": "2026-10-10"}]),
    ],
)
def test_one_time_that_does_not_go_on_says_so(moment, sluitingen):
    made = document(moment, sluitingen=sluitingen)
    assert without_ends(times_in(calendar_of(made))) == [(date(2026, 10, 8), "CANCELLED")]


@pytest.mark.parametrize("extreme", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_trap(extreme):
    for moment in (
        {"begin": extreme},
        {"begin": "2026-10-05", "eind": extreme, "van": "23:00", "tot": "01:00"},
        {"rrule": "FREQ=DAILY;UNTIL=99991231", "eind": extreme, "van": "23:00", "tot": "01:00"},
        {"rrule": "FREQ=YEARLY;INTERVAL=999", "begin": extreme},
    ):
        for sluiting in ({"van": extreme}, {"van": "0001-01-01", "tot": extreme}):
            assert calendar_of(document(moment, sluitingen=[sluiting]))


def test_the_time_zone_is_that_of_the_netherlands():
    calendar = Calendar.from_ical(calendar_of(document({"rrule": "FREQ=DAILY", "van": "10:00"})))
    zone = calendar.timezones[0].to_tz(lookup_tzid=False)
    noons = [datetime(2026, 1, 1, 12, tzinfo=zone) + timedelta(days=day) for day in range(365 * 6)]
    for noon in noons:
        assert noon.utcoffset() == noon.replace(tzinfo=AMSTERDAM).utcoffset(), noon


def test_what_an_agenda_shows_of_it():
    made = document(
        {"begin": "2026-10-08", "van": "10:00", "toelichting": "Met taart."},
        samenvatting="Koffie met buren.",
        kosten="gratis",
        meebrengen="een beker",
        contact={"telefoon": "038 000 1234"},
        locatie={
            "naam": "De Proef",
            "straat": "Proefstraat 1",
            "postcode": "8031 AA",
            "plaats": "Zwolle",
            "lat": 52.5,
            "lon": 6.1,
        },
    )
    calendar = Calendar.from_ical(calendar_of(made))
    assert str(calendar["x-wr-calname"]) == str(calendar["name"]) == made["titel"]
    assert calendar["refresh-interval"].dt == timedelta(hours=6)
    [event] = calendar.walk("VEVENT")
    assert str(event["location"]) == "De Proef, Proefstraat 1, 8031 AA Zwolle"
    assert event["geo"].latitude == 52.5
    assert str(event["url"]) == "https://kaart.example.org/aanbod/koffie"
    assert str(event["description"]).splitlines() == [
        "Koffie met buren.",
        "Met taart.",
        "Gratis",
        "Neem mee: een beker",
        "Bellen: 038 000 1234",
        "Van: De Proef",
        "Kijk hier of het nog klopt: https://kaart.example.org/aanbod/koffie",
    ]


@pytest.mark.parametrize(
    ("chosen", "is_free", "name"),
    [
        ({}, False, "Sociale kaart: agenda"),
        ({"wijk": ["WK1"]}, True, "Sociale kaart: Aa-landen, avond en weekend"),
        ({"thema": ["geld"] * 6}, False, "Sociale kaart: Geld, Geld, Geld, Geld …"),
    ],
)
def test_an_agenda_is_called_after_what_was_chosen(chosen, is_free, name):
    assert calendar_name(chosen, WORDING.vocabulary, avond_of_weekend=is_free) == name
