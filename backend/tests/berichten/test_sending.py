"""From the row to a real mail server and back, with all that can go wrong in between."""

import asyncio
import contextlib
from datetime import datetime, timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from sociale_kaart import worker
from sociale_kaart.berichten.courier import MailServerAwayError, open_courier
from sociale_kaart.berichten.service import queue_bericht, send_next, tidy
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.config import Settings, SettingsError
from sociale_kaart.core.db import Database
from sociale_kaart.wiring import PROJECTORS
from sociale_kaart.worker import send_mail
from tests.berichten.mail import INHOUD, MINUTE, all_of, queue
from tests.berichten.sink import Sink, mail_server
from tests.test_worker import working
from tests.zoeken.asking import eventually

pytestmark = pytest.mark.anyio


async def send_all(database: Database, sink: Sink, now: datetime | None = None) -> int:
    """Until nothing is due; how many were tried."""
    tried = 0
    while await send_next(database, sink.courier(), now or utc_now()):
        tried += 1
    return tried


async def test_a_mail_arrives_and_what_it_said_is_gone(database: Database) -> None:
    async with mail_server() as sink:
        await queue(database, "a")
        assert await send_all(database, sink) == 1
        [mail] = sink.mails
    assert sink.recipients == ["a@example.org"]
    assert mail["Subject"] == "Klopt je aanbod nog?"
    body = mail.get_body(("plain",))
    assert body is not None
    assert "https://kaart.example.org/mijn/klopt-nog#geheim" in body.get_content()
    bericht = (await all_of(database))["a"]
    assert (bericht.status, bericht.pogingen, bericht.inhoud) == ("verstuurd", 1, None)
    assert bericht.afgehandeld_op is not None


async def test_the_same_key_is_one_mail(database: Database) -> None:
    async with mail_server() as sink:
        await queue(database, "a")
        await queue(database, "a", aan="ander@example.org")
        await send_all(database, sink)
        await queue(database, "a")
        assert await send_all(database, sink) == 0
    assert sink.recipients == ["a@example.org"]


async def test_what_is_rolled_back_sends_nothing(own_database: Database) -> None:
    async with mail_server() as sink:
        with contextlib.suppress(ZeroDivisionError):
            async with own_database.transaction() as session:
                await queue_bericht(
                    session, aan="a@example.org", soort="inloglink", inhoud=INHOUD, sleutel="a"
                )
                raise ZeroDivisionError
        assert await send_all(own_database, sink) == 0
    assert await all_of(own_database) == {}


async def test_a_server_that_is_down_delays_and_counts_nothing(database: Database) -> None:
    async with mail_server() as sink:
        await sink.vanish()
        await queue(database, "a")
        with pytest.raises(MailServerAwayError):
            await send_next(database, sink.courier(), utc_now())
        bericht = (await all_of(database))["a"]
        assert (bericht.status, bericht.pogingen) == ("wacht", 0)
        await sink.appear()
        assert await send_all(database, sink) == 1
    assert sink.recipients == ["a@example.org"]


async def test_a_server_that_wants_a_password_gets_it(database: Database) -> None:
    async with mail_server() as sink:
        sink.password = "gehe!m@"
        await queue(database, "a")
        courier = sink.courier("naam:gehe%21m%40@", smtp_starttls=False)
        assert await send_next(database, courier, utc_now())
    assert sink.recipients == ["a@example.org"]


@pytest.mark.parametrize("login", ["", "naam:fout@"])
async def test_without_the_right_password_mail_waits_and_is_not_lost(
    database: Database, login: str
) -> None:
    async with mail_server() as sink:
        sink.password = "geheim"
        await queue(database, "a")
        with pytest.raises(MailServerAwayError):
            await send_next(database, sink.courier(login, smtp_starttls=False), utc_now())
    bericht = (await all_of(database))["a"]
    assert (bericht.status, bericht.pogingen) == ("wacht", 0)


async def test_a_password_is_not_sent_over_an_open_line(database: Database) -> None:
    async with mail_server() as sink:
        sink.password = "geheim"
        await queue(database, "a")
        with pytest.raises(MailServerAwayError):
            await send_next(database, sink.courier("naam:geheim@"), utc_now())
    assert sink.passwords_seen == []


