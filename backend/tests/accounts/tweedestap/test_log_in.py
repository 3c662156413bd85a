"""Logging in with a second step: half a session, the code, and the ways in that all ask for it."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select, update

from sociale_kaart.accounts.expiry import forget_expired
from sociale_kaart.accounts.inloglinks.models import Inloglink
from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.routes import HALF_COOKIE, SESSION_COOKIE
from sociale_kaart.accounts.tokens import new_token
from sociale_kaart.accounts.tweedestap.models import HalveSessie, Herstelcode, TweedeStap
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from tests.accounts.test_inloglinks import LINKS, SESSIES, VERA, add_account, mails
from tests.conftest import serve
from tests.people import log_in_as, make_organisatie
from tests.second_step import App, half_way, turn_on

pytestmark = pytest.mark.anyio

CODES = f"{SESSIES}/halve/bevestigingen"
HUIDIGE = f"{SESSIES}/huidige"


async def link_of(database: Database, account_id: UUID) -> str:
    """The token of a link that was mailed to them."""
    token, token_hash = new_token()
    async with database.transaction() as session:
        link = Inloglink(
            account_id=account_id,
            token_hash=token_hash,
            verloopt_op=utc_now() + timedelta(hours=1),
        )
        await session.merge(link)
    return token


async def vera(database: Database) -> tuple[Account, App]:
    account = await add_account(database)
    return account, await turn_on(database, account.id)


async def give(client: httpx.AsyncClient, headers: Any = None, **bewijs: str) -> httpx.Response:
    return await client.post(CODES, json=bewijs, headers=headers)


def said(answer: httpx.Response) -> str:
    assert answer.status_code == 400, answer.text
    return str(answer.json()["fouten"][0]["melding"])


async def count(database: Database, table: type[Any]) -> int:
    async with database.transaction() as session:
        return len((await session.scalars(select(table))).all())


async def test_a_link_opens_half_a_session_and_the_code_the_rest(
    client: httpx.AsyncClient, database: Database
) -> None:
    account, app = await vera(database)
    answer = await client.post(SESSIES, json={"token": await link_of(database, account.id)})
    assert answer.status_code == 202
    assert set(answer.json()) == {"verlooptOp"}
    assert answer.headers["cache-control"] == "private, no-store"
    [cookie] = answer.headers.get_list("set-cookie")
    assert cookie.startswith(f"{HALF_COOKIE}=")
    assert all(word in cookie for word in ("HttpOnly", "Secure", "Path=/", "Max-Age=600"))
    assert (await client.get(HUIDIGE)).status_code == 401
    assert await count(database, Sessie) == 0

    whole = await give(client, code=app.code())
    assert whole.status_code == 201
    assert whole.json()["accountId"] == str(account.id)
    assert whole.headers["cache-control"] == "no-store"
    assert (await client.get(HUIDIGE)).json()["naam"] == "Vera"
    assert await count(database, HalveSessie) == 0


async def test_without_a_second_step_nothing_is_asked(
    client: httpx.AsyncClient, database: Database
) -> None:
    account = await add_account(database)
    answer = await client.post(SESSIES, json={"token": await link_of(database, account.id)})
    assert answer.status_code == 201


async def test_one_that_was_begun_and_not_confirmed_asks_for_nothing(
    client: httpx.AsyncClient, database: Database
) -> None:
    account, _ = await vera(database)
    async with database.transaction() as session:
        await session.execute(update(TweedeStap).values(aan_sinds=None))
    answer = await client.post(SESSIES, json={"token": await link_of(database, account.id)})
    assert answer.status_code == 201


async def test_a_password_is_no_way_around_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    account = await add_account(database, wachtwoord="geheim-woord")
    await turn_on(database, account.id)
    answer = await client.post(SESSIES, json={"email": VERA, "wachtwoord": "geheim-woord"})
    assert answer.status_code == 202
    wrong = await client.post(SESSIES, json={"email": VERA, "wachtwoord": "fout"})
    unknown = await client.post(SESSIES, json={"email": "x@example.org", "wachtwoord": "fout"})
    assert (wrong.status_code, wrong.json()) == (401, unknown.json())


async def test_joining_an_organisation_is_no_way_around_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    _, app = await vera(database)
    key = await make_organisatie(database)
    asked = {"naam": "Vera", "email": VERA, "organisatie": str(key)}
    assert (await client.post("/api/v1/aansluitlinks", json=asked)).status_code == 202
    [*_, mail] = await mails(database)
    assert mail.inhoud is not None
    token = mail.inhoud["knoppen"][0]["adres"].partition("#")[2]
    done = await client.post(
        "/api/v1/aansluitlinks/huidig/bevestigingen", headers={"Aansluit-Token": token}
    )
    assert done.status_code == 201
    assert "sessie" not in done.json()
    assert SESSION_COOKIE not in done.headers["set-cookie"]
    assert (await give(client, code=app.code())).status_code == 201


async def test_strangers_cannot_see_who_has_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    await vera(database)
    await add_account(database, "jan@example.org")
    people = (VERA, "jan@example.org", "niemand@example.org")
    asked = [await client.post(LINKS, json={"email": email}) for email in people]
    assert len({(answer.status_code, answer.text) for answer in asked}) == 1
    tried = [await client.post(SESSIES, json={"token": f"verzonnen{each}"}) for each in people]
    assert len({(answer.status_code, answer.text) for answer in tried}) == 1
    nobody = await give(client, code="000000")
    assert nobody.status_code == 401


@pytest.mark.parametrize("later", [-1, 0, 1])
async def test_the_clock_of_a_telephone_may_be_half_a_minute_off(
    client: httpx.AsyncClient, database: Database, later: int
) -> None:
    account, app = await vera(database)
    headers = await half_way(database, account.id)
    assert (await give(client, headers, code=app.code(later))).status_code == 201


async def test_a_code_works_once_and_an_older_one_no_more_after_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    account, app = await vera(database)
    first, second = [await half_way(database, account.id) for _ in "ab"]
    assert (await give(client, first, code=app.code())).status_code == 201
    assert "al gebruikt" in said(await give(client, second, code=app.code()))
    assert "al gebruikt" in said(await give(client, second, code=app.code(-1)))
    assert (await give(client, second, code=app.code(1))).status_code == 201


@pytest.mark.parametrize("kind", ["code", "herstelcode"])
async def test_of_many_who_give_the_same_code_at_once_one_gets_in(
    own_database: Database, kind: str
) -> None:
    account, app = await vera(own_database)
    headers = [await half_way(own_database, account.id) for _ in range(4)]
    bewijs = {"code": app.code(), "herstelcode": app.herstelcodes[0]}[kind]
    async with serve(own_database) as client:
        answers = await asyncio.gather(*(give(client, each, **{kind: bewijs}) for each in headers))
    assert sorted(answer.status_code for answer in answers) == [201, 400, 400, 400]
    assert await count(own_database, Sessie) == 1


async def test_half_a_session_becomes_one_session(own_database: Database) -> None:
    account, app = await vera(own_database)
    headers = await half_way(own_database, account.id)
    async with serve(own_database) as client:
        answers = await asyncio.gather(
            *(give(client, headers, herstelcode=code) for code in app.herstelcodes[:3])
        )
    assert sorted(answer.status_code for answer in answers) == [201, 401, 401]
    # Those who came too late used nothing up.
    assert await count(own_database, Herstelcode) == len(app.herstelcodes) - 1


@pytest.mark.parametrize(
    ("later", "words"), [(-3, "te oud"), (3, "klopt niet"), (-20, "klopt niet")]
)
async def test_what_is_said_of_a_code_of_another_time(
    client: httpx.AsyncClient, database: Database, later: int, words: str
) -> None:
    account, app = await vera(database)
    headers = await half_way(database, account.id)
    melding = said(await give(client, headers, code=app.code(later)))
    assert words in melding
    assert "klok" in melding


@pytest.mark.parametrize("typed", ["12345", "1234567", "abcdef", "١٢٣٤٥٦", "²²²²²²", ""])
async def test_what_is_no_code_is_told_how_one_looks(
    client: httpx.AsyncClient, database: Database, typed: str
) -> None:
    account, _ = await vera(database)
    headers = await half_way(database, account.id)
    assert said(await give(client, headers, code=typed)) == "Een code heeft zes cijfers."


async def test_spaces_in_a_code_do_not_matter(
    client: httpx.AsyncClient, database: Database
) -> None:
    account, app = await vera(database)
    code = app.code()
    headers = await half_way(database, account.id)
    assert (await give(client, headers, code=f" {code[:3]} {code[3:]}")).status_code == 201


async def test_a_recovery_code_works_once_and_they_hear_of_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    account, app = await vera(database)
    first, second = [await half_way(database, account.id) for _ in "ab"]
    written = app.herstelcodes[0].replace("-", " ").lower()
    assert (await give(client, first, herstelcode=written)).status_code == 201
    assert "al gebruikt" in said(await give(client, second, herstelcode=written))
    [mail] = await mails(database)
    assert mail.inhoud is not None
    assert (mail.aan, mail.soort) == (VERA, "tweede-stap")
    assert any("Je hebt er nog 9." in alinea for alinea in mail.inhoud["alineas"])
    assert app.herstelcodes[0] not in str(mail.inhoud)


async def test_guessing_stops_after_five_also_from_another_link(own_database: Database) -> None:
    account, app = await vera(own_database)
    async with serve(own_database) as client:
        for _ in range(5):
            headers = await half_way(own_database, account.id)
            assert (await give(client, headers, code=app.wrong_code())).status_code == 400
        headers = await half_way(own_database, account.id)
        assert (await give(client, headers, code=app.code())).status_code == 429
        assert (await give(client, headers, herstelcode=app.herstelcodes[0])).status_code == 429


async def test_half_a_session_ends_after_ten_minutes_and_is_thrown_away(
    client: httpx.AsyncClient, database: Database
) -> None:
    account, app = await vera(database)
    headers = await half_way(database, account.id)
    async with database.transaction() as session:
        await session.execute(
            update(HalveSessie).values(verloopt_op=utc_now() - timedelta(minutes=1))
        )
    late = await give(client, headers, code=app.code())
    assert late.status_code == 401
    assert "duurde te lang" in late.json()["detail"]
    await forget_expired(database)
    assert await count(database, HalveSessie) == 0
    assert await count(database, TweedeStap) == 1


async def test_half_a_session_of_a_closed_account_ends(
    client: httpx.AsyncClient, database: Database
) -> None:
    account, app = await vera(database)
    headers = await half_way(database, account.id)
    async with database.transaction() as session:
        await session.execute(update(Account).values(actief=False))
    assert (await give(client, headers, code=app.code())).status_code == 401


async def test_an_open_session_stays_while_the_code_is_asked(
    client: httpx.AsyncClient, database: Database
) -> None:
    account, _ = await vera(database)
    open_already = await log_in_as(database)
    answer = await client.post(
        SESSIES, json={"token": await link_of(database, account.id)}, headers=open_already
    )
    assert answer.status_code == 202
    assert (await client.get(HUIDIGE, headers=open_already)).status_code == 200


async def test_with_another_key_only_recovery_codes_let_in(database: Database) -> None:
    account, app = await vera(database)
    async with serve(database, secret_key="een-andere-sleutel-die-niemand-meer-heeft") as client:
        headers = await half_way(database, account.id)
        refused = await give(client, headers, code=app.code())
        assert refused.status_code == 409
        assert "herstelcode" in refused.json()["detail"]
        assert (await give(client, headers, herstelcode=app.herstelcodes[0])).status_code == 201


async def test_what_goes_with_the_account(database: Database) -> None:
    account, _ = await vera(database)
    await half_way(database, account.id)
    async with database.transaction() as session:
        await session.delete(await session.get_one(Account, account.id))
    for table in (TweedeStap, Herstelcode, HalveSessie):
        assert await count(database, table) == 0
