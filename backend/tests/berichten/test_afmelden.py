"""Stopping a kind of mail: in the headers of the mail, by one click, and by the page."""

from dataclasses import replace

import httpx
import pytest
from sqlmodel import select

from sociale_kaart.accounts.models import Account
from sociale_kaart.berichten.adressen.models import Mailadres
from sociale_kaart.berichten.adressen.queries import find_adres
from sociale_kaart.berichten.service import send_next
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from tests.berichten.mail import all_of, queue
from tests.berichten.sink import Sink, mail_server
from tests.conftest import serve
from tests.people import account_of, log_in_as

pytestmark = pytest.mark.anyio

# As long as the address of a municipality gets, so that the header is too long for one line.
SITE = "https://socialekaart.een-gemeente-met-een-lange-naam.example.org"
VERA = "vera@example.org"
PAGE = "/api/v1/mailvoorkeuren/huidig"
CHOICES = f"{PAGE}/keuzes"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


async def sleutel_of(database: Database, aan: str = VERA) -> str:
    async with database.transaction() as session:
        found = await find_adres(session, aan)
        assert found is not None
        return found.sleutel


async def wanted(
    client: httpx.AsyncClient, sleutel: str, headers: dict[str, str] | None = None
) -> set[str]:
    """The kinds that are wanted, as the page shows it."""
    asked = headers or {"Mail-Sleutel": sleutel}
    answer = await client.get(PAGE, headers=asked)
    assert answer.status_code == 200, answer.text
    assert "no-store" in answer.headers["cache-control"]
    return {one["soort"] for one in answer.json()["soorten"] if one["gewenst"]}


async def send_all(database: Database, sink: Sink) -> None:
    courier = replace(sink.courier(), public_url=SITE)
    while await send_next(database, courier, utc_now()):
        pass


async def test_mail_that_may_be_stopped_says_how_on_the_wire(database: Database) -> None:
    async with mail_server() as sink:
        await queue(database, "a", aan=VERA, soort="controle")
        await send_all(database, sink)
        [mail] = sink.mails
        [raw] = sink.raw
    sleutel = await sleutel_of(database)
    # As it goes over the line: what is encoded there programs do not read.
    lines = raw.decode().split("\r\n")
    assert f"List-Unsubscribe: <{SITE}/afmelden/controle/{sleutel}>" in lines
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in lines
    page = f"{SITE}/mijn/afmelden#{sleutel}&controle"
    for form, written in (("plain", page), ("html", page.replace("&", "&amp;"))):
        body = mail.get_body((form,))
        assert body is not None
        assert written in body.get_content()


async def test_without_https_no_program_is_asked_to_post(database: Database) -> None:
    async with mail_server() as sink:
        await queue(database, "a", aan=VERA, soort="controle")
        await send_next(database, sink.courier(public_url="http://localhost:8000"), utc_now())
        [mail] = sink.mails
    assert mail["List-Unsubscribe"].startswith("<http://localhost:8000/afmelden/controle/")
    assert mail["List-Unsubscribe-Post"] is None


async def test_other_mail_says_nothing_of_stopping(database: Database) -> None:
    async with mail_server() as sink:
        await queue(database, "a", aan=VERA, soort="inloglink")
        await send_all(database, sink)
        [mail] = sink.mails
    assert mail["List-Unsubscribe"] is None
    body = mail.get_body(("plain",))
    assert body is not None
    assert "afmelden" not in body.get_content()
    async with database.transaction() as session:
        assert (await session.scalars(select(Mailadres))).all() == []


async def test_a_scanner_that_follows_every_link_stops_nothing(
    client: httpx.AsyncClient, database: Database
) -> None:
    await queue(database, "a", aan=VERA, soort="controle")
    sleutel = await sleutel_of(database)
    for method in ("GET", "HEAD", "GET"):
        answer = await client.request(method, f"/afmelden/controle/{sleutel}")
        if method == "GET":
            assert answer.status_code == 303
            assert answer.headers["location"] == f"/mijn/afmelden#{sleutel}&controle"
    assert "controle" in await wanted(client, sleutel)


@pytest.mark.parametrize("form", ["urlencoded", "multipart"])
async def test_one_click_stops_this_kind_and_no_other(
    client: httpx.AsyncClient, database: Database, form: str
) -> None:
    await queue(database, "a", aan=VERA, soort="controle")
    sleutel = await sleutel_of(database)
    how = {"data": ONE_CLICK} if form == "urlencoded" else {"files": {
        name: (None, value) for name, value in ONE_CLICK.items()
    }}  # fmt: skip
    # A second time, as some programs do, changes nothing.
    for _ in range(2):
        answer = await client.post(f"/afmelden/controle/{sleutel}", **how)  # type: ignore[arg-type]
        assert answer.status_code == 204, answer.text
    assert await wanted(client, sleutel) == {"agenda-mislukt", "aansluitverzoek"}
    # What was waiting is gone, and no new one comes; mail that may not be stopped does come.
    await queue(database, "b", aan="Vera@Example.org", soort="controle")
    await queue(database, "c", aan=VERA, soort="inloglink")
    await queue(database, "d", aan=VERA, soort="agenda-mislukt")
    assert set(await all_of(database)) == {"c", "d"}