@pytest.mark.parametrize("where", ["rcpt", "data"])
async def test_not_now_is_tried_again_later_each_time_later(database: Database, where: str) -> None:
    async with mail_server() as sink:
        sink.rcpt, sink.data = (
            (lambda _: "450 nu even niet", sink.data)
            if where == "rcpt"
            else (sink.rcpt, "451 nu even niet")
        )
        now = utc_now() + MINUTE / 2
        await queue(database, "a")
        delays = []
        for _ in range(4):
            assert await send_all(database, sink, now) == 1
            bericht = (await all_of(database))["a"]
            assert bericht.status == "wacht"
            assert "nu even niet" in (bericht.antwoord or "")
            delays.append(bericht.volgende_poging_op - now)
            assert await send_all(database, sink, bericht.volgende_poging_op - MINUTE / 60) == 0
            now = bericht.volgende_poging_op
        assert delays == [MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE]
        sink.rcpt, sink.data = Sink(0).rcpt, Sink(0).data
        assert await send_all(database, sink, now) == 1
    assert sink.recipients == ["a@example.org"]
    assert (await all_of(database))["a"].status == "verstuurd"


@pytest.mark.parametrize("where", ["rcpt", "data"])
async def test_never_is_recorded_and_the_next_one_goes(database: Database, where: str) -> None:
    async with mail_server() as sink:
        await queue(database, "a")
        await queue(database, "b")
        if where == "rcpt":
            sink.rcpt = lambda address: (
                "550 deze brievenbus bestaat niet" if address.startswith("a@") else "250 OK"
            )
            assert await send_all(database, sink) == 2
            assert sink.recipients == ["b@example.org"]
        else:
            sink.data = "554 deze brievenbus bestaat niet"
            assert await send_all(database, sink) == 2
            assert sink.recipients == []
    bericht = (await all_of(database))["a"]
    assert (bericht.status, bericht.inhoud) == ("geweigerd", None)
    assert "deze brievenbus bestaat niet" in (bericht.antwoord or "")


async def test_a_connection_that_drops_is_that_mails_own_trouble(database: Database) -> None:
    async with mail_server() as sink:
        sink.drops = True
        await queue(database, "a")
        assert await send_all(database, sink) == 1
        bericht = (await all_of(database))["a"]
        assert (bericht.status, bericht.pogingen) == ("wacht", 1)
        sink.drops = False
        assert await send_all(database, sink, bericht.volgende_poging_op) == 1
    assert sink.recipients == ["a@example.org"]


async def test_an_address_that_is_more_than_one_is_never_sent_to(database: Database) -> None:
    async with mail_server() as sink:
        await queue(database, "a", aan="a@example.org,b@example.org")
        assert await send_all(database, sink) == 0
    assert (await all_of(database))["a"].status == "geweigerd"
    assert sink.mails == []


async def test_what_cannot_be_composed_does_not_stop_the_others(database: Database) -> None:
    async with mail_server() as sink:
        await queue(database, "a")
        async with database.transaction() as session:
            await session.execute(text('UPDATE bericht SET inhoud = \'{"van": "vroeger"}\''))
        await queue(database, "b")
        assert await send_all(database, sink) == 2
    assert sink.recipients == ["b@example.org"]
    assert (await all_of(database))["a"].status == "geweigerd"


async def test_two_workers_send_each_mail_once(own_database: Database) -> None:
    url = own_database.engine.url.render_as_string(hide_password=False)
    other = Database(url, PROJECTORS)
    keys = [f"m{number}" for number in range(20)]
    for key in keys:
        await queue(own_database, key)
    async with mail_server() as sink:
        tried = await asyncio.gather(send_all(own_database, sink), send_all(other, sink))
    await other.close()
    assert sum(tried) == 20
    assert min(tried) > 0
    assert sorted(sink.recipients) == sorted(f"{key}@example.org" for key in keys)


