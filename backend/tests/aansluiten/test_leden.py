"""Colleagues: roles, sending away, leaving, handing over; and who may not."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import update
from sqlmodel import select

from sociale_kaart.aansluiten.leden.models import Overdracht, Uitnodiging
from sociale_kaart.aansluiten.leden.service import forget_ended
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from tests.aansluiten.joining import email_of, logged, mails, members, words_to
from tests.conftest import serve
from tests.people import Headers, account_of, log_in_as, make_organisatie

pytestmark = pytest.mark.anyio


@dataclass
class Place:
    """An organisation with an owner and a co-worker."""

    key: UUID
    owner: Headers
    worker: Headers
    owner_id: UUID
    worker_id: UUID
    owner_mail: str
    worker_mail: str

    @property
    def url(self) -> str:
        return f"/api/v1/organisaties/{self.key}"


async def make_place(database: Database, **values: Any) -> Place:
    key = await make_organisatie(database, **values)
    owner = await log_in_as(database, eigenaar=key)
    worker = await log_in_as(database, medebewerker=key)
    return Place(
        key,
        owner,
        worker,
        await account_of(database, owner),
        await account_of(database, worker),
        await email_of(database, owner),
        await email_of(database, worker),
    )


async def post(
    client: httpx.AsyncClient, path: str, who: Headers, body: dict[str, Any] | None = None
) -> int:
    return (await client.post(path, json=body, headers=who)).status_code


async def give(client: httpx.AsyncClient, place: Place, whom: UUID, rol: str, who: Headers) -> int:
    return await post(client, f"{place.url}/leden/{whom}/rollen", who, {"rol": rol})


async def test_colleagues_see_each_other_and_only_owners_who_may_come(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    await post(client, f"{place.url}/uitnodigingen", place.owner, {"email": "a@example.org"})
    seen = (await client.get(f"{place.url}/leden", headers=place.owner)).json()
    assert {(one["email"], one["rol"]) for one in seen["leden"]} == {
        (place.owner_mail, "eigenaar"),
        (place.worker_mail, "medebewerker"),
    }
    assert [one["email"] for one in seen["uitnodigingen"]] == ["a@example.org"]
    seen = (await client.get(f"{place.url}/leden", headers=place.worker)).json()
    assert len(seen["leden"]) == 2
    assert seen["uitnodigingen"] == []


async def test_roles_change_and_owners_and_whom_it_is_about_hear_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    assert await give(client, place, place.worker_id, "eigenaar", place.owner) == 204
    assert (await members(database, place.key))[place.worker_mail] == "eigenaar"
    assert "veranderd wie eigenaar is" in await words_to(database, place.worker_mail)
    [line] = await logged(database)
    assert (line.handeling, line.wijzigingen["rol"]) == (
        "rol-veranderd",
        ["medebewerker", "eigenaar"],
    )
    # The same again changes and says nothing.
    assert await give(client, place, place.worker_id, "eigenaar", place.owner) == 204
    assert len(await logged(database)) == 1


async def test_whoever_is_made_owner_cannot_send_away_who_did_so(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    await give(client, place, place.worker_id, "eigenaar", place.owner)
    assert await give(client, place, place.owner_id, "medebewerker", place.worker) == 403
    away = f"{place.url}/leden/{place.owner_id}/verwijderingen"
    assert await post(client, away, place.worker) == 403
    assert (await members(database, place.key))[place.owner_mail] == "eigenaar"
    editor = await log_in_as(database, "redactie")
    assert await post(client, away, editor) == 204


async def test_a_co_worker_changes_nobody(client: httpx.AsyncClient, database: Database) -> None:
    place = await make_place(database)
    for whom in (place.owner_id, place.worker_id):
        assert await give(client, place, whom, "eigenaar", place.worker) == 403
        away = f"{place.url}/leden/{whom}/verwijderingen"
        assert await post(client, away, place.worker) == 403
    invite = {"email": "a@example.org", "rol": "eigenaar"}
    assert await post(client, f"{place.url}/uitnodigingen", place.worker, invite) == 403
    naar = {"naar": str(place.worker_id)}
    assert await post(client, f"{place.url}/overdrachten", place.worker, naar) == 403
    assert await logged(database) == []


async def test_an_owner_elsewhere_reaches_nobody_here(
    client: httpx.AsyncClient, database: Database
) -> None:
    """An attacker with ids of another organisation, in every place where one can be given."""
    place, other = await make_place(database), await make_place(database)
    await post(client, f"{place.url}/uitnodigingen", place.owner, {"email": "a@example.org"})
    seen = (await client.get(f"{place.url}/leden", headers=place.owner)).json()
    invitation = seen["uitnodigingen"][0]["id"]
    await post(client, f"{place.url}/overdrachten", place.owner, {"naar": str(place.worker_id)})
    before = await members(database, place.key)
    thief = other.owner
    tried: dict[str, dict[str, Any] | None] = {
        f"{place.url}/leden/{place.worker_id}/rollen": {"rol": "eigenaar"},
        f"{place.url}/leden/{other.owner_id}/rollen": {"rol": "eigenaar"},
        f"{place.url}/leden/{place.owner_id}/verwijderingen": None,
        f"{place.url}/uitnodigingen": {"email": "dief@example.org", "rol": "eigenaar"},
        f"{place.url}/uitnodigingen/{invitation}/intrekkingen": None,
        f"{place.url}/overdrachten": {"naar": str(other.owner_id)},
        f"{place.url}/overdrachten/huidig/intrekkingen": None,
        f"{place.url}/vertrekken": {"naarRedactie": True},
    }
    for path, body in tried.items():
        assert await post(client, path, thief, body) == 403, path
    assert (await client.get(f"{place.url}/leden", headers=thief)).status_code == 403
    # By way of their own organisation, with ids of the other one.
    own: dict[str, dict[str, Any] | None] = {
        f"{other.url}/leden/{place.owner_id}/rollen": {"rol": "medebewerker"},
        f"{other.url}/leden/{place.worker_id}/verwijderingen": None,
        f"{other.url}/uitnodigingen/{invitation}/intrekkingen": None,
        f"{other.url}/overdrachten": {"naar": str(place.worker_id)},
        f"{place.url}/overdrachten/huidig/aanvaardingen": None,
        f"/api/v1/organisaties/{uuid4()}/overdrachten/huidig/aanvaardingen": None,
    }
    for path, body in own.items():
        assert await post(client, path, thief, body) == 404, path
    assert await members(database, place.key) == before
    async with database.transaction() as session:
        assert len((await session.scalars(select(Uitnodiging))).all()) == 1
        assert len((await session.scalars(select(Overdracht))).all()) == 1


async def test_who_is_taken_off_stays_logged_in_and_hears_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    away = f"{place.url}/leden/{place.worker_id}/verwijderingen"
    assert await post(client, away, place.owner) == 204
    assert list(await members(database, place.key)) == [place.owner_mail]
    assert (await client.get("/api/v1/sessies/huidige", headers=place.worker)).status_code == 200
    assert (await client.get(f"{place.url}/leden", headers=place.worker)).status_code == 403
    assert "niet meer mee" in await words_to(database, place.worker_mail)
    assert await post(client, away, place.owner) == 404


async def test_who_is_taken_off_leaves_no_way_back_in(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    await give(client, place, place.worker_id, "eigenaar", place.owner)
    invite = {"email": "achterdeur@example.org", "rol": "eigenaar"}
    assert await post(client, f"{place.url}/uitnodigingen", place.worker, invite) == 204
    editor = await log_in_as(database, "redactie")
    await post(client, f"{place.url}/leden/{place.worker_id}/verwijderingen", editor)
    async with database.transaction() as session:
        assert (await session.scalars(select(Uitnodiging))).all() == []


async def test_the_last_owner_stays_until_somebody_else_is_or_the_redactie_takes_care(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    answer = await client.post(f"{place.url}/vertrekken", json={}, headers=place.owner)
    assert answer.status_code == 409
    assert "enige eigenaar" in answer.json()["detail"]
    assert await give(client, place, place.owner_id, "medebewerker", place.owner) == 409
    away = f"{place.url}/leden/{place.owner_id}/verwijderingen"
    assert await post(client, away, place.owner) == 409
    assert await post(client, f"{place.url}/vertrekken", place.worker, {}) == 204
    alone = {"naarRedactie": True}
    assert await post(client, f"{place.url}/vertrekken", place.owner, alone) == 204
    assert await members(database, place.key) == {}
    editor = await log_in_as(database, "redactie")
    [found] = (await client.get("/api/v1/aanmeldingen", headers=editor)).json()["zonderEigenaar"]
    assert (found["organisatie"]["id"], found["mensen"]) == (str(place.key), 0)
    assert found["verlatenOp"]
    # The listings and the page stay: they are the organisation's.
    assert (await client.get(place.url)).status_code == 200


async def test_an_organisation_that_never_had_an_owner_is_not_called_abandoned(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_organisatie(database)
    orphan = await make_organisatie(database)
    await log_in_as(database, medebewerker=orphan)
    editor = await log_in_as(database, "redactie")
    [found] = (await client.get("/api/v1/aanmeldingen", headers=editor)).json()["zonderEigenaar"]
    assert (found["organisatie"]["id"], found["mensen"]) == (str(orphan), 1)


async def test_one_of_two_owners_may_go_and_the_next_may_not(own_database: Database) -> None:
    place = await make_place(own_database)
    async with serve(own_database) as client:
        await give(client, place, place.worker_id, "eigenaar", place.owner)
        statuses = await asyncio.gather(
            *(
                post(client, f"{place.url}/vertrekken", who, {})
                for who in (place.owner, place.worker)
            )
        )
    assert sorted(statuses) == [204, 409]
    assert len(await members(own_database, place.key)) == 1


async def test_a_handover_needs_a_yes_of_both(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    third = await log_in_as(database, eigenaar=place.key)
    naar = {"naar": str(place.worker_id)}
    assert await post(client, f"{place.url}/overdrachten", place.owner, naar) == 204
    assert (await members(database, place.key))[place.worker_mail] == "medebewerker"
    assert "aan jou overdragen" in await words_to(database, place.worker_mail)
    assert "overdragen aan een collega" in await words_to(database, await email_of(database, third))
    assert await mails(database, place.owner_mail) == []
    accept = f"{place.url}/overdrachten/huidig/aanvaardingen"
    for other in (place.owner, third, await log_in_as(database, "redactie")):
        assert await post(client, accept, other) == 404
    assert await post(client, accept, place.worker) == 204
    found = await members(database, place.key)
    assert (found[place.owner_mail], found[place.worker_mail]) == ("medebewerker", "eigenaar")
    assert "veranderd wie eigenaar is" in await words_to(database, place.owner_mail)
    assert await post(client, accept, place.worker) == 404
    assert [line.handeling for line in await logged(database)] == [
        "overdracht-gevraagd",
        "overgedragen",
        "overgedragen",
    ]


@pytest.mark.parametrize("by", ["owner", "worker", "third"])
async def test_a_handover_is_taken_back_or_refused_until_it_is_accepted(
    client: httpx.AsyncClient, database: Database, by: str
) -> None:
    place = await make_place(database)
    third = await log_in_as(database, eigenaar=place.key)
    naar = {"naar": str(place.worker_id)}
    await post(client, f"{place.url}/overdrachten", place.owner, naar)
    assert await post(client, f"{place.url}/overdrachten", place.owner, naar) == 409
    who = {"owner": place.owner, "worker": place.worker, "third": third}[by]
    back = f"{place.url}/overdrachten/huidig/intrekkingen"
    assert await post(client, back, who) == 204
    accept = f"{place.url}/overdrachten/huidig/aanvaardingen"
    assert await post(client, accept, place.worker) == 404
    assert (await members(database, place.key))[place.owner_mail] == "eigenaar"
    assert await post(client, back, who) == 404


async def test_nothing_is_handed_over_by_who_owns_nothing_any_more(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    await log_in_as(database, eigenaar=place.key)
    editor = await log_in_as(database, "redactie")
    naar = {"naar": str(place.worker_id)}
    await post(client, f"{place.url}/overdrachten", place.owner, naar)
    await give(client, place, place.owner_id, "medebewerker", editor)
    accept = f"{place.url}/overdrachten/huidig/aanvaardingen"
    assert await post(client, accept, place.worker) == 409
    # Who goes takes the handover along.
    await post(client, f"{place.url}/vertrekken", place.owner, {})
    assert await post(client, accept, place.worker) == 404
    assert (await members(database, place.key))[place.worker_mail] == "medebewerker"


async def test_a_handover_goes_to_a_colleague_who_is_no_owner(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    stranger = await account_of(database, await log_in_as(database))
    for whom, status in ((stranger, 404), (uuid4(), 404), (place.owner_id, 409)):
        naar = {"naar": str(whom)}
        assert await post(client, f"{place.url}/overdrachten", place.owner, naar) == status


async def test_a_handover_that_nobody_answers_ends_by_itself(
    client: httpx.AsyncClient, database: Database
) -> None:
    place = await make_place(database)
    naar = {"naar": str(place.worker_id)}
    await post(client, f"{place.url}/overdrachten", place.owner, naar)
    async with database.transaction() as session:
        await session.execute(update(Overdracht).values(verloopt_op=utc_now() - timedelta(1)))
    accept = f"{place.url}/overdrachten/huidig/aanvaardingen"
    assert await post(client, accept, place.worker) == 404
    await forget_ended(database)
    async with database.transaction() as session:
        assert (await session.scalars(select(Overdracht))).all() == []
