"""Writing a listing over the API: kept as typed, two writers, and handing it in."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlmodel import select

from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie
from sociale_kaart.core.db import Database
from sociale_kaart.organisaties.models import Organisatie
from tests.people import (
    Headers,
    aanbod_body,
    create_aanbod,
    log_in_as,
    make_organisatie,
    publish,
    set_aanbod,
    step,
)

pytestmark = pytest.mark.anyio


class Writer:
    """Somebody who writes one listing, with the versions that their page knows."""

    def __init__(self, client: httpx.AsyncClient, headers: Headers, aanbod_id: str) -> None:
        self._client = client
        self._headers = headers
        self._address = f"/api/v1/aanbod/{aanbod_id}/bewerking"
        self.now: dict[str, Any] = {}

    async def look(self) -> dict[str, Any]:
        answer = await self._client.get(self._address, headers=self._headers)
        assert answer.status_code == 200, answer.text
        self.now = answer.json()
        return self.now

    async def send(self, inhoud: dict[str, Any], basis: int | None = None) -> httpx.Response:
        body = {"inhoud": inhoud, "basisVersie": basis or self.now["basisVersie"]}
        return self._learn(
            await self._client.put(self._address, json=body, headers=self._versioned())
        )

    async def write(self, **changes: Any) -> dict[str, Any]:
        """Keeps what stood there with these changes."""
        answer = await self.send({**self.now["inhoud"], **changes})
        assert answer.status_code == 200, answer.text
        return self.now

    async def discard(self) -> httpx.Response:
        return self._learn(await self._client.delete(self._address, headers=self._versioned()))

    async def hand_in(self) -> httpx.Response:
        return await self._client.post(f"{self._address}/indieningen", headers=self._versioned())

    async def preview(self) -> dict[str, Any]:
        answer = await self._client.get(f"{self._address}/voorbeeld", headers=self._headers)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def _versioned(self) -> Headers:
        return {**self._headers, "If-Match": f'"{self.now["versie"]}"'}

    def _learn(self, answer: httpx.Response) -> httpx.Response:
        if answer.status_code == 200:
            self.now = answer.json()
        return answer


@pytest.fixture
async def organisatie(database: Database) -> UUID:
    return await make_organisatie(database)


@pytest.fixture
async def editor(database: Database) -> Headers:
    return await log_in_as(database, "redactie")


async def writer_of(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, made: dict[str, Any]
) -> Writer:
    writer = Writer(client, await log_in_as(database, medebewerker=organisatie), made["id"])
    await writer.look()
    return writer


async def live(client: httpx.AsyncClient, editor: Headers, made: dict[str, Any]) -> dict[str, Any]:
    return dict((await client.get(f"/api/v1/aanbod/{made['id']}", headers=editor)).json())


async def trust(database: Database, aanbod_id: str) -> None:
    async with database.transaction() as session:
        aanbod = await session.get(Aanbod, UUID(aanbod_id))
        assert aanbod is not None
        owner = await session.get(Organisatie, aanbod.organisatie_id)
        assert owner is not None
        owner.vertrouwd = True


async def test_what_is_typed_comes_back_as_it_was_with_all_that_is_wrong(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await create_aanbod(client, editor, organisatie)
    writer = await writer_of(client, database, organisatie, made)
    assert (writer.now["versie"], writer.now["gewijzigd"]) == (0, False)
    typed = {
        "titel": " K",
        "samenvatting": "Aanvang is om twee uur. ",
        "soort": "feest",
        "contact": {"telefoon": "bel maar"},
        "ambities": [],
    }
    answer = await writer.send(typed)
    assert answer.status_code == 200, answer.text
    now = await writer.look()
    assert now["inhoud"] == typed
    assert (now["versie"], now["gewijzigd"], now["eigen"]) == (1, True, True)
    assert {fault["veld"] for fault in now["fouten"]} == {"titel", "soort", "contact.telefoon"}
    assert [fault["veld"] for fault in now["ontbreekt"]] == ["ambities", "openVoor", "aanmelden"]
    assert [tip["woord"] for tip in now["tips"]] == ["Aanvang"]
    # Nobody but its writers sees any of it.
    assert (await live(client, editor, made))["titel"] == "Koffie in de buurt"


@pytest.mark.parametrize(
    ("inhoud", "veld"),
    [
        ({"kleur": "blauw", "titel": "Koffie"}, "kleur"),
        ({"contact": {"fax": "038"}}, "contact.fax"),
        ({"status": "gepubliceerd"}, "status"),
        ({"titel": "a\u0000b"}, "titel"),
    ],
)
async def test_what_no_page_of_ours_sends_is_refused_and_changes_nothing(
    client: httpx.AsyncClient,
    database: Database,
    organisatie: UUID,
    editor: Headers,
    inhoud: dict[str, Any],
    veld: str,
) -> None:
    writer = await writer_of(
        client, database, organisatie, await create_aanbod(client, editor, organisatie)
    )
    answer = await writer.send(inhoud)
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == [veld]
    assert (await writer.look())["versie"] == 0


async def test_half_a_sign_and_a_number_that_is_none_are_refused_too(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await create_aanbod(client, editor, organisatie)
    headers = await log_in_as(database, medebewerker=organisatie)
    for typed in (rb'"titel": "\ud800"', b'"niveau": NaN', b'"\\ud800": 1'):
        answer = await client.put(
            f"/api/v1/aanbod/{made['id']}/bewerking",
            content=b'{"basisVersie": 1, "inhoud": {' + typed + b"}}",
            headers={**headers, "If-Match": '"0"', "Content-Type": "application/json"},
        )
        assert answer.status_code == 400, answer.text


async def test_a_document_that_nobody_could_type_is_too_large(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    writer = await writer_of(
        client, database, organisatie, await create_aanbod(client, editor, organisatie)
    )
    # Too long for the field is a fault, and kept.
    assert (await writer.send({"beschrijving": "x" * 150_000})).status_code == 200
    assert writer.now["fouten"][0]["veld"] == "beschrijving"
    assert (await writer.send({"beschrijving": "x" * 250_000})).status_code == 413


async def test_the_second_of_two_writers_gets_what_the_first_kept(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await create_aanbod(client, editor, organisatie)
    first = await writer_of(client, database, organisatie, made)
    second = await writer_of(client, database, organisatie, made)
    await first.write(titel="Thee")
    answer = await second.send({**second.now["inhoud"], "titel": "Soep"})
    assert answer.status_code == 412
    nu = answer.json()["nu"]
    assert (nu["inhoud"]["titel"], nu["versie"], nu["eigen"]) == ("Thee", 1, False)
    second.now = nu
    assert (await second.write(titel="Soep en thee"))["versie"] == 2


async def test_discarding_can_be_undone_and_a_version_never_comes_back(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await create_aanbod(client, editor, organisatie)
    writer = await writer_of(client, database, organisatie, made)
    late = await writer_of(client, database, organisatie, made)
    kept = await writer.write(titel="Thee")
    assert (await writer.discard()).json()["inhoud"]["titel"] == "Koffie in de buurt"
    assert (writer.now["versie"], writer.now["gewijzigd"]) == (2, False)
    assert "bewaardOp" not in writer.now
    late.now = kept
    assert (await late.discard()).status_code == 412
    assert (await writer.write(**kept["inhoud"]))["gewijzigd"] is True


async def test_a_new_listing_goes_to_the_redactie(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await create_aanbod(client, editor, organisatie, samenvatting=None)
    writer = await writer_of(client, database, organisatie, made)
    assert writer.now["daarna"] == "indienen"
    refused = await writer.hand_in()
    assert refused.status_code == 400
    assert [fault["veld"] for fault in refused.json()["fouten"]] == ["samenvatting"]
    await writer.write(samenvatting="Drink koffie met je buren.", titel="Koffie en thee")
    answer = await writer.hand_in()
    assert answer.json()["uitkomst"] == "ter-beoordeling"
    now = await live(client, editor, made)
    assert (now["status"], now["titel"]) == ("ter-beoordeling", "Koffie en thee")
    # What waits can still be made better.
    await writer.look()
    assert (writer.now["gewijzigd"], writer.now["daarna"]) == (False, "indienen")
    await writer.write(titel="Koffie, thee en taart")
    assert (await writer.hand_in()).json()["uitkomst"] == "ter-beoordeling"
    assert (await live(client, editor, made))["titel"] == "Koffie, thee en taart"


async def test_who_is_trusted_is_on_the_map_at_once(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await create_aanbod(client, editor, organisatie)
    await trust(database, made["id"])
    writer = await writer_of(client, database, organisatie, made)
    assert writer.now["daarna"] == "publiceren"
    assert (await writer.hand_in()).json()["uitkomst"] == "gepubliceerd"
    await writer.look()
    assert writer.now["daarna"] == "opslaan"
    await writer.write(titel="Thee")
    assert (await writer.hand_in()).json()["uitkomst"] == "gepubliceerd"
    assert (await client.get(f"/api/v1/aanbod/{made['id']}")).json()["titel"] == "Thee"
    assert (await writer.look())["gewijzigd"] is False


async def test_a_change_of_who_is_not_trusted_waits_and_is_not_lost_when_refused(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await publish(client, editor, organisatie)
    writer = await writer_of(client, database, organisatie, made)
    assert writer.now["daarna"] == "voorstellen"
    await writer.write(titel="Thee")
    assert (await writer.hand_in()).json()["uitkomst"] == "voorstel"
    assert (await client.get(f"/api/v1/aanbod/{made['id']}")).json()["titel"] == made["titel"]
    now = await writer.look()
    assert (now["voorstel"], now["gewijzigd"]) == (True, False)
    await client.post(
        f"/api/v1/aanbod/{made['id']}/voorstel/besluiten",
        json={"besluit": "afgewezen", "reden": "Wij hebben al thee."},
        headers=editor,
    )
    now = await writer.look()
    assert (now["voorstel"], now["gewijzigd"], now["inhoud"]["titel"]) == (False, True, "Thee")
    await writer.discard()
    assert (await writer.look())["inhoud"]["titel"] == made["titel"]


async def test_a_proposal_that_somebody_sent_otherwise_is_where_writing_starts(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await publish(client, editor, organisatie)
    member = await log_in_as(database, eigenaar=organisatie)
    await client.put(
        f"/api/v1/aanbod/{made['id']}",
        json=aanbod_body(titel="Thee"),
        headers={**member, "If-Match": '"2"'},
    )
    writer = Writer(client, member, made["id"])
    now = await writer.look()
    assert (now["inhoud"]["titel"], now["voorstel"], now["gewijzigd"]) == ("Thee", True, False)


async def test_what_the_redactie_changed_meanwhile_is_chosen_field_by_field(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await publish(client, editor, organisatie)
    await trust(database, made["id"])
    writer = await writer_of(client, database, organisatie, made)
    await writer.write(titel="Thee", meebrengen="Een kopje")
    changed = aanbod_body(titel="Koffie voor iedereen", kosten="tot-5")
    await client.put(
        f"/api/v1/aanbod/{made['id']}", json=changed, headers={**editor, "If-Match": '"2"'}
    )
    refused = await writer.hand_in()
    assert refused.status_code == 409
    assert [fault["veld"] for fault in refused.json()["fouten"]] == ["kosten", "titel"]
    now = await writer.look()
    assert [(each["veld"], each["hier"], each["daar"]) for each in now["verschillen"]] == [
        ("kosten", "gratis", "tot-5"),
        ("titel", "Thee", "Koffie voor iedereen"),
    ]
    # The writer chooses, and says which version that choice was about.
    chosen = {**now["inhoud"], "kosten": "tot-5"}
    assert (await writer.send(chosen, now["aanbodVersie"])).status_code == 200
    assert writer.now["verschillen"] == []
    assert (await writer.hand_in()).status_code == 200
    result = (await client.get(f"/api/v1/aanbod/{made['id']}")).json()
    assert (result["titel"], result["kosten"], result["meebrengen"]) == (
        "Thee", "tot-5", "Een kopje",
    )  # fmt: skip


async def test_a_page_that_was_open_while_the_listing_changed_loses_nothing(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await publish(client, editor, organisatie)
    writer = await writer_of(client, database, organisatie, made)
    await client.put(
        f"/api/v1/aanbod/{made['id']}",
        json=aanbod_body(kosten="tot-5"),
        headers={**editor, "If-Match": '"2"'},
    )
    # What the listing was when the page opened is not known here, so all that differs is shown.
    await writer.write(titel="Thee")
    assert [each["veld"] for each in writer.now["verschillen"]] == ["kosten", "titel"]


async def test_a_version_that_never_was_is_refused(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    writer = await writer_of(
        client, database, organisatie, await create_aanbod(client, editor, organisatie)
    )
    answer = await writer.send({"titel": "Thee"}, basis=10**9)
    assert answer.status_code == 400
    assert answer.json()["fouten"][0]["veld"] == "basisVersie"


async def test_what_stopped_can_be_written_again_and_come_back(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await publish(client, editor, organisatie)
    stopped = await step(client, editor, made, "stoppen")
    writer = await writer_of(client, database, organisatie, stopped)
    await writer.write(titel="Weer koffie")
    assert (await writer.hand_in()).json()["uitkomst"] == "ter-beoordeling"
    async with database.transaction() as session:
        done = (await session.scalars(select(AanbodHistorie.handeling))).all()
    assert done[-3:] == ["gewijzigd", "heropenen", "indienen"]


async def test_the_preview_is_the_page_that_comes_of_it(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await publish(client, editor, organisatie)
    await trust(database, made["id"])
    writer = await writer_of(client, database, organisatie, made)
    await writer.write(
        titel="Thee",
        locatie={"naam": "Elders", "lat": 52.51, "lon": 6.09},
        contact={"telefoon": "bel maar", "naam": "Anna"},
        themas=["geld"],
    )
    shown = await writer.preview()
    assert shown["contact"] == {"naam": "Anna"}
    assert shown["komende"]
    await writer.write(contact={"naam": "Anna"})
    await writer.hand_in()
    published = await live(client, editor, made)
    changing = {"versie", "gewijzigdOp", "momenten", "zekerheid"}
    assert {key: shown[key] for key in shown.keys() - changing} == {
        key: published[key] for key in published.keys() - changing
    }
    assert [each["tekst"] for each in shown["momenten"]] == [
        each["tekst"] for each in published["momenten"]
    ]
    for found in (shown, published):
        found["zekerheid"]["contact"].pop("bevestigdOp")
    assert shown["zekerheid"] == published["zekerheid"]


async def test_a_preview_of_nothing_yet_is_a_page_without_a_title(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await create_aanbod(client, editor, organisatie)
    writer = await writer_of(client, database, organisatie, made)
    await writer.send({})
    shown = await writer.preview()
    assert (shown["titel"], shown["status"]) == ("Nog zonder titel", "gepubliceerd")


async def test_writing_and_looking_change_nothing_that_others_see(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await publish(client, editor, organisatie)
    before = await client.get(f"/api/v1/aanbod/{made['id']}")
    writer = await writer_of(client, database, organisatie, made)
    await writer.write(titel="Thee", locatie={"naam": "Nergens anders"})
    await writer.preview()
    await writer.discard()
    after = await client.get(f"/api/v1/aanbod/{made['id']}")
    assert (after.content, after.headers["etag"]) == (before.content, before.headers["etag"])
    places = (await client.get("/api/v1/locaties")).json()["resultaten"]
    assert [place["naam"] for place in places] == ["De Proef"]


async def test_a_listing_that_is_not_there_cannot_be_written(
    client: httpx.AsyncClient, database: Database, organisatie: UUID
) -> None:
    headers = await log_in_as(database, medebewerker=organisatie)
    address = "/api/v1/aanbod/01900000-0000-7000-8000-000000000000/bewerking"
    assert (await client.get(address, headers=headers)).status_code == 404


async def test_an_answer_is_not_for_caches_that_people_share(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await create_aanbod(client, editor, organisatie)
    for part in ("bewerking", "bewerking/voorbeeld"):
        answer = await client.get(f"/api/v1/aanbod/{made['id']}/{part}", headers=editor)
        assert answer.headers["cache-control"] == "private, no-cache"


async def test_a_stopped_listing_of_a_trusted_owner_is_back_at_once(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await publish(client, editor, organisatie)
    await trust(database, made["id"])

    def stop(aanbod: Aanbod) -> None:
        aanbod.status = "gestopt"

    await set_aanbod(database, made["id"], stop)
    writer = await writer_of(client, database, organisatie, made)
    assert writer.now["daarna"] == "publiceren"
    assert (await writer.hand_in()).json()["uitkomst"] == "gepubliceerd"


async def test_where_it_lies_is_told_while_it_is_written(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    made = await create_aanbod(client, editor, organisatie, locatie=None)
    writer = await writer_of(client, database, organisatie, made)
    assert "plek" not in writer.now
    await writer.write(locatie={"lat": 52.527, "lon": 6.084, "postcode": "83"})
    assert writer.now["plek"] == {"wijk": "WK019330", "opmerkingen": []}
    await writer.write(locatie={"lat": 51.0, "lon": 4.0})
    assert writer.now["plek"] == {"opmerkingen": ["Het punt ligt buiten de gemeente."]}


async def test_who_is_not_known_to_the_redactie_yet_is_told_so(
    client: httpx.AsyncClient, database: Database, organisatie: UUID, editor: Headers
) -> None:
    new = await make_organisatie(database, gecontroleerd_op=None)
    for key, known in ((organisatie, True), (new, False)):
        made = await create_aanbod(client, editor, key)
        writer = await writer_of(client, database, key, made)
        assert writer.now["gecontroleerd"] is known
