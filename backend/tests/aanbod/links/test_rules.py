"""When an address counts as not working."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.aanbod.links.rules import (
    UNSURE,
    WORKS,
    Bevinding,
    Stand,
    does_not_work,
    is_our_own_fault,
    stand_after,
    website_finding,
)

DAY = date(2026, 11, 30)
AWAY = Bevinding("onbereikbaar", answered=False)
GONE = Bevinding("niet-gevonden")


def after(*looks: tuple[int, Bevinding]) -> Stand:
    stand, seen = Stand(), None
    for days, found in looks:
        day = DAY + timedelta(days=days)
        stand, seen = stand_after(stand, seen, found, day), day
    return stand


def test_two_failures_on_different_days_count_and_one_or_two_on_one_day_do_not() -> None:
    assert not does_not_work(after((0, GONE)).dagen)
    assert not does_not_work(after((0, GONE), (0, AWAY)).dagen)
    assert does_not_work(after((0, GONE), (1, AWAY)).dagen)
    assert after((0, GONE), (1, AWAY)) == Stand(DAY, 2, "onbereikbaar")


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from([GONE, AWAY])), max_size=6))
def test_whatever_went_before_working_once_makes_it_good(
    looks: list[tuple[int, Bevinding]],
) -> None:
    in_order = sorted(looks, key=lambda look: look[0])
    assert after(*in_order, (6, WORKS)) == Stand()
    days = {day for day, _ in in_order}
    assert after(*in_order).dagen == len(days)


@pytest.mark.parametrize("status", [200, 204, 304, 401, 403, 405, 429, 999])
def test_who_answers_is_there_also_when_we_may_not_come_in(status: int) -> None:
    assert website_finding(status).reden is None


@pytest.mark.parametrize(
    ("status", "reden"),
    [(400, "niet-gevonden"), (404, "niet-gevonden"), (410, "niet-gevonden"), (500, "storing"),
     (503, "storing")],
)  # fmt: skip
def test_what_is_gone_or_broken_is_told_apart(status: int, reden: str) -> None:
    assert website_finding(status).reden == reden


def test_when_nothing_answers_it_may_be_our_own_network() -> None:
    assert is_our_own_fault([AWAY, AWAY])
    assert is_our_own_fault([AWAY, UNSURE])
    assert not is_our_own_fault([AWAY, GONE])
    assert not is_our_own_fault([AWAY, WORKS])
    assert not is_our_own_fault([UNSURE])
    assert not is_our_own_fault([])
