from uuid import UUID

from fastapi import APIRouter

from sociale_kaart.controle import bellen
from sociale_kaart.controle.schemas import Belantwoord, BelantwoordInvoer
from sociale_kaart.core.db import SessionDep
from sociale_kaart.organisaties.access import EditorDep

router = APIRouter(tags=["Controle"])


@router.post("/belverzoeken/{id}/antwoorden", operation_id="createBelantwoord", status_code=201)
async def create_belantwoord(
    session: SessionDep,
    editor: EditorDep,
    id: UUID,  # noqa: A002
    invoer: BelantwoordInvoer,
) -> Belantwoord:
    """What this organisation said on the telephone about one of its listings."""
    aanbod = await bellen.note_answer(session, id, invoer.aanbod_id, invoer.antwoord, editor)
    return Belantwoord(aanbod_id=aanbod.id, antwoord=invoer.antwoord, versie=aanbod.versie)


@router.post("/belverzoeken/{id}/intrekkingen", operation_id="createBelintrekking", status_code=204)
async def create_belintrekking(
    session: SessionDep,
    editor: EditorDep,
    id: UUID,  # noqa: A002
    invoer: Belantwoord,
) -> None:
    """Takes an answer back that was written down by mistake."""
    await bellen.take_back(session, id, invoer.aanbod_id, invoer.antwoord, invoer.versie, editor)
