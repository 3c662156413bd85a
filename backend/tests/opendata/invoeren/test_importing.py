"""From a file to listings on the map and back, as somebody of an organisation does it."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import delete
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.db import Database
from sociale_kaart.core.logboek import LogRegel
from sociale_kaart.organisaties.models import Lidmaatschap, Organisatie
from tests.beelden.pictures import picture, written
from tests.opendata.invoeren.importing import ask, done, faults, row, rows_of, sent, work
from tests.opendata.reading import history, listings
from tests.people import Headers, aanbod_body, log_in_as, make_organisatie, publish, set_aanbod

pytestmark = pytest.mark.anyio

NONE = {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 0, "fout": 0, "elders": 0}


@pytest.fixture
async def owner(database: Database) -> UUID:
    return await make_organisatie(database)


@pytest.fixture
async def member(database: Database, owner: UUID) -> Headers:
    return await log_in_as(database, medebewerker=owner)


@pytest.fixture
async def trusted(database: Database, owner: UUID) -> None:
    async with database.transaction() as session:
        organisatie = await session.get(Organisatie, owner)
        assert organisatie is not None
        organisatie.vertrouwd = True


async def run(
    client: httpx.AsyncClient, database: Database, headers: Headers, owner: UUID, *rows: Any
) -> dict[str, Any]:
    invoer_id = await sent(client, headers, owner, *rows)
    return await done(client, database, headers, invoer_id, "nakijken", "uitvoeren")


async def test_looking_changes_nothing_and_running_does_what_was_shown(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    invoer_id = await sent(client, member, owner, row(1), row(2, "Soep", Ambities=""))
    seen = await done(client, database, member, invoer_id, "nakijken")
    assert (seen["stand"], seen["rijen"], seen["nagekeken"]) == ("nagekeken", 2, 2)
    assert seen["tellingen"] == {**NONE, "nieuw": 2}
    assert await listings(database) == {}
    first, second = await rows_of(client, member, invoer_id)
    assert (first["uitkomst"], first["status"], first["wacht"]) == (
        "nieuw",
        "ter-beoordeling",
        True,
    )
    assert (second["status"], second["wacht"]) == ("concept", False)
    assert second["opmerkingen"] == ["Blijft een concept. Vul nog in: ambities."]

    ran = await done(client, database, member, invoer_id, "uitvoeren")
    assert (ran["stand"], ran["gedaan"], ran["wachtend"]) == ("klaar", 2, 1)
    made = await listings(database)
    assert {titel: one.status for titel, one in made.items()} == {
        "Koffie op dinsdag": "ter-beoordeling",
        "Soep": "concept",
    }
    koffie = made["Koffie op dinsdag"]
    assert koffie.momenten[0].rrule == "FREQ=WEEKLY;BYDAY=TU"
    assert {term.code for term in koffie.termen if term.lijst == "doelgroep"} == {
        "ouderen",
        "jongeren",
    }
    assert koffie.contact_telefoon == "038 000 12 34"


@pytest.mark.usefixtures("trusted")
async def test_what_a_trusted_organisation_brings_in_is_on_the_map_at_once(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    ran = await run(client, database, member, owner, row(1))
    assert ran["wachtend"] == 0
    listed = await client.get("/api/v1/aanbod", params={"organisatie": str(owner)})
    assert [one["titel"] for one in listed.json()["resultaten"]] == ["Koffie op dinsdag"]


@pytest.mark.usefixtures("trusted")
async def test_the_same_file_again_changes_nothing_and_a_changed_one_only_what_differs(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    await run(client, database, member, owner, row(1), row(2, "Soep"))
    again = await run(client, database, member, owner, row(1), row(2, "Soep"))
    assert again["tellingen"] == {**NONE, "ongewijzigd": 2}
    invoer_id = await sent(
        client, member, owner, row(1, "Thee", Voor_wie="Ouderen"), row(2, "Soep")
    )
    seen = await done(client, database, member, invoer_id, "nakijken")
    assert seen["tellingen"] == {**NONE, "gewijzigd": 1, "ongewijzigd": 1}
    changed, _ = await rows_of(client, member, invoer_id)
    assert changed["wijzigingen"] == [
        {"veld": "titel", "van": "Koffie op dinsdag", "naar": "Thee"},
        {"veld": "doelgroepen", "van": "Ouderen, Jongeren (12 tot 27 jaar)", "naar": "Ouderen"},
    ]
    await done(client, database, member, invoer_id, "uitvoeren")
    assert set(await listings(database)) == {"Thee", "Soep"}


async def test_a_change_of_what_is_on_the_map_waits_for_the_redactie(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, owner)
    ran = await run(client, database, member, owner, row(made["id"], "Een andere titel"))
    assert (ran["tellingen"]["gewijzigd"], ran["wachtend"]) == (1, 1)
    assert set(await listings(database)) == {"Koffie in de buurt"}
    again = await sent(client, member, owner, row(made["id"], "Een andere titel"))
    assert (await done(client, database, member, again, "nakijken"))["tellingen"] == {
        **NONE,
        "ongewijzigd": 1,
    }
    other = await sent(client, member, owner, row(made["id"], "Weer iets anders"))
    await done(client, database, member, other, "nakijken")
    [refused] = await rows_of(client, member, other)
    assert faults(refused) == [
        "rij: Er wacht al een wijziging op de redactie. Wacht op het antwoord."
    ]


async def test_what_the_file_has_no_column_for_stays_as_it_is(
    client: httpx.AsyncClient, database: Database, owner: UUID
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(
        client,
        editor,
        owner,
        meebrengen="Een mok",
        locatie={"naam": "De Proef", "postcode": "8031 ZX", "lat": 52.527, "lon": 6.084},
    )
    await run(client, database, editor, owner, row(made["id"], "Thee", Tel="", Postcode="8031zx"))
    thee = (await listings(database))["Thee"]
    assert (thee.meebrengen, thee.contact_email) == ("Een mok", "anna@example.org")
    assert (thee.contact_telefoon, thee.locatie.lat) == (None, 52.527)
    await run(client, database, editor, owner, row(made["id"], "Thee", Postcode="8011 AB"))
    moved = (await listings(database))["Thee"]
    assert (moved.locatie.postcode, moved.locatie.lat) == ("8011 AB", None)


async def test_a_picture_stays_through_an_import_and_its_undoing(
    client: httpx.AsyncClient, database: Database, owner: UUID
) -> None:
    editor = await log_in_as(database, "redactie")
    photo = await client.post(
        "/api/v1/beelden",
        params={"organisatie": str(owner)},
        content=written(picture()),
        headers={**editor, "Content-Type": "image/jpeg"},
    )
    assert photo.status_code == 201, photo.text
    beeld = {"id": photo.json()["id"], "alt": "Mensen aan de koffie"}
    made = await publish(client, editor, owner, beeld=beeld)
    invoer_id = await sent(client, editor, owner, row(made["id"], "Thee"))
    for step, titel in (("uitvoeren", "Thee"), ("terugdraaien", "Koffie in de buurt")):
        await done(client, database, editor, invoer_id, *(["nakijken"] * (titel == "Thee")), step)
        [now] = (await listings(database)).values()
        assert (now.titel, now.beeld_alt) == (titel, "Mensen aan de koffie")
    async with database.transaction() as session:
        lines = await session.scalars(select(LogRegel).where(col(LogRegel.onderwerp) == "invoer"))
        assert [line.handeling for line in lines] == ["uitvoeren", "terugdraaien"]


async def test_each_row_that_is_wrong_says_everything_and_stops_no_other(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    invoer_id = await sent(
        client,
        member,
        owner,
        row(1),
        row(2, "", Starttijd="tien uur", Tel="bel maar"),
        row(3, "=1+1"),
        row(4, "Feest", Dag="", Datum="12-03-2024"),
        row(1, "Dubbel"),
        row(6, "Kaarten", Soort="Kaartclub", Voor_wie="Ouderen; katten"),
        [*row(7, "Te breed"), "en nog iets"],
        row("", "Zonder nummer"),
    )
    seen = await done(client, database, member, invoer_id, "nakijken")
    assert seen["tellingen"] == {**NONE, "nieuw": 1, "fout": 7}
    rijen = await rows_of(client, member, invoer_id, toon="fouten")
    found = {rij["nummer"]: faults(rij) for rij in rijen}
    assert found[3] == [
        "Naam activiteit: Dit veld is verplicht.",
        "Tel: Dit moet een telefoonnummer zijn, zoals 038 000 12 34.",
        "Starttijd: Dit moet een tijd zijn, zoals 09:30.",
    ]
    assert found[4] == ["Naam activiteit: Hier staat een formule. Zet er de uitkomst neer."]
    assert found[5] == [
        "momenten: Dit is voorbij sinds 12 maart 2024. Vul een nieuwe datum in, of laat de rij weg."
    ]
    assert found[6] == ["Nr: Dit staat ook al in rij 2."]
    assert found[7] == ["Voor wie: 'katten' bestaat niet.", "Soort: 'Kaartclub' bestaat niet."]
    assert found[8] == ["rij: Deze rij heeft meer cellen dan er kolommen zijn."]
    assert found[9] == ["Nr: Dit veld is verplicht."]
    ran = await done(client, database, member, invoer_id, "uitvoeren")
    assert (ran["gedaan"], set(await listings(database))) == (1, {"Koffie op dinsdag"})


async def test_what_is_of_another_organisation_is_left_alone(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    other = await make_organisatie(database, naam="De Ander")
    editor = await log_in_as(database, "redactie")
    theirs = await publish(client, editor, other)
    theirs_too = await publish(client, editor, other, titel="Ook van hen")

    def brought_in(aanbod: Aanbod) -> None:
        aanbod.bron, aanbod.extern_id = "samen", "7"

    await set_aanbod(database, theirs_too["id"], brought_in)
    invoer_id = await sent(
        client, member, owner, row(theirs["id"], "Gekaapt"), row("7", "Mijn zevende")
    )
    seen = await done(client, database, member, invoer_id, "nakijken", "uitvoeren")
    # Another source may use the same numbers; they are not the same listings.
    assert seen["tellingen"] == {**NONE, "nieuw": 1, "elders": 1}
    after = await listings(database)
    assert {titel: one.organisatie_id for titel, one in after.items()} == {
        "Koffie in de buurt": other,
        "Ook van hen": other,
        "Mijn zevende": owner,
    }


async def test_what_changed_since_somebody_looked_is_not_overwritten(
    client: httpx.AsyncClient, database: Database, owner: UUID
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, owner)
    invoer_id = await sent(client, editor, owner, row(made["id"], "Uit het bestand"))
    await done(client, database, editor, invoer_id, "nakijken")
    answer = await client.put(
        f"/api/v1/aanbod/{made['id']}",
        json=aanbod_body(titel="Met de hand"),
        headers={**editor, "If-Match": f'"{made["versie"]}"'},
    )
    assert answer.status_code == 200
    ran = await done(client, database, editor, invoer_id, "uitvoeren")
    assert ran["tellingen"] == {**NONE, "fout": 1}
    assert set(await listings(database)) == {"Met de hand"}
    [refused] = await rows_of(client, editor, invoer_id)
    assert faults(refused) == ["rij: Dit is veranderd sinds je keek. Stuur deze rij nog een keer."]


@pytest.mark.usefixtures("trusted")
async def test_undoing_takes_back_all_but_what_somebody_changed_after(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    await run(client, database, member, owner, row(1), row(2, "Soep"))
    changed = [row(1, "Thee"), row(2, "Bouillon"), row(3, "Nieuw"), row(4, "Ook nieuw")]
    invoer_id = await sent(client, member, owner, *changed)
    await done(client, database, member, invoer_id, "nakijken", "uitvoeren")
    touched = (await listings(database))["Bouillon"]
    answer = await client.put(
        f"/api/v1/aanbod/{touched.id}",
        json=aanbod_body(titel="Met de hand"),
        headers={**member, "If-Match": f'"{touched.versie}"'},
    )
    assert answer.status_code == 200
    back = await done(client, database, member, invoer_id, "terugdraaien")
    assert back["stand"] == "teruggedraaid"
    assert back["teruggedraaid"] == {"verwijderd": 2, "hersteld": 1, "gebleven": 1}
    assert set(await listings(database)) == {"Koffie op dinsdag", "Met de hand"}
    [kept] = await rows_of(client, member, invoer_id, toon="gebleven")
    assert (kept["titel"], kept["terugReden"]) == (
        "Bouillon",
        "Iemand heeft dit daarna veranderd.",
    )
    undone = [changes for handeling, changes in await history(database)
              if handeling == "invoer-teruggedraaid"]  # fmt: skip
    assert undone == [
        {"titel": ["Ook nieuw", None]},
        {"titel": ["Nieuw", None]},
        {"titel": ["Thee", "Koffie op dinsdag"]},
    ]


async def test_undoing_takes_a_change_back_that_still_waits(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, owner)
    invoer_id = await sent(client, member, owner, row(made["id"], "Een andere titel"))
    steps = ("nakijken", "uitvoeren", "terugdraaien")
    back = await done(client, database, member, invoer_id, *steps)
    assert back["teruggedraaid"] == {"verwijderd": 0, "hersteld": 1, "gebleven": 0}
    own = await client.get(f"/api/v1/organisaties/{owner}/aanbod", headers=member)
    assert [one["voorstel"] for one in own.json()["resultaten"]] == [False]


async def test_what_stopped_by_a_file_goes_back_on_the_map(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, owner)
    stop = await client.post(
        f"/api/v1/organisaties/{owner}/invoeren",
        params={"bestandsnaam": "stop.csv"},
        content=f"id;titel;status\n{made['id']};Koffie in de buurt;Gestopt\n".encode(),
        headers=member,
    )
    invoer_id = stop.json()["id"]
    await done(client, database, member, invoer_id, "nakijken", "uitvoeren")
    assert (await listings(database))["Koffie in de buurt"].status == "gestopt"
    await done(client, database, member, invoer_id, "terugdraaien")
    assert (await listings(database))["Koffie in de buurt"].status == "gepubliceerd"


async def test_without_a_column_of_numbers_a_title_is_the_key(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    async def bring_in(text: str) -> dict[str, Any]:
        answer = await client.post(
            f"/api/v1/organisaties/{owner}/invoeren",
            params={"bestandsnaam": "lijst.csv"},
            content=text.encode(),
            headers=member,
        )
        return await done(client, database, member, answer.json()["id"], "nakijken", "uitvoeren")

    assert (await bring_in("titel;tel\nSoep;038 000 11 11\n"))["tellingen"]["nieuw"] == 1
    again = await bring_in("titel;tel\nsoep;038 000 22 22\nSoep;038 000 33 33\n")
    assert again["tellingen"] == {**NONE, "gewijzigd": 1, "fout": 1}
    assert [one.contact_telefoon for one in (await listings(database)).values()] == [
        "038 000 22 22"
    ]


async def test_steps_come_in_their_order(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    invoer_id = await sent(client, member, owner, row(1))
    for early in ("uitvoeren", "terugdraaien"):
        assert (await ask(client, member, invoer_id, early)).status_code == 409
    ran = await done(client, database, member, invoer_id, "nakijken", "uitvoeren")
    assert (await ask(client, member, invoer_id, "nakijken")).status_code == 409
    koppeling = {"kolommen": [None] * 14}
    address = f"/api/v1/invoeren/{invoer_id}/koppeling"
    newest = {**member, "If-Match": f'"{ran["versie"]}"'}
    assert (await client.put(address, json=koppeling, headers=newest)).status_code == 409
    assert (await client.put(address, json=koppeling, headers=member)).status_code == 428


async def test_who_left_the_organisation_brings_nothing_in_any_more(
    client: httpx.AsyncClient, database: Database, owner: UUID, member: Headers
) -> None:
    invoer_id = await sent(client, member, owner, row(1))
    await done(client, database, member, invoer_id, "nakijken")
    await ask(client, member, invoer_id, "uitvoeren")
    async with database.transaction() as session:
        await session.execute(delete(Lidmaatschap))
    await work(database)
    assert await listings(database) == {}
    assert (await ask(client, member, invoer_id, "terugdraaien")).status_code == 403
