from uuid import UUID

from fastapi import APIRouter, Request, Response

from sociale_kaart.accounts.routes import TokenDep
from sociale_kaart.core.answers import dump, json_answer
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.paging import PageDep
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.core.versions import ExpectedVersion, version_etag
from sociale_kaart.organisaties import queries, service
from sociale_kaart.organisaties.access import ActorDep, find_actor
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.organisaties.rules import is_public, may_know
from sociale_kaart.organisaties.schemas import (
    Categorie,
    OrganisatieInvoer,
    Organisaties,
    OrganisatieUit,
)

router = APIRouter(tags=["Organisaties"])


@router.get("/organisaties", operation_id="listOrganisaties", response_model=Organisaties)
async def list_organisaties(
    request: Request, session: SessionDep, page: PageDep, categorie: Categorie | None = None
) -> Response:
    found = await queries.list_organisaties(session, page, categorie)
    shown = found[: page.limit]
    more = len(found) > page.limit
    return json_answer(
        request,
        Organisaties(
            resultaten=[organisatie_uit(organisatie) for organisatie in shown],
            volgende=str(shown[-1].id) if more else None,
        ),
    )


@router.get("/organisaties/{id}", operation_id="getOrganisatie", response_model=OrganisatieUit)
async def get_organisatie(
    request: Request,
    session: SessionDep,
    id: str,  # noqa: A002
    token: TokenDep = None,
) -> Response:
    """One organisation; one that the redactie has not looked at yet only for its own people."""
    organisatie = await queries.find_organisatie(session, id)
    if organisatie is None:
        raise NotFoundError(service.UNKNOWN)
    answer = _answer(request, organisatie)
    if not is_public(organisatie):
        if not may_know(organisatie, await find_actor(session, token)):
            raise NotFoundError(service.UNKNOWN)
        answer.headers["Cache-Control"] = "private, no-cache"
    return answer


@router.post(
    "/organisaties",
    operation_id="createOrganisatie",
    status_code=201,
    response_model=OrganisatieUit,
)
async def create_organisatie(
    request: Request, session: SessionDep, actor: ActorDep, invoer: OrganisatieInvoer
) -> Response:
    """A new organisation; you become its owner. Others see it when the redactie has looked at it."""
    organisatie = await service.create_organisatie(session, invoer, actor)
    answer = _answer(request, organisatie, status_code=201)
    answer.headers["Location"] = f"/api/v1/organisaties/{organisatie.id}"
    return answer


@router.put("/organisaties/{id}", operation_id="updateOrganisatie", response_model=OrganisatieUit)
async def update_organisatie(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
    invoer: OrganisatieInvoer,
) -> Response:
    return _answer(request, await service.update_organisatie(session, id, invoer, versie, actor))


@router.delete("/organisaties/{id}", operation_id="deleteOrganisatie", status_code=204)
async def delete_organisatie(
    session: SessionDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
) -> None:
    """Removes an organisation that has no listings (any more)."""
    await service.delete_organisatie(session, id, versie, actor)


def organisatie_uit(organisatie: Organisatie) -> OrganisatieUit:
    return OrganisatieUit(**organisatie.model_dump(include=set(OrganisatieUit.model_fields)))


def _answer(request: Request, organisatie: Organisatie, status_code: int = 200) -> Response:
    body = dump(organisatie_uit(organisatie))
    return json_answer(
        request, body, etag=version_etag(organisatie.versie, body), status_code=status_code
    )
