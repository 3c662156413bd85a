"""Sending a picture, showing it, letting a listing refer to it, and its end."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlmodel import select

from sociale_kaart.aanbod.pictures import forget_loose_pictures
from sociale_kaart.beelden.models import Beeld
from sociale_kaart.beelden.service import MAX_BYTES
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from tests.beelden.pictures import from_a_telephone, opened, picture, written
from tests.people import Headers, aanbod_body, create_aanbod, log_in_as, make_organisatie, publish

pytestmark = pytest.mark.anyio

URL = "/api/v1/beelden"
NONE = "01920000-0000-7000-8000-000000000000"
ALT = "Vier mensen drinken koffie"


async def send(
    client: httpx.AsyncClient, headers: Headers, organisatie: UUID, content: Any
) -> httpx.Response:
    return await client.post(
        URL,
        params={"organisatie": str(organisatie)},
        content=content,
        # What it calls itself is of no interest.
        headers={**headers, "Content-Type": "text/html"},
    )


async def sent(
    client: httpx.AsyncClient, headers: Headers, organisatie: UUID, width: int = 1000
) -> dict[str, Any]:
    answer = await send(client, headers, organisatie, written(picture(width, width // 2)))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


@pytest.fixture
async def organisatie(database: Database) -> UUID:
    return await make_organisatie(database)


@pytest.fixture
async def member(database: Database, organisatie: UUID) -> Headers:
    return await log_in_as(database, medebewerker=organisatie)


async def test_a_picture_that_was_sent_is_there_for_everybody_in_each_width(
    client: httpx.AsyncClient, member: Headers, organisatie: UUID
) -> None:
    answer = await send(client, member, organisatie, from_a_telephone())
    assert answer.status_code == 201, answer.text
    beeld = answer.json()
    assert (beeld["breedte"], beeld["hoogte"]) == (600, 800)
    assert beeld["breedtes"] == [480, 600]
    assert answer.headers["Location"] == f"{URL}/{beeld['id']}/600"
    for width in beeld["breedtes"]:
        shown = await client.get(f"{URL}/{beeld['id']}/{width}")
        assert shown.status_code == 200
        assert shown.headers["Content-Type"] == "image/webp"
        assert shown.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert shown.headers["X-Content-Type-Options"] == "nosniff"
        assert shown.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert opened(shown.content).width == width
        tag = {"If-None-Match": shown.headers["ETag"]}
        assert (await client.get(f"{URL}/{beeld['id']}/{width}", headers=tag)).status_code == 304


@pytest.mark.parametrize(
    "address", [f"{NONE}/480", f"{NONE}/0480", f"{NONE}/99999999999", f"{NONE}/x"]
)
async def test_what_is_not_there_is_not_found(client: httpx.AsyncClient, address: str) -> None:
    assert (await client.get(f"{URL}/{address}")).status_code == 404


@pytest.mark.parametrize("address", ["geen-id/480", "0/480"])
async def test_what_cannot_be_there_is_a_bad_question(
    client: httpx.AsyncClient, address: str
) -> None:
    assert (await client.get(f"{URL}/{address}")).status_code == 400


async def test_what_is_no_photo_is_refused_and_leaves_nothing(
    client: httpx.AsyncClient, database: Database, member: Headers, organisatie: UUID
) -> None:
    answer = await send(client, member, organisatie, b"<script>alert(1)</script>")
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    (fault,) = answer.json()["fouten"]
    assert fault["veld"] == "inhoud"
    assert "JPEG, PNG of WebP" in fault["melding"]
    async with database.transaction() as session:
        assert (await session.scalars(select(Beeld))).all() == []


async def test_a_photo_of_50_mb_is_refused_before_it_has_come_in(
    client: httpx.AsyncClient, member: Headers, organisatie: UUID
) -> None:
    told = await send(client, member, organisatie, bytes(50_000_000))
    assert told.status_code == 413
    assert "10 MB" in told.json()["detail"]
    given = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal given
        for _ in range(500):
            given += 100_000
            yield bytes(100_000)

    untold = await send(client, member, organisatie, endless())
    assert untold.status_code == 413
    assert "10 MB" in untold.json()["detail"]
    assert given <= MAX_BYTES + 200_000


async def test_who_may_not_send_is_refused_whatever_they_send(
    client: httpx.AsyncClient, database: Database, organisatie: UUID
) -> None:
    nobody: Headers = {}
    stranger = await log_in_as(database, eigenaar=await make_organisatie(database))
    assert (await send(client, nobody, organisatie, b"niets")).status_code == 401
    assert (await send(client, stranger, organisatie, b"niets")).status_code == 403
    assert (await send(client, stranger, uuid4(), b"niets")).status_code == 404


async def test_an_organisation_sends_no_more_than_anybody_needs_on_a_day(
    client: httpx.AsyncClient, database: Database, member: Headers, organisatie: UUID
) -> None:
    async with database.transaction() as session:
        session.add_all(
            Beeld(organisatie_id=organisatie, breedte=300, hoogte=300) for _ in range(100)
        )
    answer = await send(client, member, organisatie, written(picture()))
    assert answer.status_code == 429
    assert "morgen" in answer.json()["detail"]


async def test_a_listing_shows_its_picture_with_words_and_size_and_remembers_it(
    client: httpx.AsyncClient, database: Database, member: Headers, organisatie: UUID
) -> None:
    beeld = await sent(client, member, organisatie)
    given = {"id": beeld["id"], "alt": ALT}
    made = await create_aanbod(client, member, organisatie, beeld=given)
    assert made["beeld"] == {**given, "breedte": 1000, "hoogte": 500, "breedtes": [480, 960, 1000]}
    read = await client.get(f"/api/v1/aanbod/{made['id']}", headers=member)
    assert read.json()["beeld"] == made["beeld"]
    changed = await client.put(
        f"/api/v1/aanbod/{made['id']}",
        json=aanbod_body(beeld={**given, "alt": "Vier mensen drinken thee"}),
        headers={**member, "If-Match": '"1"'},
    )
    assert changed.json()["beeld"]["alt"] == "Vier mensen drinken thee"
    without = await client.put(
        f"/api/v1/aanbod/{made['id']}",
        json=aanbod_body(),
        headers={**member, "If-Match": '"2"'},
    )
    assert "beeld" not in without.json()


async def test_somebody_elses_picture_or_none_at_all_cannot_be_shown(
    client: httpx.AsyncClient, database: Database, member: Headers, organisatie: UUID
) -> None:
    other = await make_organisatie(database)
    theirs = await sent(client, await log_in_as(database, eigenaar=other), other)
    for key in (theirs["id"], str(uuid4())):
        body = aanbod_body(organisatie=str(organisatie), beeld={"id": key, "alt": ALT})
        answer = await client.post("/api/v1/aanbod", json=body, headers=member)
        assert answer.status_code == 400
        assert [fault["veld"] for fault in answer.json()["fouten"]] == ["beeld.id"]


async def test_a_proposal_with_somebody_elses_picture_is_refused_at_once(
    client: httpx.AsyncClient, database: Database, member: Headers, organisatie: UUID
) -> None:
    live = await publish(client, await log_in_as(database, "redactie"), organisatie)
    answer = await client.put(
        f"/api/v1/aanbod/{live['id']}",
        json=aanbod_body(beeld={"id": str(uuid4()), "alt": ALT}),
        headers={**member, "If-Match": f'"{live["versie"]}"'},
    )
    assert answer.status_code == 400


@pytest.mark.parametrize("alt", ["", "Koffie", "IMG_2041 rond de tafel", "groepsfoto zaal.jpg"])
async def test_the_words_say_what_is_to_be_seen(
    client: httpx.AsyncClient, member: Headers, organisatie: UUID, alt: str
) -> None:
    body = aanbod_body(organisatie=str(organisatie), beeld={"id": str(uuid4()), "alt": alt})
    answer = await client.post("/api/v1/aanbod", json=body, headers=member)
    assert answer.status_code == 400
    assert "beeld.alt" in [fault["veld"] for fault in answer.json()["fouten"]]


async def test_a_picture_goes_a_week_after_nothing_refers_to_it_any_more(
    client: httpx.AsyncClient, database: Database, member: Headers, organisatie: UUID
) -> None:
    shown, proposed, written_in, loose = [
        await sent(client, member, organisatie, 500 + at) for at in range(4)
    ]
    editor = await log_in_as(database, "redactie")
    live = await publish(client, editor, organisatie, beeld={"id": shown["id"], "alt": ALT})
    proposal = aanbod_body(beeld={"id": proposed["id"], "alt": ALT})
    waiting = await client.put(
        f"/api/v1/aanbod/{live['id']}",
        json=proposal,
        headers={**member, "If-Match": f'"{live["versie"]}"'},
    )
    assert waiting.status_code == 202
    draft = await create_aanbod(client, member, organisatie)
    bewerking = f"/api/v1/aanbod/{draft['id']}/bewerking"
    tag = (await client.get(bewerking, headers=member)).headers["ETag"]
    half = {"inhoud": {"beeld": {"id": written_in["id"]}}, "basisVersie": 1}
    kept = await client.put(bewerking, json=half, headers={**member, "If-Match": tag})
    assert kept.status_code == 200, kept.text

    async def night(later: int) -> int:
        async with database.transaction() as session:
            return await forget_loose_pictures(session, today() + timedelta(days=later))

    async def there(beeld: dict[str, Any]) -> bool:
        answer = await client.get(f"{URL}/{beeld['id']}/{beeld['breedte']}")
        return answer.status_code == 200

    assert await night(0) == 0
    assert await night(6) == 0
    assert await night(7) == 1
    assert [await there(each) for each in (shown, proposed, written_in, loose)] == [
        True,
        True,
        True,
        False,
    ]
    assert await night(100) == 0


async def test_a_picture_that_is_used_again_stays(
    client: httpx.AsyncClient, database: Database, member: Headers, organisatie: UUID
) -> None:
    beeld = await sent(client, member, organisatie)
    async with database.transaction() as session:
        await forget_loose_pictures(session, today())
    await create_aanbod(client, member, organisatie, beeld={"id": beeld["id"], "alt": ALT})
    async with database.transaction() as session:
        assert await forget_loose_pictures(session, today() + timedelta(days=7)) == 0
        kept = await session.get(Beeld, UUID(beeld["id"]))
        assert kept is not None
        assert kept.los_sinds is None
