"""What makes one more or less sure of a group of fields, for any history there may be."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.aanbod.meldingen.models import SOORTEN, VELDEN
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.zekerheid.rules import (
    FIELDS,
    GROEPEN,
    HALF_LIFE,
    MOST_REPORTS,
    SURE,
    Gemeld,
    Groep,
    changed_groups,
    concerned,
    confidence,
    judge,
    overall,
)
from sociale_kaart.core.clock import AMSTERDAM
from sociale_kaart.core.schema import to_camel

TODAY = date(2026, 11, 30)
groups = st.sampled_from(GROEPEN)
ages = st.integers(0, 4_000)
numbers = st.integers(0, 12)


def at(days_ago: int, hour: int = 12) -> datetime:
    day = TODAY - timedelta(days=days_ago)
    return datetime(day.year, day.month, day.day, hour, tzinfo=AMSTERDAM)


moments = ages.map(at)
reports = st.lists(
    st.builds(
        Gemeld,
        ages.map(lambda days: TODAY - timedelta(days=days)),
        st.frozensets(groups, min_size=1),
    ),
    max_size=6,
)
broken = st.sampled_from([(), ("website",), ("website", "email")])


@given(groups, ages, ages, numbers, numbers)
def test_it_lies_between_none_and_all_and_older_is_never_surer(
    groep: Groep, one: int, other: int, meldingen: int, stuk: int
) -> None:
    younger, older = sorted((one, other))
    assert (
        0 < confidence(groep, older, meldingen, stuk) <= confidence(groep, younger, meldingen, stuk)
    )
    assert confidence(groep, younger, meldingen, stuk) <= 1


@given(groups, ages, numbers, st.integers(0, 2))
def test_one_more_report_or_dead_address_never_makes_it_surer(
    groep: Groep, days: int, meldingen: int, stuk: int
) -> None:
    now = confidence(groep, days, meldingen, stuk)
    more = confidence(groep, days, meldingen + 1, stuk)
    assert (more < now) if meldingen < MOST_REPORTS else (more == now)
    assert confidence(groep, days, meldingen, stuk + 1) < now


@given(groups, st.lists(moments, max_size=4), reports, broken, moments)
def test_one_more_confirmation_never_makes_it_less_sure(
    groep: Groep, before: list[datetime], meldingen: list[Gemeld], stuk: Any, new: datetime
) -> None:
    was = judge(groep, before, meldingen, stuk, TODAY)
    now = judge(groep, [*before, new], meldingen, stuk, TODAY)
    assert now.waarde >= was.waarde
    assert now.meldingen <= was.meldingen


@given(groups, st.lists(moments, max_size=4), reports, broken, st.data())
def test_one_report_that_is_handled_never_makes_it_less_sure(
    groep: Groep, before: list[datetime], meldingen: list[Gemeld], stuk: Any, data: st.DataObject
) -> None:
    was = judge(groep, before, meldingen, stuk, TODAY)
    left = list(meldingen)
    if left:
        left.pop(data.draw(st.integers(0, len(left) - 1)))
    assert judge(groep, before, left, stuk, TODAY).waarde >= was.waarde


@given(groups, st.lists(moments, min_size=1, max_size=4), reports, broken)
def test_the_words_say_what_the_figure_says(
    groep: Groep, before: list[datetime], meldingen: list[Gemeld], stuk: Any
) -> None:
    found = judge(groep, before, meldingen, stuk, TODAY)
    assert (found.stand == "gecontroleerd") == (found.waarde >= SURE)
    if found.stand == "twijfel":
        assert found.meldingen or found.werkt_niet


@given(groups, reports)
def test_reports_about_other_groups_change_nothing(groep: Groep, meldingen: list[Gemeld]) -> None:
    others = [each for each in meldingen if groep not in each.groepen]
    assert judge(groep, [at(10)], others, (), TODAY) == judge(groep, [at(10)], (), (), TODAY)


@pytest.mark.parametrize("groep", GROEPEN)
def test_each_group_is_half_as_sure_after_its_own_time(groep: Groep) -> None:
    assert confidence(groep, 0, 0, 0) == 1
    assert confidence(groep, HALF_LIFE[groep], 0, 0) == pytest.approx(0.5)
    assert judge(groep, [at(HALF_LIFE[groep])], (), (), TODAY).stand == "gecontroleerd"
    assert judge(groep, [at(HALF_LIFE[groep] + 1)], (), (), TODAY).stand == "lang-geleden"


def test_room_fades_in_weeks_and_costs_in_a_year() -> None:
    month = {groep: judge(groep, [at(30)], (), (), TODAY).waarde for groep in GROEPEN}
    assert month["capaciteit"] < 0.5 < month["tijden"] < month["contact"] < month["kosten"]


def test_one_stranger_cannot_make_what_was_just_checked_look_doubtful_and_two_can() -> None:
    report = Gemeld(TODAY - timedelta(days=1), frozenset({"tijden"}))
    assert judge("tijden", [at(5)], [report], (), TODAY).stand == "gecontroleerd"
    assert judge("tijden", [at(5)], [report] * 2, (), TODAY).stand == "twijfel"
    assert judge("tijden", [at(1)], [report] * 2, (), TODAY).stand == "gecontroleerd"


def test_who_never_confirmed_is_not_sure_at_all() -> None:
    found = judge("kosten", [None, None], (), (), TODAY)
    assert (found.waarde, found.stand, found.bevestigd_op) == (0.0, "nooit", None)


def test_a_confirmation_late_in_the_evening_is_of_that_day_here() -> None:
    late = datetime.fromisoformat("2026-11-29T23:30:00+00:00")
    assert judge("capaciteit", [late], (), (), TODAY).waarde == 1


@pytest.mark.parametrize(
    ("soort", "velden", "expected"),
    [
        ("tijden", [], {"tijden"}),
        ("tijden", ["wanneer", "kosten"], {"tijden", "kosten"}),
        ("contact", ["contact"], {"contact"}),
        ("fout", ["kosten"], {"kosten"}),
        ("fout", ["plek"], {"capaciteit"}),
        ("fout", ["waar", "wat", "voor-wie", "meedoen"], set()),
        ("gestopt", [], set(GROEPEN)),
        ("dubbel", [], set()),
        ("anders", [], set()),
    ],
)
def test_which_groups_a_report_is_about(soort: str, velden: list[str], expected: set[str]) -> None:
    assert concerned(soort, velden) == expected


def test_every_report_that_can_be_made_is_understood() -> None:
    everything: set[str] = set()
    for soort in SOORTEN:
        everything |= concerned(soort, VELDEN)
    assert everything == set(GROEPEN)


def test_the_fields_of_the_groups_are_those_of_a_listing_and_none_is_in_two() -> None:
    known = {to_camel(name) for name in AanbodInvoer.model_fields}
    fields = [field for groep in GROEPEN for field in FIELDS[groep]]
    assert len(fields) == len(set(fields))
    assert set(fields) <= known
    assert changed_groups(["titel", "sluitingen"]) == []
    assert changed_groups(["kosten", "contact", "titel"]) == ["contact", "kosten"]


def test_room_that_was_not_told_for_long_does_not_lower_a_listing_in_the_results() -> None:
    sure = {groep: judge(groep, [at(0)], (), (), TODAY) for groep in GROEPEN}
    stale = {**sure, "capaciteit": judge("capaciteit", [at(400)], (), (), TODAY)}
    assert overall(stale) == overall(sure) == 1
    for groep in ("contact", "tijden", "kosten"):
        assert overall({**sure, groep: judge(groep, [at(400)], (), (), TODAY)}) < 1
