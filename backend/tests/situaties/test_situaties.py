"""Situations: read by everybody, written by the redactie, never lost."""

import httpx
import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.situaties.models import Situatie
from sociale_kaart.situaties.rules import faults_in
from sociale_kaart.situaties.seed import load_situaties, seed_situaties
from sociale_kaart.taxonomie.reference import load_reference
from tests.people import log_in_as, situatie_body

pytestmark = pytest.mark.anyio

URL = "/api/v1/situaties"


async def test_everybody_reads_what_the_redactie_wrote(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await client.post(URL, json=situatie_body("rouw-in-de-buurt"), headers=editor)
    assert made.status_code == 201, made.text
    assert made.headers["Location"] == f"{URL}/rouw-in-de-buurt"
    found = (await client.get(f"{URL}/rouw-in-de-buurt")).json()
    assert found["onderdelen"][0]["vraag"]["thema"] == ["rouw"]
    listed = (await client.get(URL)).json()["resultaten"]
    assert {"slug", "titel", "samenvatting"} == set(listed[0])
    assert "rouw-in-de-buurt" in [one["slug"] for one in listed]


async def test_what_is_kept_for_later_is_for_the_redactie_only(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    body = situatie_body("voor-later", zichtbaar=False)
    assert (await client.post(URL, json=body, headers=editor)).status_code == 201
    assert (await client.get(f"{URL}/voor-later")).status_code == 404
    assert (await client.get(f"{URL}/voor-later", headers=editor)).status_code == 200
    listed = (await client.get(URL)).json()["resultaten"]
    assert "voor-later" not in [one["slug"] for one in listed]


async def test_every_fault_is_told_at_once_and_nothing_changes(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    parts = [
        {"titel": "Praten", "vraag": {"thema": ["rauw"], "vorm": ["kring"]}},
        {"titel": "Niets", "vraag": {}},
    ]
    body = situatie_body("met-fouten", onderdelen=parts)
    answer = await client.post(URL, json=body, headers=editor)
    assert answer.status_code == 400
    assert {fault["veld"] for fault in answer.json()["fouten"]} == {
        "onderdelen.0.vraag.thema",
        "onderdelen.0.vraag.vorm",
        "onderdelen.1.vraag",
    }
    assert (await client.get(f"{URL}/met-fouten")).status_code == 404


async def test_two_editors_do_not_write_over_each_other(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await client.post(URL, json=situatie_body("twee"), headers=editor)
    both = {**editor, "If-Match": made.headers["ETag"]}
    first = await client.put(f"{URL}/twee", json=situatie_body(titel="Eerst"), headers=both)
    assert first.status_code == 200
    assert first.json()["versie"] == 2
    second = await client.put(f"{URL}/twee", json=situatie_body(titel="Toen"), headers=both)
    assert second.status_code in {409, 412}
    assert (await client.get(f"{URL}/twee")).json()["titel"] == "Eerst"
    again = await client.post(URL, json=situatie_body("twee"), headers=editor)
    assert again.status_code == 409


async def test_the_first_situations_hold_and_come_once(database: Database) -> None:
    async with database.transaction() as session:
        vocabulary = (await load_reference(session)).vocabulary
    for slug, invoer in seed_situaties():
        assert faults_in(invoer, vocabulary) == [], slug
    async with database.transaction() as session:
        await load_situaties(session)
    async with database.transaction() as session:
        changed = await session.get(Situatie, "geldzorgen")
        assert changed is not None
        changed.titel = "Zorgen over geld"
    async with database.transaction() as session:
        await load_situaties(session)
    async with database.transaction() as session:
        kept = await session.get(Situatie, "geldzorgen")
        assert kept is not None
        assert kept.titel == "Zorgen over geld"
