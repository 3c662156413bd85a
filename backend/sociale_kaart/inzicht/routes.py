from typing import Any

from fastapi import APIRouter, Request, Response

from sociale_kaart.accounts.limieten.service import SharedLimit, client_of
from sociale_kaart.core.answers import for_one_reader
from sociale_kaart.core.db import DatabaseDep, SessionDep
from sociale_kaart.core.fields import Day
from sociale_kaart.core.paging import PageDep
from sociale_kaart.core.problems import Fout, InvalidInputError
from sociale_kaart.inzicht import queries, service
from sociale_kaart.inzicht.schemas import Combinatie, Gaten, GatInvoer, GatTelling, GatUit
from sociale_kaart.organisaties.access import EditorDep
from sociale_kaart.taxonomie.faults import all_faults_route
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Inzicht"], route_class=all_faults_route(GatInvoer, service.faults_of))

# Wide, because a library or an office of the wijkteam may share one address.
_CLIENT_LIMIT = SharedLimit("gat-plek", limit=30, seconds=600)


@router.post("/gaten", operation_id="createGat", status_code=201, response_model_exclude_none=True)
async def create_gat(
    request: Request,
    database: DatabaseDep,
    session: SessionDep,
    reference: ReferenceDep,
    invoer: GatInvoer,
) -> GatUit:
    """Reports something that is not there; anybody may, and nothing about them is kept."""
    await _CLIENT_LIMIT.count(database, client_of(request))
    gat = await service.create_gat(session, invoer, reference)
    return GatUit.model_validate(_combinatie(gat) | {"gemeldOp": gat.gemeld_op})


@router.get("/gaten", operation_id="listGaten", response_model=Gaten)
async def list_gaten(
    request: Request,
    session: SessionDep,
    _editor: EditorDep,
    page: PageDep,
    datumVan: Day | None = None,  # noqa: N803
    datumTot: Day | None = None,  # noqa: N803
) -> Response:
    """How often each combination was reported between two days, most often first."""
    if datumVan and datumTot and datumTot < datumVan:
        raise InvalidInputError([Fout(veld="datumTot", melding="datumTot ligt voor datumVan.")])
    found = await queries.count_gaten(session, page, datumVan, datumTot)
    shown = found[: page.limit]
    more = len(found) > page.limit
    content = Gaten(
        resultaten=[
            GatTelling.model_validate(
                _combinatie(row) | {"aantal": row.aantal, "laatstGemeldOp": row.laatst_gemeld_op}
            )
            for row in shown
        ],
        volgende=str(shown[-1].id) if more else None,
    )
    return for_one_reader(request, content)


def _combinatie(row: Any) -> dict[str, Any]:
    """The codes of a report, or of a row that counts reports."""
    names = Combinatie.model_fields.keys() - {"wijk"}
    return {name: getattr(row, name) for name in names} | {"wijk": row.wijk_code}
