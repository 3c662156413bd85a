"""What the redactie decides, why, and how the people hear of it."""

from typing import Any

import httpx
import pytest
from sqlalchemy import delete
from sqlmodel import col, select

from sociale_kaart.aanbod.models import AanbodHistorie
from sociale_kaart.accounts.models import Account
from sociale_kaart.core.db import Database
from sociale_kaart.organisaties.models import Lidmaatschap
from tests.aanbod.beoordelen.deciding import URL, Desk, open_desk
from tests.people import account_of, create_aanbod, log_in_as

pytestmark = pytest.mark.anyio

QUESTION = "Wat kost het voor wie geen lid is?"


@pytest.fixture
async def desk(client: httpx.AsyncClient, database: Database) -> Desk:
    return await open_desk(client, database)


async def said(desk: Desk, handeling: str) -> str | None:
    """The reason that the history keeps with this decision."""
    async with desk.database.transaction() as session:
        return await session.scalar(
            select(col(AanbodHistorie.reden)).where(col(AanbodHistorie.handeling) == handeling)
        )


@pytest.mark.parametrize("besluit", ["teruggestuurd", "afgewezen"])
@pytest.mark.parametrize("reden", [None, "   "])
async def test_a_question_or_a_refusal_without_a_reason_is_refused(
    desk: Desk, besluit: str, reden: str | None
) -> None:
    live = await desk.live()
    await desk.propose(live, titel="Thee")
    answer = await desk.decide(live, besluit, reden)
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == ["reden"]
    assert (await desk.stand(live))["wacht"] == "wijziging"


async def test_sending_a_new_listing_back_without_a_reason_is_refused(desk: Desk) -> None:
    draft = await create_aanbod(desk.client, desk.medebewerker, desk.organisatie)
    waiting = (await desk.step(draft, "indienen", desk.medebewerker)).json()
    answer = await desk.step(waiting, "terugsturen", desk.redactie)
    assert answer.status_code == 400
    assert "waarom" in answer.json()["fouten"][0]["melding"]
    assert (await desk.stand(draft))["wacht"] == "nieuw"


async def test_a_question_keeps_the_change_and_its_answer_takes_the_place(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, titel="Thee in de buurt")
    answer = await desk.decide(live, "teruggestuurd", QUESTION)
    assert (answer.status_code, answer.json()) == (200, live)
    stand = await desk.stand(live)
    assert "wacht" not in stand
    assert stand["laatsteBesluit"]["besluit"] == "teruggestuurd"
    assert stand["laatsteBesluit"]["reden"] == QUESTION
    assert stand["voorstel"]["titel"] == "Thee in de buurt"
    assert await said(desk, "voorstel-teruggestuurd") == QUESTION

    await desk.propose(live, titel="Thee in de buurt", kostenToelichting="Gratis voor iedereen.")
    stand = await desk.stand(live)
    assert (stand["wacht"], stand["vanJezelf"]) == ("wijziging", True)
    assert stand["laatsteBesluit"]["reden"] == QUESTION
    assert (await client_of(desk, live))["titel"] == live["titel"]
    agreed = await desk.decide(live, "goedgekeurd")
    assert agreed.json()["kostenToelichting"] == "Gratis voor iedereen."
    assert "voorstel" not in await desk.stand(live)


async def client_of(desk: Desk, aanbod: dict[str, Any]) -> dict[str, Any]:
    """The listing as a visitor reads it."""
    return dict((await desk.client.get(f"{URL}/{aanbod['id']}")).json())


async def test_a_colleague_may_answer_a_question(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, titel="Thee")
    assert (await desk.propose(live, desk.eigenaar, titel="Cacao")).status_code == 409
    await desk.decide(live, "teruggestuurd", QUESTION)
    assert (await desk.propose(live, desk.eigenaar, titel="Cacao")).status_code == 202
    assert (await desk.stand(live))["vanJezelf"] is False


async def test_nothing_is_decided_about_a_change_that_was_replaced(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, titel="Thee")
    seen = (await desk.stand(live, desk.redactie))["sinds"]
    await desk.propose(live, titel="Koop hier goedkoop")
    answer = await desk.decide(live, "goedgekeurd", ingediendOp=seen)
    assert answer.status_code == 412
    assert (await client_of(desk, live))["titel"] == live["titel"]
    seen = (await desk.stand(live, desk.redactie))["sinds"]
    assert (await desk.decide(live, "goedgekeurd", ingediendOp=seen)).status_code == 200


async def test_who_decides_second_hears_what_was_decided(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, titel="Thee")
    await desk.decide(live, "afgewezen", "Dit is reclame.")
    answer = await desk.decide(live, "goedgekeurd")
    assert answer.status_code == 409
    assert "al afgewezen" in answer.json()["detail"]
    assert (await client_of(desk, live)) == live


