"""What the redactie hears on the telephone counts as said by the organisation."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie
from sociale_kaart.core.db import Database
from tests.controle.asking import Owner, make_owner
from tests.people import Headers, log_in_as

pytestmark = pytest.mark.anyio


@pytest.fixture
async def editor(database: Database) -> Headers:
    return await log_in_as(database, "redactie")


@pytest.fixture
async def owner(database: Database) -> Owner:
    """Nobody to write to, so that its listing is on the list."""
    return await make_owner(database, email=None)


async def say(
    client: httpx.AsyncClient, editor: Headers, organisatie: UUID, aanbod: UUID, antwoord: str
) -> httpx.Response:
    return await client.post(
        f"/api/v1/belverzoeken/{organisatie}/antwoorden",
        json={"aanbodId": str(aanbod), "antwoord": antwoord},
        headers=editor,
    )


async def take_back(
    client: httpx.AsyncClient, editor: Headers, organisatie: UUID, said: dict[str, Any]
) -> int:
    url = f"/api/v1/belverzoeken/{organisatie}/intrekkingen"
    return (await client.post(url, json=said, headers=editor)).status_code


async def on_the_list(client: httpx.AsyncClient, editor: Headers) -> list[str]:
    found = (await client.get("/api/v1/belverzoeken", headers=editor)).json()["resultaten"]
    return [each["id"] for entry in found for each in entry["aanbod"]]


async def state_of(database: Database, aanbod_id: UUID) -> tuple[str, list[tuple[str, str | None]]]:
    async with database.transaction() as session:
        aanbod = await session.get(Aanbod, aanbod_id)
        assert aanbod is not None
        lines = await session.scalars(
            select(AanbodHistorie)
            .where(col(AanbodHistorie.aanbod_id) == aanbod_id)
            .order_by(col(AanbodHistorie.id))
        )
        return aanbod.status, [(line.handeling, line.wijze) for line in lines][1:]


@pytest.mark.parametrize(
    ("antwoord", "status", "said", "undone"),
    [
        ("klopt", "gepubliceerd", "bevestigd", "bevestiging-ingetrokken"),
        ("gestopt", "gestopt", "stoppen", "stoppen-teruggedraaid"),
    ],
)
async def test_an_answer_takes_it_off_the_list_and_can_be_taken_back(
    client: httpx.AsyncClient,
    database: Database,
    editor: Headers,
    owner: Owner,
    antwoord: str,
    status: str,
    said: str,
    undone: str,
) -> None:
    aanbod_id = owner.aanbod["org-1-0"]
    assert await on_the_list(client, editor) == [str(aanbod_id)]
    answer = await say(client, editor, owner.id, aanbod_id, antwoord)
    assert answer.status_code == 201, answer.text
    assert await on_the_list(client, editor) == []
    assert await state_of(database, aanbod_id) == (status, [(said, "telefoon")])

    assert await take_back(client, editor, owner.id, answer.json()) == 204
    assert await on_the_list(client, editor) == [str(aanbod_id)]
    stand, lines = await state_of(database, aanbod_id)
    assert (stand, lines[-1][0]) == ("gepubliceerd", undone)


async def test_an_organisation_answers_for_its_own_listings_only(
    client: httpx.AsyncClient, database: Database, editor: Headers, owner: Owner
) -> None:
    other = await make_owner(database, "org-2", email=None)
    aanbod_id = other.aanbod["org-2-0"]
    assert (await say(client, editor, owner.id, aanbod_id, "gestopt")).status_code == 404
    said = {"aanbodId": str(aanbod_id), "antwoord": "klopt", "versie": 1}
    assert await take_back(client, editor, owner.id, said) == 404
    assert await state_of(database, aanbod_id) == ("gepubliceerd", [])


async def test_a_colleague_who_was_first_is_told(
    client: httpx.AsyncClient, editor: Headers, owner: Owner
) -> None:
    aanbod_id = owner.aanbod["org-1-0"]
    first = (await say(client, editor, owner.id, aanbod_id, "gestopt")).json()
    again = await say(client, editor, owner.id, aanbod_id, "klopt")
    assert again.status_code == 409
    assert "collega" in again.json()["detail"]
    late = {**first, "versie": first["versie"] + 1}
    assert await take_back(client, editor, owner.id, late) == 409
