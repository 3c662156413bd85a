"""What a listing may and must be, without a database."""

from datetime import UTC, date, datetime

import pytest

from sociale_kaart.aanbod.rules import (
    TRANSITIONS,
    closing_faults,
    code_faults,
    freshness,
    has_public_page,
    is_visible,
    missing_for_publication,
)
from sociale_kaart.aanbod.schemas import AanbodInvoer, SluitingInvoer
from sociale_kaart.taxonomie.vocabulary import Vocabulary

VOCABULARY = Vocabulary(
    labels={"thema": {"geld": "Geld"}, "kosten": {"gratis": "Gratis"}, "ambitie": {"1": "Een"}},
    wijken={"wk019330": "WK019330", "holtenbroek": "WK019330"},
    wijk_names={"WK019330": "Holtenbroek"},
)
CONFIRMED = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)  # 1 April in Zwolle


@pytest.mark.parametrize(
    ("months", "day", "expected"),
    [
        (6, date(2026, 4, 1), "recent"),
        (6, date(2026, 10, 1), "recent"),
        (6, date(2026, 10, 2), "niet-recent"),
        (1, date(2026, 5, 1), "recent"),
        (1, date(2026, 5, 2), "niet-recent"),
        (12, date(2027, 4, 1), "recent"),
        (12, date(2027, 4, 2), "niet-recent"),
    ],
)
def test_a_check_holds_until_its_interval_ends_on_a_dutch_calendar(
    months: int, day: date, expected: str
) -> None:
    assert freshness(CONFIRMED, months, day) == expected


def test_a_check_on_the_last_of_a_month_holds_until_the_last_of_a_shorter_one() -> None:
    confirmed = datetime(2026, 8, 31, 12, tzinfo=UTC)
    assert freshness(confirmed, 6, date(2027, 2, 28)) == "recent"
    assert freshness(confirmed, 6, date(2027, 3, 1)) == "niet-recent"


def test_what_was_never_checked_is_neither_recent_nor_old() -> None:
    assert freshness(None, 6, date(2026, 1, 1)) is None


def test_what_is_on_the_map_always_has_a_page() -> None:
    states = ("concept", "ter-beoordeling", "gepubliceerd", "gestopt")
    on_map = [state for state in states if is_visible(state, of_public=True)]
    with_page = [state for state in states if has_public_page(state, of_public=True)]
    assert on_map == ["gepubliceerd"]
    assert with_page == ["gepubliceerd", "gestopt"]


def test_nothing_of_an_organisation_that_is_not_public_is_on_the_map_or_has_a_page() -> None:
    for state in ("concept", "ter-beoordeling", "gepubliceerd", "gestopt"):
        assert not is_visible(state, of_public=False)
        assert not has_public_page(state, of_public=False)


def test_every_step_that_leads_to_the_map_asks_for_a_whole_listing() -> None:
    for naam, step in TRANSITIONS.items():
        assert step.naar not in step.van, naam
        if step.naar in {"gepubliceerd", "ter-beoordeling"}:
            assert step.needs_complete, naam


def test_each_thing_that_residents_need_is_asked_for_by_name() -> None:
    missing = missing_for_publication(AanbodInvoer(titel="Koffie"))
    assert [fault.veld for fault in missing] == [
        "samenvatting", "ambities", "soort", "openVoor", "aanmelden",
    ]  # fmt: skip


def test_a_code_that_is_in_no_list_is_named_with_those_that_are() -> None:
    invoer = AanbodInvoer(
        titel="Koffie", themas=["geld", "gled", "g" * 50], kosten="duur", ambities=["1"],
        werkgebied=["holtenbroek", "mars"], locatie={"wijk": "Venus"},
    )  # fmt: skip
    faults = code_faults(invoer, VOCABULARY)
    assert [(fault.veld, fault.melding) for fault in faults] == [
        ("themas", "'gled' bestaat niet."),
        ("themas", f"'{'g' * 39}…' bestaat niet."),
        ("kosten", "'duur' bestaat niet."),
        ("werkgebied", "'mars' is geen wijk."),
        ("locatie.wijk", "'Venus' is geen wijk."),
    ]
    assert faults[0].toegestaan == ["geld"]
    assert faults[3].toegestaan == ["WK019330 (Holtenbroek)"]
    assert code_faults(AanbodInvoer(titel="Koffie", werkgebied="stadsbreed"), VOCABULARY) == []


@pytest.mark.parametrize(
    ("periods", "overlap"),
    [
        ([], False),
        ([("2026-07-01", "2026-07-31"), ("2026-08-01", None)], False),
        ([("2026-08-01", None), ("2026-07-01", "2026-08-01")], True),
        ([("2026-07-01", None), ("2027-01-01", "2027-01-02")], True),
        ([("2026-07-01", "2026-07-02"), ("2026-07-01", "2026-07-02")], True),
    ],
)
def test_two_closings_that_overlap_are_one_fault(
    periods: list[tuple[str, str | None]], overlap: bool
) -> None:
    sluitingen = [SluitingInvoer(van=van, tot=tot) for van, tot in periods]
    faults = closing_faults(AanbodInvoer(titel="Koffie", sluitingen=sluitingen))
    assert bool(faults) is overlap
