"""Imports in the browser: a file of an organisation, looked at before anything happens."""

import asyncio
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from sociale_kaart.core.answers import for_now
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.paging import PageDep
from sociale_kaart.core.problems import Fout, InvalidInputError
from sociale_kaart.core.versions import ExpectedVersion
from sociale_kaart.opendata.invoeren import queries, service
from sociale_kaart.opendata.invoeren.files import MAX_ROWS, read_table
from sociale_kaart.opendata.invoeren.mapping import koppeling_of
from sociale_kaart.opendata.invoeren.models import Invoer
from sociale_kaart.opendata.invoeren.schemas import (
    Invoeren,
    InvoerStap,
    InvoerUit,
    KoppelingInvoer,
    KoppelingUit,
    Rijen,
)
from sociale_kaart.opendata.invoeren.showing import faults_of, in_words, invoer_uit, rij_uit
from sociale_kaart.opendata.invoeren.workbooks import MEDIA_TYPE, fault_workbook, template_workbook
from sociale_kaart.opendata.unreadable import UnreadableFileError
from sociale_kaart.organisaties.access import ActorDep
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Invoer"])

_FILE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "Het bestand zelf: XLSX, of CSV in UTF-8, UTF-16 of Windows-1252.",
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_WORKBOOK: dict[int | str, dict[str, Any]] = {
    200: {"content": {MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}}
}
# One file is unfolded at a time in each process, so that several large ones cannot fill its memory.
_one_at_a_time = asyncio.Semaphore(1)


@router.post(
    "/organisaties/{id}/invoeren",
    operation_id="createInvoer",
    status_code=201,
    response_model=InvoerUit,
    openapi_extra=_FILE,
)
async def create_invoer(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    bestandsnaam: Annotated[str, Query(min_length=1, max_length=255)],
) -> Response:
    """Sends a file with listings of this organisation; nothing changes on the map yet."""
    organisatie = await service.own_organisatie(session, id, actor)
    content = await request.body()
    try:
        async with _one_at_a_time:
            table = await asyncio.to_thread(read_table, content, bestandsnaam)
    except UnreadableFileError as error:
        raise InvalidInputError([Fout(veld="bestand", melding=str(error))], str(error)) from error
    invoer = await service.create_invoer(session, organisatie, table, bestandsnaam, actor)
    await session.flush()
    answer = await _answer(session, invoer, organisatie, status_code=201)
    answer.headers["Location"] = f"/api/v1/invoeren/{invoer.id}"
    return answer


@router.get("/organisaties/{id}/invoeren", operation_id="listInvoeren", response_model=Invoeren)
async def list_invoeren(
    session: SessionDep,
    actor: ActorDep,
    page: PageDep,
    id: UUID,  # noqa: A002
) -> Response:
    """What this organisation brought in lately, the latest first."""
    organisatie = await service.own_organisatie(session, id, actor)
    found = await queries.list_of_organisatie(session, organisatie.id, page)
    shown = found[: page.limit]
    tallies = await queries.tallies(session, [invoer.id for invoer in shown])
    return for_now(
        Invoeren(
            resultaten=[invoer_uit(invoer, organisatie, tallies) for invoer in shown],
            volgende=str(shown[-1].id) if len(found) > page.limit else None,
        )
    )


@router.get("/invoeren/{id}", operation_id="getInvoer", response_model=InvoerUit)
async def get_invoer(
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """How far it is; ask again for as long as its stand is nakijken, uitvoeren or terug."""
    return await _answer(session, *await service.load_invoer(session, id, actor))


@router.delete("/invoeren/{id}", operation_id="deleteInvoer", status_code=204)
async def delete_invoer(
    session: SessionDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
) -> None:
    """Throws a file away; what it brought in stays, and cannot be undone as a whole any more."""
    invoer, _ = await service.load_invoer(session, id, actor, lock=True)
    await service.delete_invoer(session, invoer, versie)


@router.get("/invoeren/{id}/koppeling", operation_id="getKoppeling", response_model=KoppelingUit)
async def get_koppeling(
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """Which field each column is: guessed, remembered from before, or decided."""
    invoer, _ = await service.load_invoer(session, id, actor)
    return for_now(await service.koppeling_uit(session, invoer, reference))


@router.put("/invoeren/{id}/koppeling", operation_id="updateKoppeling", response_model=KoppelingUit)
async def update_koppeling(
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
    koppeling: KoppelingInvoer,
) -> Response:
    invoer, _ = await service.load_invoer(session, id, actor, lock=True)
    await service.save_koppeling(session, invoer, koppeling, versie, reference)
    return for_now(await service.koppeling_uit(session, invoer, reference))


@router.post("/invoeren/{id}/stappen", operation_id="createInvoerStap", response_model=InvoerUit)
async def create_invoer_stap(
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    stap: InvoerStap,
) -> Response:
    """Has the worker look what would happen, bring it in, or take it all back."""
    invoer, organisatie = await service.load_invoer(session, id, actor, lock=True)
    await service.take_step(session, invoer, stap.handeling, actor)
    await session.flush()
    return await _answer(session, invoer, organisatie)


@router.get("/invoeren/{id}/rijen", operation_id="listInvoerRijen", response_model=Rijen)
async def list_invoer_rijen(
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    toon: queries.Toon = "alles",
    na: Annotated[int, Query(ge=0, le=2_000_000, description="Rijen na dit nummer.")] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Response:
    """What happens with each row, in the order of the file."""
    invoer, _ = await service.load_invoer(session, id, actor)
    found = await queries.list_rows(session, invoer.id, toon, na, limit + 1)
    koppeling = koppeling_of(invoer.koppeling)
    shown = found[:limit]
    return for_now(
        Rijen(
            resultaten=[rij_uit(rij, invoer, koppeling, reference.vocabulary) for rij in shown],
            volgende=shown[-1].nummer if len(found) > limit else None,
        )
    )


@router.get(
    "/invoeren/{id}/fouten.xlsx",
    operation_id="getInvoerFouten",
    response_class=Response,
    responses=_WORKBOOK,
)
async def get_invoer_fouten(
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Response:
    """The rows that do not go in, as they were sent, each with what is wrong with it."""
    invoer, _ = await service.load_invoer(session, id, actor)
    koppeling = koppeling_of(invoer.koppeling)
    rows = await queries.list_rows(session, invoer.id, "fouten", 0, MAX_ROWS)
    lines = [
        (rij.cellen, "\n".join(map(in_words, faults_of(rij, invoer, koppeling)))) for rij in rows
    ]
    heads = [column["kop"] for column in invoer.kolommen]
    return _download(await asyncio.to_thread(fault_workbook, heads, lines), "fouten.xlsx")


@router.get(
    "/invoersjablonen/aanbod.xlsx",
    operation_id="getInvoerSjabloon",
    response_class=Response,
    responses=_WORKBOOK,
)
async def get_invoer_sjabloon(reference: ReferenceDep) -> Response:
    """An empty file to begin with, and what can be chosen in each column."""
    return _download(template_workbook(reference.vocabulary), "aanbod.xlsx")


async def _answer(
    session: SessionDep, invoer: Invoer, organisatie: Organisatie, status_code: int = 200
) -> Response:
    tallies = await queries.tallies(session, [invoer.id])
    return for_now(invoer_uit(invoer, organisatie, tallies), status_code)


def _download(content: bytes, naam: str) -> Response:
    return Response(
        content,
        media_type=MEDIA_TYPE,
        headers={
            "Content-Disposition": f'attachment; filename="{naam}"',
            "Cache-Control": "private, no-store",
        },
    )
