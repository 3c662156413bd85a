"""For the redactie: whose changes are on the map at once."""

from uuid import UUID

from fastapi import APIRouter, Response

from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.organisaties import queries, service
from sociale_kaart.organisaties.access import EditorDep
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.organisaties.rules import is_public
from sociale_kaart.organisaties.schemas import Vertrouwen, VertrouwenUit

router = APIRouter(tags=["Organisaties"])


@router.get("/organisaties/{id}/vertrouwen", operation_id="getVertrouwen")
async def get_vertrouwen(
    response: Response,
    session: SessionDep,
    _editor: EditorDep,
    id: UUID,  # noqa: A002
) -> VertrouwenUit:
    """Whether what this organisation changes is on the map at once."""
    organisatie = await queries.find_organisatie(session, str(id))
    if organisatie is None:
        raise NotFoundError(service.UNKNOWN)
    response.headers["Cache-Control"] = "no-store"
    return _vertrouwen(organisatie)


@router.post("/organisaties/{id}/vertrouwen", operation_id="createVertrouwen")
async def create_vertrouwen(
    response: Response,
    session: SessionDep,
    actor: EditorDep,
    id: UUID,  # noqa: A002
    invoer: Vertrouwen,
) -> VertrouwenUit:
    """Has changes of this organisation go on the map at once from now on, or wait again."""
    organisatie = await service.set_trust(session, id, actor, vertrouwd=invoer.vertrouwd)
    response.headers["Cache-Control"] = "no-store"
    return _vertrouwen(organisatie)


def _vertrouwen(organisatie: Organisatie) -> VertrouwenUit:
    return VertrouwenUit(vertrouwd=organisatie.vertrouwd, gecontroleerd=is_public(organisatie))
