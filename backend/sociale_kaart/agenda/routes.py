from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from sociale_kaart.agenda.calendars import CALENDAR, Wording
from sociale_kaart.agenda.schemas import (
    Agenda,
    AgendaFilters,
    AgendaVraag,
    Tellingen,
    TellingVraag,
)
from sociale_kaart.agenda.service import count_agenda, export_aanbod, export_agenda, read_agenda
from sociale_kaart.core.answer_cache import TaggedAnswer
from sociale_kaart.core.answers import dump, json_answer
from sociale_kaart.core.db import DatabaseDep
from sociale_kaart.core.parameters import ParametersOf
from sociale_kaart.taxonomie.reference import ReferenceDep
from sociale_kaart.zoeken.search import check_vraag
from sociale_kaart.zoeken.searcher import Searcher

router = APIRouter(tags=["Agenda"])
_read_vraag = ParametersOf(AgendaVraag)
_read_telling = ParametersOf(TellingVraag)
_read_filters = ParametersOf(AgendaFilters)


class CalendarResponse(Response):
    """Only for the contract: what the routes below answer with."""

    media_type = CALENDAR


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
    check_vraag(vraag, reference.vocabulary, vraag.datum_van)
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
    check_vraag(vraag, reference.vocabulary, vraag.datum_van)
    searcher: Searcher = request.app.state.searcher

    async def make() -> TaggedAnswer:
        counts = await count_agenda(database, vraag, reference.vocabulary)
        return TaggedAnswer.of(dump(counts), lasting=True)

    kept = await searcher.answers.get(
        ("agenda", request.scope["query_string"], await searcher.present(reference)), make
    )
    return json_answer(request, kept.body, etag=kept.etag)


@router.get(
    "/agenda/kalender.ics",
    operation_id="exportAgenda",
    response_class=CalendarResponse,
    openapi_extra={"parameters": _read_filters.openapi()},
)
async def export(
    request: Request,
    database: DatabaseDep,
    reference: ReferenceDep,
    filters: Annotated[AgendaFilters, Depends(_read_filters)],
) -> Response:
    """What comes, as iCalendar to subscribe to: from today on, at most a thousand times."""
    check_vraag(filters, reference.vocabulary)
    searcher: Searcher = request.app.state.searcher
    wording = Wording(reference.vocabulary, request.app.state.public_url)

    async def make() -> TaggedAnswer:
        return TaggedAnswer.of(await export_agenda(database, filters, wording), lasting=True)

    kept = await searcher.answers.get(
        ("kalender", request.scope["query_string"], await searcher.present(reference)), make
    )
    return _calendar_answer(request, kept.body, "agenda")


@router.get(
    "/aanbod/{id}/kalender.ics",
    operation_id="exportAanbod",
    response_class=CalendarResponse,
)
async def export_one(
    request: Request,
    database: DatabaseDep,
    reference: ReferenceDep,
    id: str,  # noqa: A002
) -> Response:
    """The moments of a listing as iCalendar, to subscribe to or to take over once."""
    wording = Wording(reference.vocabulary, request.app.state.public_url)
    return _calendar_answer(request, await export_aanbod(database, id, wording), "kalender")


def _calendar_answer(request: Request, body: bytes, naam: str) -> Response:
    answer = json_answer(request, body, media_type=f"{CALENDAR}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'inline; filename="{naam}.ics"'
    return answer
