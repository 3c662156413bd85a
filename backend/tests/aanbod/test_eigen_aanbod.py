"""What members see of their own listings, and taking a mistaken 'klopt nog' back."""

from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from dateutil.relativedelta import relativedelta
from sqlalchemy import update
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie, Bevestiging
from sociale_kaart.core.clock import to_local, utc_now
from sociale_kaart.core.db import Database
from tests.people import (
    Headers,
    aanbod_body,
    create_aanbod,
    log_in_as,
    make_organisatie,
    publish,
    set_aanbod,
    step,
)

pytestmark = pytest.mark.anyio

LONG_AGO = utc_now() - timedelta(days=400)


async def listed(
    client: httpx.AsyncClient, headers: Headers, organisatie_id: UUID
) -> dict[str, dict[str, object]]:
    answer = await client.get(f"/api/v1/organisaties/{organisatie_id}/aanbod", headers=headers)
    assert answer.status_code == 200
    return {each["titel"]: each for each in answer.json()["resultaten"]}


async def confirm(client: httpx.AsyncClient, headers: Headers, key: str) -> None:
    answer = await client.post(f"/api/v1/aanbod/{key}/bevestigingen", headers=headers)
    assert answer.status_code == 200


async def withdraw(client: httpx.AsyncClient, headers: Headers, key: str) -> httpx.Response:
    return await client.post(f"/api/v1/aanbod/{key}/intrekkingen", headers=headers)


async def age(database: Database, key: str) -> None:
    """As if the last confirmation was more than a year ago."""

    def change(aanbod: Aanbod) -> None:
        aanbod.bevestigd_op = LONG_AGO

    await set_aanbod(database, key, change)
    async with database.transaction() as session:
        await session.execute(
            update(Bevestiging).where(col(Bevestiging.aanbod_id) == UUID(key)).values(op=LONG_AGO)
        )


