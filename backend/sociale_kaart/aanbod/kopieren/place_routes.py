"""The same listing at other places, and whether it runs along with its original."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from sociale_kaart.aanbod.answers import aanbod_answer
from sociale_kaart.aanbod.kopieren import places
from sociale_kaart.aanbod.kopieren.schemas import (
    Hervatting,
    NieuwePlekkopieen,
    Plekkopieen,
    PlekkopieInvoer,
)
from sociale_kaart.aanbod.schemas import AanbodUit
from sociale_kaart.core.answers import for_one_reader
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.versions import ExpectedVersion
from sociale_kaart.organisaties.access import ActorDep
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Aanbod"])


@router.get("/aanbod/{id}/plekkopieen", operation_id="listPlekkopieen", response_model=Plekkopieen)
async def list_plekkopieen(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """The copies of a listing; of a copy its original, and which parts run along with that."""
    return for_one_reader(request, await places.read_copies(session, id, reference, actor))


@router.post(
    "/aanbod/{id}/plekkopieen",
    operation_id="createPlekkopieen",
    status_code=201,
)
async def create_plekkopieen(
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    invoer: PlekkopieInvoer,
    id: UUID,  # noqa: A002
) -> NieuwePlekkopieen:
    """A draft for each place and wijk, which runs along with what this listing says."""
    copies = await places.make_copies(session, id, invoer, reference, actor)
    return NieuwePlekkopieen(resultaten=[places.kin(copy) for copy in copies])


@router.post("/aanbod/{id}/losmakingen", operation_id="createLosmaking", status_code=204)
async def create_losmaking(
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> None:
    """From now on the copy stands by itself."""
    await places.set_free(session, id, actor)


@router.post(
    "/aanbod/{id}/hervattingen",
    operation_id="createHervatting",
    response_model=AanbodUit,
    responses={202: {"model": AanbodUit, "description": "Het voorstel wacht op de redactie."}},
)
async def create_hervatting(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    invoer: Hervatting,
    id: UUID,  # noqa: A002
) -> Response:
    """One part of a copy says what the original says, and runs along again."""
    outcome, aanbod = await places.run_along_again(
        session, id, invoer.veld, versie, reference, actor
    )
    return aanbod_answer(request, aanbod, status_code=202 if outcome == "voorstel" else 200)
