"""The places on the map; here, because only a listing makes a place something to show."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from sociale_kaart.aanbod import queries
from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.paging import PageDep
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.organisaties.models import Locatie
from sociale_kaart.organisaties.schemas import Locaties, LocatieUit
from sociale_kaart.taxonomie.reference import ReferenceDep, wijk_code_of

router = APIRouter(tags=["Organisaties"])


@router.get("/locaties", operation_id="listLocaties", response_model=Locaties)
async def list_locaties(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    page: PageDep,
    wijk: Annotated[str | None, Query(max_length=60)] = None,
) -> Response:
    found = await queries.list_locaties(session, page, wijk_code_of(reference, wijk))
    shown = found[: page.limit]
    more = len(found) > page.limit
    return json_answer(
        request,
        Locaties(
            resultaten=[_locatie(locatie) for locatie in shown],
            volgende=str(shown[-1].id) if more else None,
        ),
    )


@router.get("/locaties/{id}", operation_id="getLocatie", response_model=LocatieUit)
async def get_locatie(
    request: Request,
    session: SessionDep,
    id: UUID,  # noqa: A002
) -> Response:
    locatie = await queries.find_locatie(session, id)
    if locatie is None:
        raise NotFoundError("Deze plek kennen we niet.")
    return json_answer(request, _locatie(locatie))


def _locatie(locatie: Locatie) -> LocatieUit:
    """A secret place shows its name and wijk only."""
    values: dict[str, Any] = {"id": locatie.id, "naam": locatie.naam, "wijk": locatie.wijk_code}
    if not locatie.geheim:
        values |= {
            "straat": locatie.straat,
            "postcode": locatie.postcode,
            "plaats": locatie.plaats,
            "lat": locatie.lat,
            "lon": locatie.lon,
            "buurt": locatie.buurt_code,
        }
    return LocatieUit.model_validate(values)
