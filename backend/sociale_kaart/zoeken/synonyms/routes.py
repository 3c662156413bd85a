from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from sociale_kaart.core.answers import dump, for_one_reader
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.paging import PageDep
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.core.schema import Schema
from sociale_kaart.core.versions import ExpectedVersion, version_etag
from sociale_kaart.organisaties.access import EditorDep
from sociale_kaart.zoeken.synonyms import queries, service
from sociale_kaart.zoeken.synonyms.models import Synoniem
from sociale_kaart.zoeken.synonyms.rules import bare
from sociale_kaart.zoeken.synonyms.schemas import Synoniemen, SynoniemInvoer, SynoniemUit

# Words that are never shown to the public stand in these rows, so reading is for editors too.
router = APIRouter(tags=["Synoniemen"])


@router.get("/synoniemen", operation_id="listSynoniemen", response_model=Synoniemen)
async def list_synoniemen(
    request: Request,
    session: SessionDep,
    _editor: EditorDep,
    page: PageDep,
    q: Annotated[
        str, Query(max_length=200, description="Alleen rijen waar deze woorden in staan.")
    ] = "",
) -> Response:
    """What people type, and the words of the map that it leads to; for the redactie."""
    found = await queries.list_synoniemen(session, page, bare(q))
    shown = found[: page.limit]
    more = len(found) > page.limit
    content = Synoniemen(
        resultaten=[_synoniem_uit(synoniem) for synoniem in shown],
        volgende=str(shown[-1].id) if more else None,
    )
    return _answer(request, content)


@router.get("/synoniemen/{id}", operation_id="getSynoniem", response_model=SynoniemUit)
async def get_synoniem(
    request: Request,
    session: SessionDep,
    _editor: EditorDep,
    id: UUID,  # noqa: A002
) -> Response:
    synoniem = await queries.find_synoniem(session, id)
    if synoniem is None:
        raise NotFoundError(service.UNKNOWN)
    return _answer(request, _synoniem_uit(synoniem), versie=synoniem.versie)


@router.post(
    "/synoniemen", operation_id="createSynoniem", status_code=201, response_model=SynoniemUit
)
async def create_synoniem(
    request: Request, session: SessionDep, editor: EditorDep, invoer: SynoniemInvoer
) -> Response:
    """A new pair; search knows it within seconds."""
    synoniem = await service.create_synoniem(session, invoer, editor.account_id)
    answer = _answer(request, _synoniem_uit(synoniem), versie=synoniem.versie, status_code=201)
    answer.headers["Location"] = f"/api/v1/synoniemen/{synoniem.id}"
    return answer


@router.put("/synoniemen/{id}", operation_id="updateSynoniem", response_model=SynoniemUit)
async def update_synoniem(
    request: Request,
    session: SessionDep,
    editor: EditorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
    invoer: SynoniemInvoer,
) -> Response:
    synoniem = await service.update_synoniem(session, id, invoer, versie, editor.account_id)
    return _answer(request, _synoniem_uit(synoniem), versie=synoniem.versie)


@router.delete("/synoniemen/{id}", operation_id="deleteSynoniem", status_code=204)
async def delete_synoniem(
    session: SessionDep,
    editor: EditorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
) -> None:
    """Takes a pair away; one that came with the code does not come back."""
    await service.delete_synoniem(session, id, versie, editor.account_id)


def _synoniem_uit(synoniem: Synoniem) -> SynoniemUit:
    return SynoniemUit(**synoniem.model_dump(include=set(SynoniemUit.model_fields)))


def _answer(
    request: Request, content: Schema, *, versie: int | None = None, status_code: int = 200
) -> Response:
    body = dump(content)
    etag = None if versie is None else version_etag(versie, body)
    return for_one_reader(request, body, etag=etag, status_code=status_code)
