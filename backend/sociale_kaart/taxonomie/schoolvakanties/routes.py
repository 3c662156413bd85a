from fastapi import APIRouter, Request, Response

from sociale_kaart.core.answers import json_answer
from sociale_kaart.taxonomie.schoolvakanties.holidays import school_holidays
from sociale_kaart.taxonomie.schoolvakanties.schemas import Schoolvakanties

router = APIRouter(tags=["Taxonomie"])


@router.get("/schoolvakanties", operation_id="listSchoolvakanties", response_model=Schoolvakanties)
async def list_schoolvakanties(request: Request) -> Response:
    """The school holidays of this region, as far as they are known."""
    return json_answer(request, school_holidays())
