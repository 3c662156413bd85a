"""Rules turned into days, held against dateutil, which walks each rule from its real start."""

import time as clock
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace

import dateutil.rrule
import pytest
from hypothesis import assume, example, given, reject, settings
from hypothesis import strategies as st

from sociale_kaart.aanbod.recurrence import (
    Schedule,
    check_rrule,
    dag_dagdelen,
    dagdelen,
    expand,
    occurrence_on,
)
from sociale_kaart.core.clock import AMSTERDAM
from tests.aanbod.strategies import beginnings, rules

JANUARY = (date(2026, 1, 1), date(2026, 1, 31))


@pytest.fixture(autouse=True, scope="module")
def dateutil_that_stops():
    """Without this a rule that never comes makes dateutil walk to the year 9999."""
    real = dateutil.rrule.datetime
    dateutil.rrule.datetime = SimpleNamespace(**{**vars(real), "MAXYEAR": 2040})
    yield
    dateutil.rrule.datetime = real


def days(schedule, first, last):
    return [keer.dag for keer in expand(schedule, first, last)]


def walk(rule, begin, first, last):
    """The same by dateutil, that goes through a rule from its start."""
    found = []
    for moment in dateutil.rrule.rrulestr(rule, dtstart=datetime.combine(begin, time())):
        if moment.date() > last:
            break
        if moment.date() >= first:
            found.append(moment.date())
    return found


@settings(max_examples=250, deadline=None)
@given(rules(), beginnings, st.integers(-40, 1200), st.integers(0, 420))
@example("FREQ=MONTHLY", date(2024, 1, 31), 500, 300)
@example("FREQ=MONTHLY;INTERVAL=5", date(2023, 12, 31), 800, 400)
@example("FREQ=YEARLY", date(2024, 2, 29), 1100, 420)
@example("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", date(2024, 5, 9), 400, 60)
@example("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU", date(2024, 5, 9), 400, 60)
@example("FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2024, 8, 31), 500, 300)
def test_a_rule_gives_the_days_that_walking_it_from_its_start_gives(rule, begin, ahead, length):
    try:
        tidy = check_rrule(rule)
    except ValueError as error:
        assume("komt nooit voor" not in str(error))
        raise
    first = begin + timedelta(days=ahead)
    last = first + timedelta(days=length)
    try:
        expected = walk(tidy, begin, first, last)
    except IndexError:
        # dateutil looks beyond the year for a fifth weekday in the December of some leap years.
        reject()
    assert days(Schedule(rrule=tidy, begin=begin), first, last) == expected


@settings(max_examples=100, deadline=None)
@given(rules(), beginnings, st.integers(0, 500), st.integers(0, 60), st.integers(0, 60))
def test_a_longer_period_never_changes_the_days_of_a_shorter_one(rule, begin, ahead, early, late):
    try:
        schedule = Schedule(rrule=check_rrule(rule), begin=begin)
    except ValueError:
        assume(False)  # noqa: FBT003 (hypothesis has no keyword for it)
    first = begin + timedelta(days=ahead)
    last = first + timedelta(days=45)
    longer = days(schedule, first - timedelta(days=early), last + timedelta(days=late))
    assert days(schedule, first, last) == [day for day in longer if first <= day <= last]


def test_plain_and_ranked_days_together_are_both_meant():
    schedule = Schedule(rrule="FREQ=MONTHLY;BYDAY=MO,1TU", begin=date(2025, 1, 1))
    assert days(schedule, *JANUARY) == [date(2026, 1, day) for day in (5, 6, 12, 19, 26)]


def test_a_rule_without_a_begin_has_always_been_going_on():
    schedule = Schedule(rrule="FREQ=MONTHLY;BYDAY=1SA")
    assert days(schedule, *JANUARY) == [date(2026, 1, 3)]


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY", "FREQ=MONTHLY;INTERVAL=2", "FREQ=YEARLY"])
def test_a_rule_that_names_no_day_has_none_until_a_begin_says_which(rule):
    assert days(Schedule(rrule=rule), *JANUARY) == []
    assert days(Schedule(rrule=rule, begin=date(2026, 1, 8)), *JANUARY)[0] == date(2026, 1, 8)


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20260127", 27),
        ("20260127T190000", 27),
        ("20260127T180000Z", 27),
        ("20260127T225959Z", 27),
        # In Zwolle this is an hour before it begins on the 27th.
        ("20260127T170000Z", 20),
        # The first second of the next day there, which takes nothing of it along.
        ("20260126T230000Z", 20),
    ],
)
def test_until_is_the_last_moment_at_which_it_begins(until, last):
    schedule = Schedule(rrule=f"FREQ=WEEKLY;BYDAY=TU;UNTIL={until}", van=time(19))
    assert days(schedule, *JANUARY)[-1] == date(2026, 1, last)


