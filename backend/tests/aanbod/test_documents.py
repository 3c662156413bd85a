"""The stored documents: each one true, complete, and without what has to stay secret."""

from datetime import timedelta
from typing import Any

import httpx
import orjson
import pytest
from sqlalchemy import text
from sqlmodel import select

from sociale_kaart.aanbod.documents import document_of
from sociale_kaart.aanbod.models import AanbodDocument, Sluiting
from sociale_kaart.aanbod.queries import select_whole_aanbod
from sociale_kaart.aanbod.schemas import AanbodUit
from sociale_kaart.cli.demo import demo_rows
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from sociale_kaart.core.outbox import OutboxRij, touch
from sociale_kaart.core.versions import version_etag
from sociale_kaart.opendata.importer import Importer
from tests.factories import aanbod_row, import_rows, organisatie_row
from tests.people import aanbod_body, log_in_as, make_organisatie, publish

pytestmark = pytest.mark.anyio

SECRET = {
    "naam": "Opvang Noord",
    "straat": "Verborgenstraat 12",
    "postcode": "8031 XY",
    "plaats": "Zwolle",
    "lat": 52.5271234,
    "lon": 6.0841234,
    "geheim": True,
}
TRACES = ("Verborgen", "8031", "52.527", "6.084", "BU0193")


async def test_every_document_of_the_demo_is_true_and_as_the_contract_says(
    database: Database,
) -> None:
    report = await Importer(database, "demo").run(demo_rows())
    assert not report.faults
    day = today()
    async with database.transaction() as session:
        documents = {row.id: row for row in await session.scalars(select(AanbodDocument))}
        listings = (await session.scalars(select_whole_aanbod(documents))).all()
        total = await session.scalar(text("SELECT count(*) FROM aanbod"))
        visible = await session.scalar(text("SELECT count(*) FROM zoek_rij"))
    assert len(documents) == len(listings) == total >= 150
    statuses = set()
    for aanbod in listings:
        stored = documents[aanbod.id]
        body = stored.inhoud.encode()
        assert orjson.dumps(document_of(aanbod, day)) == body
        parsed = AanbodUit.model_validate_json(body)
        assert (
            orjson.loads(parsed.model_dump_json(by_alias=True, exclude_none=True)).keys()
            == orjson.loads(body).keys()
        )
        assert b":null" not in body
        assert stored.etag == version_etag(aanbod.versie, body)
        assert (stored.slug, stored.organisatie_id) == (aanbod.slug, aanbod.organisatie_id)
        assert stored.zichtbaar == (aanbod.status == "gepubliceerd")
        assert stored.openbaar == (aanbod.status in {"gepubliceerd", "gestopt"})
        statuses.add(aanbod.status)
    assert {"gepubliceerd", "concept"} <= statuses
    assert visible == sum(row.zichtbaar for row in documents.values())


async def _everything_public(client: httpx.AsyncClient, aanbod: dict[str, Any]) -> str:
    """All that a visitor can ask for in which this listing may show itself."""
    paths = [
        f"/aanbod/{aanbod['id']}",
        f"/aanbod/{aanbod['slug']}",
        f"/aanbod/{aanbod['id']}/momenten",
        "/aanbod",
        "/aanbod?wijk=holtenbroek",
        "/locaties",
        "/locaties?wijk=holtenbroek",
        "/zoeken",
        "/zoeken?q=koffie&wijk=holtenbroek",
        "/zoeken?bij=52.527,6.084&sort=afstand",
        "/suggesties?q=koffie",
        f"/organisaties/{aanbod['organisatie']['id']}",
    ]
    answers = [await client.get(f"/api/v1{path}") for path in paths]
    assert {answer.status_code for answer in answers} == {200}
    places = answers[5].json()["resultaten"]
    answers += [await client.get(f"/api/v1/locaties/{place['id']}") for place in places]
    return "\n".join(answer.text for answer in answers)


