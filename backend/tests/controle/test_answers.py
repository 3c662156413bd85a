"""From the link in a mail: what it shows, what it changes, and what it never does."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie, Bevestiging
from sociale_kaart.accounts.models import Account
from sociale_kaart.controle.models import Controleverzoek, Controlevraag
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.organisaties.models import Lidmaatschap
from tests.conftest import serve
from tests.controle.asking import (
    ADDRESS,
    FORTNIGHT,
    Reader,
    ask,
    asked_token,
    mails,
    make_owner,
    token_in,
)
from tests.people import aanbod_body, account_of, log_in_as

pytestmark = pytest.mark.anyio


async def aanbod_of(database: Database, aanbod_id: UUID) -> Aanbod:
    async with database.transaction() as session:
        found = await session.get(Aanbod, aanbod_id)
        assert found is not None
        return found


async def history_of(database: Database, aanbod_id: UUID) -> list[AanbodHistorie]:
    async with database.transaction() as session:
        return list(
            await session.scalars(
                select(AanbodHistorie)
                .where(col(AanbodHistorie.aanbod_id) == aanbod_id)
                .order_by(col(AanbodHistorie.op))
            )
        )


async def confirmations_of(database: Database, aanbod_id: UUID) -> list[str]:
    async with database.transaction() as session:
        return list(
            await session.scalars(
                select(col(Bevestiging.wijze))
                .where(col(Bevestiging.aanbod_id) == aanbod_id)
                .order_by(col(Bevestiging.op))
            )
        )


async def test_looking_changes_nothing_however_often(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database, due=2)
    reader = Reader(client, await asked_token(database))
    before = [await history_of(database, key) for key in owner.aanbod.values()]
    for _ in range(3):
        found = await reader.look()
        assert [vraag["titel"] for vraag in found.values()] == ["Koffie 0", "Koffie 1"]
        assert {vraag["stand"] for vraag in found.values()} == {"open"}
    assert [await history_of(database, key) for key in owner.aanbod.values()] == before


async def test_it_still_holds(client: httpx.AsyncClient, database: Database) -> None:
    owner = await make_owner(database)
    member = await account_of(database, await log_in_as(database, medebewerker=owner.id))
    reader = Reader(client, await asked_token(database))
    [key] = owner.aanbod.values()
    before = await aanbod_of(database, key)
    assert await reader.say("klopt", key) == 204
    assert await reader.stand(key) == ("klopt", True)
    after = await aanbod_of(database, key)
    assert after.bevestigd_op is not None
    assert before.bevestigd_op is not None
    assert after.bevestigd_op > before.bevestigd_op
    assert after.versie == before.versie
    last = (await history_of(database, key))[-1]
    assert (last.handeling, last.wijze, last.account_id) == ("bevestigd", "mail", member)
    # Residents read it at once.
    shown = (await client.get(f"/api/v1/aanbod/{key}")).json()
    assert shown["gecontroleerd"] == "recent"


async def test_a_second_click_changes_nothing(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database)
    reader = Reader(client, await asked_token(database))
    [key] = owner.aanbod.values()
    await reader.say("klopt", key)
    once = await aanbod_of(database, key)
    assert await reader.say("klopt", key) == 204
    assert (await aanbod_of(database, key)).bevestigd_op == once.bevestigd_op
    assert await confirmations_of(database, key) == ["bron", "mail"]


async def test_two_clicks_at_once_are_one_answer(own_database: Database) -> None:
    owner = await make_owner(own_database)
    token = await asked_token(own_database)
    [key] = owner.aanbod.values()
    async with serve(own_database) as client:
        reader = Reader(client, token)
        answers = await asyncio.gather(*(reader.say("klopt", key) for _ in range(5)))
    assert answers == [204] * 5
    assert await confirmations_of(own_database, key) == ["bron", "mail"]


async def test_klopt_can_be_undone_and_the_date_before_it_counts_again(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database)
    reader = Reader(client, await asked_token(database))
    [key] = owner.aanbod.values()
    before = await aanbod_of(database, key)
    await reader.say("klopt", key)
    assert await reader.undo(key) == 204
    assert await reader.stand(key) == ("open", False)
    assert (await aanbod_of(database, key)).bevestigd_op == before.bevestigd_op
    assert await confirmations_of(database, key) == ["bron"]
    assert (await client.get(f"/api/v1/aanbod/{key}")).json()["gecontroleerd"] == "niet-recent"
    done = [row.handeling for row in await history_of(database, key)]
    assert done[-2:] == ["bevestigd", "bevestiging-ingetrokken"]
    assert await reader.undo(key) == 204


async def test_it_stopped_and_residents_see_that(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database)
    reader = Reader(client, await asked_token(database))
    [key] = owner.aanbod.values()
    assert await reader.say("gestopt", key) == 204
    assert await reader.say("gestopt", key) == 204
    assert await reader.stand(key) == ("gestopt", True)
    assert (await client.get(f"/api/v1/aanbod/{key}")).json()["status"] == "gestopt"
    last = (await history_of(database, key))[-1]
    assert (last.handeling, last.wijze, last.account_id) == ("stoppen", "mail", None)
    assert last.wijzigingen == {"status": ["gepubliceerd", "gestopt"]}


async def test_gestopt_can_be_undone_and_is_on_the_map_as_before(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database)
    reader = Reader(client, await asked_token(database))
    [key] = owner.aanbod.values()
    before = (await client.get(f"/api/v1/aanbod/{key}")).json()
    await reader.say("gestopt", key)
    assert await reader.undo(key) == 204
    assert await reader.stand(key) == ("open", False)
    after = (await client.get(f"/api/v1/aanbod/{key}")).json()
    moving = ("versie", "gewijzigdOp")
    assert {**after, **dict.fromkeys(moving)} == {**before, **dict.fromkeys(moving)}
    assert after["versie"] == before["versie"] + 2
    assert await reader.say("klopt", key) == 204


async def test_what_was_changed_after_it_stopped_does_not_come_on_the_map_by_undoing(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database)
    member = await log_in_as(database, eigenaar=owner.id)
    reader = Reader(client, await asked_token(database))
    [key] = owner.aanbod.values()
    await reader.say("gestopt", key)
    stopped = await aanbod_of(database, key)
    changed = await client.put(
        f"/api/v1/aanbod/{key}",
        json=aanbod_body(titel="Door niemand bekeken"),
        headers={**member, "If-Match": f'"{stopped.versie}"'},
    )
    assert changed.status_code == 200, changed.text
    assert await reader.undo(key) == 409
    assert (await aanbod_of(database, key)).status == "gestopt"
    assert await reader.stand(key) == ("gestopt", True)


async def test_another_answer_comes_after_undoing_the_first(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database)
    reader = Reader(client, await asked_token(database))
    [key] = owner.aanbod.values()
    await reader.say("klopt", key)
    assert await reader.say("gestopt", key) == 409
    assert (await aanbod_of(database, key)).status == "gepubliceerd"
    await reader.undo(key)
    assert await reader.say("gestopt", key) == 204
    assert await reader.say("klopt", key) == 409


async def test_what_a_colleague_did_is_shown_and_is_not_yours_to_undo(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database, due=2)
    for _ in range(2):
        await log_in_as(database, medebewerker=owner.id)
    assert await ask(database) == 2
    mine, theirs = (Reader(client, token_in(mail)) for mail in await mails(database))
    first, second = owner.aanbod.values()
    await theirs.say("klopt", first)
    await theirs.say("gestopt", second)
    assert await mine.stand(first) == ("klopt", False)
    assert await mine.stand(second) == ("gestopt", False)
    assert await mine.undo(first) == 204
    assert await mine.stand(first) == ("klopt", False)
    assert await mine.say("klopt", second) == 409
    assert await confirmations_of(database, first) == ["bron", "mail"]


async def test_an_answer_that_somebody_overtook_stands_in_nobodys_way(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database)
    reader = Reader(client, await asked_token(database))
    [key] = owner.aanbod.values()
    await reader.say("gestopt", key)
    async with database.transaction() as session:
        await session.execute(text("UPDATE aanbod SET status = 'gepubliceerd', versie = 9"))
    assert await reader.stand(key) == ("open", False)
    assert await reader.say("klopt", key) == 204
    assert await reader.stand(key) == ("klopt", True)


async def test_the_links_of_both_mails_work(client: httpx.AsyncClient, database: Database) -> None:
    owner = await make_owner(database)
    begin = utc_now() - FORTNIGHT
    first = Reader(client, await asked_token(database, begin))
    second = Reader(client, await asked_token(database, begin + FORTNIGHT))
    [key] = owner.aanbod.values()
    assert await first.say("klopt", key) == 204
    assert await second.stand(key) == ("klopt", False)


@pytest.mark.parametrize(
    "token", ["", "kort", "x" * 43, "x" * 100, "'; DROP TABLE aanbod; --", "é"]
)
async def test_a_token_that_we_never_gave_opens_nothing(
    client: httpx.AsyncClient, database: Database, token: str
) -> None:
    owner = await make_owner(database)
    await asked_token(database)
    [key] = owner.aanbod.values()
    headers = {"Controle-Token": token.encode()}
    looked = await client.get(ADDRESS, headers=headers)
    assert looked.status_code == 404
    assert looked.json()["detail"].startswith("Deze link werkt niet meer.")
    body = {"aanbodId": str(key), "antwoord": "gestopt"}
    answered = await client.post(f"{ADDRESS}/antwoorden", json=body, headers=headers)
    assert answered.status_code == 404
    assert (await aanbod_of(database, key)).status == "gepubliceerd"


async def test_without_a_token_it_says_what_is_missing(client: httpx.AsyncClient) -> None:
    answer = await client.get(ADDRESS)
    assert answer.status_code == 400
    assert answer.json()["fouten"] == [
        {"veld": "controle-token", "melding": "Dit veld is verplicht."}
    ]


async def test_after_thirty_days_a_link_opens_nothing(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database)
    token = await asked_token(database, utc_now() - timedelta(days=30, seconds=1))
    assert (await client.get(ADDRESS, headers={"Controle-Token": token})).status_code == 404
    [key] = owner.aanbod.values()
    assert await Reader(client, token).say("gestopt", key) == 404
    assert await Reader(client, token).undo(key) == 404


async def test_a_link_is_for_the_listings_of_its_own_mail(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database, due=1, fresh=1)
    other = await make_owner(database, "org-2", email=None)
    reader = Reader(client, await asked_token(database))
    for key in (owner.aanbod["org-1-1"], *other.aanbod.values(), uuid4()):
        assert await reader.say("gestopt", key) == 404
        assert await reader.undo(key) == 404
    assert (await aanbod_of(database, owner.aanbod["org-1-1"])).status == "gepubliceerd"


async def test_who_left_the_organisation_has_nothing_to_say_about_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database)
    member = await account_of(database, await log_in_as(database, eigenaar=owner.id))
    reader = Reader(client, await asked_token(database))
    async with database.transaction() as session:
        place = await session.get(Lidmaatschap, (member, owner.id))
        await session.delete(place)
    [key] = owner.aanbod.values()
    assert await reader.look() == {}
    assert await reader.say("gestopt", key) == 403
    assert (await aanbod_of(database, key)).status == "gepubliceerd"


async def test_the_link_of_a_closed_account_opens_nothing(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_owner(database)
    member = await account_of(database, await log_in_as(database, eigenaar=owner.id))
    token = await asked_token(database)
    async with database.transaction() as session:
        account = await session.get(Account, member)
        assert account is not None
        account.actief = False
    assert (await client.get(ADDRESS, headers={"Controle-Token": token})).status_code == 404


async def test_a_link_to_the_redactie_has_no_more_power_than_that_of_a_member(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner, other = await make_owner(database), await make_owner(database, "org-2", email=None)
    await log_in_as(database, "redactie", medebewerker=owner.id)
    reader = Reader(client, await asked_token(database))
    [elsewhere] = other.aanbod.values()
    async with database.transaction() as session:
        [verzoek_id] = await session.scalars(select(col(Controleverzoek.id)))
        # No mail of ours asks this; it is what somebody who could write to the table would try.
        session.add(Controlevraag(verzoek_id=verzoek_id, aanbod_id=elsewhere))
    assert await reader.say("gestopt", elsewhere) == 403
    assert str(elsewhere) not in await reader.look()


async def test_the_token_is_nowhere_but_in_the_mail(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_owner(database)
    token = await asked_token(database)
    async with database.transaction() as session:
        rows = await session.scalars(text("SELECT v::text FROM controleverzoek v"))
        assert token not in "".join(rows)