def test_until_in_utc_is_a_day_in_zwolle():
    assert check_rrule("FREQ=DAILY;UNTIL=20260630T215959Z")
    schedule = Schedule(rrule="FREQ=DAILY;UNTIL=20260630T215959Z")
    assert days(schedule, date(2026, 6, 29), date(2026, 7, 4))[-1] == date(2026, 6, 30)


def test_seven_in_the_evening_stays_seven_when_the_clock_changes():
    schedule = Schedule(rrule="FREQ=WEEKLY;BYDAY=SU", van=time(19), tot=time(21))
    keren = expand(schedule, date(2026, 10, 18), date(2026, 10, 25))
    assert [keer.van.isoformat() for keer in keren] == [
        "2026-10-18T19:00:00+02:00",
        "2026-10-25T19:00:00+01:00",
    ]
    assert [keer.tot.hour for keer in keren] == [21, 21]


def test_a_time_that_a_spring_night_skips_is_what_the_clock_says_then():
    keer = occurrence_on(Schedule(van=time(2, 30), tot=time(2, 45)), date(2026, 3, 29))
    assert keer.van.isoformat() == "2026-03-29T03:30:00+02:00"
    assert keer.tot.isoformat() == "2026-03-29T03:45:00+02:00"


def test_nothing_ends_before_it_begins_in_a_spring_night():
    keer = occurrence_on(Schedule(van=time(2, 30), tot=time(3, 0)), date(2026, 3, 29))
    assert keer.van == keer.tot


def test_a_time_that_an_autumn_night_has_twice_is_the_first_one():
    keer = occurrence_on(Schedule(van=time(2, 30), tot=time(4)), date(2026, 10, 25))
    assert keer.van.isoformat() == "2026-10-25T02:30:00+02:00"
    assert keer.tot - keer.van == timedelta(hours=1, minutes=30)
    assert keer.tot.astimezone(UTC) - keer.van.astimezone(UTC) == timedelta(hours=2, minutes=30)


def test_what_ends_after_midnight_ends_the_next_day():
    keer = occurrence_on(Schedule(van=time(22), tot=time(1)), date(2026, 12, 31))
    assert keer.tot == datetime(2027, 1, 1, 1, tzinfo=AMSTERDAM)


def test_from_midnight_to_midnight_is_a_whole_day():
    keer = occurrence_on(Schedule(van=time(0), tot=time(0)), date(2026, 6, 1))
    assert keer.tot - keer.van == timedelta(days=1)


def test_exceptions_are_left_out_and_still_count():
    rule = "FREQ=WEEKLY;BYDAY=TU;COUNT=3"
    schedule = Schedule(rrule=rule, begin=date(2026, 1, 6), behalve=(date(2026, 1, 13),))
    assert days(schedule, *JANUARY) == [date(2026, 1, 6), date(2026, 1, 20)]


def test_a_season_bounds_a_rule_on_both_sides():
    schedule = Schedule("FREQ=DAILY", begin=date(2026, 1, 30), eind=date(2026, 2, 2))
    found = days(schedule, date(2026, 1, 1), date(2026, 12, 31))
    assert (found[0], found[-1], len(found)) == (schedule.begin, schedule.eind, 4)


