"""Finding what is on the map twice, and making one of it."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlmodel import col, select

from sociale_kaart.aanbod.meldingen.models import Melding
from sociale_kaart.aanbod.models import AanbodHistorie
from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import Engine
from tests.conftest import serve
from tests.factories import import_rows
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
from tests.zoeken.asking import listing

pytestmark = pytest.mark.anyio

ELSEWHERE = {"naam": "Wijkhuis", "straat": "Verweg 9", "lat": 52.496, "lon": 6.130}
OTHER_CONTACT = {"email": "iemand.anders@example.org"}


@pytest.fixture
async def editor(database: Database) -> Headers:
    return await log_in_as(database, "redactie")


@pytest.fixture
async def owner(database: Database) -> UUID:
    return await make_organisatie(database)


@pytest.fixture
async def member(database: Database, owner: UUID) -> Headers:
    return await log_in_as(database, eigenaar=owner)


async def alike(
    client: httpx.AsyncClient, headers: Headers, **vraag: Any
) -> list[tuple[str, str, list[str]]]:
    answer = await client.post("/api/v1/gelijkenissen", json=vraag, headers=headers)
    assert answer.status_code == 200, answer.text
    return [(g["titel"], g["zekerheid"], g["redenen"]) for g in answer.json()["resultaten"]]


async def merge(
    client: httpx.AsyncClient,
    headers: Headers,
    kept: dict[str, Any],
    old: dict[str, Any],
    **more: Any,
) -> httpx.Response:
    return await client.post(
        f"/api/v1/aanbod/{kept['id']}/samenvoegingen",
        json={"oud": old["id"], "oudVersie": old["versie"], **more},
        headers={**headers, "If-Match": f'"{kept["versie"]}"'},
    )


async def pairs(client: httpx.AsyncClient, headers: Headers) -> list[set[str]]:
    found: list[set[str]] = []
    cursor: str | None = ""
    while cursor is not None:
        asked = {"limit": 3} | ({"cursor": cursor} if cursor else {})
        page = (await client.get("/api/v1/dubbelen", params=asked, headers=headers)).json()
        found += [{pair["een"]["titel"], pair["ander"]["titel"]} for pair in page["resultaten"]]
        cursor = page.get("volgende")
    return found


async def test_who_adds_what_is_there_is_told_so_and_why(
    client: httpx.AsyncClient, editor: Headers, owner: UUID, member: Headers
) -> None:
    await publish(client, editor, owner, titel="Koffieochtend in De Proef")
    await publish(client, editor, owner, titel="Schilderles", locatie=ELSEWHERE, momenten=[])
    found = await alike(
        client,
        member,
        titel="Koffie ochtend De Proef",
        locatie={"lat": 52.5271, "lon": 6.0841},
        contact={"email": "ANNA@example.org"},
        momenten=[{"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "11:00", "tot": "13:00"}],
    )
    assert found == [
        ("Koffieochtend in De Proef", "waarschijnlijk", ["titel", "plek", "contact", "moment"])
    ]


async def test_the_same_name_in_another_wijk_is_no_double(
    client: httpx.AsyncClient, editor: Headers, owner: UUID, member: Headers
) -> None:
    await publish(client, editor, owner, titel="Koffieochtend")
    assert await alike(client, member, titel="Koffieochtend", locatie=ELSEWHERE) == []
    assert await alike(client, member, titel="Iets heel anders") == []


async def test_what_is_not_on_the_map_is_not_told(
    client: httpx.AsyncClient, editor: Headers, owner: UUID, member: Headers
) -> None:
    draft = await create_aanbod(client, editor, owner, titel="Koffieochtend in De Proef")
    secret = {"naam": "Opvang", "lat": 52.51, "lon": 6.09, "geheim": True}
    hidden = {"locatie": secret, "contact": OTHER_CONTACT, "momenten": [], "werkgebied": None}
    await publish(client, editor, owner, titel="Blijf van mijn lijf", **hidden)
    assert await alike(client, member, titel=draft["titel"], organisatie=str(owner)) == []
    near = await alike(client, member, titel="Wie woont hier", locatie={"lat": 52.51, "lon": 6.09})
    assert near == []


async def test_what_was_copied_to_another_place_is_no_double(
    client: httpx.AsyncClient, editor: Headers, owner: UUID, member: Headers
) -> None:
    live = await publish(client, editor, owner, titel="Koffieochtend in De Proef")
    made = await client.post(
        f"/api/v1/aanbod/{live['id']}/plekkopieen",
        json={"wijken": ["aa-landen", "assendorp"]},
        headers=member,
    )
    copies = [one["id"] for one in made.json()["resultaten"]]
    for key in copies:
        copy = (await client.get(f"/api/v1/aanbod/{key}", headers=member)).json()
        await step(client, editor, copy, "publiceren")
    assert await pairs(client, editor) == []
    asked = {"titel": live["titel"], "contact": {"email": "anna@example.org"}}
    assert await alike(client, member, **asked, behalve=copies[0]) == []
    # Who writes the same anew is told so all the same, and who sets a copy free as well.
    assert len(await alike(client, member, **asked)) == 3
    await client.post(f"/api/v1/aanbod/{copies[0]}/losmakingen", headers=member)
    assert len(await alike(client, member, **asked, behalve=copies[0])) == 2
    assert len(await pairs(client, editor)) == 2


async def test_what_one_edits_is_not_its_own_double(
    client: httpx.AsyncClient, editor: Headers, owner: UUID, member: Headers
) -> None:
    made = await publish(client, editor, owner)
    vraag = {"titel": made["titel"], "organisatie": str(owner), "locatie": made["locatie"]}
    vraag["locatie"] = {"lat": 52.527, "lon": 6.084}
    assert len(await alike(client, member, **vraag)) == 1
    assert await alike(client, member, **vraag, behalve=made["id"]) == []


async def test_the_redactie_sees_each_pair_once_until_somebody_says_that_they_are_two(
    client: httpx.AsyncClient, editor: Headers, owner: UUID
) -> None:
    one = await publish(client, editor, owner, titel="Soep in de wijk")
    other = await publish(client, editor, owner, titel="Soep in de buurt")
    for number in range(4):
        apart = {"lat": 52.45 + number / 100, "lon": 6.2}
        await publish(
            client, editor, owner, titel=f"Los {number}", locatie=apart, contact=OTHER_CONTACT,
            momenten=[], werkgebied=None,
        )  # fmt: skip
    assert await pairs(client, editor) == [{"Soep in de wijk", "Soep in de buurt"}]
    body = {"een": other["id"], "ander": one["id"]}
    for _ in range(2):
        answer = await client.post("/api/v1/onderscheidingen", json=body, headers=editor)
        assert answer.status_code == 204
    assert await pairs(client, editor) == []


async def test_one_of_two_keeps_the_names_of_both(
    client: httpx.AsyncClient, database: Database, editor: Headers, owner: UUID
) -> None:
    kept = await publish(client, editor, owner, titel="Soep", wachttijd=None)
    old = await publish(client, editor, owner, titel="Soep eten", wachttijd="Een week")
    melding = await make_melding(database, old["id"], soort="dubbel")
    answer = await merge(client, editor, kept, old, overnemen=["wachttijd"])
    assert answer.status_code == 200, answer.text
    assert (answer.json()["titel"], answer.json()["wachttijd"]) == ("Soep", "Een week")

    for name in (old["id"], old["slug"], kept["slug"]):
        read = await client.get(f"/api/v1/aanbod/{name}")
        assert (read.status_code, read.json()["id"]) == (200, kept["id"])
    saved = await client.get("/api/v1/aanbod", params={"id": old["id"]})
    assert [each["id"] for each in saved.json()["resultaten"]] == [kept["id"]]
    async with database.transaction() as session:
        moved = await session.get(Melding, melding)
        assert moved is not None
        assert moved.aanbod_id == UUID(kept["id"])
        lines = list(
            await session.scalars(
                select(AanbodHistorie)
                .where(col(AanbodHistorie.aanbod_id) == UUID(old["id"]))
                .order_by(col(AanbodHistorie.id))
            )
        )
    assert [line.handeling for line in lines] == ["aangemaakt", "publiceren", "samengevoegd"]
    assert lines[-1].wijzigingen["titel"] == ["Soep eten", None]
    assert lines[-1].wijzigingen["opgegaanIn"] == [None, kept["id"]]
    # Its address stays its own: what comes later cannot take it.
    again = await create_aanbod(client, editor, owner, titel="Soep eten")
    assert again["slug"] != old["slug"]


async def test_names_lead_on_when_that_one_goes_into_another(
    client: httpx.AsyncClient, editor: Headers, owner: UUID
) -> None:
    first, second, third = [
        await publish(client, editor, owner, titel=f"Soep {word}")
        for word in ("een", "twee", "drie")
    ]
    assert (await merge(client, editor, second, first)).is_success
    assert (await merge(client, editor, third, second)).is_success
    for old in (first, second):
        read = await client.get(f"/api/v1/aanbod/{old['slug']}")
        assert read.json()["id"] == third["id"]


async def test_a_source_does_not_bring_back_what_went_into_another(
    client: httpx.AsyncClient, database: Database, editor: Headers
) -> None:
    rows = [listing("a", titel="Soep"), listing("b", titel="Soep eten")]
    await import_rows(database, *rows)
    found = (await client.get("/api/v1/aanbod")).json()["resultaten"]
    kept, old = sorted(found, key=lambda each: str(each["titel"]))
    assert (await merge(client, editor, kept, old)).is_success
    again = [rows[0], listing("b", titel="Soep eten, nu anders")]
    report = await import_rows(database, *again)
    assert report.counts == {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 2}
    now = (await client.get("/api/v1/aanbod")).json()["resultaten"]
    assert [each["titel"] for each in now] == ["Soep"]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"overnemen": ["geen veld"]}, 400),
        ({"oudVersie": 9}, 412),
        ({"oud": "kept"}, 400),
        ({"oud": "018f0000-0000-7000-8000-000000000000"}, 404),
    ],
)
async def test_what_cannot_be_merged_stays_as_it_is(
    client: httpx.AsyncClient,
    editor: Headers,
    owner: UUID,
    change: dict[str, Any],
    status: int,
) -> None:
    kept = await publish(client, editor, owner, titel="Soep")
    old = await publish(client, editor, owner, titel="Soep eten")
    change = {key: kept["id"] if value == "kept" else value for key, value in change.items()}
    assert (await merge(client, editor, kept, old, **change)).status_code == status
    assert (await merge(client, editor, kept | {"versie": 9}, old)).status_code == 412
    assert (await client.get(f"/api/v1/aanbod/{old['slug']}")).json()["id"] == old["id"]


async def test_first_a_decision_about_what_waits(
    client: httpx.AsyncClient, editor: Headers, owner: UUID, member: Headers
) -> None:
    kept = await publish(client, editor, owner, titel="Soep")
    old = await publish(client, editor, owner, titel="Soep eten")
    proposed = await client.put(
        f"/api/v1/aanbod/{old['id']}",
        json=aanbod_body(titel="Soep eten met brood"),
        headers={**member, "If-Match": f'"{old["versie"]}"'},
    )
    assert proposed.status_code == 202
    answer = await merge(client, editor, kept, old)
    assert answer.status_code == 409
    assert "Soep eten" in answer.json()["detail"]


async def test_a_wijkredacteur_merges_in_their_own_wijk_only(
    client: httpx.AsyncClient, database: Database, editor: Headers, owner: UUID
) -> None:
    kept = await publish(client, editor, owner, titel="Soep")
    far = {"locatie": ELSEWHERE, "werkgebied": ["assendorp"]}
    old = await publish(client, editor, owner, titel="Soep eten", **far)
    own = await log_in_as(database, "wijkredacteur", wijken=["WK019330"])
    assert (await merge(client, own, kept, old)).status_code == 403


async def test_search_finds_the_one_that_stayed(own_database: Database, engine: Engine) -> None:
    owner = await make_organisatie(own_database)
    editor = await log_in_as(own_database, "redactie")
    async with serve(own_database, engine) as client:
        kept = await publish(client, editor, owner, titel="Soep")
        old = await publish(client, editor, owner, titel="Soep eten")
        stopped = await step(client, editor, old, "stoppen")
        assert (await merge(client, editor, kept, stopped)).is_success
        found = await client.get("/api/v1/zoeken", params={"q": "soep"})
    assert [each["id"] for each in found.json()["resultaten"]] == [kept["id"]]
