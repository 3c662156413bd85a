"""What people do with a calendar; reading it each night is refreshing.py's."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.agendabron import Agendabron
from sociale_kaart.aanbod.queries import lock_aanbod
from sociale_kaart.aanbod.uit_agenda import connect, disconnect, take_times
from sociale_kaart.agenda.bronnen import queries
from sociale_kaart.agenda.bronnen.asking import Gelezen, Storing, StoringError, read_calendar
from sociale_kaart.agenda.bronnen.preview import preview
from sociale_kaart.agenda.bronnen.rules import choose, next_night
from sociale_kaart.agenda.bronnen.schemas import AgendabronInvoer, AgendaRegel, AgendaVoorbeeld
from sociale_kaart.agenda.bronnen.series import Reeks
from sociale_kaart.core.clock import to_local, utc_now
from sociale_kaart.core.db import take_turns
from sociale_kaart.core.logboek import log
from sociale_kaart.core.problems import (
    ChangedMeanwhileError,
    ConflictError,
    Fout,
    InvalidInputError,
    NotFoundError,
)
from sociale_kaart.core.uitgaand import Uitgaand
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.queries import find_organisatie
from sociale_kaart.organisaties.service import UNKNOWN as UNKNOWN_OWNER

_UNKNOWN = "Deze agenda is er niet (meer)."
_MOST = 10
_TWICE = "Dit aanbod staat er twee keer in."
_NOT_YOURS = "Dit aanbod is niet van deze organisatie."
_TAKEN = "De tijden van dit aanbod komen al uit een andere agenda. Maak die eerst los."
SENTENCES: dict[Storing, str] = {
    "adres": "Dit adres openen we niet. Het moet met https:// beginnen en voor iedereen bereikbaar zijn.",
    "bereikbaar": "Dit adres geeft geen antwoord. Klopt het, en werkt het in je browser?",
    "weg": "Op dit adres staat niets. Kopieer het adres nog een keer uit je agenda.",
    "toegang": "Deze agenda mogen we niet lezen. Deel hem openbaar, of kopieer het geheime adres.",
    "antwoord": "Dit adres geeft een antwoord dat we niet begrijpen. Probeer het later nog een keer.",
    "geen-agenda": "Op dit adres staat geen agenda. Zoek in je agenda naar een adres op .ics.",
    "te-groot": "Deze agenda is te groot. Maak een aparte agenda voor wat op de kaart komt.",
}


async def require_own(session: AsyncSession, organisatie_id: UUID, actor: Actor) -> None:
    """Raises when there is no such organisation, or when it is not one's own."""
    organisatie = await find_organisatie(session, str(organisatie_id))
    if organisatie is None:
        raise NotFoundError(UNKNOWN_OWNER)
    actor.require_member(organisatie.id)


async def load_bron(
    session: AsyncSession, bron_id: UUID, actor: Actor, versie: int | None = None
) -> Agendabron:
    """A calendar of one's own organisation, held until the transaction ends."""
    bron = await queries.lock_bron(session, bron_id)
    if bron is None:
        raise NotFoundError(_UNKNOWN)
    actor.require_member(bron.organisatie_id)
    if versie is not None and versie != bron.versie:
        raise ChangedMeanwhileError
    return bron


async def show_preview(
    session: AsyncSession,
    organisatie_id: UUID,
    invoer: AgendabronInvoer,
    uitgaand: Uitgaand,
    day: date,
) -> AgendaVoorbeeld:
    """What a calendar would give. Raises InvalidInputError when it cannot be read."""
    titels = await _titles(session, organisatie_id, invoer.aanbod)
    gelezen = await _read(uitgaand, invoer.adres, day)
    return preview(gelezen.reeksen or (), invoer.aanbod, titels, day)


async def create_bron(
    session: AsyncSession,
    organisatie_id: UUID,
    invoer: AgendabronInvoer,
    uitgaand: Uitgaand,
    actor: Actor,
) -> Agendabron:
    """Connects a calendar: its listings have its times when this transaction commits."""
    await _titles(session, organisatie_id, invoer.aanbod)
    gelezen = await _read(uitgaand, invoer.adres, to_local(utc_now()).date())
    await take_turns(session, f"agendabron {organisatie_id}")
    if await queries.count_of_organisatie(session, organisatie_id) >= _MOST:
        raise ConflictError(f"Jullie hebben al {_MOST} agenda's. Maak er eerst een los.")
    bron = Agendabron(organisatie_id=organisatie_id, adres=invoer.adres, volgende_op=utc_now())
    session.add(bron)
    await session.flush()
    _log(session, bron, actor, "gekoppeld")
    await _apply(session, bron, invoer, gelezen, actor)
    return bron


