"""Taking a decision back, and agreeing to several at once."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from sociale_kaart.aanbod.beoordelen import withdrawing
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from tests.aanbod.beoordelen.deciding import URL, Desk, open_desk
from tests.people import Headers, create_aanbod, log_in_as

pytestmark = pytest.mark.anyio

REASON = "Dit staat er al."


@pytest.fixture
async def desk(client: httpx.AsyncClient, database: Database) -> Desk:
    return await open_desk(client, database)


async def take_back(
    desk: Desk, aanbod: dict[str, Any], headers: Headers | None = None
) -> httpx.Response:
    return await desk.client.post(
        f"{URL}/{aanbod['id']}/beoordeling/intrekkingen", headers=headers or desk.redactie
    )


def said(document: dict[str, Any]) -> dict[str, Any]:
    """What a listing says, without what counts its changes."""
    content = {key: document[key] for key in document.keys() - {"versie", "gewijzigdOp"}}
    # A moment that was away for a moment is another row.
    content["momenten"] = [moment["tekst"] for moment in document["momenten"]]
    return content


@pytest.mark.parametrize("besluit", ["goedgekeurd", "teruggestuurd", "afgewezen"])
async def test_a_decision_about_a_change_taken_back_leaves_it_waiting_and_mails_nobody(
    desk: Desk, besluit: str
) -> None:
    live = await desk.live()
    await desk.propose(live, titel="Thee", themas=["rouw"], momenten=[])
    waited = await desk.stand(live)
    await desk.decide(live, besluit, REASON)
    assert len(await desk.mails()) == 1
    answer = await take_back(desk, live)
    assert answer.status_code == 200, answer.text
    assert said(answer.json()) == said(live)
    assert await desk.stand(live) == waited
    assert await desk.mails() == []
    now = (await desk.client.get(f"{URL}/{live['id']}")).json()
    assert (await desk.decide(now, "goedgekeurd")).json()["titel"] == "Thee"
    assert len(await desk.mails()) == 1


async def test_a_decision_about_a_new_listing_taken_back_leaves_it_waiting(desk: Desk) -> None:
    draft = await create_aanbod(desk.client, desk.medebewerker, desk.organisatie)
    waiting = (await desk.step(draft, "indienen", desk.medebewerker)).json()
    published = (await desk.step(waiting, "publiceren", desk.redactie)).json()
    assert (await desk.client.get(f"{URL}/{draft['id']}")).status_code == 200
    back = (await take_back(desk, draft)).json()
    assert (back["status"], back["versie"]) == ("ter-beoordeling", published["versie"] + 1)
    assert (await desk.client.get(f"{URL}/{draft['id']}")).status_code == 404
    await desk.step(back, "terugsturen", desk.redactie, REASON)
    assert (await take_back(desk, draft)).json()["status"] == "ter-beoordeling"
    assert "laatsteBesluit" not in await desk.stand(draft)
    assert await desk.mails() == []


async def test_what_others_may_have_gone_on_from_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = await desk.live()
    assert (await take_back(desk, live)).status_code == 409, "nothing was decided"
    await desk.propose(live, titel="Thee")
    await desk.decide(live, "teruggestuurd", REASON)
    colleague = await log_in_as(desk.database, "redactie")
    assert (await take_back(desk, live, colleague)).status_code == 409
    await desk.propose(live, titel="Thee, gratis")
    answer = await take_back(desk, live)
    assert answer.status_code == 409
    assert "geschiedenis" in answer.json()["detail"]
    await desk.decide(live, "goedgekeurd")
    later = utc_now() + timedelta(minutes=1)
    monkeypatch.setattr(withdrawing, "utc_now", lambda: later)
    assert (await take_back(desk, live)).status_code == 409
    assert (await desk.client.get(f"{URL}/{live['id']}")).json()["titel"] == "Thee, gratis"


async def test_small_changes_are_agreed_to_together_and_the_others_say_why_not(
    desk: Desk,
) -> None:
    times, text, old = [await desk.live(titel=titel) for titel in ("Koffie", "Soep", "Brood")]
    wednesday = [{"rrule": "FREQ=WEEKLY;BYDAY=WE", "van": "10:00"}]
    await desk.propose(times, titel="Koffie", momenten=wednesday)
    await desk.propose(text, titel="Soep met een link: elders.nl")
    await desk.propose(old, titel="Brood", momenten=wednesday)
    moments = {row["id"]: (await desk.stand(row))["sinds"] for row in (times, text, old)}
    await desk.propose(old, titel="Brood", momenten=[{"begin": "2027-01-05"}])
    gone = {"aanbodId": str(uuid4()), "ingediendOp": "2026-12-01T12:00:00Z"}
    wanted = [{"aanbodId": key, "ingediendOp": moment} for key, moment in moments.items()]
    answer = await desk.client.post(
        "/api/v1/beoordelingen/goedkeuringen",
        json={"wijzigingen": [*wanted, gone]},
        headers=desk.redactie,
    )
    assert answer.status_code == 200, answer.text
    found = {row["aanbodId"]: row for row in answer.json()["resultaten"]}
    assert found[times["id"]]["goedgekeurd"] is True
    assert "apart" in found[text["id"]]["melding"]
    assert "intussen veranderd" in found[old["id"]]["melding"]
    assert found[gone["aanbodId"]]["goedgekeurd"] is False
    now = (await desk.client.get(f"{URL}/{times['id']}")).json()
    assert now["momenten"][0]["rrule"] == "FREQ=WEEKLY;BYDAY=WE"
    for row in (text, old):
        assert (await desk.client.get(f"{URL}/{row['id']}")).json() == row
        assert (await desk.stand(row))["wacht"] == "wijziging"


async def test_a_wijkredacteur_agrees_to_nothing_elsewhere_also_not_together(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, momenten=[])
    elsewhere = await log_in_as(desk.database, "wijkredacteur", wijken=["WK019331"])
    wanted = {"aanbodId": live["id"], "ingediendOp": (await desk.stand(live))["sinds"]}
    answer = await desk.client.post(
        "/api/v1/beoordelingen/goedkeuringen", json={"wijzigingen": [wanted]}, headers=elsewhere
    )
    assert [row["goedgekeurd"] for row in answer.json()["resultaten"]] == [False]
    assert (await desk.client.get(f"{URL}/{live['id']}")).json() == live
