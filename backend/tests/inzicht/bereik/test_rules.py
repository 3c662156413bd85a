"""What may be told of counts."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.inzicht.bereik.rules import (
    DREMPEL,
    as_counted,
    getal,
    in_order,
    maand_to_show,
    maanden_of,
    since,
)
from sociale_kaart.inzicht.bereik.schemas import SOORTEN, AanbodInMaand, VraagBereik

MONTHS = st.integers(0, 12).map(lambda n: date(2026 - (n > 10), (10 - n) % 12 + 1, 1))


@pytest.mark.parametrize(
    ("aantal", "told"),
    [
        (0, {"aantal": 0}),
        (1, {"minderDan": 10}),
        (9, {"minderDan": 10}),
        (10, {"aantal": 10}),
        (120, {"aantal": 120}),
    ],
)
def test_a_few_are_only_fewer_than_ten(aantal: int, told: dict[str, int]) -> None:
    assert getal(aantal).model_dump(by_alias=True, exclude_none=True) == told


@given(st.dictionaries(st.tuples(MONTHS, st.sampled_from(["getoond", "gebeld"])),
                       st.integers(1, 300), min_size=1))  # fmt: skip
def test_every_month_since_the_first_is_there_once_and_nothing_small_is_told(
    counted: dict[tuple[date, str], int],
) -> None:
    day = date(2026, 11, 30)
    maanden = maanden_of(counted, {}, day)
    names = [one.maand for one in maanden]
    assert names == sorted(set(names), reverse=True)
    assert names[0] == "2026-11"
    assert names[-1] == f"{min(maand for maand, _ in counted):%Y-%m}"
    for (maand, soort), aantal in counted.items():
        [one] = [one for one in maanden if one.maand == f"{maand:%Y-%m}"]
        told = getattr(one, soort)
        assert told.aantal == (aantal if aantal >= DREMPEL else None)


def test_without_counts_there_are_no_months() -> None:
    assert maanden_of({}, {}, date(2026, 11, 30)) == []


def test_a_year_is_told_of_and_the_same_month_before_it() -> None:
    assert since(date(2026, 11, 30)) == date(2025, 11, 1)


@pytest.mark.parametrize(
    ("vraag", "counted"),
    [
        ("  Koffie,  drinken!", "koffie drinken"),
        ("Café", "café"),
        ("?!", None),
        ("", None),
        ("koffie " * 20, None),
    ],
)
def test_a_question_is_counted_by_its_words(vraag: str, counted: str | None) -> None:
    assert as_counted(vraag) == counted


def test_each_month_has_the_questions_of_its_own() -> None:
    soep = [VraagBereik(vraag=f"soep {number}", aantal=30 - number) for number in range(12)]
    november, october = maanden_of(
        {(date(2026, 10, 1), "geopend"): 12}, {date(2026, 10, 1): soep}, date(2026, 11, 30)
    )
    assert november.vragen == []
    assert october.vragen == soep[:10]


def listing(titel: str, geopend: int) -> AanbodInMaand:
    counts = dict.fromkeys(SOORTEN, getal(0)) | {"geopend": getal(geopend)}
    return AanbodInMaand(id=UUID(int=geopend), titel=titel, **counts)


def test_the_order_tells_no_more_than_the_counts() -> None:
    found = in_order([listing("Thee", 9), listing("Koffie", 1), listing("Soep", 20)])
    assert [one.titel for one in found] == ["Soep", "Koffie", "Thee"]


@pytest.mark.parametrize(
    ("counted", "shown"),
    [
        ([date(2026, 11, 1), date(2026, 10, 1)], date(2026, 10, 1)),
        ([date(2026, 11, 1)], date(2026, 11, 1)),
        ([date(2026, 9, 1)], date(2026, 11, 1)),
        ([], date(2026, 11, 1)),
    ],
)
def test_the_last_whole_month_is_shown_when_there_is_one(counted: list[date], shown: date) -> None:
    assert maand_to_show(counted, date(2026, 11, 30)) == shown
