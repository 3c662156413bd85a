"""What a calendar comes to, held against another reader of calendars."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
import recurring_ical_events
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from icalendar import Calendar

from sociale_kaart.aanbod.recurrence import Schedule, expand
from sociale_kaart.agenda.bronnen.rules import choose
from sociale_kaart.agenda.bronnen.series import COUNTED_OUT
from sociale_kaart.core.clock import AMSTERDAM
from tests.aanbod.strategies import rules
from tests.agenda.bronnen.calendars import calendar, event, reeksen, weekly

# Summer time ends on 25 October 2026 and begins on 28 March 2027.
DAY = date(2026, 10, 1)
LAST = DAY + COUNTED_OUT


def schedule(moment) -> Schedule:
    return Schedule(
        moment.rrule,
        moment.begin,
        moment.eind,
        time.fromisoformat(moment.van) if moment.van else None,
        time.fromisoformat(moment.tot) if moment.tot else None,
        tuple(moment.behalve),
    )


def ours(content: bytes) -> list:
    """Begin and end of every time, as residents would see them."""
    found = [
        (keer.van or keer.dag, keer.tot)
        for reeks in reeksen(content, DAY)
        for tijd in reeks.tijden
        for keer in expand(schedule(tijd.moment), DAY, LAST)
    ]
    return sorted(found, key=lambda each: each[0].isoformat())


def theirs(content: bytes) -> list:
    parsed = Calendar.from_ical(content)
    try:
        found = recurring_ical_events.of(parsed).between(DAY, LAST + timedelta(days=1))
    except IndexError:
        # dateutil looks beyond the year for a fifth weekday in the December of some leap years.
        reject()
    times = []
    for each in found:
        start = each.start
        if isinstance(start, datetime):
            start = start.astimezone(AMSTERDAM)
            end = each.end.astimezone(AMSTERDAM)
            if DAY <= start.date() <= LAST:
                times.append((start, end if end > start else None))
        elif DAY <= start <= LAST:
            times.append((start, None))
    return sorted(times, key=lambda each: each[0].isoformat())


starts = st.builds(
    datetime.combine,
    st.dates(date(2024, 1, 1), date(2027, 3, 1)),
    st.integers(8, 19).map(time),
)
zones = st.sampled_from(["Europe/Amsterdam", "Europe/Brussels", "UTC", "Europe/London", "floating"])


def stamp(name: str, at: datetime, zone: str) -> str:
    if zone == "UTC":
        return f"{name}:{at:%Y%m%dT%H%M%S}Z"
    return (
        f"{name}:{at:%Y%m%dT%H%M%S}"
        if zone == "floating"
        else f"{name};TZID={zone}:{at:%Y%m%dT%H%M%S}"
    )


@settings(max_examples=200)
@given(rules(), starts, zones, st.integers(1, 6))
def test_every_rule_is_on_when_another_reader_says(rule, begin, zone, hours):
    # A last day is a time in UTC where the first one is a time (RFC 5545, 3.3.10).
    strict = re.sub(r"UNTIL=(\d{8})", r"UNTIL=\1T225959Z", rule)
    content = calendar(
        event(
            stamp("DTSTART", begin, zone),
            stamp("DTEND", begin + timedelta(hours=hours), zone),
            f"RRULE:{strict}",
        )
    )
    # A floating time is one on the clock of this city.
    read_by_others = content.replace(b"DTSTART:", b"DTSTART;TZID=Europe/Amsterdam:").replace(
        b"DTEND:", b"DTEND;TZID=Europe/Amsterdam:"
    )
    if reeksen(content, DAY)[0].reden == "herhaling":
        reject()
    assert ours(content) == theirs(read_by_others if zone == "floating" else content)


@pytest.mark.parametrize(
    "lines",
    [
        # Twice left out, once by its day alone, and once moved to another day and time.
        ["EXDATE;TZID=Europe/Amsterdam:20261006T100000,20261013T100000"],
        ["EXDATE:20261006T080000Z", "EXDATE:20261103T090000Z"],
        ["RDATE;TZID=Europe/Amsterdam:20261008T100000"],
        ["RDATE;VALUE=PERIOD:20261008T080000Z/PT2H"],
    ],
)  # fmt: skip
def test_exceptions_and_extra_times(lines):
    content = calendar(weekly().replace("END:VEVENT", "\r\n".join([*lines, "END:VEVENT"])))
    assert ours(content) == theirs(content)
    assert len(ours(content)) != len(ours(calendar(weekly())))


def test_one_time_that_was_moved_and_one_that_was_called_off():
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20261006T100000",
        "DTSTART;TZID=Europe/Amsterdam:20261007T140000",
        "DTEND;TZID=Europe/Amsterdam:20261007T150000",
    )
    off = event(
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20261013T100000",
        "DTSTART;TZID=Europe/Amsterdam:20261013T100000",
        "STATUS:CANCELLED",
    )
    times = [start.strftime("%d-%m %H:%M") for start, _ in ours(calendar(weekly(), moved, off))]
    assert times[:3] == ["07-10 14:00", "20-10 10:00", "27-10 10:00"]
    assert theirs(calendar(weekly(), moved))[0] == ours(calendar(weekly(), moved))[0]


def test_the_clock_on_the_wall_stays_through_the_change_of_clock():
    [reeks] = reeksen(calendar(weekly()), DAY)
    [tijd] = reeks.tijden
    assert (tijd.moment.rrule, tijd.moment.van, tijd.moment.tot) == (
        "FREQ=WEEKLY;BYDAY=TU", "10:00", "12:00",
    )  # fmt: skip
    # Given in UTC it moves by an hour with the seasons, as it does in the calendar itself.
    utc = calendar(event("DTSTART:20261020T080000Z", "RRULE:FREQ=WEEKLY;COUNT=2"))
    assert [start.hour for start, _ in ours(utc)] == [10, 9]


def test_whole_days_and_what_lasts_longer_than_one():
    fair = event("DTSTART;VALUE=DATE:20261010", "DTEND;VALUE=DATE:20261013", uid="2")
    camp = event("DTSTART:20261016T190000", "DTEND:20261018T000000", uid="3")
    moments = [each.tijden[0].moment for each in reeksen(calendar(fair, camp), DAY)]
    assert [(each.begin.day, each.eind.day, each.van) for each in moments] == [
        (10, 12, None), (16, 17, None),
    ]  # fmt: skip
    each_year = event(
        "DTSTART;VALUE=DATE:20201010", "DTEND;VALUE=DATE:20201012", "RRULE:FREQ=YEARLY"
    )
    [reeks] = reeksen(calendar(each_year), DAY)
    assert [(each.moment.begin, each.moment.eind) for each in reeks.tijden] == [
        (date(2026, 10, 10), date(2026, 10, 11))
    ]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=1", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=1,2,3",
     "FREQ=DAILY;COUNT=99999999", "FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2", "FREQ=ONZIN", "niets",
     "FREQ=WEEKLY;INTERVAL=0", "FREQ=YEARLY;BYEASTER=1"],
)  # fmt: skip
def test_a_rule_that_is_absurd_or_not_ours_gives_no_times_and_says_so(rule):
    begin = "DTSTART;TZID=Europe/Amsterdam:19700101T000000"
    [reeks] = reeksen(calendar(event(begin, f"RRULE:{rule}")), DAY)
    assert (reeks.reden, reeks.tijden) == ("herhaling", ())


@pytest.mark.parametrize(
    ("lines", "reden"),
    [
        (["DTSTART:20260101T100000Z"], None),
        (["DTSTART:20260101T100000Z", "DURATION:PT1H"], "voorbij"),
        (["DTSTART:20200101T100000Z", "RRULE:FREQ=DAILY;COUNT=3"], "voorbij"),
        (["DTSTART:20200101T100000Z", "RRULE:FREQ=DAILY;UNTIL=20201231T000000Z"], "voorbij"),
        (["DTSTART:20261101T100000Z", "STATUS:CANCELLED"], "vervallen"),
        (["DTSTART:20261101T100000Z", "CLASS:PRIVATE"], "besloten"),
        (["DTSTART:20261101T100000Z", "CLASS:confidential"], "besloten"),
        (["DTSTART:gisteren"], "onleesbaar"),
        ([], "onleesbaar"),
        (["DTSTART:00010101T000000", "RRULE:FREQ=DAILY"], "onleesbaar"),
        (["DTSTART:20261101T100000Z", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"], "herhaling"),
        (["DTSTART:20261101T100000Z", "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY"], "herhaling"),
    ],
)
def test_what_gives_no_times_says_why(lines, reden):
    found = reeksen(calendar(event(*lines)), DAY)
    assert [each.reden for each in found] == ([] if reden is None else [reden])
    assert not any(each.tijden for each in found)


@pytest.mark.parametrize("zone", ["W. Europe Standard Time", "Mars/Olympus", ""])
def test_a_zone_by_another_name_or_by_none_that_exists_is_ours(zone):
    line = f'DTSTART;TZID="{zone}":20261102T100000'
    assert ours(calendar(event(line)))[0][0] == datetime(2026, 11, 2, 10, tzinfo=AMSTERDAM)


def test_a_zone_that_a_calendar_brings_along_is_read():
    offset = "TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300"
    standard = f"BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n{offset}\r\nEND:STANDARD"
    zone = f"BEGIN:VTIMEZONE\r\nTZID:Eigen\r\n{standard}\r\nEND:VTIMEZONE"
    found = ours(calendar(zone, event("DTSTART;TZID=Eigen:20261102T100000")))
    assert found[0][0].astimezone(UTC) == datetime(2026, 11, 2, 7, tzinfo=UTC)


def test_an_event_keeps_what_it_is_known_by_and_its_uid_is_not_that():
    before = reeksen(calendar(weekly(uid="anna@example.org")), DAY)
    after = reeksen(calendar(weekly(uid="anna@example.org", dag="WE", titel="Thee")), DAY)
    assert before[0].tijden[0].kenmerk == after[0].tijden[0].kenmerk
    assert "anna" not in before[0].tijden[0].kenmerk


def test_a_listing_takes_what_has_its_words_in_title_or_category():
    content = calendar(
        weekly("Koffieochtend", "1"),
        weekly("Repair Café Zuid", "2", "WE"),
        event("DTSTART:20261101T100000Z", "CATEGORIES:Cursus,Taal", titel="Les 3", uid="3"),
        weekly("Koffieochtend", "4"),
    )
    found = reeksen(content, DAY)
    taken = {
        woord: [tijd.kenmerk for tijd in choose(found, [woord]).tijden]
        for woord in ("koffie", "cafe zuid", "TAAL", "ochtend", "les")
    }
    kenmerken = [each.tijden[0].kenmerk for each in found]
    # The same time twice is one, and a word in the middle of another one is not meant.
    assert taken == {
        "koffie": kenmerken[:1], "cafe zuid": kenmerken[1:2], "TAAL": kenmerken[2:3],
        "ochtend": [], "les": kenmerken[2:3],
    }  # fmt: skip
    assert len(choose(found, []).tijden) == 3


def test_a_listing_takes_no_more_than_it_can_have_and_what_repeats_first():
    single = [
        event(f"DTSTART:202611{n % 28 + 1:02}T{n % 9 + 9:02}0000Z", uid=str(n)) for n in range(80)
    ]
    keuze = choose(reeksen(calendar(*single, weekly(uid="reeks")), DAY), [])
    assert (len(keuze.tijden), keuze.te_veel) == (60, 21)
    assert keuze.tijden[0].moment.rrule == "FREQ=WEEKLY;BYDAY=TU"
    begins = [tijd.moment.begin for tijd in keuze.tijden[1:]]
    assert begins == sorted(begins)
