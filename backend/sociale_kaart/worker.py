"""Drains the outbox, embeds what listings say, sends mail, and does what the clock asks for."""

import asyncio
import signal
from contextlib import aclosing
from datetime import date

import structlog

from sociale_kaart.aanbod.kopieren.carrying import carry_next
from sociale_kaart.aanbod.links.looking import Looker
from sociale_kaart.aanbod.links.service import look_at_some
from sociale_kaart.aanbod.queries import ids_computed_before
from sociale_kaart.accounts.inloglinks.service import CHANNEL as LINK_CHANNEL
from sociale_kaart.accounts.inloglinks.service import answer_requests
from sociale_kaart.accounts.limieten.service import forget_ended
from sociale_kaart.agenda.bronnen.refreshing import refresh_next
from sociale_kaart.berichten.courier import Courier, MailServerAwayError
from sociale_kaart.berichten.service import CHANNEL as MAIL_CHANNEL
from sociale_kaart.berichten.service import send_next, tidy
from sociale_kaart.controle.service import ask_owners
from sociale_kaart.core.clock import to_local, today, utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.listening import Listener
from sociale_kaart.core.outbox import CHANNEL, touch
from sociale_kaart.core.uitgaand import Uitgaand
from sociale_kaart.forgetting import forget_all
from sociale_kaart.opendata.invoeren.work import CHANNEL as IMPORT_CHANNEL
from sociale_kaart.opendata.invoeren.work import work_some
from sociale_kaart.repeating import AWAY, pause, repeat
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.meaning.embedder import Embedder, EmbedderAwayError
from sociale_kaart.zoeken.meaning.work import await_model, embed_some
from sociale_kaart.zoeken.statistics import count_terms, has_changed
from sociale_kaart.zoeken.sync import (
    discard_outbox,
    drain_outbox,
    is_from_before_tonight,
    needs_rebuild,
    rebuild,
)

log = structlog.get_logger()

# How soon a change is seen that nobody told of; the others are seen at once.
_IDLE_SECONDS = 1.0
_LONGEST_WAIT_SECONDS = 10.0
# How soon it is seen that Meilisearch came back empty.
_CHECK_SECONDS = 10.0
_NEW_DAY_SECONDS = 60.0
_STATISTICS_SECONDS = 2.0
# Of the time that it takes to count, this many times as long until it is done again.
_STATISTICS_SHARE = 20.0
# How soon after a change its meaning is looked for; its words are findable before. Seldom, as the
# engine takes in vectors slowly and other edits wait for that.
_MEANING_SECONDS = 10.0
_DOCUMENTS_AT_ONCE = 200
# How soon mail is looked for that nobody told of, or whose turn has come again.
_MAIL_SECONDS = 30.0
_LONGEST_MAIL_WAIT_SECONDS = 300.0
# People are asked things in the morning, not when the day begins for a clock.
_MORNING_HOUR = 8
# Other people's servers are asked at night, before anybody gets a mail about what was found.
_NIGHT_HOUR = 2
_LOOK_AGAIN_SECONDS = 1800.0
_FORGET_SECONDS = 3600.0
# Limits keep nothing longer than they need it, give or take this.
_LIMITS_SECONDS = 60.0
# How soon a change is seen that copies at other places follow.
_CARRY_SECONDS = 2.0
_GRACE_SECONDS = 1.0


