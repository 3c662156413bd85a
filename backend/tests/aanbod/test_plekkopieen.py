"""Copies at other places: made at once, following what goes live, and free to say it otherwise."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
import pytest

from sociale_kaart.aanbod.kopieren.carrying import carry_next
from sociale_kaart.core.db import Database
from sociale_kaart.organisaties.models import Organisatie
from tests.people import Headers, aanbod_body, log_in_as, make_organisatie, publish, step

pytestmark = pytest.mark.anyio
URL = "/api/v1/aanbod"
Listing = dict[str, Any]


@dataclass
class Kaart:
    """An organisation that is not trusted, somebody of it, and the redactie."""

    client: httpx.AsyncClient
    database: Database
    organisatie: UUID
    lid: Headers
    redactie: Headers

    async def read(self, key: str) -> Listing:
        return dict((await self.client.get(f"{URL}/{key}", headers=self.lid)).json())

    async def kin(self, key: str) -> Listing:
        answer = await self.client.get(f"{URL}/{key}/plekkopieen", headers=self.lid)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def copy(self, key: str, **where: Any) -> list[str]:
        answer = await self.client.post(f"{URL}/{key}/plekkopieen", json=where, headers=self.lid)
        assert answer.status_code == 201, answer.text
        return [one["id"] for one in answer.json()["resultaten"]]

    async def say(self, key: str, headers: Headers, **said: Any) -> httpx.Response:
        """Changes these fields of what is live."""
        versie = (await self.read(key))["versie"]
        body = aanbod_body(**said)
        headers = {**headers, "If-Match": f'"{versie}"'}
        return await self.client.put(f"{URL}/{key}", json=body, headers=headers)

    async def carry(self) -> None:
        while await carry_next(self.database):
            pass

    async def stand(self, key: str, veld: str) -> str:
        delen = (await self.kin(key))["delen"]
        return str(next(deel["stand"] for deel in delen if deel["veld"] == veld))

    async def queue(self) -> list[Listing]:
        answer = await self.client.get("/api/v1/beoordelingen", headers=self.redactie)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["resultaten"])

    async def waiting(self, key: str) -> Listing:
        answer = await self.client.get(f"{URL}/{key}/beoordeling", headers=self.lid)
        return dict(answer.json())


@pytest.fixture
async def kaart(client: httpx.AsyncClient, database: Database) -> Kaart:
    key = await make_organisatie(database)
    lid = await log_in_as(database, eigenaar=key)
    return Kaart(client, database, key, lid, await log_in_as(database, "redactie"))


async def original(kaart: Kaart) -> str:
    return str((await publish(kaart.client, kaart.redactie, kaart.organisatie))["id"])


async def live_copy(kaart: Kaart, key: str) -> str:
    [copy] = await kaart.copy(key, wijken=["aa-landen"])
    await step(kaart.client, kaart.redactie, await kaart.read(copy), "publiceren")
    return copy


async def test_several_places_at_once_each_with_a_place_of_its_own(kaart: Kaart) -> None:
    key = await original(kaart)
    other = await publish(
        kaart.client, kaart.redactie, kaart.organisatie, locatie={"naam": "De Brug"}
    )
    plekken = (await kaart.kin(key))["plekken"]
    assert [plek["plek"] for plek in plekken] == ["De Brug"]
    copies = await kaart.copy(key, locaties=[plekken[0]["id"]], wijken=["aa-landen", "assendorp"])
    assert len(copies) == 3
    said = [await kaart.read(copy) for copy in copies]
    assert {one["titel"] for one in said} == {"Koffie in de buurt"}
    assert len({one["slug"] for one in said} | {other["slug"]}) == 4
    assert said[0]["locatie"]["naam"] == "De Brug"
    assert [one["momenten"] for one in said] == [[], [], []]
    assert [one["werkgebied"]["stadsbreed"] for one in said[1:]] == [False, False]
    assert [one["id"] for one in (await kaart.kin(key))["kopieen"]] == copies
    assert (await kaart.kin(copies[1]))["origineel"]["id"] == key
    assert await kaart.stand(copies[1], "titel") == "loopt-mee"
    path = f"/api/v1/organisaties/{kaart.organisatie}/aanbod"
    mine = (await kaart.client.get(path, headers=kaart.lid)).json()["resultaten"]
    assert {one["id"]: (one["kopieen"], one["isKopie"]) for one in mine} == {
        key: (3, False),
        other["id"]: (0, False),
        **dict.fromkeys(copies, (0, True)),
    }


async def test_a_copy_of_a_copy_is_one_more_of_the_original(kaart: Kaart) -> None:
    key = await original(kaart)
    [copy] = await kaart.copy(key, wijken=["aa-landen"])
    [second] = await kaart.copy(copy, wijken=["assendorp"])
    assert (await kaart.kin(second))["origineel"]["id"] == key
    assert (await kaart.kin(copy))["kopieen"] == []


async def test_somebody_elses_place_or_no_place_at_all_is_refused(kaart: Kaart) -> None:
    key = await original(kaart)
    stranger = await make_organisatie(kaart.database)
    theirs = await publish(kaart.client, kaart.redactie, stranger, locatie={"naam": "Elders"})
    place = (await kaart.client.get("/api/v1/locaties")).json()["resultaten"]
    keys = [one["id"] for one in place if one.get("naam") == "Elders"]
    assert keys, theirs
    for body in ({"locaties": keys}, {}, {"wijken": ["atlantis"]}, {"wijken": ["x"] * 21}):
        answer = await kaart.client.post(f"{URL}/{key}/plekkopieen", json=body, headers=kaart.lid)
        assert answer.status_code == 400, body
    assert (await kaart.kin(key))["kopieen"] == []


async def test_a_draft_follows_and_its_history_says_so(kaart: Kaart) -> None:
    key = await original(kaart)
    [copy] = await kaart.copy(key, wijken=["aa-landen"])
    await kaart.say(key, kaart.redactie, titel="Thee", momenten=[{"begin": "2027-01-05"}])
    await kaart.carry()
    said = await kaart.read(copy)
    assert (said["titel"], said["momenten"]) == ("Thee", [])
    rows = await kaart.client.get(f"{URL}/{copy}/historie", headers=kaart.lid)
    newest = rows.json()["resultaten"][0]
    assert (newest["handeling"], newest["wijze"], newest["wie"]) == (
        "meegelopen", "vanzelf", "niemand",
    )  # fmt: skip
    versie = said["versie"]
    await kaart.carry()
    assert (await kaart.read(copy))["versie"] == versie


async def test_what_waits_is_not_carried_until_it_is_live(kaart: Kaart) -> None:
    key = await original(kaart)
    [copy] = await kaart.copy(key, wijken=["aa-landen"])
    assert (await kaart.say(key, kaart.lid, titel="Thee")).status_code == 202
    await kaart.carry()
    assert (await kaart.read(copy))["titel"] == "Koffie in de buurt"
    await agree(kaart, key)
    await kaart.carry()
    assert (await kaart.read(copy))["titel"] == "Thee"


async def agree(kaart: Kaart, key: str, besluit: str = "goedgekeurd") -> None:
    body = {"besluit": besluit, "reden": None if besluit == "goedgekeurd" else "Wat kost het?"}
    path = f"{URL}/{key}/voorstel/besluiten"
    answer = await kaart.client.post(path, json=body, headers=kaart.redactie)
    assert answer.status_code == 200, answer.text


async def test_a_live_copy_gets_a_proposal_and_changes_when_the_redactie_agrees(
    kaart: Kaart,
) -> None:
    key = await original(kaart)
    copy = await live_copy(kaart, key)
    await kaart.say(key, kaart.redactie, titel="Thee")
    await kaart.carry()
    assert (await kaart.read(copy))["titel"] == "Koffie in de buurt"
    assert (await kaart.waiting(copy))["voorstel"]["titel"] == "Thee"
    assert await kaart.stand(copy, "titel") == "loopt-mee"
    # A second change goes into what waits.
    await kaart.say(key, kaart.redactie, titel="Cacao", meebrengen="Een kopje")
    await kaart.carry()
    await agree(kaart, copy)
    said = await kaart.read(copy)
    assert (said["titel"], said["meebrengen"]) == ("Cacao", "Een kopje")
    assert await kaart.stand(copy, "titel") == "loopt-mee"


async def test_what_is_agreed_to_once_may_be_agreed_to_for_the_copies_together(
    kaart: Kaart,
) -> None:
    key = await original(kaart)
    copies = [await live_copy(kaart, key), await live_copy(kaart, key)]
    await kaart.say(key, kaart.redactie, titel="Thee", samenvatting="Elke week thee.")
    await kaart.carry()
    rows = await kaart.queue()
    assert {row["aanbod"]["id"] for row in rows} == set(copies)
    for row in rows:
        assert row["samenGoedTeKeuren"] is True
        assert row["meegelopen"]["geheel"] is True
        assert row["meegelopen"]["origineel"]["id"] == key
    answer = await kaart.client.post(
        "/api/v1/beoordelingen/goedkeuringen",
        json={
            "wijzigingen": [
                {"aanbodId": row["aanbod"]["id"], "ingediendOp": row["sinds"]} for row in rows
            ]
        },
        headers=kaart.redactie,
    )
    assert [one["goedgekeurd"] for one in answer.json()["resultaten"]] == [True, True]
    assert {(await kaart.read(copy))["titel"] for copy in copies} == {"Thee"}


async def test_what_a_copy_says_of_its_own_is_read_apart(kaart: Kaart) -> None:
    key = await original(kaart)
    copy = await live_copy(kaart, key)
    own = {"locatie": None, "werkgebied": ["aa-landen"], "momenten": []}
    await kaart.say(copy, kaart.lid, samenvatting="Sap uit de buurt.", **own)
    [row] = await kaart.queue()
    assert "meegelopen" not in row
    await kaart.say(key, kaart.redactie, titel="Thee")
    await kaart.carry()
    [row] = await kaart.queue()
    assert (row["samenGoedTeKeuren"], row["meegelopen"]["geheel"]) == (False, False)
    together = {"aanbodId": copy, "ingediendOp": row["sinds"]}
    answer = await kaart.client.post(
        "/api/v1/beoordelingen/goedkeuringen",
        json={"wijzigingen": [together]},
        headers=kaart.redactie,
    )
    assert answer.json()["resultaten"][0]["goedgekeurd"] is False
    # What its original stops saying on the map nobody has agreed to any more.
    await step(kaart.client, kaart.redactie, await kaart.read(key), "stoppen")
    [row] = await kaart.queue()
    assert "meegelopen" not in row


async def test_of_a_trusted_organisation_it_is_live_at_once(kaart: Kaart) -> None:
    key = await original(kaart)
    copy = await live_copy(kaart, key)
    async with kaart.database.transaction() as session:
        organisatie = await session.get(Organisatie, kaart.organisatie)
        assert organisatie is not None
        organisatie.vertrouwd = True
    await kaart.say(key, kaart.lid, titel="Thee")
    await kaart.carry()
    assert (await kaart.read(copy))["titel"] == "Thee"


async def test_what_the_owner_of_a_copy_had_waiting_is_kept_and_the_clash_is_shown(
    kaart: Kaart,
) -> None:
    key = await original(kaart)
    copy = await live_copy(kaart, key)
    own = {"locatie": None, "werkgebied": ["aa-landen"], "momenten": []}
    mine = await kaart.say(copy, kaart.lid, titel="Sap", niveau=2, **own)
    assert mine.status_code == 202
    await kaart.say(key, kaart.redactie, titel="Thee", meebrengen="Een kopje")
    await kaart.carry()
    waits = (await kaart.waiting(copy))["voorstel"]
    assert (waits["titel"], waits["niveau"], waits["meebrengen"]) == ("Sap", 2, "Een kopje")
    assert "locatie" not in waits
    [deel] = [deel for deel in (await kaart.kin(copy))["delen"] if deel["veld"] == "titel"]
    assert deel["stand"] == "wijkt-af"
    assert "".join(part["tekst"] for part in deel["verschillen"][0]["stukken"]) == "TheeSap"
    # Its owner may go on with it: nobody else's proposal stands in the way.
    assert (await kaart.say(copy, kaart.lid, titel="Sap", **own)).status_code == 202


async def test_a_question_of_the_redactie_is_answered_first(kaart: Kaart) -> None:
    key = await original(kaart)
    copy = await live_copy(kaart, key)
    own = {"locatie": None, "werkgebied": ["aa-landen"], "momenten": []}
    await kaart.say(copy, kaart.lid, niveau=2, **own)
    await agree(kaart, copy, "teruggestuurd")
    await kaart.say(key, kaart.redactie, titel="Thee")
    await kaart.carry()
    assert (await kaart.waiting(copy))["voorstel"]["niveau"] == 2
    assert (await kaart.kin(copy))["wacht"] is True
    await kaart.say(copy, kaart.lid, niveau=3, **own)
    await kaart.carry()
    waits = (await kaart.waiting(copy))["voorstel"]
    assert (waits["titel"], waits["niveau"]) == ("Thee", 3)
    assert (await kaart.kin(copy))["wacht"] is False


async def test_what_somebody_is_writing_does_not_undo_what_came_along(kaart: Kaart) -> None:
    key = await original(kaart)
    copy = await live_copy(kaart, key)
    path = f"{URL}/{copy}/bewerking"
    now = (await kaart.client.get(path, headers=kaart.lid)).json()
    kept = await kaart.client.put(
        path,
        json={
            "inhoud": {**now["inhoud"], "samenvatting": "Half geschreven"},
            "basisVersie": now["basisVersie"],
        },
        headers={**kaart.lid, "If-Match": '"0"'},
    )
    assert kept.status_code == 200, kept.text
    await kaart.say(key, kaart.redactie, titel="Thee", samenvatting="Anders.")
    await kaart.carry()
    now = (await kaart.client.get(path, headers=kaart.lid)).json()
    assert (now["inhoud"]["titel"], now["inhoud"]["samenvatting"]) == ("Thee", "Half geschreven")
    assert now["versie"] == 2


async def test_a_part_can_run_along_again_and_a_copy_can_be_set_free(kaart: Kaart) -> None:
    key = await original(kaart)
    [copy] = await kaart.copy(key, wijken=["aa-landen"])
    own = {"locatie": None, "werkgebied": ["aa-landen"], "momenten": []}
    await kaart.say(copy, kaart.lid, titel="Sap", **own)
    await kaart.say(key, kaart.redactie, titel="Thee")
    await kaart.carry()
    said = await kaart.read(copy)
    assert said["titel"] == "Sap"
    for veld, status in (("momenten", 400), ("titel", 200)):
        answer = await kaart.client.post(
            f"{URL}/{copy}/hervattingen",
            json={"veld": veld},
            headers={**kaart.lid, "If-Match": f'"{said["versie"]}"'},
        )
        assert answer.status_code == status, answer.text
    assert (await kaart.read(copy))["titel"] == "Thee"
    await kaart.say(key, kaart.redactie, titel="Cacao")
    await kaart.carry()
    assert (await kaart.read(copy))["titel"] == "Cacao"
    path = f"{URL}/{copy}/losmakingen"
    assert (await kaart.client.post(path, headers=kaart.lid)).status_code == 204
    assert (await kaart.client.post(path, headers=kaart.lid)).status_code == 409
    await kaart.say(key, kaart.redactie, titel="Melk")
    await kaart.carry()
    assert (await kaart.read(copy))["titel"] == "Cacao"


async def test_a_copy_outlives_its_original(kaart: Kaart) -> None:
    key = await original(kaart)
    copy = await live_copy(kaart, key)
    before = await kaart.read(copy)
    await step(kaart.client, kaart.redactie, await kaart.read(key), "stoppen")
    await kaart.carry()
    assert await kaart.read(copy) == before
    gone = await kaart.client.delete(
        f"{URL}/{key}",
        headers={**kaart.redactie, "If-Match": f'"{(await kaart.read(key))["versie"]}"'},
    )
    assert gone.status_code == 204, gone.text
    assert await kaart.read(copy) == before
    assert "origineel" not in await kaart.kin(copy)
