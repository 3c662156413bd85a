from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from sociale_kaart.core.answers import dump, json_answer
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.core.versions import ExpectedVersion, version_etag
from sociale_kaart.organisaties.access import EditorDep, VisitorDep
from sociale_kaart.situaties import queries, service
from sociale_kaart.situaties.models import Situatie
from sociale_kaart.situaties.schemas import (
    SituatieInvoer,
    SituatieKort,
    Situaties,
    SituatieUit,
    Slug,
)
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Situaties"])


class NieuweSituatie(SituatieInvoer):
    slug: Slug


@router.get("/situaties", operation_id="listSituaties", response_model=Situaties)
async def list_situaties(request: Request, session: SessionDep, visitor: VisitorDep) -> Response:
    """What may happen in a life, in the order of the redactie."""
    is_editor = visitor is not None and visitor.is_editor
    found = await queries.list_situaties(session, hidden=is_editor)
    content = Situaties(
        resultaten=[SituatieKort(**one.model_dump(include=_SHORT)) for one in found]
    )
    return json_answer(request, content, vary="Cookie")


@router.get("/situaties/{slug}", operation_id="getSituatie", response_model=SituatieUit)
async def get_situatie(
    request: Request, session: SessionDep, visitor: VisitorDep, slug: Annotated[str, Path()]
) -> Response:
    """One situation with its parts, each with the question that finds what there is."""
    situatie = await queries.find_situatie(session, slug)
    is_editor = visitor is not None and visitor.is_editor
    if situatie is None or not (situatie.zichtbaar or is_editor):
        raise NotFoundError(service.UNKNOWN)
    return _answer(request, situatie)


@router.post(
    "/situaties", operation_id="createSituatie", status_code=201, response_model=SituatieUit
)
async def create_situatie(
    request: Request,
    session: SessionDep,
    editor: EditorDep,
    reference: ReferenceDep,
    invoer: NieuweSituatie,
) -> Response:
    situatie = await service.create_situatie(
        session,
        invoer.slug,
        SituatieInvoer(**invoer.model_dump(exclude={"slug"})),
        reference.vocabulary,
        editor.account_id,
    )
    answer = _answer(request, situatie, status_code=201)
    answer.headers["Location"] = f"/api/v1/situaties/{situatie.slug}"
    return answer


@router.put("/situaties/{slug}", operation_id="updateSituatie", response_model=SituatieUit)
async def update_situatie(
    request: Request,
    session: SessionDep,
    editor: EditorDep,
    reference: ReferenceDep,
    versie: ExpectedVersion,
    slug: Annotated[str, Path()],
    invoer: SituatieInvoer,
) -> Response:
    situatie = await service.update_situatie(
        session, slug, invoer, versie, reference.vocabulary, editor.account_id
    )
    return _answer(request, situatie)


_SHORT = set(SituatieKort.model_fields)


def _answer(request: Request, situatie: Situatie, *, status_code: int = 200) -> Response:
    body = dump(SituatieUit(**situatie.model_dump()))
    etag = version_etag(situatie.versie, body)
    return json_answer(request, body, etag=etag, status_code=status_code, vary="Cookie")
