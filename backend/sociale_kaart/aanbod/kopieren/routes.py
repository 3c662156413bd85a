from uuid import UUID

from fastapi import APIRouter, Request, Response

from sociale_kaart.aanbod.answers import aanbod_answer
from sociale_kaart.aanbod.kopieren.service import copy_aanbod
from sociale_kaart.aanbod.schemas import AanbodUit
from sociale_kaart.core.db import SessionDep
from sociale_kaart.organisaties.access import ActorDep
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Aanbod"])


@router.post(
    "/aanbod/{id}/kopieen",
    operation_id="createKopie",
    status_code=201,
    response_model=AanbodUit,
)
async def create_kopie(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """A draft with all that this listing says, to be changed into another one."""
    copy = await copy_aanbod(session, id, reference, actor)
    answer = aanbod_answer(request, copy, status_code=201)
    answer.headers["Location"] = f"/api/v1/aanbod/{copy.id}"
    return answer
