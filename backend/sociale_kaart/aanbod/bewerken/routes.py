"""Writing a listing: kept while somebody types, and handed in when it is ready."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from sociale_kaart.aanbod.bewerken import service
from sociale_kaart.aanbod.bewerken.schemas import (
    BewerkingInvoer,
    BewerkingProblem,
    BewerkingUit,
    IndieningUit,
)
from sociale_kaart.aanbod.schemas import AanbodUit
from sociale_kaart.core.answers import dump, for_one_reader, json_answer
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.versions import ExpectedVersion, version_etag
from sociale_kaart.organisaties.access import ActorDep
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Aanbod"])

_CHANGED: dict[int | str, dict[str, Any]] = {
    412: {
        "model": BewerkingProblem,
        "description": "Iemand anders bewaarde intussen iets; `nu` is wat er staat.",
    }
}


@router.get("/aanbod/{id}/bewerking", operation_id="getBewerking", response_model=BewerkingUit)
async def get_bewerking(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """What is being written of this listing, with its faults, what is missing, and hints."""
    return _answer(request, await service.read_bewerking(session, id, reference, actor))


@router.put(
    "/aanbod/{id}/bewerking",
    operation_id="updateBewerking",
    response_model=BewerkingUit,
    responses=_CHANGED,
)
async def update_bewerking(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
    invoer: BewerkingInvoer,
) -> Response:
    """Keeps what was typed as it is; a fault in it is told, and never a reason to refuse it."""
    kept = await service.keep_bewerking(session, id, invoer, versie, reference, actor)
    return _answer(request, kept)


@router.delete(
    "/aanbod/{id}/bewerking",
    operation_id="deleteBewerking",
    response_model=BewerkingUit,
    responses=_CHANGED,
)
async def delete_bewerking(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
) -> Response:
    """Forgets what was being written; the answer is the listing as it stands."""
    return _answer(request, await service.discard_bewerking(session, id, versie, reference, actor))


@router.post(
    "/aanbod/{id}/bewerking/indieningen",
    operation_id="createIndiening",
    response_model=IndieningUit,
    responses=_CHANGED,
)
async def create_indiening(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
) -> Response:
    """Hands in what was written: on the map at once, as a proposal, or to be looked at first."""
    outcome = await service.hand_in(session, id, versie, reference, actor)
    return json_answer(request, outcome, lasting=False)


@router.get(
    "/aanbod/{id}/bewerking/voorbeeld", operation_id="getVoorbeeld", response_model=AanbodUit
)
async def get_voorbeeld(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """The listing as residents would see it, with what is right of what was written."""
    document = await service.preview(session, id, reference, actor, today())
    return for_one_reader(request, document)


def _answer(request: Request, bewerking: BewerkingUit) -> Response:
    body = dump(bewerking)
    return for_one_reader(request, body, etag=version_etag(bewerking.versie, body))
