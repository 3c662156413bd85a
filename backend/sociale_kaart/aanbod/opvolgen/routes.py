from uuid import UUID

import orjson
from fastapi import APIRouter, Request, Response

from sociale_kaart.aanbod.documents import document_of
from sociale_kaart.aanbod.opvolgen import service
from sociale_kaart.aanbod.opvolgen.schemas import OpvolgerInvoer
from sociale_kaart.aanbod.schemas import AanbodUit
from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.versions import version_etag
from sociale_kaart.organisaties.access import ActorDep

router = APIRouter(tags=["Aanbod"])


@router.post("/aanbod/{id}/opvolgers", operation_id="createOpvolger", response_model=AanbodUit)
async def create_opvolger(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    invoer: OpvolgerInvoer,
) -> Response:
    """Says where people can go now that this has stopped, or takes that away."""
    aanbod, heen = await service.lead_on(session, id, invoer.verwijst_naar, actor)
    document = document_of(aanbod, today())
    body = orjson.dumps({**document, "verwijstNaar": heen} if heen else document)
    return json_answer(request, body, etag=version_etag(aanbod.versie, body))