async def run_worker(
    database: Database,
    engine: Engine | None,
    embedder: Embedder | None = None,
    courier: Courier | None = None,
    asks_from: str | None = None,
    looker: Looker | None = None,
    *,
    public_url: str,
    uitgaand: Uitgaand,
) -> None:
    """Works until it gets SIGTERM or SIGINT; `public_url` is the public address of the site.

    With the public address of the site in `asks_from` it asks owners about their listings, and with
    a `looker` it looks whether their addresses work.
    What it is doing then gets a second; after that it is undone with its transaction, and done
    again by the next worker.
    """
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    work = discard(database, stopping) if engine is None else sync(database, engine, stopping)
    jobs = [
        asyncio.create_task(work),
        asyncio.create_task(_keep_dates(database, stopping)),
        asyncio.create_task(keep_statistics(database, stopping)),
        asyncio.create_task(send_mail(database, courier, stopping)),
        asyncio.create_task(mail_links(database, public_url, stopping)),
        asyncio.create_task(import_rows(database, stopping)),
        asyncio.create_task(read_calendars(database, uitgaand, public_url, stopping)),
        asyncio.create_task(carry_changes(database, stopping)),
        asyncio.create_task(_forget(database, public_url, stopping)),
        asyncio.create_task(_forget_limits(database, stopping)),
    ]
    if engine is not None and embedder is not None:
        # Nobody but the engine has a use for vectors.
        jobs.append(asyncio.create_task(embed(database, embedder, stopping)))
    if asks_from is not None:
        jobs.append(asyncio.create_task(keep_asking(database, asks_from, stopping)))
    if looker is not None:
        jobs.append(asyncio.create_task(keep_looking(database, looker, stopping)))
    waiting = asyncio.create_task(stopping.wait())
    await asyncio.wait([*jobs, waiting], return_when=asyncio.FIRST_COMPLETED)
    stopping.set()
    _, late = await asyncio.wait(jobs, timeout=_GRACE_SECONDS)
    for job in late:
        job.cancel()
    ends = await asyncio.gather(*jobs, return_exceptions=True)
    for end in ends:
        if isinstance(end, Exception):
            raise end


async def discard(database: Database, stopping: asyncio.Event) -> None:
    """Without an engine: keeps the outbox empty."""
    await repeat(
        lambda: discard_outbox(database), stopping, _LONGEST_WAIT_SECONDS, waits="sync_waits"
    )


async def sync(database: Database, engine: Engine, stopping: asyncio.Event) -> None:
    """With an engine: sends what changed, and rebuilds the index when it is not what it should be."""
    wait = _IDLE_SECONDS
    next_check = 0.0
    refused = 0
    clock = asyncio.get_running_loop().time
    async with aclosing(Listener(database, CHANNEL)) as changes:
        while not stopping.is_set():
            try:
                if clock() >= next_check:
                    if await needs_rebuild(
                        database, engine, refused=refused
                    ) or await is_from_before_tonight(database, utc_now()):
                        refused = await rebuild(database, engine)
                    next_check = clock() + _CHECK_SECONDS
                handled = await drain_outbox(database, engine)
            except AWAY as error:
                wait = min(max(wait * 2, _IDLE_SECONDS), _LONGEST_WAIT_SECONDS)
                # An engine that comes back may come back empty.
                next_check = 0.0
                log.warning("sync_waits", reason=type(error).__name__, seconds=wait)
            else:
                wait = 0 if handled else _IDLE_SECONDS
            await changes.wait(stopping, wait)


async def _keep_dates(database: Database, stopping: asyncio.Event) -> None:
    """Spells out the coming times again when a new day has begun."""
    await repeat(
        lambda: renew_documents(database, today()),
        stopping,
        _NEW_DAY_SECONDS,
        waits="renewal_waits",
    )


async def keep_statistics(database: Database, stopping: asyncio.Event) -> None:
    """Counts anew how often each word is used, when listings have changed."""
    clock = asyncio.get_running_loop().time
    while not stopping.is_set():
        wait = _STATISTICS_SECONDS
        try:
            if await has_changed(database):
                began = clock()
                await count_terms(database)
                # With very many listings it takes a while, and a word more or less can wait.
                wait += _STATISTICS_SHARE * (clock() - began)
        except AWAY as error:
            log.warning("statistics_wait", reason=type(error).__name__)
        await pause(stopping, wait)


async def mail_links(database: Database, public_url: str, stopping: asyncio.Event) -> None:
    """Mails a link to each member who asked to log in by one."""
    async with aclosing(Listener(database, LINK_CHANNEL)) as asked:
        await repeat(
            lambda: answer_requests(database, public_url),
            stopping,
            _LONGEST_WAIT_SECONDS,
            waits="links_wait",
            told=asked,
        )


async def import_rows(database: Database, stopping: asyncio.Event) -> None:
    """Does what is asked of imports, a piece at a time; what a stop undoes is done again."""
    async with aclosing(Listener(database, IMPORT_CHANNEL)) as asked:
        await repeat(
            lambda: work_some(database),
            stopping,
            _LONGEST_WAIT_SECONDS,
            waits="import_waits",
            told=asked,
        )


