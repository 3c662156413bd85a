from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from sociale_kaart.aanbod.changing import UNKNOWN
from sociale_kaart.aanbod.queries import find_document
from sociale_kaart.accounts.rate_limit import RateLimit
from sociale_kaart.core.answers import for_one_reader
from sociale_kaart.core.db import Database, SessionDep
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.core.visitors import is_visitor
from sociale_kaart.inzicht.bereik import service
from sociale_kaart.inzicht.bereik.schemas import BereikInvoer, BereikUit, Maand, OrganisatieBereik
from sociale_kaart.organisaties.access import ActorDep

router = APIRouter(tags=["Inzicht"])

# Wide, because a library or an office of the wijkteam may share one address.
_CLIENT_LIMIT = RateLimit(limit=120, seconds=600)


@router.post("/aanbod/{id}/bereik", operation_id="telBereik", status_code=204)
async def tel_bereik(
    request: Request,
    id: UUID,  # noqa: A002
    invoer: BereikInvoer,
) -> None:
    """Counts that somebody opened a listing or tapped a way to reach it; nothing about whom.

    Who is logged in, and what is no browser, gets the same answer and is not counted.
    """
    host = request.client.host if request.client else "onbekend"
    _CLIENT_LIMIT.count(host)
    state = request.app.state
    database: Database = state.database
    async with database.reader() as connection:
        document = await find_document(connection, str(id))
    if document is None or not document["openbaar"]:
        raise NotFoundError(UNKNOWN)
    if not is_visitor(request):
        return
    key = str(document["id"])
    state.counts.add([key], invoer.soort)
    if invoer.soort == "geopend" and invoer.vraag:
        vraag = await service.countable(invoer.vraag, state.searcher)
        if vraag is not None:
            state.vragen.add(key, vraag, host)


@router.get("/aanbod/{id}/bereik", operation_id="getBereik", response_model=BereikUit)
async def get_bereik(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """How often a listing was shown, opened and used, per month; small counts are not told."""
    return for_one_reader(request, await service.read_bereik(session, id, actor))


@router.get(
    "/organisaties/{id}/bereik",
    operation_id="getOrganisatieBereik",
    response_model=OrganisatieBereik,
)
async def get_organisatie_bereik(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    maand: Annotated[Maand | None, Query(description="Zonder: de laatste hele maand.")] = None,
) -> Response:
    """What each listing of an organisation brought in a month; small counts are not told."""
    found = await service.read_organisatie_bereik(session, id, actor, maand)
    return for_one_reader(request, found)
