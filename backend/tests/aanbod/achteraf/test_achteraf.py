"""What trusted organisations change is live at once, and the redactie looks afterwards."""

from typing import Any

import httpx
import pytest
from sqlmodel import col, select

from sociale_kaart.aanbod.achteraf.models import Nakijkpunt
from sociale_kaart.aanbod.achteraf.rules import changes_since
from sociale_kaart.core.db import Database
from sociale_kaart.core.logboek import LogRegel
from tests.aanbod.beoordelen.deciding import Desk, open_desk
from tests.people import Headers, aanbod_body, create_aanbod, log_in_as, make_organisatie

pytestmark = pytest.mark.anyio

URL = "/api/v1/nakijkpunten"
AANBOD = "/api/v1/aanbod"
ORGANISATIES = "/api/v1/organisaties"
HOLTENBROEK, AA_LANDEN = "WK019330", "WK019331"


@pytest.fixture
async def desk(client: httpx.AsyncClient, database: Database) -> Desk:
    return await open_desk(client, database, vertrouwd=True)


async def waiting(desk: Desk, headers: Headers | None = None, **query: Any) -> dict[str, Any]:
    answer = await desk.client.get(URL, params=query, headers=headers or desk.redactie)
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "private, no-cache"
    return dict(answer.json())


async def change(desk: Desk, aanbod: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The listing after a change by a medebewerker, live at once."""
    answer = await desk.propose(aanbod, **changes)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def tick(desk: Desk, *points: dict[str, Any], headers: Headers | None = None) -> list[Any]:
    punten = [
        {
            "onderwerp": "aanbod" if "aanbod" in point else "organisatie",
            "id": (point.get("aanbod") or point["organisatie"])["id"],
            "versie": point["versie"],
        }
        for point in points
    ]
    answer = await desk.client.post(
        f"{URL}/afvinkingen", json={"punten": punten}, headers=headers or desk.redactie
    )
    assert answer.status_code == 200, answer.text
    return list(answer.json()["resultaten"])


async def turn_back(
    desk: Desk, point: dict[str, Any], headers: Headers | None = None, **changes: Any
) -> httpx.Response:
    where = (
        f"{AANBOD}/{point['aanbod']['id']}"
        if "aanbod" in point
        else f"{ORGANISATIES}/{point['organisatie']['id']}"
    )
    body = {"versie": point["versie"], "reden": "Dit adres klopt niet.", **changes}
    return await desk.client.post(
        f"{where}/nakijkpunt/terugdraaiingen", json=body, headers=headers or desk.redactie
    )


async def change_organisatie(desk: Desk, **changes: Any) -> httpx.Response:
    address = f"{ORGANISATIES}/{desk.organisatie}"
    now = (await desk.client.get(address, headers=desk.redactie)).json()
    body = {"naam": now["naam"], "categorie": now["categorie"], **changes}
    return await desk.client.put(
        address, json=body, headers={**desk.eigenaar, "If-Match": f'"{now["versie"]}"'}
    )


async def test_what_a_trusted_organisation_changes_is_live_and_waits_to_be_seen(desk: Desk) -> None:
    live = await desk.live()
    assert await waiting(desk) == {"resultaten": [], "totaal": 0}
    await change(desk, live, titel="Thee in de buurt", kosten="tot-5")
    shown = (await desk.client.get(f"{AANBOD}/{live['id']}")).json()
    assert shown["titel"] == "Thee in de buurt"
    found = await waiting(desk)
    assert found["totaal"] == 1
    [point] = found["resultaten"]
    assert (point["soort"], point["versie"]) == ("wijziging", shown["versie"])
    assert [verschil["veld"] for verschil in point["verschillen"]] == ["titel", "kosten"]


async def test_several_changes_are_one_thing_to_look_at_since_it_was_seen_last(desk: Desk) -> None:
    live = await desk.live()
    second = await change(desk, live, titel="Thee")
    await change(desk, second, titel="Cacao", kosten="tot-5")
    [point] = (await waiting(desk))["resultaten"]
    titel, kosten = point["verschillen"]
    assert "".join(s["tekst"] for s in titel["stukken"] if s["soort"] == "erbij") == "Cacao"
    assert titel["stukken"][0]["tekst"].startswith("Koffie")
    assert kosten["veld"] == "kosten"
    assert [one["gezien"] for one in await tick(desk, point)] == [True]
    assert (await waiting(desk))["totaal"] == 0


async def test_what_changed_since_it_was_looked_at_stays_on_the_list(desk: Desk) -> None:
    live = await desk.live()
    other = await desk.live(titel="Soep")
    second = await change(desk, live, titel="Thee")
    await change(desk, other, titel="Bouillon")
    points = (await waiting(desk))["resultaten"]
    await change(desk, second, titel="Cacao")
    outcomes = {one["id"]: one for one in await tick(desk, *points)}
    assert outcomes[other["id"]]["gezien"]
    assert not outcomes[live["id"]]["gezien"]
    assert "Bekijk het opnieuw" in outcomes[live["id"]]["melding"]
    assert [p["aanbod"]["titel"] for p in (await waiting(desk))["resultaten"]] == ["Cacao"]
    # Who ticked it off before is not asked again.
    again = await tick(desk, *points)
    assert "een collega je voor" in next(o["melding"] for o in again if o["id"] == other["id"])


async def test_turning_back_puts_the_earlier_text_back_and_mails_why(desk: Desk) -> None:
    live = await desk.live()
    second = await change(desk, live, titel="Thee")
    await change(desk, second, contact={"email": "elders@example.org"}, titel="Thee")
    [point] = (await waiting(desk))["resultaten"]
    answer = await turn_back(desk, point)
    assert answer.status_code == 200, answer.text
    assert answer.json() == {"uitkomst": "teruggedraaid"}
    shown = (await desk.client.get(f"{AANBOD}/{live['id']}")).json()
    assert (shown["titel"], shown["contact"]) == (live["titel"], live["contact"])
    [mail] = await desk.mails()
    assert mail.aan == await desk.address_of(desk.medebewerker)
    assert "teruggedraaid" in mail.inhoud["onderwerp"]
    assert "Dit adres klopt niet." in mail.inhoud["alineas"]
    stand = await desk.stand(live)
    assert stand["laatsteBesluit"]["besluit"] == "afgewezen"
    assert stand["laatsteBesluit"]["reden"] == "Dit adres klopt niet."
    assert (await waiting(desk))["totaal"] == 0


async def test_what_the_redactie_said_afterwards_goes_when_the_organisation_goes_on(
    desk: Desk,
) -> None:
    live = await desk.live()
    await change(desk, live, titel="Thee")
    [point] = (await waiting(desk))["resultaten"]
    await turn_back(desk, point)
    shown = (await desk.client.get(f"{AANBOD}/{live['id']}")).json()
    await change(desk, shown, titel="Koffie en thee")
    assert "laatsteBesluit" not in await desk.stand(live)


async def test_a_new_listing_goes_off_the_map_and_stays_a_draft(desk: Desk) -> None:
    draft = await create_aanbod(desk.client, desk.medebewerker, desk.organisatie, titel="Soep")
    assert (await desk.step(draft, "publiceren", desk.medebewerker)).status_code == 200
    [point] = (await waiting(desk))["resultaten"]
    assert point["soort"] == "nieuw"
    assert "titel" in [verschil["veld"] for verschil in point["verschillen"]]
    answer = await turn_back(desk, point)
    assert answer.json() == {"uitkomst": "van-de-kaart"}
    assert (await desk.client.get(f"{AANBOD}/{draft['id']}")).status_code == 404
    own = await desk.client.get(f"{AANBOD}/{draft['id']}", headers=desk.medebewerker)
    assert (own.json()["status"], own.json()["titel"]) == ("concept", "Soep")
    assert (await desk.stand(draft))["laatsteBesluit"]["besluit"] == "teruggestuurd"
    [mail] = await desk.mails()
    assert "niet meer op de kaart" in mail.inhoud["onderwerp"]


async def test_turning_back_is_about_what_was_seen(desk: Desk) -> None:
    live = await desk.live()
    second = await change(desk, live, titel="Thee")
    [point] = (await waiting(desk))["resultaten"]
    await change(desk, second, titel="Cacao")
    answer = await turn_back(desk, point)
    assert answer.status_code == 412
    assert "Bekijk het opnieuw" in answer.json()["detail"]
    shown = (await desk.client.get(f"{AANBOD}/{live['id']}")).json()
    assert shown["titel"] == "Cacao"
    assert (await turn_back(desk, point, reden=" ")).status_code == 400


async def test_there_is_nothing_to_turn_back_when_it_is_as_it_was(desk: Desk) -> None:
    live = await desk.live()
    second = await change(desk, live, titel="Thee")
    await change(desk, second)
    [point] = (await waiting(desk))["resultaten"]
    assert point["verschillen"] == []
    answer = await turn_back(desk, point)
    assert answer.status_code == 409
    assert "afvinken" in answer.json()["detail"]


async def test_what_the_redactie_changes_itself_needs_no_looking_at(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, desk.redactie, titel="Thee")
    assert (await waiting(desk))["totaal"] == 0


async def test_what_is_decided_beforehand_is_not_looked_at_again(
    client: httpx.AsyncClient, database: Database
) -> None:
    desk = await open_desk(client, database)
    live = await desk.live()
    assert (await desk.propose(live, titel="Thee")).status_code == 202
    await desk.decide(live, "goedgekeurd")
    assert (await waiting(desk))["totaal"] == 0


async def test_what_stopped_is_not_looked_at_and_a_new_start_is_as_a_whole(desk: Desk) -> None:
    live = await desk.live()
    second = await change(desk, live, titel="Thee")
    stopped = (await desk.step(second, "stoppen", desk.medebewerker)).json()
    assert (await waiting(desk))["totaal"] == 0
    concept = (await desk.step(stopped, "heropenen", desk.medebewerker)).json()
    await desk.step(concept, "publiceren", desk.medebewerker)
    [point] = (await waiting(desk))["resultaten"]
    assert point["soort"] == "nieuw"


async def test_a_wijkredacteur_looks_in_own_wijken(desk: Desk) -> None:
    live = await desk.live()
    await change(desk, live, titel="Thee")
    own = await log_in_as(desk.database, "wijkredacteur", wijken=[HOLTENBROEK])
    elsewhere = await log_in_as(desk.database, "wijkredacteur", wijken=[AA_LANDEN])
    await change_organisatie(desk, naam="Anders")
    [point] = (await waiting(desk, own))["resultaten"]
    assert (await waiting(desk, elsewhere))["totaal"] == 0
    [refused] = await tick(desk, point, headers=elsewhere)
    assert not refused["gezien"]
    assert (await turn_back(desk, point, elsewhere)).status_code == 403
    [seen] = await tick(desk, point, headers=own)
    assert seen["gezien"]


async def test_pages_follow_each_other_without_repeating(desk: Desk) -> None:
    for titel in ("Koffie", "Thee", "Soep"):
        await change(desk, await desk.live(titel=titel), titel=f"{titel} voor jou")
    first = await waiting(desk, limit=2)
    second = await waiting(desk, limit=2, cursor=first["volgende"])
    names = [p["aanbod"]["titel"] for page in (first, second) for p in page["resultaten"]]
    assert names == ["Koffie voor jou", "Thee voor jou", "Soep voor jou"]
    assert (first["totaal"], "volgende" in second) == (3, False)
    wrong = await desk.client.get(URL, params={"cursor": "nergens"}, headers=desk.redactie)
    assert wrong.status_code == 400


async def test_a_changed_name_or_website_of_an_organisation_waits_to_be_seen(desk: Desk) -> None:
    assert (await change_organisatie(desk, website="https://a.example.org")).status_code == 200
    await change_organisatie(desk, naam="De Proef Plus", website="https://b.example.org")
    [point] = (await waiting(desk))["resultaten"]
    assert point["soort"] == "organisatie"
    assert [verschil["veld"] for verschil in point["verschillen"]] == ["naam", "website"]
    answer = await turn_back(desk, point)
    assert answer.status_code == 200, answer.text
    shown = (await desk.client.get(f"{ORGANISATIES}/{desk.organisatie}")).json()
    assert (shown["naam"], "website" in shown) == ("Buurthuis De Proef", False)
    [mail] = await desk.mails()
    assert mail.aan == await desk.address_of(desk.eigenaar)
    assert (await waiting(desk))["totaal"] == 0


async def test_a_telephone_number_of_an_organisation_is_not_looked_at(desk: Desk) -> None:
    await change_organisatie(desk, telefoon="038 000 12 34")
    assert (await waiting(desk))["totaal"] == 0


async def test_an_organisation_that_nobody_reads_yet_is_looked_at_elsewhere(
    client: httpx.AsyncClient, database: Database
) -> None:
    desk = await open_desk(client, database, gecontroleerd_op=None)
    await change_organisatie(desk, naam="Anders")
    assert (await waiting(desk))["totaal"] == 0


async def test_trust_is_set_by_the_redactie_and_written_down(
    client: httpx.AsyncClient, database: Database
) -> None:
    desk = await open_desk(client, database)
    address = f"{ORGANISATIES}/{desk.organisatie}/vertrouwen"
    live = await desk.live()
    assert (await client.get(address, headers=desk.redactie)).json() == {
        "vertrouwd": False,
        "gecontroleerd": True,
    }
    assert (
        await client.post(address, json={"vertrouwd": True}, headers=desk.eigenaar)
    ).status_code == 403
    for vertrouwd in (True, True, False):
        answer = await client.post(address, json={"vertrouwd": vertrouwd}, headers=desk.redactie)
        assert answer.json()["vertrouwd"] is vertrouwd
    async with database.transaction() as session:
        lines = await session.scalars(
            select(LogRegel)
            .where(col(LogRegel.onderwerp_id) == str(desk.organisatie))
            .order_by(col(LogRegel.id))
        )
        assert [(line.handeling, line.wijzigingen) for line in lines] == [
            ("vertrouwd", {"vertrouwd": [False, True]}),
            ("niet-meer-vertrouwd", {"vertrouwd": [True, False]}),
        ]
    assert (await desk.propose(live, titel="Thee")).status_code == 202


async def test_an_organisation_that_was_not_checked_cannot_be_trusted(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database, gecontroleerd_op=None)
    answer = await client.post(
        f"{ORGANISATIES}/{key}/vertrouwen",
        json={"vertrouwd": True},
        headers=await log_in_as(database, "redactie"),
    )
    assert answer.status_code == 409
    assert "Kijk eerst naar de aanmelding" in answer.json()["detail"]


async def test_a_listing_that_is_removed_leaves_nothing_to_look_at(desk: Desk) -> None:
    live = await desk.live()
    second = await change(desk, live, titel="Thee")
    answer = await desk.client.delete(
        f"{AANBOD}/{live['id']}",
        headers={**desk.eigenaar, "If-Match": f'"{second["versie"]}"'},
    )
    assert answer.status_code == 204
    async with desk.database.transaction() as session:
        assert await session.get(Nakijkpunt, live["id"]) is None
    assert (await waiting(desk))["totaal"] == 0


def test_of_what_changed_only_the_first_state_counts() -> None:
    steps = [
        {"titel": ["Thee", "Cacao"]},
        {"titel": ["Koffie", "Thee"], "kosten": [None, "gratis"]},
    ]
    now = {"titel": "Cacao", "kosten": "gratis", "soort": "activiteit"}
    assert changes_since("wijziging", now, steps) == {
        "kosten": [None, "gratis"],
        "titel": ["Koffie", "Cacao"],
    }
    assert set(changes_since("nieuw", now, steps)) == set(now)
    assert changes_since("wijziging", aanbod_body(), []) == {}
