from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from sociale_kaart.core.answers import dump
from sociale_kaart.taxonomie.adressen.schemas import Adressen
from sociale_kaart.taxonomie.adressen.service import find_adressen
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Taxonomie"])


@router.get("/adressen", operation_id="listAdressen", response_model=Adressen)
async def list_adressen(
    request: Request,
    reference: ReferenceDep,
    q: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """Streets, postcodes, buurten and wijken that somebody may mean while still typing."""
    found = await find_adressen(q, reference, request.app.state.address_book)
    # Where somebody lives is not for the memory of a browser that others use too.
    headers = {"Cache-Control": "no-store"}
    return Response(dump(found), media_type="application/json", headers=headers)
