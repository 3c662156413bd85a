from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.parameters import ParametersOf
from sociale_kaart.core.visitors import is_visitor
from sociale_kaart.taxonomie.reference import ReferenceDep
from sociale_kaart.zoeken.alike.schemas import VergelijkbareLijst
from sociale_kaart.zoeken.alike.service import find_alike
from sociale_kaart.zoeken.schemas import Suggesties, ZoekAntwoord, ZoekVraag
from sociale_kaart.zoeken.search import check_vraag, search_as_json
from sociale_kaart.zoeken.searcher import Searcher
from sociale_kaart.zoeken.suggesting import suggest_as_json

router = APIRouter(tags=["Zoeken"])
_read_vraag = ParametersOf(ZoekVraag)


@router.get(
    "/zoeken",
    operation_id="zoeken",
    response_model=ZoekAntwoord,
    openapi_extra={"parameters": _read_vraag.openapi()},
)
async def zoeken(
    request: Request, reference: ReferenceDep, vraag: Annotated[ZoekVraag, Depends(_read_vraag)]
) -> Response:
    """Finds what fits a question in somebody's own words, with filters and counts."""
    check_vraag(vraag, reference.vocabulary, vraag.datum_van)
    searcher: Searcher = request.app.state.searcher
    kept = await searcher.answers.get(
        (request.scope["query_string"], await searcher.present(reference)),
        lambda: search_as_json(searcher, vraag, reference),
    )
    # A page of one is asked for to know something, not to be read.
    if vraag.page_size > 1 and is_visitor(request):
        request.app.state.counts.add(kept.shows, "getoond")
    return json_answer(request, kept.body, etag=kept.etag, lasting=kept.lasting)


@router.get("/suggesties", operation_id="listSuggesties", response_model=Suggesties)
async def list_suggesties(
    request: Request,
    reference: ReferenceDep,
    q: Annotated[str, Query(max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=20)] = 8,
) -> Response:
    """What somebody may mean while still typing; of an empty question some examples."""
    searcher: Searcher = request.app.state.searcher
    words = await searcher.words.current(
        await searcher.statistics.current(), await searcher.synonyms.current()
    )
    kept = await searcher.answers.get(
        ("suggesties", q, limit, words, await searcher.present(reference)),
        lambda: suggest_as_json(searcher, q, limit, reference, words),
    )
    return json_answer(request, kept.body, etag=kept.etag, lasting=kept.lasting)


@router.get(
    "/aanbod/{id}/vergelijkbaar",
    operation_id="listVergelijkbaar",
    response_model=VergelijkbareLijst,
)
async def list_vergelijkbaar(
    request: Request,
    id: str,  # noqa: A002
    limit: Annotated[int, Query(ge=1, le=20)] = 4,
) -> Response:
    """What may serve instead of this listing: about the same, no heavier, and nearby first."""
    found = await find_alike(request.app.state.searcher, id, limit)
    return json_answer(request, {"resultaten": found})