async def test_a_listing_about_which_nothing_was_ever_proposed_has_nothing_to_decide(
    desk: Desk,
) -> None:
    answer = await desk.decide(await desk.live(), "goedgekeurd")
    assert answer.status_code == 404


async def test_the_stand_of_a_new_listing_follows_its_steps(desk: Desk) -> None:
    draft = await create_aanbod(desk.client, desk.medebewerker, desk.organisatie)
    assert await desk.stand(draft) == {}
    waiting = (await desk.step(draft, "indienen", desk.medebewerker)).json()
    stand = await desk.stand(draft, desk.eigenaar)
    assert (stand["wacht"], stand["vanJezelf"]) == ("nieuw", False)
    back = (await desk.step(waiting, "terugsturen", desk.redactie, QUESTION)).json()
    stand = await desk.stand(draft)
    assert "wacht" not in stand
    assert stand["laatsteBesluit"]["reden"] == QUESTION
    assert await said(desk, "terugsturen") == QUESTION
    again = (await desk.step(back, "indienen", desk.medebewerker)).json()
    await desk.step(again, "publiceren", desk.redactie)
    assert (await desk.stand(draft))["laatsteBesluit"]["besluit"] == "gepubliceerd"


async def test_who_handed_it_in_gets_a_mail_with_the_reason_and_no_name(desk: Desk) -> None:
    decider = await account_of(desk.database, desk.redactie)
    async with desk.database.transaction() as session:
        account = await session.get(Account, decider)
        assert account is not None
        account.naam = "Joke de Vries"
    live = await desk.live()
    await desk.propose(live, titel="Thee")
    await desk.decide(live, "teruggestuurd", f"{QUESTION}\n\nEn op welke dag is het?")
    [mail] = await desk.mails()
    assert mail.aan == await desk.address_of(desk.medebewerker)
    assert mail.inhoud is not None
    assert mail.inhoud["onderwerp"] == f"Een vraag over je wijziging van ‘{live['titel']}’"
    assert QUESTION in mail.inhoud["alineas"]
    assert "En op welke dag is het?" in mail.inhoud["alineas"]
    assert mail.inhoud["knoppen"][0]["adres"].endswith(f"/mijn/aanbod/{live['id']}")
    assert "Joke" not in str(mail.inhoud)


async def test_the_owners_get_the_mail_when_who_handed_it_in_has_left(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, titel="Thee")
    gone = await account_of(desk.database, desk.medebewerker)
    async with desk.database.transaction() as session:
        await session.execute(delete(Lidmaatschap).where(col(Lidmaatschap.account_id) == gone))
    await desk.decide(live, "goedgekeurd")
    [mail] = await desk.mails()
    assert mail.aan == await desk.address_of(desk.eigenaar)


async def test_each_step_about_a_new_listing_is_mailed_and_a_draft_of_our_own_is_not(
    desk: Desk,
) -> None:
    await desk.live()
    assert await desk.mails() == []
    draft = await create_aanbod(desk.client, desk.medebewerker, desk.organisatie)
    waiting = (await desk.step(draft, "indienen", desk.medebewerker)).json()
    assert await desk.mails() == []
    back = (await desk.step(waiting, "terugsturen", desk.redactie, QUESTION)).json()
    again = (await desk.step(back, "indienen", desk.medebewerker)).json()
    await desk.step(again, "publiceren", desk.redactie)
    subjects = [mail.inhoud["onderwerp"] for mail in await desk.mails() if mail.inhoud]
    assert subjects == [
        f"Een vraag over ‘{draft['titel']}’",
        f"‘{draft['titel']}’ staat op de sociale kaart",
    ]
    leads = [mail.inhoud["knoppen"][0]["adres"] for mail in await desk.mails() if mail.inhoud]
    assert leads[0].endswith(f"/mijn/aanbod/{draft['id']}")
    assert leads[1].endswith(f"/aanbod/{draft['slug']}")


async def test_a_decision_that_fails_mails_nobody(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, titel="Thee")
    await desk.propose(live, desk.redactie, titel="Van de redactie")
    assert (await desk.decide(live, "goedgekeurd")).status_code == 409
    assert await desk.mails() == []


async def test_only_those_whose_it_is_see_what_waits(desk: Desk) -> None:
    live = await desk.live()
    elsewhere = await log_in_as(desk.database, "wijkredacteur", wijken=["WK019331"])
    answer = await desk.client.get(f"{URL}/{live['id']}/beoordeling", headers=elsewhere)
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"
