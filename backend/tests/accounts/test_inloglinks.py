"""A link to log in by: who gets one, what is kept of it, and that it works once."""

import asyncio
import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import update
from sqlmodel import col, select

from sociale_kaart.accounts.expiry import forget_expired
from sociale_kaart.accounts.inloglinks import service
from sociale_kaart.accounts.inloglinks.models import Inloglink, InloglinkAanvraag
from sociale_kaart.accounts.inloglinks.service import answer_requests
from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.service import create_account
from sociale_kaart.berichten.models import Bericht
from sociale_kaart.berichten.service import send_next
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.logging import configure_logging
from sociale_kaart.worker import mail_links
from tests.berichten.sink import mail_server
from tests.conftest import serve
from tests.people import make_sessie
from tests.zoeken.asking import eventually

pytestmark = pytest.mark.anyio

LINKS = "/api/v1/inloglinks"
SESSIES = "/api/v1/sessies"
SITE = "https://kaart.example.org"
VERA = "vera@example.org"


async def add_account(database: Database, email: str = VERA, **values: Any) -> Account:
    async with database.transaction() as session:
        return await create_account(session, **{"email": email, "naam": "Vera", **values})


async def ask(client: httpx.AsyncClient, email: str = VERA) -> httpx.Response:
    return await client.post(LINKS, json={"email": email})


async def mails(database: Database) -> list[Bericht]:
    async with database.transaction() as session:
        return list(await session.scalars(select(Bericht).order_by(col(Bericht.id))))


async def has_mail(database: Database) -> bool:
    return bool(await mails(database))


async def mailed_token(client: httpx.AsyncClient, database: Database) -> str:
    """The secret of the link that somebody gets who asks for one now."""
    assert (await ask(client)).status_code == 202
    await answer_requests(database, SITE)
    *_, mail = await mails(database)
    assert mail.inhoud is not None
    address, _, token = mail.inhoud["knoppen"][0]["adres"].partition("#")
    assert address == f"{SITE}/mijn/inloggen"
    return str(token)


async def log_in(client: httpx.AsyncClient, token: str) -> httpx.Response:
    return await client.post(SESSIES, json={"token": token})


async def test_a_member_gets_a_link_and_is_logged_in_by_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    account = await add_account(database)
    answer = await log_in(client, await mailed_token(client, database))
    assert answer.status_code == 201
    assert answer.json()["accountId"] == str(account.id)
    assert answer.headers["cache-control"] == "no-store"
    assert (await client.get(f"{SESSIES}/huidige")).json()["naam"] == "Vera"


async def test_the_mail_goes_to_the_member_and_is_of_no_use_after_the_link_is(
    client: httpx.AsyncClient, database: Database
) -> None:
    await add_account(database)
    await mailed_token(client, database)
    [mail] = await mails(database)
    assert (mail.aan, mail.soort) == (VERA, "inloglink")
    assert mail.geldig_tot - mail.aangemaakt_op == timedelta(minutes=15)


async def test_the_link_that_a_mail_server_gets_lets_in_and_is_kept_nowhere(
    client: httpx.AsyncClient, database: Database
) -> None:
    await add_account(database)
    assert (await ask(client)).status_code == 202
    async with mail_server() as sink:
        await answer_requests(database, SITE)
        assert await send_next(database, sink.courier(), utc_now())
        [mail] = sink.mails
    assert sink.recipients == [VERA]
    body = mail.get_body(("plain",))
    assert body is not None
    found = re.search(rf"{SITE}/mijn/inloggen#([\w-]+)", body.get_content())
    assert found is not None
    [sent] = await mails(database)
    assert sent.inhoud is None
    assert (await log_in(client, found[1])).status_code == 201


async def test_a_link_works_once(client: httpx.AsyncClient, database: Database) -> None:
    await add_account(database)
    token = await mailed_token(client, database)
    assert (await log_in(client, token)).status_code == 201
    again = await log_in(client, token)
    assert again.status_code == 401
    assert again.json()["detail"] == "Deze link werkt niet (meer). Vraag een nieuwe link."
    assert "set-cookie" not in again.headers


async def test_of_two_who_use_a_link_at_once_one_gets_in(own_database: Database) -> None:
    await add_account(own_database)
    async with serve(own_database) as client:
        token = await mailed_token(client, own_database)
        answers = await asyncio.gather(*(log_in(client, token) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 401, 401, 401]


async def test_forged_used_old_and_replaced_links_get_the_same_answer(
    client: httpx.AsyncClient, database: Database
) -> None:
    await add_account(database)
    replaced = await mailed_token(client, database)
    used = await mailed_token(client, database)
    await log_in(client, used)
    old = await mailed_token(client, database)
    async with database.transaction() as session:
        await session.execute(update(Inloglink).values(verloopt_op=utc_now()))
    answers = [await log_in(client, token) for token in (replaced, used, old, "verzonnen", "é'--")]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.content for answer in answers}) == 1


async def test_the_newest_link_works(client: httpx.AsyncClient, database: Database) -> None:
    await add_account(database)
    await mailed_token(client, database)
    assert (await log_in(client, await mailed_token(client, database))).status_code == 201


async def test_a_known_and_an_unknown_address_cannot_be_told_apart(
    client: httpx.AsyncClient, database: Database
) -> None:
    """Not by the answer, and not by time: the same is done for both, and nothing is looked up."""
    await add_account(database)
    known, unknown = await ask(client, "Vera@Example.org "), await ask(client, "niet@example.org")
    assert known.status_code == unknown.status_code == 202
    assert known.content == unknown.content == b'{"geldigMinuten":15}'
    async with database.transaction() as session:
        asked = await session.scalars(select(InloglinkAanvraag.email))
        assert sorted(asked) == ["niet@example.org", VERA]
        assert (await session.scalars(select(Inloglink.account_id))).all() == []
    assert await mails(database) == []


