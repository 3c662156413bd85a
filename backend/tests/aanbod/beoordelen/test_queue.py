"""The queue of the redactie: what waits, for whom, and what can be done about it."""

from typing import Any

import httpx
import pytest

from sociale_kaart.aanbod.beoordelen.rules import hindrance, is_safe_in_bulk
from sociale_kaart.core.db import Database
from tests.aanbod.beoordelen.deciding import Desk, open_desk
from tests.people import Headers, aanbod_body, create_aanbod, log_in_as

pytestmark = pytest.mark.anyio

URL = "/api/v1/beoordelingen"
HOLTENBROEK, AA_LANDEN = "WK019330", "WK019331"


@pytest.fixture
async def desk(client: httpx.AsyncClient, database: Database) -> Desk:
    return await open_desk(client, database)


async def queue(desk: Desk, headers: Headers | None = None, **query: Any) -> dict[str, Any]:
    answer = await desk.client.get(URL, params=query, headers=headers or desk.redactie)
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "private, no-cache"
    return dict(answer.json())


def titles(answer: dict[str, Any]) -> list[str]:
    return [row["aanbod"]["titel"] for row in answer["resultaten"]]


async def hand_in(desk: Desk, titel: str, **changes: Any) -> dict[str, Any]:
    draft = await create_aanbod(
        desk.client, desk.medebewerker, desk.organisatie, titel=titel, **changes
    )
    return dict((await desk.step(draft, "indienen", desk.medebewerker)).json())


async def test_new_listings_and_changes_wait_in_one_row_the_oldest_first(desk: Desk) -> None:
    assert await queue(desk) == {"resultaten": [], "totaal": 0}
    await hand_in(desk, "Soep")
    live = await desk.live(titel="Koffie")
    await desk.propose(live, titel="Thee")
    await hand_in(desk, "Brood")
    found = await queue(desk)
    assert titles(found) == ["Soep", "Koffie", "Brood"]
    assert [row["soort"] for row in found["resultaten"]] == ["nieuw", "wijziging", "nieuw"]
    assert found["totaal"] == 3
    assert titles(await queue(desk, soort="wijziging")) == ["Koffie"]
    assert titles(await queue(desk, organisatie=str(desk.organisatie))) == titles(found)
    # A bettered proposal has to wait anew, as it is another one.
    await desk.propose(live, titel="Cacao")
    assert titles(await queue(desk)) == ["Soep", "Brood", "Koffie"]