async def test_a_crash_after_the_servers_yes_sends_it_again_as_the_same_mail(
    own_database: Database,
) -> None:
    await queue(own_database, "a")
    async with mail_server() as sink:
        sink.answering.clear()
        dying = asyncio.create_task(send_next(own_database, sink.courier(), utc_now()))

        async def taken() -> bool:
            return len(sink.mails) == 1

        await eventually(taken)
        dying.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await dying
        sink.answering.set()
        bericht = (await all_of(own_database))["a"]
        assert (bericht.status, bericht.pogingen) == ("wacht", 0)
        assert await send_all(own_database, sink) == 1
    first, second = sink.mails
    assert first["Message-ID"] == second["Message-ID"]


async def test_the_worker_sends_what_is_told_and_goes_on_after_the_server_was_away(
    own_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_MAIL_SECONDS", 0.1)
    monkeypatch.setattr(worker, "_LONGEST_MAIL_WAIT_SECONDS", 0.2)
    async with mail_server() as sink:
        stopping = asyncio.Event()
        async with working(send_mail(own_database, sink.courier(), stopping), stopping):
            await queue(own_database, "a")
            await eventually(lambda: has(sink, "a@example.org"))
            await sink.vanish()
            await queue(own_database, "b")
            await asyncio.sleep(0.5)
            await sink.appear()
            await eventually(lambda: has(sink, "b@example.org"))


async def has(sink: Sink, address: str) -> bool:
    return address in sink.recipients


async def test_the_worker_hears_of_mail_at_once(
    own_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_MAIL_SECONDS", 3_600)
    async with mail_server() as sink:
        stopping = asyncio.Event()
        async with working(send_mail(own_database, sink.courier(), stopping), stopping):
            for key in ("a", "b", "c"):
                await queue(own_database, key)
                await eventually(lambda key=key: has(sink, f"{key}@example.org"))


async def test_what_is_too_late_is_not_sent_and_emptied(database: Database) -> None:
    async with mail_server() as sink:
        await queue(database, "kort", geldig=15 * MINUTE)
        await queue(database, "lang")
        later = utc_now() + 16 * MINUTE
        await tidy(database, later)
        assert await send_all(database, sink, later) == 1
        await tidy(database, utc_now() + timedelta(days=5))
    found = await all_of(database)
    assert (found["kort"].status, found["kort"].inhoud) == ("verlopen", None)
    assert sink.recipients == ["lang@example.org"]


async def test_after_three_months_nothing_is_left_of_it(database: Database) -> None:
    async with mail_server() as sink:
        await queue(database, "a")
        await send_all(database, sink)
    await tidy(database, utc_now() + timedelta(days=89))
    assert set(await all_of(database)) == {"a"}
    await tidy(database, utc_now() + timedelta(days=91))
    assert await all_of(database) == {}


@pytest.mark.parametrize(
    ("url", "port", "tls", "start_tls"),
    [
        ("smtp://mail.example.org", 25, False, None),
        ("smtp://naam:w%40chtwoord@mail.example.org", 587, False, True),
        ("smtps://naam:w%40chtwoord@mail.example.org", 465, True, False),
        ("smtp://mail.example.org:2525", 2525, False, None),
    ],
)
def test_an_address_says_how_to_reach_the_server(
    url: str, port: int, tls: bool, start_tls: bool | None
) -> None:
    courier = open_courier(Settings(smtp_url=SecretStr(url), mail_from="kaart@example.org"))
    assert courier is not None
    assert courier.options["port"] == port
    assert (courier.options["use_tls"], courier.options["start_tls"]) == (tls, start_tls)
    assert courier.options["password"] == ("w@chtwoord" if "@mail" in url else None)


def test_without_an_address_there_is_no_server() -> None:
    assert open_courier(Settings(smtp_url=None)) is None


@pytest.mark.parametrize(
    ("url", "mail_from"),
    [
        ("http://geheim@mail.example.org", "kaart@example.org"),
        ("smtp://", "kaart@example.org"),
        ("smtp://geheim@mail.example.org:poort", "kaart@example.org"),
        ("smtp://geheim@mail.example.org", None),
        ("smtp://geheim@mail.example.org", "Sociale kaart"),
    ],
)
def test_settings_that_cannot_be_right_are_refused_without_repeating_them(
    url: str, mail_from: str | None
) -> None:
    with pytest.raises(SettingsError) as caught:
        open_courier(Settings(smtp_url=SecretStr(url), mail_from=mail_from))
    assert "geheim" not in str(caught.value)