async def test_strangers_closed_accounts_and_staff_get_no_link(
    client: httpx.AsyncClient, database: Database
) -> None:
    await add_account(database, "dicht@example.org")
    async with database.transaction() as session:
        await session.execute(update(Account).values(actief=False))
    await add_account(database, "beheer@example.org", rol="beheer")
    for email in ("dicht@example.org", "beheer@example.org", "vreemd@example.org"):
        assert (await ask(client, email)).status_code == 202
    assert await answer_requests(database, SITE) == 3
    assert await mails(database) == []
    async with database.transaction() as session:
        assert (await session.scalars(select(InloglinkAanvraag.id))).all() == []


async def test_a_link_of_an_account_that_was_closed_since_opens_nothing(
    client: httpx.AsyncClient, database: Database
) -> None:
    await add_account(database)
    token = await mailed_token(client, database)
    async with database.transaction() as session:
        await session.execute(update(Account).values(actief=False))
    assert (await log_in(client, token)).status_code == 401


async def test_only_a_hash_is_kept_and_what_was_typed_is_gone(
    client: httpx.AsyncClient, database: Database
) -> None:
    await add_account(database)
    token = await mailed_token(client, database)
    assert re.fullmatch(r"[\w-]{43}", token)
    async with database.transaction() as session:
        [link] = await session.scalars(select(Inloglink))
        assert len(link.token_hash) == 32
        assert (await session.scalars(select(InloglinkAanvraag.id))).all() == []


async def test_asking_again_and_again_has_to_wait_known_or_not(
    client: httpx.AsyncClient, database: Database
) -> None:
    await add_account(database)
    for email in (VERA, "niet@example.org"):
        for _ in range(5):
            assert (await ask(client, email)).status_code == 202
        answer = await ask(client, email.upper())
        assert answer.status_code == 429
        assert answer.headers["content-type"] == "application/problem+json"
    assert (await ask(client, "ander@example.org")).status_code == 202


async def test_one_client_cannot_ask_for_the_whole_town(client: httpx.AsyncClient) -> None:
    for number in range(30):
        assert (await ask(client, f"buur{number}@example.org")).status_code == 202
    assert (await ask(client, "nog-een@example.org")).status_code == 429


@pytest.mark.parametrize(
    ("path", "body", "fields"),
    [
        (LINKS, {"email": "geen adres"}, ["email"]),
        (LINKS, {}, ["email"]),
        (SESSIES, {"token": ""}, ["token"]),
        (SESSIES, {"token": "x" * 201}, ["token"]),
        (SESSIES, {"token": "x", "email": VERA}, ["email"]),
        (SESSIES, {}, ["email", "wachtwoord"]),
        (SESSIES, [], ["inhoud"]),
    ],
)
async def test_what_is_wrong_is_told_per_field(
    client: httpx.AsyncClient, path: str, body: Any, fields: list[str]
) -> None:
    answer = await client.post(path, json=body)
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == fields


async def test_an_account_without_password_cannot_be_entered_by_one(
    client: httpx.AsyncClient, database: Database
) -> None:
    await add_account(database)
    for wachtwoord in ("", " ", "niemand heeft dit wachtwoord"):
        answer = await client.post(SESSIES, json={"email": VERA, "wachtwoord": wachtwoord})
        assert answer.status_code in {400, 401}


async def test_what_breaks_half_way_leaves_the_request_for_the_next_time(
    own_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add_account(own_database)

    async def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    async with serve(own_database) as client:
        await ask(client)
    with monkeypatch.context() as patched:
        patched.setattr(service, "queue_bericht", broken)
        with pytest.raises(ZeroDivisionError):
            await answer_requests(own_database, SITE)
    async with own_database.transaction() as session:
        assert (await session.scalars(select(Inloglink.account_id))).all() == []
    assert await answer_requests(own_database, SITE) == 1
    assert len(await mails(own_database)) == 1


async def test_the_worker_mails_as_soon_as_it_is_asked_and_logs_nothing_secret(
    own_database: Database, capfd: pytest.CaptureFixture[str]
) -> None:
    configure_logging("debug")
    await add_account(own_database)
    stopping = asyncio.Event()
    task = asyncio.create_task(mail_links(own_database, SITE, stopping))
    async with serve(own_database) as client:
        await ask(client)
        await eventually(lambda: has_mail(own_database))
    stopping.set()
    await task
    [mail] = await mails(own_database)
    assert mail.inhoud is not None
    token = mail.inhoud["knoppen"][0]["adres"].partition("#")[2]
    captured = capfd.readouterr()
    assert token not in captured.out + captured.err
    assert VERA not in captured.out + captured.err


async def test_what_has_ended_is_removed_and_what_works_stays(
    client: httpx.AsyncClient, database: Database
) -> None:
    account = await add_account(database)
    other = await add_account(database, "ander@example.org")
    ended = await make_sessie(database, account.id, verloopt_op=utc_now() - timedelta(seconds=1))
    kept = await make_sessie(database, account.id)
    token = await mailed_token(client, database)
    past = utc_now() - timedelta(seconds=1)
    async with database.transaction() as session:
        session.add(Inloglink(account_id=other.id, token_hash=b"x" * 32, verloopt_op=past))
    await forget_expired(database)
    async with database.transaction() as session:
        sessions = set(await session.scalars(select(Sessie.id)))
        links = set(await session.scalars(select(Inloglink.account_id)))
    assert ended not in sessions
    assert kept in sessions
    assert links == {account.id}
    assert (await log_in(client, token)).status_code == 201
