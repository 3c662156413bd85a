from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from sociale_kaart.agenda.schemas import Agenda, AgendaVraag, Tellingen, TellingVraag
from sociale_kaart.agenda.service import count_agenda, read_agenda
from sociale_kaart.core.answers import dump, json_answer
from sociale_kaart.core.db import DatabaseDep
from sociale_kaart.core.parameters import ParametersOf
from sociale_kaart.taxonomie.reference import ReferenceDep
from sociale_kaart.zoeken.search import check_vraag
from sociale_kaart.zoeken.searcher import Searcher

router = APIRouter(tags=["Agenda"])
_read_vraag = ParametersOf(AgendaVraag)
_read_telling = ParametersOf(TellingVraag)


@router.get(
    "/agenda",
    operation_id="listAgenda",
    response_model=Agenda,
    openapi_extra={"parameters": _read_vraag.openapi()},
)
async def list_agenda(
    request: Request,
    database: DatabaseDep,
    reference: ReferenceDep,
    vraag: Annotated[AgendaVraag, Depends(_read_vraag)],
) -> Response:
    """Everything that is on in a period, in order of time; also what was to be and is off."""
    check_vraag(vraag, reference.vocabulary)
    return json_answer(request, await read_agenda(database, vraag, reference.vocabulary))


@router.get(
    "/agenda/tellingen",
    operation_id="countAgenda",
    response_model=Tellingen,
    openapi_extra={"parameters": _read_telling.openapi()},
)
async def count(
    request: Request,
    database: DatabaseDep,
    reference: ReferenceDep,
    vraag: Annotated[TellingVraag, Depends(_read_telling)],
) -> Response:
    """How much there is in a period: per day, and per choice in each filter."""
    check_vraag(vraag, reference.vocabulary)
    searcher: Searcher = request.app.state.searcher

    async def make() -> tuple[bytes, bool]:
        return dump(await count_agenda(database, vraag, reference.vocabulary)), True

    kept = await searcher.answers.get(
        ("agenda", request.scope["query_string"], await searcher.present(reference)), make
    )
    return json_answer(request, kept.body, etag=kept.etag)