def test_one_date_is_one_time_and_an_end_makes_it_each_day():
    one = Schedule(begin=date(2026, 1, 30))
    assert days(one, *JANUARY) == [date(2026, 1, 30)]
    assert days(one, date(2026, 2, 1), date(2026, 2, 28)) == []
    three = Schedule(begin=date(2026, 1, 30), eind=date(2026, 2, 1))
    assert days(three, date(2026, 1, 31), date(2026, 3, 1)) == [
        date(2026, 1, 31),
        date(2026, 2, 1),
    ]


def test_a_leap_day_comes_in_leap_years_only():
    schedule = Schedule("FREQ=YEARLY", begin=date(2024, 2, 29))
    assert days(schedule, date(2025, 1, 1), date(2025, 12, 31)) == []
    assert days(schedule, date(2028, 1, 1), date(2028, 12, 31)) == [date(2028, 2, 29)]


def test_no_more_than_five_hundred_times_at_once():
    assert len(days(Schedule("FREQ=DAILY"), date(2026, 1, 1), date(2030, 1, 1))) == 500


@pytest.mark.parametrize("extreme", [date.min, date.max, date(1, 1, 2), date(9999, 12, 30)])
def test_the_ends_of_the_calendar_are_no_trap(extreme):
    for rule in (None, "FREQ=DAILY", "FREQ=WEEKLY;WKST=SU", "FREQ=MONTHLY", "FREQ=YEARLY"):
        schedule = Schedule(rule, begin=extreme, van=time(22), tot=time(1))
        expand(schedule, date.min, date.max)
        expand(schedule, *JANUARY)
        dag_dagdelen([schedule], date(2026, 11, 22))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "FREQ"),
        ("elke dinsdag", "FREQ"),
        ("BYDAY=TU", "FREQ"),
        ("FREQ=HOURLY", "FREQ"),
        ("FREQ=SECONDLY", "FREQ"),
        ("FREQ=WEEKLY;BYHOUR=3", "BYHOUR"),
        ("FREQ=YEARLY;BYEASTER=0", "BYEASTER"),
        ("FREQ=WEEKLY;FREQ=DAILY", "twee keer"),
        ("FREQ=WEEKLY;BYDAY=TU;BYDAY=TH", "twee keer"),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=WEEKLY;INTERVAL=-2", "INTERVAL=-2"),
        ("FREQ=DAILY;INTERVAL=1000000000", "van 1 tot en met 999"),
        ("FREQ=DAILY;COUNT=1000000000", "van 1 tot en met 999"),
        ("FREQ=DAILY;INTERVAL=", "INTERVAL="),
        ("FREQ=DAILY;INTERVAL=١", "INTERVAL"),
        ("FREQ=WEEKLY;BYDAY=", "BYDAY="),
        ("FREQ=WEEKLY;BYDAY=DI", "MO TU WE TH FR SA SU"),
        ("FREQ=WEEKLY;BYDAY=1TU", "MONTHLY"),
        ("FREQ=MONTHLY;BYDAY=53MO", "nooit"),
        ("FREQ=MONTHLY;BYDAY=99MO", "BYDAY"),
        ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY"),
        ("FREQ=MONTHLY;BYDAY=-MO", "BYDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY"),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "BYMONTHDAY"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "nooit"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "nooit"),
        ("FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1", "nooit"),
        ("FREQ=MONTHLY;BYSETPOS=2", "nooit"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366", "nooit"),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", "BYSETPOS"),
        ("FREQ=DAILY;WKST=X", "WKST"),
        ("FREQ=DAILY;UNTIL=morgen", "20261231"),
        ("FREQ=DAILY;UNTIL=MON", "20261231"),
        ("FREQ=DAILY;UNTIL=20261331", "20261231"),
        ("FREQ=DAILY;UNTIL=99991231T235959Z", "20261231"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261231", "COUNT"),
    ],
)
def test_a_rule_that_is_wrong_gets_a_sentence_that_says_what(text, what):
    with pytest.raises(ValueError, match=what) as caught:
        check_rrule(text)
    assert str(caught.value).endswith(".")