async def test_a_change_shows_what_differs_and_nothing_else(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(
        live, kosten="tot-5", momenten=[{"rrule": "FREQ=WEEKLY;BYDAY=WE", "van": "10:00"}]
    )
    [row] = (await queue(desk))["resultaten"]
    assert [verschil["veld"] for verschil in row["verschillen"]] == ["kosten", "momenten"]
    kosten, momenten = (verschil["stukken"] for verschil in row["verschillen"])
    assert [stuk["tekst"] for stuk in momenten] == [
        "elke dinsdag van 10.00 tot 12.00 uur",
        "elke woensdag om 10.00 uur",
    ]
    assert [stuk["soort"] for stuk in kosten] == ["weg", "erbij"]
    assert row["aanbod"]["wijken"] == ["Holtenbroek"]
    assert "hindernis" not in row


async def test_a_proposal_that_changes_nothing_shows_nothing(desk: Desk) -> None:
    # The point decides about the wijk, and names become codes: neither was changed by anybody.
    live = await desk.live()
    await desk.propose(live)
    [row] = (await queue(desk))["resultaten"]
    assert row["verschillen"] == []


async def test_what_was_sent_back_or_has_stopped_does_not_wait(desk: Desk) -> None:
    live, other = await desk.live(titel="Koffie"), await desk.live(titel="Soep")
    await desk.propose(live, titel="Thee")
    await desk.propose(other, titel="Brood")
    await desk.decide(live, "teruggestuurd", "Wat kost het?")
    await desk.step(other, "stoppen", desk.medebewerker)
    assert (await queue(desk))["totaal"] == 0
    await desk.propose(live, titel="Thee", kostenToelichting="Niets.")
    [row] = (await queue(desk))["resultaten"]
    assert row["laatsteBesluit"]["reden"] == "Wat kost het?"


async def test_pages_go_on_where_the_last_one_ended_also_when_that_was_decided(desk: Desk) -> None:
    made = [await hand_in(desk, f"Nummer {number}") for number in range(5)]
    first = await queue(desk, limit=2)
    assert titles(first) == ["Nummer 0", "Nummer 1"]
    await desk.step(made[1], "publiceren", desk.redactie)
    second = await queue(desk, limit=2, cursor=first["volgende"])
    assert titles(second) == ["Nummer 2", "Nummer 3"]
    last = await queue(desk, limit=2, cursor=second["volgende"])
    assert titles(last) == ["Nummer 4"]
    assert "volgende" not in last


async def test_a_wijkredacteur_sees_what_is_in_own_wijken_only(desk: Desk) -> None:
    await hand_in(desk, "Soep")
    await hand_in(desk, "Overal", werkgebied="stadsbreed")
    here = await log_in_as(desk.database, "wijkredacteur", wijken=[HOLTENBROEK])
    elsewhere = await log_in_as(desk.database, "wijkredacteur", wijken=[AA_LANDEN])
    assert titles(await queue(desk, here)) == ["Soep"]
    assert titles(await queue(desk, elsewhere)) == []


async def test_what_would_leave_the_wijk_can_be_answered_and_not_agreed_to(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, werkgebied=["aa-landen"], locatie=None)
    here = await log_in_as(desk.database, "wijkredacteur", wijken=[HOLTENBROEK])
    [row] = (await queue(desk, here))["resultaten"]
    assert row["hindernis"] == "andere-wijk"
    [row] = (await queue(desk))["resultaten"]
    assert "hindernis" not in row


async def test_what_changed_since_the_proposal_says_so(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, titel="Thee")
    await desk.propose(live, desk.redactie, titel="Van de redactie")
    [row] = (await queue(desk))["resultaten"]
    assert row["hindernis"] == "intussen-veranderd"
    assert row["samenGoedTeKeuren"] is False


@pytest.mark.parametrize(
    ("query", "veld"),
    [
        ({"soort": "alles"}, "soort"),
        ({"organisatie": "bestaat-niet"}, "organisatie"),
        ({"cursor": "gisteren"}, "cursor"),
        ({"limit": "51"}, "limit"),
    ],
)
async def test_nonsense_is_refused(desk: Desk, query: dict[str, str], veld: str) -> None:
    answer = await desk.client.get(URL, params=query, headers=desk.redactie)
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == [veld]


@pytest.mark.parametrize(
    ("changes", "is_safe"),
    [
        ({"momenten": [{"begin": "2027-01-05", "van": "10:00"}]}, True),
        ({"sluitingen": [{"van": "2027-01-05", "reden": "Vakantie"}]}, True),
        ({"contact": {"naam": "Bo", "telefoon": "038 000 12 34"}}, True),
        ({"contact": {"naam": "Bo", "website": "https://elders.example.org"}}, False),
        ({"contact": {"naam": "Kijk op elders.nl"}}, False),
        ({"sluitingen": [{"van": "2027-01-05", "reden": "zie www.elders.example"}]}, False),
        ({"titel": "Thee"}, False),
        ({"contact": {"naam": "Bo"}, "titel": "Thee"}, False),
        ({}, False),
    ],
)
async def test_safe_in_bulk_is_when_and_how_to_reach_them(
    desk: Desk, changes: dict[str, Any], is_safe: bool
) -> None:
    live = await desk.live()
    await desk.propose(live, **changes)
    [row] = (await queue(desk))["resultaten"]
    assert row["samenGoedTeKeuren"] is is_safe


async def test_of_an_organisation_that_nobody_looked_at_nothing_is_safe_in_bulk(
    client: httpx.AsyncClient, database: Database
) -> None:
    desk = await open_desk(client, database, gecontroleerd_op=None)
    live = await desk.live()
    await desk.propose(live, momenten=[{"begin": "2027-01-05"}])
    [row] = (await queue(desk))["resultaten"]
    assert row["organisatie"]["gecontroleerd"] is False
    assert row["samenGoedTeKeuren"] is False


async def test_nothing_new_is_safe_in_bulk(desk: Desk) -> None:
    await hand_in(desk, "Soep")
    [row] = (await queue(desk))["resultaten"]
    assert row["samenGoedTeKeuren"] is False


def test_an_empty_change_is_not_safe_and_hindrances_come_in_order() -> None:
    assert not is_safe_in_bulk({})
    everywhere: dict[str, Any] = {"is_complete": True, "wijken": {"a"}, "own_wijken": None}
    assert hindrance(moved_on=False, **everywhere) is None
    assert hindrance(moved_on=True, **everywhere) == "intussen-veranderd"
    assert hindrance(moved_on=False, **{**everywhere, "is_complete": False}) == "onvolledig"
    assert hindrance(moved_on=False, **{**everywhere, "own_wijken": {"b"}}) == "andere-wijk"
    assert hindrance(moved_on=False, **{**everywhere, "own_wijken": {"a", "b"}}) is None


async def test_a_listing_keeps_its_words_while_its_change_waits(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, titel="Thee")
    await queue(desk)
    now = (await desk.client.get(f"/api/v1/aanbod/{live['id']}")).json()
    assert now["titel"] == aanbod_body()["titel"]
