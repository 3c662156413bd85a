"""A wijkredacteur does what the redactie does, for what is in own wijken and nowhere else."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from sociale_kaart.core.db import Database
from tests.people import (
    Headers,
    aanbod_body,
    create_aanbod,
    log_in_as,
    make_melding,
    make_organisatie,
    publish,
    step,
)

pytestmark = pytest.mark.anyio

HOLTENBROEK, AA_LANDEN = "WK019330", "WK019331"
# Where the place of `aanbod_body` is.
IN_HOLTENBROEK = {"werkgebied": ["holtenbroek"]}

ELSEWHERE: list[dict[str, Any]] = [
    {"werkgebied": "stadsbreed"},
    {"werkgebied": ["aa-landen"]},
    {"werkgebied": ["holtenbroek", "aa-landen"]},
    {"locatie": None, "werkgebied": ["aa-landen"]},
    {"locatie": None, "werkgebied": None},
]
HERE: list[dict[str, Any]] = [
    IN_HOLTENBROEK,
    {"werkgebied": None},
    {"locatie": None, "werkgebied": ["holtenbroek"]},
]


@pytest.fixture
async def organisatie(database: Database) -> UUID:
    return await make_organisatie(database)


@pytest.fixture
async def redactie(database: Database) -> Headers:
    return await log_in_as(database, "redactie")


@pytest.fixture
async def wijkredacteur(database: Database) -> Headers:
    return await log_in_as(database, "wijkredacteur", wijken=[HOLTENBROEK])


async def put(
    client: httpx.AsyncClient, headers: Headers, aanbod: dict[str, Any], **changes: Any
) -> httpx.Response:
    return await client.put(
        f"/api/v1/aanbod/{aanbod['id']}",
        json=aanbod_body(**changes),
        headers={**headers, "If-Match": f'"{aanbod["versie"]}"'},
    )


async def test_in_own_wijk_she_reads_publishes_changes_and_stops(
    client: httpx.AsyncClient, organisatie: UUID, redactie: Headers, wijkredacteur: Headers
) -> None:
    draft = await create_aanbod(client, redactie, organisatie, **IN_HOLTENBROEK)
    seen = await client.get(f"/api/v1/aanbod/{draft['id']}", headers=wijkredacteur)
    assert seen.status_code == 200
    live = await step(client, wijkredacteur, draft, "publiceren")
    changed = await put(client, wijkredacteur, live, titel="Thee in de buurt")
    assert changed.status_code == 200
    assert changed.json()["titel"] == "Thee in de buurt"
    stopped = await step(client, wijkredacteur, changed.json(), "stoppen")
    assert stopped["status"] == "gestopt"


@pytest.mark.parametrize("elsewhere", ELSEWHERE, ids=str)
async def test_elsewhere_she_is_a_visitor(
    client: httpx.AsyncClient,
    organisatie: UUID,
    redactie: Headers,
    wijkredacteur: Headers,
    elsewhere: dict[str, Any],
) -> None:
    draft = await create_aanbod(client, redactie, organisatie, **elsewhere)
    address = f"/api/v1/aanbod/{draft['id']}"
    assert (await client.get(address, headers=wijkredacteur)).status_code == 404
    headers = {**wijkredacteur, "If-Match": '"1"'}
    taken = await client.post(
        f"{address}/stappen", json={"handeling": "publiceren"}, headers=headers
    )
    assert taken.status_code == 403
    assert (await put(client, wijkredacteur, draft, **elsewhere)).status_code == 403


async def test_she_cannot_move_a_listing_to_another_wijk(
    client: httpx.AsyncClient, organisatie: UUID, redactie: Headers, wijkredacteur: Headers
) -> None:
    live = await publish(client, redactie, organisatie, **IN_HOLTENBROEK)
    answer = await put(client, wijkredacteur, live, werkgebied=["holtenbroek", "aa-landen"])
    assert answer.status_code == 403
    now = (await client.get(f"/api/v1/aanbod/{live['id']}")).json()
    assert now["werkgebied"]["wijken"] == [HOLTENBROEK]
    assert now["versie"] == live["versie"]


async def test_she_decides_about_proposals_that_stay_in_own_wijk(
    client: httpx.AsyncClient,
    database: Database,
    organisatie: UUID,
    redactie: Headers,
    wijkredacteur: Headers,
) -> None:
    member = await log_in_as(database, medebewerker=organisatie)
    live = await publish(client, redactie, organisatie, **IN_HOLTENBROEK)
    address = f"/api/v1/aanbod/{live['id']}/voorstel/besluiten"
    agreed = {"besluit": "goedgekeurd"}
    away = {"werkgebied": ["aa-landen"]}
    assert (await put(client, member, live, titel="Elders", **away)).status_code == 202
    assert (await client.post(address, json=agreed, headers=wijkredacteur)).status_code == 403
    assert (await put(client, member, live, titel="Thee in de buurt")).status_code == 202
    answer = await client.post(address, json=agreed, headers=wijkredacteur)
    assert answer.status_code == 200
    assert answer.json()["titel"] == "Thee in de buurt"


@pytest.mark.parametrize("changes", [*HERE, *ELSEWHERE], ids=str)
async def test_she_sees_and_closes_the_reports_about_what_she_looks_after(
    client: httpx.AsyncClient,
    database: Database,
    organisatie: UUID,
    redactie: Headers,
    wijkredacteur: Headers,
    changes: dict[str, Any],
) -> None:
    listing = await publish(client, redactie, organisatie, **changes)
    melding = str(await make_melding(database, listing["id"]))
    seen = (await client.get("/api/v1/meldingen", headers=wijkredacteur)).json()["resultaten"]
    closed = await client.post(f"/api/v1/meldingen/{melding}/afhandelingen", headers=wijkredacteur)
    here = changes in HERE
    assert [one["id"] for one in seen] == ([melding] if here else [])
    assert closed.status_code == (200 if here else 403)


async def test_with_both_wijken_she_may_do_what_is_for_both(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, redactie: Headers
) -> None:
    headers = await log_in_as(database, "wijkredacteur", wijken=[HOLTENBROEK, AA_LANDEN])
    both = {"werkgebied": ["holtenbroek", "aa-landen"]}
    draft = await create_aanbod(client, redactie, organisatie, **both)
    assert (await step(client, headers, draft, "publiceren"))["status"] == "gepubliceerd"
    answer = await client.delete(
        f"/api/v1/aanbod/{draft['id']}", headers={**headers, "If-Match": '"2"'}
    )
    assert answer.status_code == 403, "only the redactie and owners remove for good"