def test_a_rule_is_taken_as_people_paste_it():
    assert check_rrule(" RRULE:freq=weekly; byday=tu,th;") == "FREQ=WEEKLY;BYDAY=TU,TH"


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(max_size=60), st.text("FREQ=DAILYWKMONTHBSEPU;,0123456789-+T", max_size=80))
)
def test_no_text_makes_the_check_fail_in_another_way(text):
    with suppress(ValueError):
        assert check_rrule(check_rrule(text))


@pytest.mark.parametrize(
    "rule",
    [
        # Accepted, as they come for some beginnings; for this one they never do.
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=999",
        "FREQ=YEARLY;BYMONTHDAY=" + ",".join(str(day) for day in range(1, 32)) + ";COUNT=999",
        "FREQ=YEARLY;BYDAY=53MO;INTERVAL=999",
        "FREQ=DAILY;INTERVAL=999;COUNT=999",
    ],
)
def test_no_rule_costs_more_than_the_period_asked_for(rule):
    schedule = Schedule(check_rrule(rule), begin=date(2020, 1, 6))
    started = clock.process_time()
    expand(schedule, date(2026, 1, 1), date(2027, 1, 1))
    dag_dagdelen([schedule], date(2026, 11, 22))
    assert clock.process_time() - started < 1


def test_a_thousand_days_of_the_month_are_refused_quickly():
    started = clock.process_time()
    with pytest.raises(ValueError, match="BYMONTHDAY"):
        check_rrule("FREQ=YEARLY;BYMONTHDAY=" + ",".join(map(str, range(1, 1001))))
    assert clock.process_time() - started < 0.5


@pytest.mark.parametrize(
    ("van", "tot", "expected"),
    [
        (None, None, []),
        ("09:00", "12:00", ["ochtend"]),
        ("09:00", "12:01", ["ochtend", "middag"]),
        ("12:00", "18:00", ["middag"]),
        ("17:59", "18:01", ["middag", "avond"]),
        ("18:00", "23:00", ["avond"]),
        ("18:00", "23:30", ["avond", "nacht"]),
        ("18:00", "00:00", ["avond", "nacht"]),
        ("22:00", "02:00", ["avond", "nacht"]),
        ("22:00", "06:30", ["avond", "nacht", "ochtend"]),
        ("05:00", "06:00", ["nacht"]),
        ("06:00", None, ["ochtend"]),
        ("23:00", None, ["nacht"]),
        ("00:00", "00:00", ["nacht", "ochtend", "middag", "avond"]),
        ("10:00", "10:00", ["ochtend", "middag", "avond", "nacht"]),
    ],
)
def test_the_parts_of_a_day_that_a_time_touches(van, tot, expected):
    found = dagdelen(van and time.fromisoformat(van), tot and time.fromisoformat(tot))
    assert found == expected


def test_days_and_parts_come_from_the_coming_weeks():
    schedules = [
        Schedule("FREQ=WEEKLY;BYDAY=TU,TH", van=time(19), tot=time(21)),
        Schedule("FREQ=MONTHLY;BYDAY=1SA"),
        Schedule(begin=date(2026, 1, 4), van=time(10)),
    ]
    assert dag_dagdelen(schedules, date(2026, 11, 22)) == ["di-avond", "do-avond", "za"]


def test_days_and_parts_of_a_season_that_is_still_to_come():
    season = Schedule("FREQ=WEEKLY;BYDAY=WE", begin=date(2027, 6, 2), van=time(14), tot=time(16))
    yearly = Schedule("FREQ=YEARLY;BYMONTH=5;BYDAY=1SU", van=time(11))
    assert dag_dagdelen([season], date(2026, 11, 22)) == ["wo-middag"]
    assert dag_dagdelen([yearly], date(2026, 11, 22)) == ["zo-ochtend"]
