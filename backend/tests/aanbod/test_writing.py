"""Making, changing and removing listings, and every fault that can be in them."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import col, select

from sociale_kaart.aanbod.models import AanbodHistorie, Bevestiging
from sociale_kaart.core.db import Database
from tests.people import (
    Headers,
    aanbod_body,
    account_of,
    create_aanbod,
    log_in_as,
    make_organisatie,
    publish,
    set_aanbod,
)

pytestmark = pytest.mark.anyio

URL = "/api/v1/aanbod"


def versioned(headers: Headers, versie: int) -> Headers:
    return {**headers, "If-Match": f'"{versie}"'}


async def history(database: Database, aanbod_id: str) -> list[AanbodHistorie]:
    async with database.transaction() as session:
        rows = await session.scalars(
            select(AanbodHistorie)
            .where(col(AanbodHistorie.aanbod_id) == UUID(aanbod_id))
            .order_by(col(AanbodHistorie.id))
        )
        return list(rows)


async def test_a_new_listing_is_a_draft_with_an_address_and_a_history(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database, slug="de-maker")
    member = await log_in_as(database, medebewerker=key)
    answer = await client.post(URL, json=aanbod_body(organisatie="de-maker"), headers=member)
    body = answer.json()
    assert answer.status_code == 201
    assert (body["status"], body["versie"], body["slug"]) == ("concept", 1, "koffie-in-de-buurt")
    assert answer.headers["location"] == f"{URL}/{body['id']}"
    [row] = await history(database, body["id"])
    assert (row.handeling, row.account_id) == ("aangemaakt", await account_of(database, member))


async def test_the_answer_to_a_write_is_what_a_reader_gets_next(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    key = await make_organisatie(database)
    answer = await client.post(URL, json=aanbod_body(organisatie=str(key)), headers=editor)
    address = f"{URL}/{answer.json()['id']}"
    changed = aanbod_body(
        titel="Thee",
        ambities=["3", "1"],
        talen=["en", "nl"],
        locatie={"naam": "Elders", "postcode": "8021 AB"},
        werkgebied="stadsbreed",
        momenten=[{"begin": "2026-12-24", "van": "10:00"}, {"rrule": "FREQ=MONTHLY;BYDAY=1MO"}],
        sluitingen=[{"van": "2027-08-01"}, {"van": "2027-07-01", "tot": "2027-07-02"}],
    )
    for send in (
        lambda: client.put(address, json=changed, headers=versioned(editor, 1)),
        lambda: client.post(
            f"{address}/stappen", json={"handeling": "publiceren"}, headers=versioned(editor, 2)
        ),
        lambda: client.post(f"{address}/bevestigingen", headers=editor),
    ):
        written = await send()
        read = await client.get(address, headers=editor)
        assert written.status_code == 200, written.text
        assert written.json() == read.json()
        assert written.headers["etag"] == read.headers["etag"]


async def test_an_address_stays_when_the_title_changes(
    client: httpx.AsyncClient, database: Database
) -> None:
    """So a link on paper or in a mail of last year needs no redirect."""
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    changed = await client.put(
        f"{URL}/{made['id']}", json=aanbod_body(titel="Heel anders"), headers=versioned(editor, 2)
    )
    read = await client.get(f"{URL}/{made['slug']}")
    assert changed.status_code == read.status_code == 200
    assert (read.json()["titel"], read.json()["slug"]) == ("Heel anders", made["slug"])


async def test_the_main_ambitie_is_the_first_and_doubles_count_once(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    key = await make_organisatie(database)
    made = await create_aanbod(
        client, editor, key, ambities=["3", "1", "3"], werkgebied=["holtenbroek", "WK019330"]
    )
    assert made["ambities"] == ["3", "1"]
    assert made["werkgebied"]["wijken"] == ["WK019330"]
    read = (await client.get(f"{URL}/{made['id']}", headers=editor)).json()
    assert read["ambities"] == ["3", "1"]


async def test_all_faults_of_form_and_of_words_come_in_one_answer(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=key)
    body = aanbod_body(
        organisatie="niemand",
        titel="x",
        themas=["gled", "geld"],
        soort="feest",
        ambities="1",
        niveau=7,
        leeftijdVan=30,
        leeftijdTot=20,
        locatie={"wijk": "Mars", "naam": "x"},
        werkgebied=["Venus"],
        momenten=[{"rrule": "FREQ=SOMS"}],
        sluitingen=[{"van": "2026-12-01"}, {"van": "2026-12-24", "tot": "2026-12-26"}],
        kleur="blauw",
    )
    answer = await client.post(URL, json=body, headers=member)
    assert answer.status_code == 400
    faults = {fault["veld"]: fault for fault in answer.json()["fouten"]}
    assert set(faults) == {
        "titel", "themas", "soort", "ambities", "niveau", "leeftijdTot", "locatie.wijk",
        "werkgebied", "momenten.0.rrule", "sluitingen", "kleur",
    }  # fmt: skip
    assert faults["themas"]["melding"] == "'gled' bestaat niet."
    assert "geld" in faults["themas"]["toegestaan"]
    assert "ontmoetingsplek" in faults["soort"]["toegestaan"]
    assert faults["locatie.wijk"]["melding"] == "'Mars' is geen wijk."
    assert "WK019330 (Holtenbroek)" in faults["werkgebied"]["toegestaan"]
    assert faults["sluitingen"]["melding"] == "Twee sluitingen overlappen elkaar."
    assert faults["leeftijdTot"]["melding"] == "leeftijdTot is lager dan leeftijdVan."


async def test_an_unknown_owner_is_told_together_with_unknown_words(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    body = aanbod_body(organisatie="niemand", themas=["gled"])
    answer = await client.post(URL, json=body, headers=editor)
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == ["organisatie", "themas"]


@pytest.mark.parametrize("field", ["status", "id", "slug", "versie", "bevestigdOp", "bron"])
async def test_what_is_not_the_authors_to_say_is_refused(
    client: httpx.AsyncClient, database: Database, field: str
) -> None:
    key = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=key)
    body = aanbod_body(organisatie=str(key)) | {field: "gepubliceerd"}
    answer = await client.post(URL, json=body, headers=member)
    assert answer.status_code == 400
    assert answer.json()["fouten"] == [{"veld": field, "melding": "Dit veld bestaat niet."}]


@pytest.mark.parametrize(
    "changes",
    [
        {"momenten": [{"begin": "9999-12-31"}]},
        {"momenten": [{"begin": "0001-01-01", "rrule": "FREQ=DAILY"}]},
        {"momenten": [{"begin": "2026-01-01", "eind": "9999-12-31"}]},
        {"momenten": [{"begin": "2026-01-01", "behalve": ["9999-12-31"]}]},
        {"sluitingen": [{"van": "2026-01-01", "tot": "9999-12-31"}]},
        {"capaciteitOp": "0001-01-01"},
        {"leeftijdVan": 10**30},
        {"locatie": {"lat": 1e308, "lon": 6}},
        {"locatie": {"naam": "x" * 161}},
        {"contact": {"email": "a\x00@example.org"}},
        {"werkgebied": ["\x00"]},
        {"momenten": [{"rrule": "FREQ=WEEKLY;BYDAY=TU\x00"}]},
        {"beschrijving": "x" * 10_001},
        {"themas": ["geld"] * 61},
    ],
    ids=str,
)
async def test_extreme_values_are_faults_and_not_failures(
    client: httpx.AsyncClient, database: Database, changes: dict[str, Any]
) -> None:
    key = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=key)
    answer = await client.post(
        URL, json=aanbod_body(organisatie=str(key), **changes), headers=member
    )
    assert answer.status_code == 400, answer.text
    assert answer.json()["fouten"][0]["veld"].startswith(next(iter(changes)))


@pytest.mark.parametrize(
    "changes",
    [
        {"momenten": [{"begin": "2200-01-01", "van": "23:00", "tot": "01:00"}]},
        {"momenten": [{"begin": "1900-01-01", "rrule": "FREQ=DAILY"}]},
        {"momenten": [{"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"}]},
        {"sluitingen": [{"van": "1900-01-01", "tot": "2200-01-01"}]},
        {"locatie": dict.fromkeys(("naam", "straat", "plaats"), "🙂漢é'\"" * 32)},
        {"beschrijving": "<script>alert(1)</script> '; DROP TABLE aanbod; -- \u202e🙂"},
        {"locatie": {"lat": 0, "lon": 0}},
        {"locatie": {}},
        {"contact": {}},
    ],
    ids=str,
)
async def test_odd_values_that_are_allowed_are_kept_as_they_are(
    client: httpx.AsyncClient, database: Database, changes: dict[str, Any]
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database), **changes)
    read = await client.get(f"{URL}/{made['id']}")
    assert read.status_code == 200
    if "beschrijving" in changes:
        assert read.json()["beschrijving"] == changes["beschrijving"]
    if changes.get("locatie"):
        assert read.json()["locatie"].items() >= changes["locatie"].items()
    if changes.get("locatie") == {}:
        assert "locatie" not in read.json()


async def test_a_change_replaces_everything_and_what_is_left_out_becomes_unknown(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    least = {
        "titel": "Alleen dit", "samenvatting": "Kort.", "ambities": ["2"], "soort": "activiteit",
        "openVoor": "iedereen", "aanmelden": "contact",
    }  # fmt: skip
    answer = await client.put(f"{URL}/{made['id']}", json=least, headers=versioned(editor, 2))
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert (body["versie"], body["slug"]) == (3, made["slug"])
    for field in ("locatie", "werkgebied", "kosten", "niveau"):
        assert field not in body
    assert (body["momenten"], body["contact"], body["talen"]) == ([], {}, [])
    [_, _, row] = await history(database, made["id"])
    assert row.handeling == "gewijzigd"
    assert row.wijzigingen["titel"] == ["Koffie in de buurt", "Alleen dit"]
    assert row.wijzigingen["kosten"] == ["gratis", None]
    assert "samenvatting" in row.wijzigingen
    assert "id" not in row.wijzigingen


async def test_sending_the_same_again_changes_nothing(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    answer = await client.put(
        f"{URL}/{made['id']}", json=aanbod_body(), headers=versioned(editor, made["versie"])
    )
    assert (answer.status_code, answer.json()) == (200, made)
    assert [row.handeling for row in await history(database, made["id"])] == [
        "aangemaakt",
        "publiceren",
    ]


async def test_a_change_needs_the_version_it_is_about(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await create_aanbod(client, editor, await make_organisatie(database))
    address = f"{URL}/{made['id']}"
    step = {"handeling": "publiceren"}
    for method, path, body in (
        ("PUT", address, aanbod_body()),
        ("DELETE", address, None),
        ("POST", f"{address}/stappen", step),
    ):
        without = await client.request(method, path, json=body, headers=editor)
        assert without.status_code == 428, method
        stale = await client.request(method, path, json=body, headers=versioned(editor, 9))
        assert stale.status_code == 412, method
    assert (await client.get(address, headers=editor)).json() == made


async def test_a_stranger_hears_that_it_is_not_theirs_before_anything_about_versions(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    made = await create_aanbod(client, await log_in_as(database, eigenaar=key), key)
    stranger = await log_in_as(database, eigenaar=await make_organisatie(database))
    address = f"{URL}/{made['id']}"
    for versie in (1, 9):
        headers = versioned(stranger, versie)
        for answer in (
            await client.put(address, json=aanbod_body(), headers=headers),
            await client.delete(address, headers=headers),
            await client.post(
                f"{address}/stappen", json={"handeling": "indienen"}, headers=headers
            ),
        ):
            assert answer.status_code == 403
            assert "organisatie" in answer.json()["detail"]


async def test_published_content_stays_complete(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    body = aanbod_body(samenvatting=" ", ambities=[], soort=None, openVoor=None, aanmelden=None)
    answer = await client.put(f"{URL}/{made['id']}", json=body, headers=versioned(editor, 2))
    assert answer.status_code == 400
    assert {fault["veld"] for fault in answer.json()["fouten"]} == {
        "samenvatting", "ambities", "soort", "openVoor", "aanmelden",
    }  # fmt: skip
    assert answer.json()["fouten"][0]["melding"] == "Vul dit in voordat het op de kaart komt."


async def test_klopt_nog_moves_the_date_and_nothing_else(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    editor, member = (
        await log_in_as(database, "redactie"),
        await log_in_as(database, medebewerker=key),
    )
    made = await publish(client, editor, key)

    def long_ago(aanbod: Any) -> None:
        aanbod.bevestigd_op = aanbod.bevestigd_op.replace(year=2020)

    await set_aanbod(database, made["id"], long_ago)
    stale = (await client.get(f"{URL}/{made['id']}")).json()
    assert stale["gecontroleerd"] == "niet-recent"
    answer = await client.post(f"{URL}/{made['id']}/bevestigingen", headers=member)
    assert answer.status_code == 200
    fresh = answer.json()
    assert fresh["gecontroleerd"] == "recent"
    assert fresh["bevestigdOp"] > stale["bevestigdOp"]
    changed = {name for name in fresh if fresh[name] != stale[name]}
    assert changed == {"bevestigdOp", "gecontroleerd", "zekerheid"}
    async with database.transaction() as session:
        rows = (await session.scalars(select(Bevestiging).order_by(col(Bevestiging.op)))).all()
    assert [row.wijze for row in rows] == ["ingelogd", "ingelogd"]
    assert rows[-1].account_id == await account_of(database, member)
    assert [row.handeling for row in await history(database, made["id"])][-1] == "bevestigd"


async def test_removing_takes_the_document_and_the_search_row_and_leaves_the_history(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    editor = await log_in_as(database, "redactie")
    owner, helper = (
        await log_in_as(database, eigenaar=key),
        await log_in_as(database, medebewerker=key),
    )
    made = await publish(client, editor, key, sluitingen=[{"van": "2027-01-01"}])
    refused = await client.delete(f"{URL}/{made['id']}", headers=versioned(helper, 2))
    assert refused.status_code == 403
    assert "eigenaar" in refused.json()["detail"]
    answer = await client.delete(f"{URL}/{made['id']}", headers=versioned(owner, 2))
    assert (answer.status_code, answer.content) == (204, b"")
    for address in (f"{URL}/{made['id']}", f"{URL}/{made['slug']}"):
        assert (await client.get(address, headers=editor)).status_code == 404
    assert (await client.get("/api/v1/zoeken")).json()["totaal"] == 0
    again = await client.delete(f"{URL}/{made['id']}", headers=versioned(owner, 2))
    assert again.status_code == 404
    async with database.transaction() as session:
        for table in ("aanbod", "aanbod_document", "aanbod_term", "aanbod_wijk", "moment",
                      "sluiting", "bevestiging", "zoek_rij"):  # fmt: skip
            assert await session.scalar(text(f"SELECT count(*) FROM {table}")) == 0, table
        outbox = text("SELECT count(*) FROM outbox WHERE subject_id = :key")
        assert await session.scalar(outbox, {"key": UUID(made["id"])}) == 3
    assert [row.handeling for row in await history(database, made["id"])] == [
        "aangemaakt",
        "publiceren",
        "verwijderd",
    ]


async def test_two_listings_with_one_title_get_different_addresses(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    key = await make_organisatie(database)
    slugs = [(await create_aanbod(client, editor, key))["slug"] for _ in range(3)]
    assert slugs == ["koffie-in-de-buurt", "koffie-in-de-buurt-2", "koffie-in-de-buurt-3"]