async def read_calendars(
    database: Database, uitgaand: Uitgaand, public_url: str, stopping: asyncio.Event
) -> None:
    """Reads the calendars of organisations, each once a night."""
    await repeat(
        lambda: refresh_next(database, uitgaand, utc_now(), public_url),
        stopping,
        _NEW_DAY_SECONDS,
        waits="calendars_wait",
    )


async def carry_changes(database: Database, stopping: asyncio.Event) -> None:
    """Brings what changed in a listing to its copies at other places."""
    await repeat(lambda: carry_next(database), stopping, _CARRY_SECONDS, waits="carrying_waits")


async def _forget(database: Database, public_url: str, stopping: asyncio.Event) -> None:
    """Each hour."""
    await repeat(
        lambda: forget_all(database, public_url),
        stopping,
        _FORGET_SECONDS,
        waits="forgetting_waits",
    )


async def _forget_limits(database: Database, stopping: asyncio.Event) -> None:
    await repeat(lambda: forget_ended(database), stopping, _LIMITS_SECONDS, waits="limits_wait")


async def embed(database: Database, embedder: Embedder, stopping: asyncio.Event) -> None:
    """Embeds what was changed, beside all else: no edit waits for it to be found by its words."""
    wait = _MEANING_SECONDS
    checked = False
    while not stopping.is_set():
        try:
            if not checked:
                await await_model(database, embedder)
                checked = True
            handled = await embed_some(database, embedder)
        except (*AWAY, EmbedderAwayError) as error:
            wait = min(max(wait * 2, _MEANING_SECONDS), _LONGEST_WAIT_SECONDS)
            log.warning("meaning_waits", reason=str(error) or type(error).__name__, seconds=wait)
        else:
            wait = 0 if handled else _MEANING_SECONDS
        await pause(stopping, wait)


async def send_mail(database: Database, courier: Courier | None, stopping: asyncio.Event) -> None:
    """Sends mail as it comes, beside all else: a mail server that is away delays nothing but mail.

    Without a mail server it waits, until it is of no use any more.
    """
    wait = 0.0
    async with aclosing(Listener(database, MAIL_CHANNEL)) as news:
        while not stopping.is_set():
            try:
                await tidy(database, utc_now())
                sent = courier is not None and await send_next(database, courier, utc_now())
            except (*AWAY, MailServerAwayError) as error:
                wait = min(max(wait * 2, _MAIL_SECONDS), _LONGEST_MAIL_WAIT_SECONDS)
                log.warning("mail_waits", reason=str(error) or type(error).__name__, seconds=wait)
            else:
                wait = 0 if sent else _MAIL_SECONDS
            await news.wait(stopping, wait)


async def keep_asking(database: Database, public_url: str, stopping: asyncio.Event) -> None:
    """Asks owners each morning whether their listings still hold."""
    asked_on: date | None = None
    while not stopping.is_set():
        now = to_local(utc_now())
        if now.hour >= _MORNING_HOUR and asked_on != now.date():
            try:
                async with database.transaction() as session:
                    number = await ask_owners(session, public_url, now)
            except AWAY as error:
                log.warning("asking_waits", reason=type(error).__name__)
            else:
                asked_on = now.date()
                log.info("owners_asked", mails=number)
        await pause(stopping, _NEW_DAY_SECONDS)


async def keep_looking(database: Database, looker: Looker, stopping: asyncio.Event) -> None:
    """Looks each night, some at a time, whether the addresses of listings work."""

    async def look() -> int:
        now = to_local(utc_now())
        return await look_at_some(database, looker, now.date()) if now.hour >= _NIGHT_HOUR else 0

    await repeat(look, stopping, _LOOK_AGAIN_SECONDS, waits="looking_waits")


async def renew_documents(database: Database, day: date) -> int:
    """Writes some documents anew that were computed before this day; returns how many."""
    async with database.transaction() as session:
        ids = await ids_computed_before(session, day, _DOCUMENTS_AT_ONCE)
        touch(session.sync_session, [("aanbod", key) for key in ids])
    return len(ids)
