from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from sociale_kaart.aanbod.answers import aanbod_answer
from sociale_kaart.aanbod.beoordelen import queue
from sociale_kaart.aanbod.beoordelen.queue_queries import Place, Wanted
from sociale_kaart.aanbod.beoordelen.queue_schemas import (
    Beoordelingen,
    GoedkeuringenInvoer,
    GoedkeuringenUit,
)
from sociale_kaart.aanbod.beoordelen.rules import Wachtsoort
from sociale_kaart.aanbod.beoordelen.together import approve_together
from sociale_kaart.aanbod.beoordelen.withdrawing import withdraw_decision
from sociale_kaart.aanbod.schemas import AanbodUit
from sociale_kaart.core.answers import for_one_reader
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.problems import Fout, InvalidInputError
from sociale_kaart.organisaties.access import ActorDep
from sociale_kaart.organisaties.queries import find_organisatie
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Beoordelen"])

_UNKNOWN_OWNER = Fout(veld="organisatie", melding="Deze organisatie kennen we niet.")


@router.get("/beoordelingen", operation_id="listBeoordelingen", response_model=Beoordelingen)
async def list_beoordelingen(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    reference: ReferenceDep,
    soort: Wachtsoort | None = None,
    organisatie: Annotated[
        str | None, Query(max_length=100, description="Id of slug van een organisatie.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
    cursor: Annotated[
        str | None, Query(max_length=80, description="`volgende` van de vorige bladzijde.")
    ] = None,
) -> Response:
    """What waits for you as the redactie or in your own wijken, what waits longest first."""
    queue.require_judge(actor)
    owner = await find_organisatie(session, organisatie) if organisatie else None
    if organisatie and owner is None:
        raise InvalidInputError([_UNKNOWN_OWNER])
    wanted = Wanted(soort, owner.id if owner else None)
    after = Place.read(cursor) if cursor else None
    return for_one_reader(
        request, await queue.read_queue(session, actor, reference, wanted, after, limit)
    )


@router.post(
    "/beoordelingen/goedkeuringen",
    operation_id="createGoedkeuringen",
    response_model=GoedkeuringenUit,
)
async def create_goedkeuringen(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    reference: ReferenceDep,
    invoer: GoedkeuringenInvoer,
) -> Response:
    """Agrees to small changes together; says of each whether that could be done."""
    queue.require_judge(actor)
    outcomes = await approve_together(
        session, invoer.wijzigingen, reference, actor, request.app.state.public_url
    )
    return for_one_reader(request, GoedkeuringenUit(resultaten=outcomes))


@router.post(
    "/aanbod/{id}/beoordeling/intrekkingen",
    operation_id="createBesluitintrekking",
    response_model=AanbodUit,
)
async def create_besluitintrekking(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    reference: ReferenceDep,
    id: UUID,  # noqa: A002
) -> Response:
    """Takes your own decision of less than half a minute ago back; nobody is mailed about it."""
    return aanbod_answer(request, await withdraw_decision(session, id, reference, actor))
