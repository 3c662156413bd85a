"""A copy says what the other one says, and has done nothing of what that one did."""

import httpx
import pytest

from sociale_kaart.aanbod.kopieren.service import title_of_copy
from sociale_kaart.core.db import Database
from tests.beelden.pictures import picture, written
from tests.people import create_aanbod, log_in_as, make_organisatie, publish

pytestmark = pytest.mark.anyio

FULL = {
    "titel": "Koffie op dinsdag",
    "beschrijving": "Koffie en een praatje.",
    "momenten": [
        {"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "10:00", "behalve": ["2026-12-29"]},
        {"begin": "2026-12-24", "toelichting": "Met kerstkrans"},
    ],
    "sluitingen": [{"van": "2027-07-12", "tot": "2027-08-20", "reden": "Zomer"}],
    "contact": {"telefoon": "038 000 11 01"},
    "opAfspraak": False,
    "intervalMaanden": 3,
}
# What is of the one and not of the other.
OWN = {
    "id",
    "slug",
    "titel",
    "status",
    "versie",
    "gewijzigdOp",
    "bevestigdOp",
    "zekerheid",
    "gecontroleerd",
}


def told(aanbod: dict[str, object]) -> dict[str, object]:
    said = {key: value for key, value in aanbod.items() if key not in OWN}
    momenten = said["momenten"]
    assert isinstance(momenten, list)
    said["momenten"] = [{**moment, "id": None} for moment in momenten]
    return said


async def test_a_copy_is_a_draft_with_all_but_what_was_done(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    member = await log_in_as(database, medebewerker=key)
    sent = await client.post(
        "/api/v1/beelden",
        params={"organisatie": str(key)},
        content=written(picture()),
        headers=member,
    )
    beeld = {"id": sent.json()["id"], "alt": "Een volle tafel"}
    editor = await log_in_as(database, "redactie")
    live = await publish(client, editor, key, **FULL, beeld=beeld)
    answer = await client.post(f"/api/v1/aanbod/{live['id']}/kopieen", headers=member)
    assert answer.status_code == 201, answer.text
    copy = answer.json()
    assert answer.headers["Location"] == f"/api/v1/aanbod/{copy['id']}"
    assert told(copy) == told(live)
    assert copy["titel"] == "Koffie op dinsdag (kopie)"
    assert (copy["status"], copy["versie"]) == ("concept", 1)
    assert "bevestigdOp" not in copy
    assert copy["slug"] != live["slug"]
    assert copy["momenten"][0]["id"] != live["momenten"][0]["id"]
    still = (await client.get(f"/api/v1/aanbod/{live['id']}")).json()
    assert still == live
    historie = await client.get(f"/api/v1/aanbod/{copy['id']}/historie", headers=member)
    assert [row["handeling"] for row in historie.json()["resultaten"]] == ["aangemaakt"]


async def test_a_copy_can_be_made_of_what_is_hardly_written_and_of_a_copy(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=key)
    first = await create_aanbod(client, member, key, titel="Iets")
    for _ in range(2):
        answer = await client.post(f"/api/v1/aanbod/{first['id']}/kopieen", headers=member)
        assert answer.status_code == 201, answer.text
        first = answer.json()
        assert first["titel"] == "Iets (kopie)"


async def test_of_what_is_not_there_no_copy_can_be_made(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await log_in_as(database)
    address = "/api/v1/aanbod/018f0000-0000-7000-8000-000000000000/kopieen"
    assert (await client.post(address, headers=member)).status_code == 404


def test_a_long_title_still_fits() -> None:
    assert len(title_of_copy("x" * 200)) == 200
    assert title_of_copy("Soep (kopie)") == "Soep (kopie)"