async def test_it_is_one_address_that_stops_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    await queue(database, "a", aan=VERA, soort="controle")
    await queue(database, "b", aan="wim@example.org", soort="controle")
    await client.post(f"/afmelden/controle/{await sleutel_of(database)}", data=ONE_CLICK)
    assert set(await all_of(database)) == {"b"}


async def test_a_post_that_does_not_say_it_is_refused(
    client: httpx.AsyncClient, database: Database
) -> None:
    await queue(database, "a", aan=VERA, soort="controle")
    sleutel = await sleutel_of(database)
    address = f"/afmelden/controle/{sleutel}"
    assert (await client.post(address)).status_code == 400
    # A page of somebody else in the reader's browser.
    elsewhere = {"Origin": "https://elders.example.org"}
    answer = await client.post(address, data=ONE_CLICK, headers=elsewhere)
    assert answer.status_code == 403
    assert "controle" in await wanted(client, sleutel)


async def test_a_forged_key_or_kind_does_nothing(
    client: httpx.AsyncClient, database: Database
) -> None:
    await queue(database, "a", aan=VERA, soort="controle")
    sleutel = await sleutel_of(database)
    forged = f"{sleutel[:-1]}{'a' if sleutel[-1] != 'a' else 'b'}"
    answer = await client.post(f"/afmelden/controle/{forged}", data=ONE_CLICK)
    assert answer.status_code == 404
    for soort in ("inloglink", "beoordeling", "zomaar"):
        answer = await client.post(f"/afmelden/{soort}/{sleutel}", data=ONE_CLICK)
        assert answer.status_code == 400
        change = {"soort": soort, "gewenst": False}
        answer = await client.post(CHOICES, json=change, headers={"Mail-Sleutel": sleutel})
        assert answer.status_code == 400
    assert (await client.get(PAGE, headers={"Mail-Sleutel": forged})).status_code == 404
    assert (await client.get(PAGE)).status_code == 401
    assert len(await wanted(client, sleutel)) == 3


async def test_the_page_stops_and_begins_again_without_a_log_in(
    client: httpx.AsyncClient, database: Database
) -> None:
    await queue(database, "a", aan=VERA, soort="controle")
    sleutel = await sleutel_of(database)
    for gewenst in (False, False, True):
        answer = await client.post(
            CHOICES,
            json={"soort": "controle", "gewenst": gewenst},
            headers={"Mail-Sleutel": sleutel},
        )
        assert answer.status_code == 200, answer.text
        # Who got it passed on does not read whose it is.
        assert answer.json()["adres"] == "v…@example.org"
        assert ("controle" in await wanted(client, sleutel)) is gewenst
    await queue(database, "b", aan=VERA, soort="controle")
    assert set(await all_of(database)) == {"b"}


async def test_who_is_logged_in_has_the_same_page(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers = await log_in_as(database)
    assert len(await wanted(client, "", headers)) == 3
    async with database.transaction() as session:
        assert (await session.scalars(select(Mailadres))).all() == []
    change = {"soort": "agenda-mislukt", "gewenst": False}
    assert (await client.post(CHOICES, json=change, headers=headers)).status_code == 200
    assert await wanted(client, "", headers) == {"aansluitverzoek", "controle"}


async def test_staff_without_an_address_have_no_mail_to_stop(
    client: httpx.AsyncClient, database: Database
) -> None:
    headers = await log_in_as(database, "wijkteam")
    key = await account_of(database, headers)
    async with database.transaction() as session:
        account = await session.get(Account, key)
        assert account is not None
        account.email = None
    assert (await client.get(PAGE, headers=headers)).status_code == 404


async def test_the_demo_shows_where_mail_is_stopped(database: Database) -> None:
    await queue(database, "a", aan=VERA, soort="controle")
    await queue(database, "b", aan=VERA, soort="inloglink")
    async with serve(database, demo=True, public_url=SITE) as client:
        plain, stoppable = (await client.get("/api/v1/demoberichten")).json()["resultaten"]
    assert "afmelden" not in plain
    assert stoppable["afmelden"]["adres"].startswith(f"{SITE}/mijn/afmelden#")
