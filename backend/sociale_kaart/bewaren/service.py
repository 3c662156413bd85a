"""Forgets who somebody is when their time is up. Each step is a transaction of its own.

Doing it again finds nothing, and what a crash undid is done the next time.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.bewerken.queries import empty_bewerkingen
from sociale_kaart.aanbod.changing import remember
from sociale_kaart.berichten.service import queue_bericht
from sociale_kaart.bewaren import queries
from sociale_kaart.bewaren.mail import warning
from sociale_kaart.bewaren.rules import BEWAARTERMIJNEN, WARNED, ended_before
from sociale_kaart.core.clock import to_local
from sociale_kaart.core.db import Database
from sociale_kaart.core.logboek import log

_AT_ONCE = 200


async def forget(database: Database, now: datetime, public_url: str) -> None:
    """Does all that the retention periods ask for at this moment."""
    async with database.transaction() as session:
        await warn_silent(session, now, public_url)
    for step in (
        _forget_accounts,
        _forget_addresses,
        _forget_contacts,
        _forget_in_history,
        _forget_log,
    ):
        handled = _AT_ONCE
        while handled >= _AT_ONCE:
            async with database.transaction() as session:
                handled = await step(session, now)


async def warn_silent(session: AsyncSession, now: datetime, public_url: str) -> None:
    """Mails members of organisations, once, that their account is about to go."""
    day = to_local(now).date()
    for account in await queries.lock_soon_silent(session, day - BEWAARTERMIJNEN["lid"] + WARNED):
        account.gewaarschuwd_op = day
        if account.email is not None:
            await queue_bericht(
                session,
                aan=account.email,
                soort="account-verdwijnt",
                inhoud=warning(account.naam, day + WARNED, public_url),
                sleutel=f"account-verdwijnt {account.id} {day}",
            )


async def _forget_accounts(session: AsyncSession, now: datetime) -> int:
    day = to_local(now).date()
    accounts = await queries.lock_silent_accounts(
        session,
        loose=day - BEWAARTERMIJNEN["lid-zonder-organisatie"],
        lid=day - BEWAARTERMIJNEN["lid"],
        warned=day - WARNED,
        medewerker=day - BEWAARTERMIJNEN["medewerker"],
        limit=_AT_ONCE,
    )
    for account in accounts:
        log(
            session,
            account_id=None,
            onderwerp="account",
            onderwerp_id=account.id,
            handeling="vergeten",
            wijzigingen={"rol": [account.rol, None]},
        )
        await session.delete(account)
    return len(accounts)


async def _forget_addresses(session: AsyncSession, _now: datetime) -> int:
    await queries.delete_loose_mailadressen(session)
    return 0


async def _forget_contacts(session: AsyncSession, now: datetime) -> int:
    stopped = await queries.lock_stopped_with_contact(
        session, ended_before("contact-van-gestopt-aanbod", now), _AT_ONCE
    )
    for aanbod in stopped:
        aanbod.contact_naam = aanbod.contact_telefoon = aanbod.contact_email = None
        # Not 'gewijzigd_op': it is from then on that it has stopped.
        aanbod.versie += 1
        remember(session, aanbod, None, "contact-vergeten", wijze="vanzelf")
    ids = [aanbod.id for aanbod in stopped]
    await queries.delete_voorstellen(session, ids)
    await empty_bewerkingen(session, ids)
    return len(stopped)


async def _forget_in_history(session: AsyncSession, now: datetime) -> int:
    await queries.begin_forgetting(session)
    await queries.empty_contact_in_history(
        session,
        ended_before("contact-in-historie", now),
        ended_before("contact-van-gestopt-aanbod", now),
    )
    return 0


async def _forget_log(session: AsyncSession, now: datetime) -> int:
    await queries.begin_forgetting(session)
    await queries.delete_log_before(session, ended_before("logboek", now))
    return 0
