"""Organisations over the API: reading, and writing by those who may."""

from typing import Any

import httpx
import pytest
from sqlmodel import col, select

from sociale_kaart.core.db import Database
from sociale_kaart.core.outbox import OutboxRij
from sociale_kaart.organisaties.models import Lidmaatschap, Organisatie
from tests.people import account_of, create_aanbod, log_in_as, make_organisatie, publish

pytestmark = pytest.mark.anyio

URL = "/api/v1/organisaties"
BODY: dict[str, Any] = {
    "naam": "Buurtkamer 't Anker",
    "categorie": "vrijwilligersorganisatie",
    "omschrijving": "Een kamer voor de buurt.",
    "website": "https://anker.example.org/welkom?x=1",
    "telefoon": "038 000 12 34",
    "email": "info@anker.example.org",
    "kvk": "12345678",
    "relatieGemeente": "gesubsidieerd",
}


def if_match(headers: dict[str, str], versie: object) -> dict[str, str]:
    return {**headers, "If-Match": f'"{versie}"'}


async def test_what_is_sent_comes_back_by_id_and_by_slug(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await log_in_as(database)
    made = await client.post(URL, json=BODY, headers=member)
    assert made.status_code == 201, made.text
    body = made.json()
    assert {key: body[key] for key in BODY} == BODY
    assert body["slug"] == "buurtkamer-t-anker"
    assert body["versie"] == 1
    assert made.headers["location"] == f"{URL}/{body['id']}"
    for key in (body["id"], body["slug"], body["id"].upper()):
        read = await client.get(f"{URL}/{key}", headers=member)
        assert read.json() == body
        assert read.headers["etag"] == made.headers["etag"]


async def test_what_is_unknown_is_left_out_and_not_null(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await log_in_as(database)
    body = {"naam": "Straatfeest", "categorie": "initiatief", "website": None}
    made = (await client.post(URL, json=body, headers=member)).json()
    assert set(made) == {"id", "slug", "naam", "categorie", "versie", "gewijzigdOp"}


async def test_a_reader_who_has_this_version_gets_304(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    first = await client.get(f"{URL}/{key}")
    for tag in (first.headers["etag"], f'"x", W/{first.headers["etag"]}'):
        again = await client.get(f"{URL}/{key}", headers={"If-None-Match": tag})
        assert again.status_code == 304
    other = await client.get(f"{URL}/{key}", headers={"If-None-Match": '"anders"'})
    assert other.status_code == 200


@pytest.mark.parametrize(
    "key", ["bestaat-niet", "01900000-0000-7000-8000-000000000000", "%20", "a" * 500, "'--"]
)
async def test_an_unknown_organisation_is_404_in_dutch(client: httpx.AsyncClient, key: str) -> None:
    answer = await client.get(f"{URL}/{key}")
    assert answer.status_code == 404
    assert answer.json()["detail"] == "Deze organisatie kennen we niet."


async def test_pages_miss_and_repeat_nothing_while_rows_come_and_go(
    client: httpx.AsyncClient, database: Database
) -> None:
    keys = [await make_organisatie(database, naam=f"Nummer {n}") for n in range(7)]
    seen: list[str] = []
    cursor: str | None = None
    for turn in range(10):
        query = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = (await client.get(URL, params=query)).json()
        seen += [row["id"] for row in page["resultaten"]]
        cursor = page.get("volgende")
        if turn == 1:
            async with database.transaction() as session:
                await session.delete(await session.get(Organisatie, keys[0]))
                await session.delete(await session.get(Organisatie, keys[5]))
            keys.append(await make_organisatie(database, naam="Nieuw"))
        if cursor is None:
            break
    assert seen == [str(key) for key in keys if key != keys[5]]


async def test_a_list_can_be_of_one_category(client: httpx.AsyncClient, database: Database) -> None:
    await make_organisatie(database, categorie="initiatief", naam="A")
    await make_organisatie(database, categorie="voorziening", naam="B")
    rows = (await client.get(f"{URL}?categorie=initiatief")).json()["resultaten"]
    assert [row["naam"] for row in rows] == ["A"]
    wrong = await client.get(f"{URL}?categorie=bedrijf")
    assert wrong.status_code == 400
    [fault] = wrong.json()["fouten"]
    assert fault["veld"] == "categorie"
    assert "'initiatief', 'vrijwilligersorganisatie' of 'voorziening'" in fault["melding"]


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "cursor=x", "cursor="])
async def test_a_page_that_cannot_be_is_refused(client: httpx.AsyncClient, query: str) -> None:
    answer = await client.get(f"{URL}?{query}")
    if query == "cursor=":
        assert answer.status_code == 200
    else:
        assert answer.status_code == 400
        assert answer.json()["fouten"][0]["veld"] == query.partition("=")[0]


async def test_who_makes_an_organisation_owns_it_and_an_editor_does_not(
    client: httpx.AsyncClient, database: Database
) -> None:
    member, editor = await log_in_as(database), await log_in_as(database, "redactie")
    mine = (await client.post(URL, json=BODY, headers=member)).json()
    theirs = (await client.post(URL, json=BODY, headers=editor)).json()
    async with database.transaction() as session:
        rows = (await session.scalars(select(Lidmaatschap))).all()
    assert [(str(row.organisatie_id), row.rol) for row in rows] == [(mine["id"], "eigenaar")]
    assert rows[0].account_id == await account_of(database, member)
    assert theirs["slug"] == "buurtkamer-t-anker-2"


async def test_nobody_makes_an_organisation_trusted_by_asking(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await log_in_as(database)
    for field in ("vertrouwd", "bron", "externId", "slug", "versie", "id"):
        answer = await client.post(URL, json={**BODY, field: True}, headers=member)
        assert answer.status_code == 400
        assert [fault["veld"] for fault in answer.json()["fouten"]] == [field]


async def test_all_faults_of_an_organisation_are_told_at_once(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await log_in_as(database)
    body = {
        "naam": "x",
        "categorie": "bedrijf",
        "website": "anker",
        "telefoon": "bel",
        "email": "@",
        "kvk": "1234",
        "relatieGemeente": "goed",
    }
    answer = await client.post(URL, json=body, headers=member)
    assert answer.status_code == 400
    faults = {fault["veld"]: fault["melding"] for fault in answer.json()["fouten"]}
    assert faults == {
        "naam": "Dit is te kort: minstens 2 tekens.",
        "categorie": "Kies uit: 'initiatief', 'vrijwilligersorganisatie' of 'voorziening'.",
        "website": "Dit moet een webadres zijn, zoals https://dekoffiekan.example.org.",
        "telefoon": "Dit moet een telefoonnummer zijn, zoals 038 000 12 34.",
        "email": "Dit moet een e-mailadres zijn, zoals info@dekoffiekan.example.org.",
        "kvk": "Een KvK-nummer heeft acht cijfers.",
        "relatieGemeente": "Kies uit: 'gesubsidieerd', 'gecontracteerd' of 'vrij'.",
    }


async def test_a_change_counts_a_version_and_saying_the_same_does_not(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = (await client.post(URL, json=BODY, headers=editor)).json()
    address = f"{URL}/{made['id']}"
    same = await client.put(address, json=BODY, headers=if_match(editor, 1))
    assert (same.status_code, same.json()) == (200, made)
    changed = await client.put(
        address, json={**BODY, "naam": "Anker", "kvk": None}, headers=if_match(editor, 1)
    )
    body = changed.json()
    assert (body["naam"], body["versie"], body["slug"]) == ("Anker", 2, made["slug"])
    assert "kvk" not in body
    assert body["gewijzigdOp"] > made["gewijzigdOp"]
    assert (await client.get(address)).headers["etag"] == changed.headers["etag"]


async def test_a_change_needs_the_version_it_is_about(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await client.post(URL, json=BODY, headers=editor)
    address = f"{URL}/{made.json()['id']}"
    without = await client.put(address, json=BODY, headers=editor)
    assert without.status_code == 428
    assert "If-Match" in without.json()["detail"]
    for stale in ('"2"', '"0"', "*", "onzin", '""', '"99999999999"', '"-1"', '"²"'):
        answer = await client.put(
            address, json=BODY, headers={**editor, "If-Match": stale.encode()}
        )
        assert answer.status_code == 412, stale
        assert answer.headers["content-type"] == "application/problem+json"
        assert "Haal de nieuwste versie op" in answer.json()["detail"]
    for good in ('"1"', "1", 'W/"1"', made.headers["etag"]):
        answer = await client.put(address, json=BODY, headers={**editor, "If-Match": good})
        assert answer.status_code == 200, good


async def test_a_new_name_is_in_the_listings_of_the_organisation_at_once(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    mine, other = await make_organisatie(database), await make_organisatie(database)
    published = await publish(client, editor, mine)
    draft = await create_aanbod(client, editor, mine)
    elsewhere = await publish(client, editor, other)
    before = await client.get(f"/api/v1/aanbod/{published['id']}")
    untouched = await client.get(f"/api/v1/aanbod/{elsewhere['id']}")
    async with database.transaction() as session:
        for row in await session.scalars(select(OutboxRij)):
            await session.delete(row)

    await client.put(
        f"{URL}/{mine}",
        json={"naam": "Een heel nieuwe naam", "categorie": "initiatief"},
        headers=if_match(editor, 1),
    )
    for listing in (published, draft):
        read = await client.get(f"/api/v1/aanbod/{listing['id']}", headers=editor)
        assert read.json()["organisatie"]["naam"] == "Een heel nieuwe naam"
        assert read.json()["organisatie"]["categorie"] == "initiatief"
        assert read.json()["versie"] == listing["versie"]
    after = await client.get(f"/api/v1/aanbod/{published['id']}")
    assert after.headers["etag"] != before.headers["etag"]
    again = await client.get(f"/api/v1/aanbod/{elsewhere['id']}")
    assert again.headers["etag"] == untouched.headers["etag"]
    found = (await client.get("/api/v1/zoeken?categorie=initiatief")).json()
    assert [row["id"] for row in found["resultaten"]] == [published["id"]]
    async with database.transaction() as session:
        rows = {(row.soort, row.subject_id) for row in await session.scalars(select(OutboxRij))}
    assert ("organisatie", mine) in rows
    assert {str(key) for soort, key in rows if soort == "aanbod"} == {
        published["id"],
        draft["id"],
    }


async def test_an_organisation_with_listings_stays_and_the_answer_says_why(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    owner = await log_in_as(database, eigenaar=key)
    draft = await create_aanbod(client, owner, key)
    answer = await client.delete(f"{URL}/{key}", headers=if_match(owner, 1))
    assert answer.status_code == 409
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"] == (
        "Deze organisatie heeft nog aanbod. Verwijder eerst het aanbod."
    )
    assert (await client.get(f"{URL}/{key}")).status_code == 200
    gone = await client.delete(f"/api/v1/aanbod/{draft['id']}", headers=if_match(owner, 1))
    assert gone.status_code == 204
    answer = await client.delete(f"{URL}/{key}", headers=if_match(owner, 1))
    assert answer.status_code == 204
    assert answer.content == b""
    assert (await client.get(f"{URL}/{key}")).status_code == 404


async def test_a_deleted_organisation_is_told_to_the_index_and_has_no_members(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    owner = await log_in_as(database, eigenaar=key)
    await client.delete(f"{URL}/{key}", headers=if_match(owner, 1))
    async with database.transaction() as session:
        rows = select(OutboxRij).where(col(OutboxRij.subject_id) == key)
        assert len((await session.scalars(rows)).all()) == 2
        assert (await session.scalars(select(Lidmaatschap))).all() == []


async def test_one_organisation_without_a_usable_name_gets_an_address_of_its_own(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await log_in_as(database)
    slugs = [
        (
            await client.post(
                URL, json={"naam": "漢字の会", "categorie": "initiatief"}, headers=member
            )
        ).json()["slug"]
        for _ in range(12)
    ]
    assert slugs[:3] == ["zonder-naam", "zonder-naam-2", "zonder-naam-3"]
    assert len(set(slugs)) == 12