async def change_bron(
    session: AsyncSession,
    bron: Agendabron,
    invoer: AgendabronInvoer,
    uitgaand: Uitgaand,
    actor: Actor,
) -> None:
    """Another address, or other listings or words."""
    await _titles(session, bron.organisatie_id, invoer.aanbod)
    gelezen = await _read(uitgaand, invoer.adres, to_local(utc_now()).date())
    bron.adres = invoer.adres
    bron.versie += 1
    _log(session, bron, actor, "gewijzigd")
    await _apply(session, bron, invoer, gelezen, actor)


async def delete_bron(session: AsyncSession, bron: Agendabron, actor: Actor) -> None:
    """Disconnects a calendar; the times that it gave stay, and are for people again."""
    for aanbod_id in await queries.connected_ids(session, bron.id):
        aanbod = await lock_aanbod(session, aanbod_id)
        if aanbod is not None:
            disconnect(session, aanbod, actor)
    _log(session, bron, actor, "losgemaakt")
    await session.flush()
    await session.delete(bron)


async def spread(
    session: AsyncSession, bron: Agendabron, reeksen: Sequence[Reeks], day: date
) -> bool:
    """Gives each listing of a calendar its times; whether any of them is new."""
    changed = False
    for aanbod_id in await queries.connected_ids(session, bron.id):
        aanbod = await lock_aanbod(session, aanbod_id)
        if aanbod is not None:
            keuze = choose(reeksen, aanbod.agenda_woorden)
            wanted = [(tijd.kenmerk, tijd.moment) for tijd in keuze.tijden]
            changed |= take_times(session, aanbod, wanted, day)
    return changed


def note_read(bron: Agendabron, gelezen: Gelezen, now: datetime) -> None:
    """Keeps that it was read, and of what version."""
    bron.gelezen_op = now
    if gelezen.reeksen is not None:
        bron.heel_gelezen_op = now
        bron.etag = gelezen.version.etag
        bron.laatst_gewijzigd = gelezen.version.last_modified
    bron.mislukt_sinds = bron.reden = None
    bron.mislukkingen = 0
    bron.volgende_op = next_night(now, bron.id)


async def _apply(
    session: AsyncSession,
    bron: Agendabron,
    invoer: AgendabronInvoer,
    gelezen: Gelezen,
    actor: Actor,
) -> None:
    wanted = {regel.aanbod_id: regel.woorden for regel in invoer.aanbod}
    for aanbod_id in sorted({*wanted, *await queries.connected_ids(session, bron.id)}):
        aanbod = await lock_aanbod(session, aanbod_id)
        if aanbod is None:
            continue
        if aanbod_id not in wanted:
            disconnect(session, aanbod, actor)
        elif aanbod.agendabron_id not in {None, bron.id}:
            raise ConflictError(_TAKEN)
        else:
            connect(session, aanbod, bron.id, wanted[aanbod_id], actor)
    await session.flush()
    now = utc_now()
    note_read(bron, gelezen, now)
    await spread(session, bron, gelezen.reeksen or (), to_local(now).date())


async def _titles(
    session: AsyncSession, organisatie_id: UUID, regels: Sequence[AgendaRegel]
) -> dict[UUID, str]:
    """What the listings are called; raises InvalidInputError for any that cannot be meant."""
    titles = await queries.titles_of(session, organisatie_id, [each.aanbod_id for each in regels])
    faults = []
    seen: set[UUID] = set()
    for at, regel in enumerate(regels):
        if regel.aanbod_id not in titles:
            faults.append(Fout(veld=f"aanbod.{at}.aanbodId", melding=_NOT_YOURS))
        elif regel.aanbod_id in seen:
            faults.append(Fout(veld=f"aanbod.{at}.aanbodId", melding=_TWICE))
        seen.add(regel.aanbod_id)
    if faults:
        raise InvalidInputError(faults)
    return titles


async def _read(uitgaand: Uitgaand, adres: str, day: date) -> Gelezen:
    try:
        return await read_calendar(uitgaand, adres, day)
    except StoringError as error:
        melding = SENTENCES[error.reden]
        raise InvalidInputError([Fout(veld="adres", melding=melding)], melding) from None


def _log(session: AsyncSession, bron: Agendabron, actor: Actor, handeling: str) -> None:
    """Never the address: whoever reads it could read the calendar."""
    log(
        session,
        account_id=actor.account_id,
        onderwerp="agendabron",
        onderwerp_id=bron.id,
        handeling=handeling,
        wijzigingen={"organisatie": [None, str(bron.organisatie_id)]},
    )
