"""How sure one can be of a listing, as the API tells it and the engine puts it in order."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlmodel import col, select

from sociale_kaart.aanbod.meldingen.models import Melding
from sociale_kaart.aanbod.models import Aanbod, Bevestiging
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.sync import rebuild
from tests.conftest import serve
from tests.people import (
    Headers,
    aanbod_body,
    create_aanbod,
    log_in_as,
    make_organisatie,
    publish,
    set_aanbod,
)

pytestmark = pytest.mark.anyio
CONTACT = {"telefoon": "038 000 12 34"}
Listing = dict[str, Any]


def months_ago(number: int) -> Callable[[Aanbod], None]:
    def change(aanbod: Aanbod) -> None:
        aanbod.bevestigd_op = utc_now() - timedelta(days=30 * number)

    return change


async def read(client: httpx.AsyncClient, key: str) -> dict[str, Any]:
    answer = await client.get(f"/api/v1/aanbod/{key}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["zekerheid"]
    return found


async def standen(client: httpx.AsyncClient, key: str) -> dict[str, str]:
    found = await read(client, key)
    return {groep: part["stand"] for groep, part in found.items() if groep != "geheel"}


async def edit(
    client: httpx.AsyncClient, headers: Headers, aanbod: Listing, **changes: Any
) -> httpx.Response:
    body = aanbod_body(contact=CONTACT, capaciteit="plek", **changes)
    now = (await client.get(f"/api/v1/aanbod/{aanbod['id']}")).json()
    answer = await client.put(
        f"/api/v1/aanbod/{aanbod['id']}",
        json=body,
        headers={**headers, "If-Match": f'"{now["versie"]}"'},
    )
    assert answer.status_code == 200, answer.text
    return answer


async def old_listing(
    client: httpx.AsyncClient, database: Database, months: int = 14
) -> tuple[Listing, Headers]:
    """Confirmed so long ago, with something to be sure of in each group."""
    editor = await log_in_as(database, "redactie")
    owner = await make_organisatie(database)
    aanbod = await publish(client, editor, owner, contact=CONTACT, capaciteit="plek")
    await set_aanbod(database, aanbod["id"], months_ago(months))
    return aanbod, editor


async def test_what_was_just_published_is_sure_in_every_group_that_it_tells_of(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor, owner = await log_in_as(database, "redactie"), await make_organisatie(database)
    aanbod = await publish(client, editor, owner, contact=CONTACT)
    found = await read(client, aanbod["id"])
    assert found["geheel"] == 1
    assert set(found) == {"geheel", "contact", "tijden", "kosten"}
    for groep in ("contact", "tijden", "kosten"):
        assert (found[groep]["stand"], found[groep]["waarde"]) == ("gecontroleerd", 1)
        assert found[groep]["bevestigdOp"][:10] == today().isoformat()
    draft = await create_aanbod(client, editor, owner)
    answer = await client.get(f"/api/v1/aanbod/{draft['id']}", headers=editor)
    assert answer.json()["zekerheid"]["tijden"] == {"stand": "nooit", "waarde": 0}


async def test_editing_a_group_is_a_look_at_that_group_and_at_no_other(
    client: httpx.AsyncClient, database: Database
) -> None:
    aanbod, editor = await old_listing(client, database)
    before = await read(client, aanbod["id"])
    assert set((await standen(client, aanbod["id"])).values()) == {"lang-geleden"}
    await edit(client, editor, aanbod, kosten="tot-5")
    after = await read(client, aanbod["id"])
    assert (after["kosten"]["stand"], after["kosten"]["waarde"]) == ("gecontroleerd", 1)
    for groep in ("contact", "tijden", "capaciteit"):
        assert after[groep] == before[groep]
    await edit(client, editor, aanbod, kosten="tot-5", titel="Soep in de buurt")
    assert await read(client, aanbod["id"]) == after


async def test_a_confirmation_is_of_all_groups_and_can_be_taken_back(
    client: httpx.AsyncClient, database: Database
) -> None:
    aanbod, editor = await old_listing(client, database)
    url = f"/api/v1/aanbod/{aanbod['id']}"
    assert (await client.post(f"{url}/bevestigingen", headers=editor)).status_code == 200
    assert set((await standen(client, aanbod["id"])).values()) == {"gecontroleerd"}


async def test_one_group_can_be_confirmed_and_that_can_be_taken_back(
    client: httpx.AsyncClient, database: Database
) -> None:
    aanbod, _ = await old_listing(client, database)
    member = await log_in_as(database, medebewerker=UUID(aanbod["organisatie"]["id"]))
    colleague = await log_in_as(database, medebewerker=UUID(aanbod["organisatie"]["id"]))
    url = f"/api/v1/aanbod/{aanbod['id']}"
    before = (await client.get(url)).json()
    tijden = {"groep": "tijden"}
    said = await client.post(f"{url}/bevestigingen", json=tijden, headers=member)
    assert said.status_code == 200
    after = said.json()
    assert (after["zekerheid"]["tijden"]["stand"], after["zekerheid"]["tijden"]["waarde"]) == (
        "gecontroleerd",
        1,
    )
    for groep in ("contact", "kosten", "capaciteit"):
        assert after["zekerheid"][groep] == before["zekerheid"][groep]
    assert {name for name in after if after[name] != before[name]} == {"zekerheid"}
    # Of another group, or by somebody else, there is nothing to take back.
    for body, who in (({"groep": "kosten"}, member), (tijden, colleague), ({}, member)):
        refused = await client.post(f"{url}/intrekkingen", json=body, headers=who)
        assert refused.status_code == 409
    taken = await client.post(f"{url}/intrekkingen", json=tijden, headers=member)
    assert taken.json() == before
    again = await client.post(f"{url}/intrekkingen", json=tijden, headers=member)
    assert again.status_code == 409
    acts = (await client.get(f"{url}/historie", headers=member)).json()["resultaten"]
    assert [each["handeling"] for each in acts[:2]] == [
        "tijden-bevestiging-ingetrokken",
        "tijden-bevestigd",
    ]


async def test_what_changed_after_a_confirmation_stays_looked_at_when_that_is_taken_back(
    client: httpx.AsyncClient, database: Database
) -> None:
    aanbod, editor = await old_listing(client, database)
    url = f"/api/v1/aanbod/{aanbod['id']}"
    kosten = {"groep": "kosten"}
    await client.post(f"{url}/bevestigingen", json=kosten, headers=editor)
    await edit(client, editor, aanbod, kosten="tot-5")
    changed = await read(client, aanbod["id"])
    assert (
        await client.post(f"{url}/intrekkingen", json=kosten, headers=editor)
    ).status_code == 200
    assert await read(client, aanbod["id"]) == changed


async def test_what_was_said_of_a_group_stays_when_what_was_said_of_the_whole_is_taken_back(
    client: httpx.AsyncClient, database: Database
) -> None:
    aanbod, editor = await old_listing(client, database)
    url = f"/api/v1/aanbod/{aanbod['id']}"
    await client.post(f"{url}/bevestigingen", headers=editor)
    await set_aanbod(database, aanbod["id"], months_ago(14))
    await client.post(f"{url}/bevestigingen", json={"groep": "contact"}, headers=editor)
    await client.post(f"{url}/bevestigingen", headers=editor)
    assert (await client.post(f"{url}/intrekkingen", headers=editor)).status_code == 200
    async with database.transaction() as session:
        said = await session.scalars(select(Bevestiging.groep).order_by(col(Bevestiging.op)))
        assert said.all() == [None, None, "contact"]


async def test_an_unknown_group_is_refused(client: httpx.AsyncClient, database: Database) -> None:
    aanbod, editor = await old_listing(client, database)
    url = f"/api/v1/aanbod/{aanbod['id']}/bevestigingen"
    answer = await client.post(url, json={"groep": "titel"}, headers=editor)
    assert answer.status_code == 400
    assert [each["veld"] for each in answer.json()["fouten"]] == ["groep"]


async def test_room_is_as_old_as_the_day_that_was_told_for_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    aanbod, editor = await old_listing(client, database)
    await edit(client, editor, aanbod)

    def told(aanbod: Aanbod) -> None:
        aanbod.capaciteit_nagekeken_op = None
        aanbod.capaciteit_op = today() - timedelta(days=2)

    await set_aanbod(database, aanbod["id"], told)
    assert (await standen(client, aanbod["id"]))["capaciteit"] == "gecontroleerd"


async def test_reports_lower_what_they_are_about_and_handling_them_raises_it_again(
    client: httpx.AsyncClient, database: Database
) -> None:
    aanbod, editor = await old_listing(client, database, months=1)
    url = f"/api/v1/aanbod/{aanbod['id']}"
    before = await read(client, aanbod["id"])
    for _ in range(2):
        answer = await client.post(f"{url}/meldingen", json={"soort": "tijden"})
        assert answer.status_code == 201
    reported = await read(client, aanbod["id"])
    assert reported["tijden"]["stand"] == "twijfel"
    assert reported["geheel"] < before["geheel"]
    assert {key: reported[key] for key in ("contact", "kosten")} == {
        key: before[key] for key in ("contact", "kosten")
    }
    async with database.transaction() as session:
        ids = [row.id for row in await session.scalars(select(Melding))]
    for key in ids:
        done = await client.post(f"/api/v1/meldingen/{key}/afhandelingen", headers=editor)
        assert done.status_code == 200
    assert await read(client, aanbod["id"]) == before


async def test_a_confirmation_answers_the_reports_from_before(
    client: httpx.AsyncClient, database: Database
) -> None:
    aanbod, editor = await old_listing(client, database, months=1)
    url = f"/api/v1/aanbod/{aanbod['id']}"
    for _ in range(2):
        await client.post(f"{url}/meldingen", json={"soort": "gestopt"})
    assert set((await standen(client, aanbod["id"])).values()) == {"twijfel", "lang-geleden"}
    confirmed = await client.post(f"{url}/bevestigingen", headers=editor)
    parts = confirmed.json()["zekerheid"]
    assert {parts[groep]["waarde"] for groep in ("contact", "tijden", "kosten")} == {1}


async def test_the_owner_sees_why_one_is_less_sure(
    client: httpx.AsyncClient, database: Database
) -> None:
    aanbod, _ = await old_listing(client, database, months=1)
    owner = UUID(aanbod["organisatie"]["id"])
    member = await log_in_as(database, medebewerker=owner)
    await client.post(f"/api/v1/aanbod/{aanbod['id']}/meldingen", json={"soort": "contact"})

    def broken(aanbod: Aanbod) -> None:
        aanbod.contact_website = "https://weg.example.org"
        aanbod.website_stuk_sinds = today() - timedelta(days=3)

    await set_aanbod(database, aanbod["id"], broken)
    answer = await client.get(f"/api/v1/organisaties/{owner}/aanbod", headers=member)
    [listed] = answer.json()["resultaten"]
    parts = {part["groep"]: part for part in listed["zekerheid"]}
    assert list(parts) == ["contact", "tijden", "kosten", "capaciteit"]
    assert parts["contact"]["stand"] == "twijfel"
    assert parts["contact"]["meldingen"] == 1
    assert parts["contact"]["werktNiet"] == [
        {
            "kanaal": "website",
            "adres": "https://weg.example.org",
            "sinds": (today() - timedelta(days=3)).isoformat(),
        }
    ]
    assert (parts["tijden"]["meldingen"], parts["tijden"]["werktNiet"]) == (0, [])
    # Residents read that the site does not work, and nothing of who reported what.
    public = await read(client, aanbod["id"])
    assert public["contact"].keys() == {"stand", "waarde", "bevestigdOp", "werktNiet"}


@pytest.mark.parametrize("with_engine", [True, False])
@pytest.mark.parametrize("question", ["", "koffie"])
async def test_the_less_sure_comes_later_and_is_never_hidden(
    own_database: Database, engine: Engine, question: str, with_engine: bool
) -> None:
    async with serve(own_database, engine if with_engine else None) as client:
        fresh, _ = await old_listing(client, own_database, months=1)
        doubted, _ = await old_listing(client, own_database, months=1)
        stale, _ = await old_listing(client, own_database, months=30)
        for _ in range(3):
            url = f"/api/v1/aanbod/{doubted['id']}/meldingen"
            assert (await client.post(url, json={"soort": "tijden"})).status_code == 201
        await rebuild(own_database, engine)
        answer = await client.get("/api/v1/zoeken", params={"q": question})
        found = [each["id"] for each in answer.json()["resultaten"]]
        assert found == [fresh["id"], doubted["id"], stale["id"]]
