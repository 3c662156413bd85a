"""Where those are sent who come for a listing that stopped."""

from typing import Any

import httpx
import pytest

from sociale_kaart.aanbod.opvolgen.models import Opvolger
from sociale_kaart.core.db import Database
from tests.aanbod.beoordelen.deciding import Desk, open_desk
from tests.people import make_organisatie, publish

pytestmark = pytest.mark.anyio

URL = "/api/v1/aanbod"


@pytest.fixture
async def desk(client: httpx.AsyncClient, database: Database) -> Desk:
    return await open_desk(client, database)


async def read(desk: Desk, aanbod: dict[str, Any]) -> dict[str, Any]:
    answer = await desk.client.get(f"{URL}/{aanbod['slug']}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def where(desk: Desk, aanbod: dict[str, Any]) -> str | None:
    """The title that its page sends people to."""
    heen = (await read(desk, aanbod)).get("verwijstNaar")
    return None if heen is None else str(heen["titel"])


async def stop(desk: Desk, aanbod: dict[str, Any]) -> None:
    now = await read(desk, aanbod)
    answer = await desk.step(now, "stoppen", desk.medebewerker)
    assert answer.status_code == 200, answer.text


async def send(desk: Desk, aanbod: dict[str, Any], naar: str | None) -> httpx.Response:
    return await desk.client.post(
        f"{URL}/{aanbod['id']}/opvolgers", json={"verwijstNaar": naar}, headers=desk.medebewerker
    )


async def stopped(desk: Desk, titel: str, naar: dict[str, Any]) -> dict[str, Any]:
    made = await desk.live(titel=titel)
    await stop(desk, made)
    answer = await send(desk, made, naar["id"])
    assert answer.status_code == 200, answer.text
    return made


async def test_its_page_its_owner_and_its_history_say_where_people_can_go(desk: Desk) -> None:
    # Of any organisation.
    elsewhere = await make_organisatie(desk.database)
    soep = await publish(desk.client, desk.redactie, elsewhere, titel="Soep")
    koffie = await desk.live(titel="Koffie")
    await stop(desk, koffie)
    first = await desk.client.get(f"{URL}/{koffie['slug']}")
    answer = await send(desk, koffie, soep["id"])
    assert answer.json()["verwijstNaar"]["slug"] == soep["slug"]
    page = await desk.client.get(f"{URL}/{koffie['slug']}")
    assert page.json() == answer.json()
    assert page.json()["verwijstNaar"]["organisatie"]["id"] == str(elsewhere)
    assert page.headers["etag"] != first.headers["etag"]
    own = await desk.client.get(
        f"/api/v1/organisaties/{desk.organisatie}/aanbod", headers=desk.medebewerker
    )
    assert own.json()["resultaten"][0]["verwijstNaar"]["titel"] == "Soep"
    historie = await desk.client.get(f"{URL}/{koffie['id']}/historie", headers=desk.medebewerker)
    last = historie.json()["resultaten"][0]
    assert (last["handeling"], last["herstelbaar"]) == ("verwijst-door", False)
    assert (await send(desk, koffie, None)).status_code == 200
    assert await where(desk, koffie) is None


async def test_a_chain_is_followed_to_what_is_on_the_map(desk: Desk) -> None:
    thee = await desk.live(titel="Thee")
    soep = await desk.live(titel="Soep")
    koffie = await stopped(desk, "Koffie", soep)
    await stop(desk, soep)
    assert await where(desk, koffie) is None
    await send(desk, soep, thee["id"])
    assert await where(desk, koffie) == "Thee"
    assert await where(desk, soep) == "Thee"


async def test_a_circle_of_what_stopped_leads_nowhere_and_ends(desk: Desk) -> None:
    soep = await desk.live(titel="Soep")
    koffie = await stopped(desk, "Koffie", soep)
    await desk.step(await read(desk, koffie), "heropenen", desk.medebewerker)
    again = (await desk.client.get(f"{URL}/{koffie['id']}", headers=desk.medebewerker)).json()
    await desk.step(again, "publiceren", desk.redactie)
    await stop(desk, soep)
    # It is on the map, so this is no circle yet.
    assert (await send(desk, soep, koffie["id"])).status_code == 200
    thee = await desk.live(titel="Thee")
    await stop(desk, koffie)
    await send(desk, koffie, thee["id"])
    await stop(desk, thee)
    assert await where(desk, soep) is None
    await desk.step(await read(desk, soep), "heropenen", desk.medebewerker)
    draft = (await desk.client.get(f"{URL}/{soep['id']}", headers=desk.medebewerker)).json()
    await desk.step(draft, "publiceren", desk.redactie)
    await send(desk, thee, soep["id"])
    await stop(desk, soep)
    # Soup leads nowhere since it was open again; put back into the circle it would lead to itself.
    assert await where(desk, koffie) is None
    live = await desk.live(titel="Brood")
    await send(desk, soep, live["id"])
    assert await where(desk, koffie) == "Brood"
    await stop(desk, live)
    assert [await where(desk, each) for each in (koffie, thee, soep, live)] == [None] * 4


async def test_two_that_stopped_and_lead_to_each_other(desk: Desk) -> None:
    een = await desk.live(titel="Een")
    ander = await stopped(desk, "Ander", een)
    await stop(desk, een)
    # Nobody can say this by the API, as the other is not on the map; the reading ends nevertheless.
    refused = await send(desk, een, ander["id"])
    assert refused.status_code == 400
    async with desk.database.transaction() as session:
        session.add(Opvolger(aanbod_id=een["id"], opvolger_id=ander["id"]))
    assert await where(desk, een) is None
    assert await where(desk, ander) is None


async def test_no_dead_end_when_the_other_goes(desk: Desk) -> None:
    soep = await desk.live(titel="Soep")
    koffie = await stopped(desk, "Koffie", soep)
    gone = await desk.client.delete(
        f"{URL}/{soep['id']}",
        headers={**desk.eigenaar, "If-Match": f'"{(await read(desk, soep))["versie"]}"'},
    )
    assert gone.status_code == 204, gone.text
    assert await where(desk, koffie) is None


async def test_a_double_that_goes_into_another_takes_what_led_to_it_along(desk: Desk) -> None:
    soep, dubbel = await desk.live(titel="Soep"), await desk.live(titel="Soep!")
    koffie = await stopped(desk, "Koffie", dubbel)
    answer = await desk.client.post(
        f"{URL}/{soep['id']}/samenvoegingen",
        json={"oud": dubbel["id"], "oudVersie": (await read(desk, dubbel))["versie"]},
        headers={**desk.redactie, "If-Match": f'"{(await read(desk, soep))["versie"]}"'},
    )
    assert answer.is_success, answer.text
    assert await where(desk, koffie) == "Soep"
    assert (await read(desk, dubbel))["titel"] == "Soep"


async def test_what_stopped_and_led_to_its_double_leads_not_to_itself(desk: Desk) -> None:
    dubbel = await desk.live(titel="Soep")
    soep = await stopped(desk, "Soep!", dubbel)
    answer = await desk.client.post(
        f"{URL}/{soep['id']}/samenvoegingen",
        json={"oud": dubbel["id"], "oudVersie": (await read(desk, dubbel))["versie"]},
        headers={**desk.redactie, "If-Match": f'"{(await read(desk, soep))["versie"]}"'},
    )
    assert answer.is_success, answer.text
    assert await where(desk, soep) is None


async def test_what_is_no_way_on_is_said(desk: Desk) -> None:
    koffie, soep = await desk.live(titel="Koffie"), await desk.live(titel="Soep")
    early = await send(desk, koffie, soep["id"])
    assert early.status_code == 409
    assert "niet gestopt" in early.json()["detail"]
    await stop(desk, koffie)
    await stop(desk, soep)
    for naar, words in (
        (koffie["id"], "hetzelfde"),
        (soep["id"], "niet (meer) op de kaart"),
        ("01900000-0000-7000-8000-000000000000", "niet (meer) op de kaart"),
        ("soep", "niet goed"),
    ):
        answer = await send(desk, koffie, naar)
        assert answer.status_code == 400
        [fault] = answer.json()["fouten"]
        assert fault["veld"] == "verwijstNaar"
        assert words in fault["melding"] or naar == "soep"
    assert await where(desk, koffie) is None
