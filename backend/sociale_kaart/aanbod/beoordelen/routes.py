from uuid import UUID

from fastapi import APIRouter, Request, Response

from sociale_kaart.aanbod.answers import aanbod_answer
from sociale_kaart.aanbod.beoordelen import service
from sociale_kaart.aanbod.beoordelen.schemas import Beoordeling, Besluit, Stap
from sociale_kaart.aanbod.schemas import AanbodUit
from sociale_kaart.core.answers import for_one_reader
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.versions import ExpectedVersion
from sociale_kaart.organisaties.access import ActorDep
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Beoordelen"])


@router.post("/aanbod/{id}/stappen", operation_id="createStap", response_model=AanbodUit)
async def create_stap(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
    stap: Stap,
) -> Response:
    """Takes a listing one step further: indienen, publiceren, terugsturen, stoppen, heropenen."""
    public_url = request.app.state.public_url
    return aanbod_answer(
        request, await service.take_step(session, id, stap, versie, actor, public_url)
    )


@router.post(
    "/aanbod/{id}/voorstel/besluiten", operation_id="createBesluit", response_model=AanbodUit
)
async def create_besluit(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    besluit: Besluit,
) -> Response:
    """The redactie takes a waiting change over, sends it back with a question, or refuses it."""
    public_url = request.app.state.public_url
    return aanbod_answer(
        request, await service.decide(session, id, besluit, reference, actor, public_url)
    )


@router.get("/aanbod/{id}/beoordeling", operation_id="getBeoordeling", response_model=Beoordeling)
async def get_beoordeling(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """What waits at the redactie of this listing, since when, and what it last decided and why."""
    return for_one_reader(request, await service.read_beoordeling(session, id, actor))