async def test_members_see_drafts_and_what_stopped_beside_what_is_on_the_map(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    ours, theirs = await make_organisatie(database), await make_organisatie(database)
    member = await log_in_as(database, medebewerker=ours)
    await create_aanbod(client, editor, ours, titel="Nog een plan")
    live = await publish(client, editor, ours, titel="Koffie")
    stopped = await publish(client, editor, ours, titel="Soep")
    await step(client, editor, stopped, "stoppen")
    await publish(client, editor, theirs, titel="Van een ander")
    found = await listed(client, member, ours)
    assert {titel: each["status"] for titel, each in found.items()} == {
        "Nog een plan": "concept", "Koffie": "gepubliceerd", "Soep": "gestopt",
    }  # fmt: skip
    assert found["Koffie"]["slug"] == live["slug"]
    assert found["Koffie"]["versie"] == live["versie"]
    assert "bevestigdOp" not in found["Nog een plan"]


async def test_only_what_residents_see_becomes_due(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    ours = await make_organisatie(database)
    await publish(client, editor, ours, titel="Vers", intervalMaanden=3)
    old = await publish(client, editor, ours, titel="Oud")
    stopped = await publish(client, editor, ours, titel="Gestopt")
    await step(client, editor, stopped, "stoppen")
    for each in (old, stopped):
        await age(database, each["id"])
    found = await listed(client, editor, ours)
    assert {titel: each["aanDeBeurt"] for titel, each in found.items()} == {
        "Vers": False, "Oud": True, "Gestopt": False,
    }  # fmt: skip
    expected = to_local(utc_now()).date() + relativedelta(months=3)
    assert found["Vers"]["controlerenVoor"] == expected.isoformat()


async def test_a_waiting_change_is_told(client: httpx.AsyncClient, database: Database) -> None:
    editor = await log_in_as(database, "redactie")
    ours = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=ours)
    live = await publish(client, editor, ours)
    assert (await listed(client, member, ours))[live["titel"]]["voorstel"] is False
    answer = await client.put(
        f"/api/v1/aanbod/{live['id']}",
        json=aanbod_body(meebrengen="Een kopje."),
        headers={**member, "If-Match": f'"{live["versie"]}"'},
    )
    assert answer.status_code == 202
    assert (await listed(client, member, ours))[live["titel"]]["voorstel"] is True


async def test_pages_follow_each_other_without_repeating(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    ours = await make_organisatie(database)
    made = [await create_aanbod(client, editor, ours, titel=f"Plan {n}") for n in range(3)]
    seen: list[str] = []
    cursor: str | None = None
    while True:
        answer = await client.get(
            f"/api/v1/organisaties/{ours}/aanbod",
            params={"limit": 2, **({"cursor": cursor} if cursor else {})},
            headers=editor,
        )
        seen += [each["id"] for each in answer.json()["resultaten"]]
        cursor = answer.json().get("volgende")
        if cursor is None:
            break
    assert seen == [each["id"] for each in made]


async def test_memberships_are_ones_own_and_in_order_of_name(
    client: httpx.AsyncClient, database: Database
) -> None:
    later = await make_organisatie(database, naam="Zwemclub")
    first = await make_organisatie(database, naam="Éen voor allen", vertrouwd=True)
    await make_organisatie(database, naam="Van niemand")
    member = await log_in_as(database, eigenaar=later, medebewerker=first)
    answer = await client.get("/api/v1/lidmaatschappen", headers=member)
    assert answer.headers["cache-control"] == "no-store"
    found = answer.json()["resultaten"]
    assert [(each["organisatie"]["naam"], each["rol"]) for each in found] == [
        ("Éen voor allen", "medebewerker"), ("Zwemclub", "eigenaar"),
    ]  # fmt: skip
    assert found[0]["organisatie"]["vertrouwd"] is True
    nobody = await log_in_as(database)
    assert (await client.get("/api/v1/lidmaatschappen", headers=nobody)).json() == {
        "resultaten": []
    }


async def test_a_mistake_is_taken_back_and_the_date_before_counts_again(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    ours = await make_organisatie(database)
    member = await log_in_as(database, medebewerker=ours)
    live = await publish(client, editor, ours)
    await age(database, live["id"])
    await confirm(client, member, live["id"])
    assert (await listed(client, member, ours))[live["titel"]]["aanDeBeurt"] is False
    answer = await withdraw(client, member, live["id"])
    assert answer.status_code == 200
    assert answer.json()["bevestigdOp"][:10] == to_local(LONG_AGO).date().isoformat()
    assert answer.json()["gecontroleerd"] == "niet-recent"
    assert (await listed(client, member, ours))[live["titel"]]["aanDeBeurt"] is True
    async with database.transaction() as session:
        acts = await session.scalars(
            select(AanbodHistorie.handeling)
            .where(col(AanbodHistorie.aanbod_id) == UUID(live["id"]))
            .order_by(col(AanbodHistorie.id))
        )
        assert list(acts)[-2:] == ["bevestigd", "bevestiging-ingetrokken"]


async def test_a_second_time_somebody_elses_and_an_old_one_are_not_taken_back(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    ours = await make_organisatie(database)
    mine, other = [await log_in_as(database, medebewerker=ours) for _ in range(2)]
    live = await publish(client, editor, ours)
    await confirm(client, mine, live["id"])
    assert (await withdraw(client, other, live["id"])).status_code == 409
    assert (await withdraw(client, mine, live["id"])).status_code == 200
    # What is left is what the redactie said in publishing it.
    assert (await withdraw(client, mine, live["id"])).status_code == 409
    await confirm(client, mine, live["id"])
    await age(database, live["id"])
    answer = await withdraw(client, mine, live["id"])
    assert answer.status_code == 409
    assert answer.json()["detail"] == "Dit is niet meer terug te draaien."


async def test_the_only_confirmation_taken_back_leaves_none(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    ours = await make_organisatie(database)
    draft = await create_aanbod(client, editor, ours)
    await confirm(client, editor, draft["id"])
    answer = await withdraw(client, editor, draft["id"])
    assert "bevestigdOp" not in answer.json()
