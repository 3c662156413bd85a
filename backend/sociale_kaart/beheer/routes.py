from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from sociale_kaart.aanbod.meldingen.models import Melding
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.accounts.limieten.service import SharedLimit, client_of
from sociale_kaart.beheer import queries, service
from sociale_kaart.beheer.schemas import (
    AanbodBijMelding,
    Meldingen,
    MeldingInvoer,
    MeldingKern,
    MeldingStatus,
    MeldingUit,
)
from sociale_kaart.core.answers import for_one_reader
from sociale_kaart.core.db import DatabaseDep, SessionDep
from sociale_kaart.core.paging import PageDep
from sociale_kaart.organisaties.access import ActorDep

router = APIRouter(tags=["Beheer"])

# Wide, because a library or an office of the wijkteam may share one address.
_CLIENT_LIMIT = SharedLimit("melding-plek", limit=30, seconds=600)


@router.post(
    "/aanbod/{id}/meldingen",
    operation_id="createMelding",
    status_code=201,
    response_model_exclude_none=True,
)
async def create_melding(
    request: Request,
    database: DatabaseDep,
    session: SessionDep,
    id: str,  # noqa: A002
    invoer: MeldingInvoer,
) -> MeldingKern:
    """'Klopt dit niet?': anybody may say so, and nothing about them is kept."""
    await _CLIENT_LIMIT.count(database, client_of(request))
    return MeldingKern.model_validate(_kern(await service.create_melding(session, id, invoer)))


@router.get("/meldingen", operation_id="listMeldingen", response_model=Meldingen)
async def list_meldingen(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    page: PageDep,
    status: MeldingStatus | None = None,
) -> Response:
    """Reports about the listings that you may change, the latest day first."""
    found = await queries.list_meldingen(session, page, status, actor)
    shown = found[: page.limit]
    content = Meldingen(
        resultaten=[_melding_uit(melding, aanbod) for melding, aanbod in shown],
        volgende=str(shown[-1][0].id) if len(found) > page.limit else None,
    )
    return for_one_reader(request, content)


@router.post(
    "/meldingen/{id}/afhandelingen", operation_id="createAfhandeling", response_model=MeldingUit
)
async def create_afhandeling(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """The listing was mended, or there was nothing to mend; the words of the report are gone."""
    content = _melding_uit(*await service.close_melding(session, id, actor))
    return for_one_reader(request, content)


def _kern(melding: Melding) -> dict[str, Any]:
    return {name: getattr(melding, name) for name in MeldingKern.model_fields}


def _melding_uit(melding: Melding, aanbod: Aanbod) -> MeldingUit:
    return MeldingUit(
        **_kern(melding),
        id=melding.id,
        aanbod=AanbodBijMelding(
            id=aanbod.id,
            slug=aanbod.slug,
            titel=aanbod.titel,
            organisatie=aanbod.organisatie_id,
        ),
        status="open" if melding.afgehandeld_op is None else "afgehandeld",
        afgehandeld_op=melding.afgehandeld_op,
    )
