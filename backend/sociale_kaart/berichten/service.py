"""Mail of every room: kept with the change that asks for it, sent by the worker."""

from datetime import datetime, timedelta

import structlog
from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.berichten import queries
from sociale_kaart.berichten.adressen.service import afmelden_for, is_wanted
from sociale_kaart.berichten.compose import Inhoud, message_of
from sociale_kaart.berichten.courier import Courier, NotYetError, RefusedError
from sociale_kaart.berichten.models import LONGEST_WAIT, Bericht
from sociale_kaart.berichten.rules import is_sendable, next_try
from sociale_kaart.berichten.soorten import Berichtsoort
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database

log = structlog.get_logger()

CHANNEL = "bericht"
# How long it can be asked whether somebody was sent a mail; after that their address goes too.
_KEPT = timedelta(days=90)
_INHOUD = TypeAdapter(Inhoud)


async def queue_bericht(
    session: AsyncSession,
    *,
    aan: str,
    soort: Berichtsoort,
    inhoud: Inhoud,
    sleutel: str,
    geldig: timedelta = LONGEST_WAIT,
    niet_voor: timedelta = timedelta(0),
) -> None:
    """Has a mail sent when this transaction commits; nothing happens when it does not.

    Nor when who it is for has stopped this kind of mail.

    Args:
        session: of the change that the mail is about.
        aan: one address.
        soort: what kind of mail it is, which says whether it may be stopped (soorten.py).
        inhoud: what it says, with whole addresses in its links.
        sleutel: what makes it the same mail as another one; a second one is not made.
        geldig: how long it is of use; a mail server that is away longer never gets it.
        niet_voor: how long it stays here first, for what may still be taken back.
    """
    if not await is_wanted(session, aan, soort):
        return
    now = utc_now()
    bericht = Bericht(
        sleutel=sleutel,
        soort=soort,
        aan=aan,
        inhoud=_INHOUD.dump_python(inhoud, mode="json"),
        aangemaakt_op=now,
        volgende_poging_op=now + niet_voor,
        geldig_tot=now + geldig,
    )
    if not is_sendable(aan):
        _finish(bericht, "geweigerd", "Dit is geen adres om mail naar te sturen.", now)
    await session.execute(
        insert(Bericht)
        .values(bericht.model_dump())
        .on_conflict_do_nothing(index_elements=["sleutel"])
    )
    await session.execute(select(func.pg_notify(CHANNEL, "")))


async def withdraw_berichten(session: AsyncSession, begin: str) -> None:
    """Lets mail go that has not left yet, by what its key begins with."""
    await queries.delete_waiting(session, begin)


async def send_next(database: Database, courier: Courier, now: datetime) -> bool:
    """Sends the mail whose turn it is; false when there is none.

    What happens between the server's yes and our commit is done again by the next worker, so a
    mail may come twice and never not at all (ADR 0027). Raises MailServerAwayError when no mail
    can be sent; then nothing is counted against this one.
    """
    async with database.transaction() as session:
        bericht = await queries.lock_next(session, now)
        if bericht is None:
            return False
        await _send(session, bericht, courier, now)
    return True


async def _send(session: AsyncSession, bericht: Bericht, courier: Courier, now: datetime) -> None:
    afmelden = await afmelden_for(session, bericht, courier.public_url)
    try:
        inhoud = inhoud_of(bericht)
        message = message_of(bericht.id, bericht.aan, inhoud, courier.afzender, now, afmelden)
    except Exception as error:  # noqa: BLE001 (whatever is wrong with one, the others have to go on)
        # Without its trace, which may repeat what the mail says.
        log.error("mail_not_composed", soort=bericht.soort, kind=type(error).__name__)  # noqa: TRY400
        _finish(bericht, "geweigerd", "Dit bericht is niet op te maken.", now)
        return
    try:
        bericht.pogingen += 1
        antwoord = await courier.deliver(message, bericht.aan)
    except NotYetError as error:
        bericht.antwoord = str(error)
        bericht.volgende_poging_op = next_try(bericht.pogingen, now)
    except RefusedError as error:
        _finish(bericht, "geweigerd", str(error), now)
    else:
        _finish(bericht, "verstuurd", antwoord, now)


async def tidy(database: Database, now: datetime) -> None:
    """Empties what is of no use any more, and forgets what was sent long ago."""
    async with database.transaction() as session:
        await queries.expire(session, now)
        await queries.delete_finished_before(session, now - _KEPT)


def inhoud_of(bericht: Bericht) -> Inhoud:
    """What a mail that waits says."""
    return _INHOUD.validate_python(bericht.inhoud)


def _finish(bericht: Bericht, status: str, antwoord: str, now: datetime) -> None:
    bericht.status = status
    bericht.inhoud = None
    bericht.antwoord = antwoord
    bericht.afgehandeld_op = now