async def test_a_secret_address_is_nowhere_to_be_found(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    key = await make_organisatie(database)
    made = await publish(client, editor, key, locatie=SECRET, werkgebied=None)
    assert made["locatie"] == {"naam": "Opvang Noord", "wijk": "WK019330"}
    public = await _everything_public(client, made)
    for trace in TRACES:
        assert trace not in public, trace
    async with database.transaction() as session:
        rows = [row._asdict() for row in await session.execute(text("SELECT * FROM zoek_rij"))]
        rows += [
            row._asdict() for row in await session.execute(text("SELECT * FROM aanbod_document"))
        ]
    stored = str([{k: v for k, v in row.items() if k not in ("id", "etag")} for row in rows])
    for trace in TRACES:
        assert trace not in stored, trace
    assert (rows[0]["lat"], rows[0]["lon"]) == (None, None)
    found = (await client.get("/api/v1/zoeken?bij=52.527,6.084&straal=1")).json()
    assert found["totaal"] == 0
    assert (await client.get("/api/v1/zoeken?wijk=holtenbroek")).json()["totaal"] == 1
    assert (await client.get("/api/v1/zoeken?q=Verborgenstraat")).json()["totaal"] == 0


async def test_an_address_that_becomes_secret_disappears_everywhere(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    key = await make_organisatie(database)
    open_place = {**SECRET, "geheim": False}
    made = await publish(client, editor, key, locatie=open_place, werkgebied=None)
    place = (await client.get("/api/v1/locaties")).json()["resultaten"][0]
    assert place["straat"] == SECRET["straat"]
    answer = await client.put(
        f"/api/v1/aanbod/{made['id']}",
        json=aanbod_body(locatie=SECRET, werkgebied=None),
        headers={**editor, "If-Match": '"2"'},
    )
    assert answer.status_code == 200
    public = await _everything_public(client, made)
    for trace in TRACES:
        assert trace not in public, trace
    assert (await client.get(f"/api/v1/locaties/{place['id']}")).status_code == 404


async def test_a_shared_place_is_listed_once_and_as_long_as_somebody_uses_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    key = await make_organisatie(database)
    first, second = await publish(client, editor, key), await publish(client, editor, key)
    for aanbod, left in ((first, 1), (second, 0)):
        assert len((await client.get("/api/v1/locaties")).json()["resultaten"]) == 1
        await client.delete(f"/api/v1/aanbod/{aanbod['id']}", headers={**editor, "If-Match": '"2"'})
        assert len((await client.get("/api/v1/locaties")).json()["resultaten"]) == left


async def test_a_change_of_any_part_writes_the_document_and_one_outbox_row(
    database: Database,
) -> None:
    await import_rows(database, aanbod_row())
    async with database.transaction() as session:
        await session.execute(text("DELETE FROM outbox"))
        [document] = await session.scalars(select(AanbodDocument))
        before, key = document.inhoud, document.id
        session.add(Sluiting(aanbod_id=key, van=today(), tot=today() + timedelta(weeks=8)))
    async with database.transaction() as session:
        [document] = await session.scalars(
            select(AanbodDocument).execution_options(populate_existing=True)
        )
        rows = (await session.scalars(select(OutboxRij))).all()
    assert document.inhoud != before
    assert orjson.loads(document.inhoud)["komende"] == []
    assert [(row.soort, row.subject_id) for row in rows if row.soort == "aanbod"] == [
        ("aanbod", key)
    ]


async def test_a_transaction_that_fails_leaves_no_document_and_no_outbox_row(
    database: Database,
) -> None:
    await import_rows(database, aanbod_row())
    async with database.transaction() as session:
        before = await session.scalar(text("SELECT count(*) FROM outbox"))
        [document] = await session.scalars(select(AanbodDocument))
        key = document.id

    async def fail() -> None:
        async with database.transaction() as session:
            session.add(Sluiting(aanbod_id=key, van=today()))
            await session.flush()
            raise RuntimeError("halverwege")

    with pytest.raises(RuntimeError, match="halverwege"):
        await fail()
    async with database.transaction() as session:
        assert await session.scalar(text("SELECT count(*) FROM outbox")) == before
        assert await session.scalar(text("SELECT count(*) FROM sluiting")) == 0


async def test_writing_a_document_anew_without_a_change_gives_the_same_etag(
    database: Database,
) -> None:
    await import_rows(database, aanbod_row(), aanbod_row(externId="a-2", titel="Thee"))
    tags = []
    for _ in range(2):
        async with database.transaction() as session:
            rows = (
                await session.scalars(
                    select(AanbodDocument)
                    .order_by(AanbodDocument.slug)
                    .execution_options(populate_existing=True)
                )
            ).all()
            tags.append([row.etag for row in rows])
            touch(session.sync_session, [("aanbod", row.id) for row in rows])
    assert tags[0] == tags[1]


async def test_what_is_unknown_is_left_out_of_a_document(database: Database) -> None:
    least = {
        "externId": "a-1",
        "organisatie": organisatie_row(),
        "titel": "Alleen een naam",
        "status": "concept",
    }
    await import_rows(database, least)
    async with database.transaction() as session:
        [document] = await session.scalars(select(AanbodDocument))
    body = orjson.loads(document.inhoud)
    assert set(body) == {
        "id", "slug", "status", "titel", "bron", "externId", "versie", "intervalMaanden",
        "ambities", "doelen", "themas", "doelgroepen", "vormen", "talen", "toegankelijkheid",
        "organisatie", "momenten", "komende", "sluitingen", "contact", "zekerheid", "gewijzigdOp",
    }  # fmt: skip
    assert body["contact"] == {}
    assert body["zekerheid"] == {"geheel": 0}
