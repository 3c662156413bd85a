from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from sociale_kaart.aanbod.achteraf import reading, service
from sociale_kaart.aanbod.achteraf.schemas import (
    AfvinkingenInvoer,
    AfvinkingenUit,
    Nakijkpunten,
    TerugdraaiInvoer,
    TerugdraaiUit,
)
from sociale_kaart.aanbod.beoordelen.queue import require_judge
from sociale_kaart.aanbod.beoordelen.queue_queries import Place
from sociale_kaart.core.answers import for_one_reader
from sociale_kaart.core.db import SessionDep
from sociale_kaart.organisaties.access import ActorDep, EditorDep
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Beoordelen"])


@router.get("/nakijkpunten", operation_id="listNakijkpunten", response_model=Nakijkpunten)
async def list_nakijkpunten(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    reference: ReferenceDep,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
    cursor: Annotated[
        str | None, Query(max_length=80, description="`volgende` van de vorige bladzijde.")
    ] = None,
) -> Response:
    """What came on the map at once and you may look at afterwards, what waits longest first."""
    after = Place.read(cursor) if cursor else None
    return for_one_reader(
        request, await reading.read_nakijkpunten(session, actor, reference, after, limit)
    )


@router.post(
    "/nakijkpunten/afvinkingen", operation_id="createAfvinkingen", response_model=AfvinkingenUit
)
async def create_afvinkingen(
    request: Request, session: SessionDep, actor: ActorDep, invoer: AfvinkingenInvoer
) -> Response:
    """Says of each that it was seen and may stay; what changed since stays on the list."""
    require_judge(actor)
    outcomes = await service.tick_off(session, invoer.punten, actor)
    return for_one_reader(request, AfvinkingenUit(resultaten=outcomes))


@router.post(
    "/aanbod/{id}/nakijkpunt/terugdraaiingen",
    operation_id="createTerugdraaiing",
    response_model=TerugdraaiUit,
)
async def create_terugdraaiing(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    reference: ReferenceDep,
    id: UUID,  # noqa: A002
    invoer: TerugdraaiInvoer,
) -> Response:
    """Puts back what was on the map before; who changed it is mailed why."""
    public_url = request.app.state.public_url
    outcome = await service.turn_back_aanbod(session, id, invoer, reference, actor, public_url)
    return for_one_reader(request, outcome)


@router.post(
    "/organisaties/{id}/nakijkpunt/terugdraaiingen",
    operation_id="createOrganisatieTerugdraaiing",
    response_model=TerugdraaiUit,
)
async def create_organisatie_terugdraaiing(
    request: Request,
    session: SessionDep,
    actor: EditorDep,
    id: UUID,  # noqa: A002
    invoer: TerugdraaiInvoer,
) -> Response:
    """Puts back what residents read of an organisation before; who changed it is mailed why."""
    public_url = request.app.state.public_url
    outcome = await service.turn_back_organisatie(session, id, invoer, actor, public_url)
    return for_one_reader(request, outcome)
