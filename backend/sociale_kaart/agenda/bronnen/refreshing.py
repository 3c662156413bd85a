"""What the worker does of calendars: reads each of them once a night.

While somebody else's server is asked nothing is held here; a worker that stops then leaves the
calendar for the next one, after a quarter of an hour.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.agendabron import Agendabron
from sociale_kaart.agenda.bronnen import queries
from sociale_kaart.agenda.bronnen.asking import (
    Gelezen,
    Storing,
    StoringError,
    Version,
    read_calendar,
)
from sociale_kaart.agenda.bronnen.mail import failing_mail
from sociale_kaart.agenda.bronnen.rules import NIGHTS_UNTIL_MAIL, TURN, WHOLE_AGAIN, next_night
from sociale_kaart.agenda.bronnen.service import note_read, spread
from sociale_kaart.berichten.service import queue_bericht
from sociale_kaart.core.clock import to_local
from sociale_kaart.core.db import Database
from sociale_kaart.core.uitgaand import Uitgaand
from sociale_kaart.organisaties.models import Organisatie

log = structlog.get_logger()

Uitkomst = Literal["gewijzigd", "ongewijzigd", "mislukt"]


@dataclass(frozen=True)
class _Turn:
    bron_id: UUID
    adres: str
    have: Version | None


async def refresh_next(
    database: Database, uitgaand: Uitgaand, now: datetime, public_url: str
) -> bool:
    """Reads the calendar that waits longest, if its time has come; whether there was one."""
    async with database.transaction() as session:
        bron = await queries.lock_next(session, now)
        if bron is None:
            return False
        bron.volgende_op = now + TURN
        turn = turn_of(bron, now)
    found = await _ask(uitgaand, turn, now)
    async with database.transaction() as session:
        bron = await queries.lock_bron(session, turn.bron_id)
        # Somebody may have connected another one meanwhile, and then that has been read.
        if bron is not None and bron.adres == turn.adres:
            await _take(session, bron, found, now, public_url)
    return True


async def refresh_now(
    session: AsyncSession, bron: Agendabron, uitgaand: Uitgaand, now: datetime
) -> Uitkomst:
    """Reads a calendar because somebody asks; a failure then counts as none of the nights'."""
    try:
        gelezen = await read_calendar(uitgaand, bron.adres, to_local(now).date())
    except StoringError as error:
        bron.mislukt_sinds = bron.mislukt_sinds or now
        bron.reden = error.reden
        return "mislukt"
    changed = await spread(session, bron, gelezen.reeksen or (), to_local(now).date())
    note_read(bron, gelezen, now)
    return "gewijzigd" if changed else "ongewijzigd"


def turn_of(bron: Agendabron, now: datetime) -> _Turn:
    """What to ask: only what is new, but all of it now and then, and when it failed."""
    whole = now - bron.heel_gelezen_op >= WHOLE_AGAIN or bron.mislukt_sinds is not None
    have = None if whole else Version(bron.etag, bron.laatst_gewijzigd)
    return _Turn(bron.id, bron.adres, have)


async def _ask(uitgaand: Uitgaand, turn: _Turn, now: datetime) -> Gelezen | Storing:
    try:
        return await read_calendar(uitgaand, turn.adres, to_local(now).date(), turn.have)
    except StoringError as error:
        return error.reden


async def _take(
    session: AsyncSession,
    bron: Agendabron,
    found: Gelezen | Storing,
    now: datetime,
    public_url: str,
) -> None:
    if isinstance(found, Gelezen):
        if found.reeksen is not None:
            await spread(session, bron, found.reeksen, to_local(now).date())
        note_read(bron, found, now)
        return
    log.warning("calendar_unreadable", reason=found)
    bron.mislukt_sinds = bron.mislukt_sinds or now
    bron.mislukkingen += 1
    bron.reden = found
    bron.volgende_op = next_night(now, bron.id)
    if bron.mislukkingen == NIGHTS_UNTIL_MAIL:
        await _tell_owners(session, bron, found, public_url)


async def _tell_owners(
    session: AsyncSession, bron: Agendabron, reden: Storing, public_url: str
) -> None:
    organisatie = await session.get(Organisatie, bron.organisatie_id)
    titels = [aanbod.titel for _, aanbod, _ in await queries.connected(session, [bron.id])]
    if organisatie is None or not titels:
        return
    page = f"{public_url}/mijn/organisaties/{bron.organisatie_id}/agenda"
    for email in await queries.owners_of(session, bron.organisatie_id):
        await queue_bericht(
            session,
            aan=email,
            soort="agenda-mislukt",
            inhoud=failing_mail(organisatie.naam, reden, titels, page),
            sleutel=f"agenda-mislukt {bron.id} {bron.mislukt_sinds} {email}",
        )
