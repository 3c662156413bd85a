from uuid import UUID

from fastapi import APIRouter, Request, Response

from sociale_kaart.aanbod.answers import aanbod_answer
from sociale_kaart.aanbod.historie import service
from sociale_kaart.aanbod.historie.schemas import Historie
from sociale_kaart.aanbod.schemas import AanbodUit
from sociale_kaart.core.answers import for_one_reader
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.paging import PageDep
from sociale_kaart.core.versions import ExpectedVersion
from sociale_kaart.organisaties.access import ActorDep
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Aanbod"])


@router.get("/aanbod/{id}/historie", operation_id="listHistorie", response_model=Historie)
async def list_historie(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    reference: ReferenceDep,
    page: PageDep,
    id: UUID,  # noqa: A002
) -> Response:
    """What happened to a listing, the latest first: who, when, and what from and to."""
    return for_one_reader(request, await service.read_historie(session, id, page, reference, actor))


@router.post(
    "/aanbod/{id}/historie/{regel}/herstel",
    operation_id="createHerstel",
    response_model=AanbodUit,
    responses={202: {"model": AanbodUit, "description": "Het voorstel wacht op de redactie."}},
)
async def create_herstel(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    reference: ReferenceDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
    regel: UUID,
) -> Response:
    """Makes what the listing said before this step again, as a change like any other."""
    outcome, aanbod = await service.restore(session, id, regel, versie, reference, actor)
    return aanbod_answer(request, aanbod, status_code=202 if outcome == "voorstel" else 200)
