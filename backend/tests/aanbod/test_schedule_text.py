"""Rules as sentences, read as they stand on a page."""

import re
from datetime import date, time

import pytest
from hypothesis import assume, given, settings

from sociale_kaart.aanbod.recurrence import Schedule, check_rrule
from sociale_kaart.aanbod.schedule_text import describe
from tests.aanbod.strategies import beginnings, rules

TUESDAY = date(2026, 1, 6)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("FREQ=DAILY", "elke dag"),
        ("FREQ=DAILY;INTERVAL=3", "elke 3 dagen"),
        ("FREQ=DAILY;BYDAY=MO,TU", "elke maandag en dinsdag"),
        ("FREQ=DAILY;BYMONTHDAY=1,2", "elke maand op de 1e en de 2e"),
        ("FREQ=DAILY;INTERVAL=2;BYDAY=MO", "elke 2 dagen (alleen op maandag)"),
        ("FREQ=WEEKLY;BYDAY=TU", "elke dinsdag"),
        ("FREQ=WEEKLY;BYDAY=TH,TU", "elke dinsdag en donderdag"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "elke maandag, woensdag en vrijdag"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "maandag tot en met vrijdag"),
        ("FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH", "zondag tot en met donderdag"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "elke dag"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "elke 2 weken op donderdag"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU", "elke 2 weken op zaterdag en zondag"),
        (
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR",
            "elke 3 weken van maandag tot en met vrijdag",
        ),
        ("FREQ=WEEKLY;BYDAY=TU;BYMONTH=6,5", "elke dinsdag in mei en juni"),
        (
            "FREQ=WEEKLY;BYDAY=TU;BYMONTH=10,11,12,1,2,3",
            "elke dinsdag van oktober tot en met maart",
        ),
        ("FREQ=MONTHLY;BYDAY=1SA", "elke eerste zaterdag van de maand"),
        ("FREQ=MONTHLY;BYDAY=+1SA,3SA", "elke eerste en derde zaterdag van de maand"),
        ("FREQ=MONTHLY;BYDAY=1MO,2TU", "elke eerste maandag en tweede dinsdag van de maand"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "elke laatste vrijdag van de maand"),
        ("FREQ=MONTHLY;BYDAY=MO", "elke maandag"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1SA", "om de 2 maanden op de eerste zaterdag"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=MO", "om de 3 maanden elke maandag"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "elke maand op de 15e"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,15,1", "elke maand op de 1e, de 15e en de laatste dag"),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15", "om de 2 maanden op de 15e"),
        (
            "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=8,9,10,11,12,13,14",
            "elke zaterdag op de 8e tot en met de 14e van de maand",
        ),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "elke vrijdag op de 13e van de maand"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
            "elke eerste werkdag van de maand",
        ),
        ("FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1", "elke laatste weekenddag van de maand"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,3", "elke eerste en derde dinsdag van de maand"),
        ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4", "elk jaar op 4 mei"),
        ("FREQ=YEARLY;BYMONTH=5,6;BYMONTHDAY=4", "elk jaar op 4 mei en 4 juni"),
        ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1", "elk jaar op de laatste dag van mei"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=1SU", "elk jaar op de eerste zondag van mei"),
        (
            "FREQ=YEARLY;BYMONTH=5,9;BYDAY=1SU",
            "elk jaar op de eerste zondag van mei en september",
        ),
        ("FREQ=YEARLY;BYDAY=20MO", "elk jaar op de 20e maandag van het jaar"),
        ("FREQ=YEARLY;BYDAY=MO", "elke maandag"),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=1SU", "elke 2 jaar op de eerste zondag van mei"),
        (
            "FREQ=YEARLY;BYMONTH=12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "elk jaar op de laatste werkdag van december",
        ),
    ],
)
def test_a_rule_as_people_say_it(rule, sentence):
    schedule = Schedule(check_rrule(rule), van=time(19), tot=time(21))
    assert describe(schedule) == f"{sentence} van 19.00 tot 21.00 uur"


@pytest.mark.parametrize(
    ("rule", "without", "with_begin"),
    [
        ("FREQ=WEEKLY", "elke week", "elke dinsdag"),
        ("FREQ=WEEKLY;INTERVAL=2", "elke 2 weken", "elke 2 weken op dinsdag"),
        ("FREQ=MONTHLY", "elke maand", "elke maand op de 6e"),
        ("FREQ=MONTHLY;INTERVAL=2", "om de 2 maanden", "om de 2 maanden op de 6e"),
        ("FREQ=YEARLY", "elk jaar", "elk jaar op 6 januari"),
        ("FREQ=YEARLY;BYMONTH=5", "elk jaar in mei", "elk jaar op 6 mei"),
    ],
)
def test_a_rule_that_names_no_day_says_the_day_of_its_begin(rule, without, with_begin):
    assert describe(Schedule(rule)) == without
    assert describe(Schedule(rule, begin=TUESDAY)) == with_begin


@pytest.mark.parametrize(
    ("van", "tot", "hours"),
    [
        ("09:30", "11:00", "van 9.30 tot 11.00 uur"),
        ("20:00", "00:00", "van 20.00 tot 24.00 uur"),
        ("22:00", "02:00", "van 22.00 tot 2.00 uur"),
        ("00:00", "00:00", "dag en nacht"),
        ("19:00", None, "om 19.00 uur"),
        (None, None, ""),
    ],
)
def test_the_hours(van, tot, hours):
    schedule = Schedule(
        "FREQ=DAILY", van=van and time.fromisoformat(van), tot=tot and time.fromisoformat(tot)
    )
    assert describe(schedule) == f"elke dag {hours}".strip()


def test_the_season_is_said_once_with_whichever_end_comes_first():
    until = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231T225959Z"
    assert describe(Schedule(until)) == "elke dinsdag (tot en met 31 december 2026)"
    shorter = Schedule(until, eind=date(2026, 6, 30))
    assert describe(shorter) == "elke dinsdag (tot en met 30 juni 2026)"
    season = Schedule("FREQ=WEEKLY;BYDAY=TU", begin=TUESDAY, eind=date(2026, 6, 30))
    assert describe(season) == "elke dinsdag (6 januari 2026 tot en met 30 juni 2026)"


def test_a_number_of_times_is_said():
    rule = "FREQ=WEEKLY;BYDAY=TU;COUNT=10"
    assert describe(Schedule(rule)) == "elke dinsdag (10 keer)"
    assert describe(Schedule(rule, begin=TUESDAY)) == "elke dinsdag (10 keer vanaf 6 januari 2026)"


def test_single_dates():
    christmas = Schedule(begin=date(2026, 12, 25), van=time(16, 30), tot=time(20))
    assert describe(christmas) == "op vrijdag 25 december 2026 van 16.30 tot 20.00 uur"
    days = Schedule(begin=date(2026, 12, 25), eind=date(2026, 12, 27))
    assert describe(days) == "elke dag van 25 december 2026 tot en met 27 december 2026"


@settings(max_examples=200, deadline=None)
@given(rules(), beginnings)
def test_every_rule_that_is_accepted_has_a_sentence(rule, begin):
    try:
        tidy = check_rrule(rule)
    except ValueError as error:
        assume("komt nooit voor" not in str(error))
        raise
    for schedule in (Schedule(tidy), Schedule(tidy, begin=begin, van=time(19), tot=time(21))):
        sentence = describe(schedule)
        assert re.match(r"(elke? |om de \d+ maanden|\w+ tot en met )", sentence)
        assert not re.search(r"  |None|\d{4,}e|[A-Z;=]| ,|de de |\( ", sentence), sentence
