from uuid import UUID

from fastapi import APIRouter, Request, Response

from sociale_kaart.aanbod.answers import aanbod_answer
from sociale_kaart.aanbod.schemas import AanbodUit
from sociale_kaart.aanbod.sluiten import service
from sociale_kaart.aanbod.sluiten.schemas import EvenDicht
from sociale_kaart.core.db import SessionDep
from sociale_kaart.organisaties.access import ActorDep

router = APIRouter(tags=["Aanbod"])


@router.post("/aanbod/{id}/sluitingen", operation_id="createSluiting", response_model=AanbodUit)
async def create_sluiting(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    invoer: EvenDicht,
) -> Response:
    """Closes a listing for a while, from today on; it opens by itself on the day after `tot`."""
    return aanbod_answer(request, await service.close_aanbod(session, id, invoer, actor))


@router.post("/aanbod/{id}/openingen", operation_id="createOpening", response_model=AanbodUit)
async def create_opening(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """Opens what is closed again from today on; what is planned for later stays."""
    return aanbod_answer(request, await service.open_aanbod(session, id, actor))


@router.post(
    "/aanbod/{id}/sluitingen/intrekkingen",
    operation_id="createSluitingintrekking",
    response_model=AanbodUit,
)
async def create_sluitingintrekking(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """Takes your own closing or opening of less than an hour ago back, as if it had not been."""
    return aanbod_answer(request, await service.take_back(session, id, actor))
