"""Calendars of an organisation elsewhere, as the source of times of its listings."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Annotated, cast
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from sociale_kaart.aanbod.agendabron import Agendabron
from sociale_kaart.accounts.rate_limit import RateLimit
from sociale_kaart.agenda.bronnen import queries, refreshing, service
from sociale_kaart.agenda.bronnen.asking import Storing
from sociale_kaart.agenda.bronnen.schemas import (
    AgendabronInvoer,
    Agendabronnen,
    AgendabronUit,
    AgendaVoorbeeld,
    GekoppeldAanbod,
    VerversingUit,
)
from sociale_kaart.core.answers import for_now
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.problems import TooManyRequestsError
from sociale_kaart.core.uitgaand import Uitgaand
from sociale_kaart.core.versions import ExpectedVersion
from sociale_kaart.organisaties.access import Actor, ActorDep

router = APIRouter(tags=["Agenda"])

# Each asks somebody else's server; nobody needs more, and we are no way to bother others.
_asked = RateLimit(limit=40, seconds=600)
# Who waits for another server holds a connection to the database, of which others need some too.
_MOST_AT_ONCE = 3
_at_once = asyncio.Semaphore(_MOST_AT_ONCE)


async def _uitgaand(request: Request) -> Uitgaand:
    uitgaand: Uitgaand = request.app.state.uitgaand
    return uitgaand


UitgaandDep = Annotated[Uitgaand, Depends(_uitgaand)]


@router.get(
    "/organisaties/{id}/agendabronnen",
    operation_id="listAgendabronnen",
    response_model=Agendabronnen,
)
async def list_agendabronnen(
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """The calendars of an organisation, for its own people; few enough for one page."""
    await service.require_own(session, id, actor)
    bronnen = await queries.list_of_organisatie(session, id)
    return for_now(Agendabronnen(resultaten=await _uit(session, bronnen)))


@router.post(
    "/organisaties/{id}/agendabronnen/voorbeelden",
    operation_id="createAgendaVoorbeeld",
    response_model=AgendaVoorbeeld,
)
async def create_agenda_voorbeeld(
    session: SessionDep,
    actor: ActorDep,
    uitgaand: UitgaandDep,
    id: UUID,  # noqa: A002
    invoer: AgendabronInvoer,
) -> Response:
    """Shows which times a calendar would give each listing; keeps nothing."""
    await service.require_own(session, id, actor)
    async with _turn(actor):
        return for_now(await service.show_preview(session, id, invoer, uitgaand, today()))


@router.post(
    "/organisaties/{id}/agendabronnen",
    operation_id="createAgendabron",
    status_code=201,
    response_model=AgendabronUit,
)
async def create_agendabron(
    session: SessionDep,
    actor: ActorDep,
    uitgaand: UitgaandDep,
    id: UUID,  # noqa: A002
    invoer: AgendabronInvoer,
) -> Response:
    """Connects a calendar; the times of its listings are those in it from now on."""
    await service.require_own(session, id, actor)
    async with _turn(actor):
        bron = await service.create_bron(session, id, invoer, uitgaand, actor)
    return for_now(await _one(session, bron), status_code=201)


@router.put("/agendabronnen/{id}", operation_id="updateAgendabron", response_model=AgendabronUit)
async def update_agendabron(
    session: SessionDep,
    actor: ActorDep,
    uitgaand: UitgaandDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
    invoer: AgendabronInvoer,
) -> Response:
    """Another address, or other listings or words; a listing that is left out is disconnected."""
    bron = await service.load_bron(session, id, actor, versie)
    async with _turn(actor):
        await service.change_bron(session, bron, invoer, uitgaand, actor)
    return for_now(await _one(session, bron))


@router.delete("/agendabronnen/{id}", operation_id="deleteAgendabron", status_code=204)
async def delete_agendabron(
    session: SessionDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
) -> None:
    """Disconnects a calendar; the times that it gave stay, and can be edited again."""
    await service.delete_bron(session, await service.load_bron(session, id, actor, versie), actor)


@router.post(
    "/agendabronnen/{id}/verversingen",
    operation_id="createVerversing",
    response_model=VerversingUit,
)
async def create_verversing(
    session: SessionDep,
    actor: ActorDep,
    uitgaand: UitgaandDep,
    id: UUID,  # noqa: A002
) -> Response:
    """Reads a calendar now, and not only in the night to come."""
    bron = await service.load_bron(session, id, actor)
    async with _turn(actor):
        uitkomst = await refreshing.refresh_now(session, bron, uitgaand, utc_now())
    return for_now(VerversingUit(uitkomst=uitkomst, agendabron=await _one(session, bron)))


@asynccontextmanager
async def _turn(actor: Actor) -> AsyncIterator[None]:
    """Lets few people at a time ask another server, and each of them not too often."""
    _asked.count(str(actor.account_id))
    if _at_once.locked():
        raise TooManyRequestsError("Er wachten al anderen op een agenda. Probeer het zo weer.")
    async with _at_once:
        yield


async def _one(session: SessionDep, bron: Agendabron) -> AgendabronUit:
    await session.flush()
    [shown] = await _uit(session, [bron])
    return shown


async def _uit(session: SessionDep, bronnen: Sequence[Agendabron]) -> list[AgendabronUit]:
    taken = await queries.connected(session, [bron.id for bron in bronnen])
    return [
        AgendabronUit(
            id=bron.id,
            adres=bron.adres,
            aanbod=[
                GekoppeldAanbod(
                    aanbod_id=aanbod.id,
                    titel=aanbod.titel,
                    slug=aanbod.slug,
                    woorden=aanbod.agenda_woorden,
                    momenten=number,
                )
                for bron_id, aanbod, number in taken
                if bron_id == bron.id
            ],
            gelezen_op=bron.gelezen_op,
            mislukt_sinds=bron.mislukt_sinds,
            reden=cast("Storing | None", bron.reden),
            versie=bron.versie,
        )
        for bron in bronnen
    ]
