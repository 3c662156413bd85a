from uuid import UUID

from fastapi import APIRouter, Request, Response

from sociale_kaart.beheer.accounts import queries, service
from sociale_kaart.beheer.accounts.queries import Found
from sociale_kaart.beheer.accounts.schemas import (
    AccountZoekopdracht,
    BeheerAccount,
    BeheerAccounts,
    StapverwijderingInvoer,
)
from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.paging import PageDep
from sociale_kaart.organisaties.access import Actor, BeheerDep

router = APIRouter(tags=["Beheer"])


@router.get("/accounts", operation_id="listAccounts", response_model=BeheerAccounts)
async def list_accounts(
    request: Request,
    session: SessionDep,
    beheer: BeheerDep,
    page: PageDep,
) -> Response:
    """Who works with a role of their own."""
    found = await queries.list_staff(session, page, utc_now())
    shown = found[: page.limit]
    content = BeheerAccounts(
        resultaten=[_account(request, one, beheer) for one in shown],
        volgende=str(shown[-1].account.id) if len(found) > page.limit else None,
    )
    return json_answer(request, content, lasting=False)


@router.post(
    "/accounts/zoekopdrachten", operation_id="createZoekopdracht", response_model=BeheerAccounts
)
async def create_zoekopdracht(
    request: Request, session: SessionDep, beheer: BeheerDep, invoer: AccountZoekopdracht
) -> Response:
    """Whoever has this address, also a member; not by a GET, whose address others may keep."""
    found = await queries.find_by_email(session, invoer.email, utc_now())
    content = BeheerAccounts(resultaten=[_account(request, one, beheer) for one in found])
    return json_answer(request, content, lasting=False)


@router.post(
    "/accounts/{id}/uitloggingen", operation_id="createUitlogging", response_model=BeheerAccount
)
async def create_uitlogging(
    request: Request,
    session: SessionDep,
    beheer: BeheerDep,
    id: UUID,  # noqa: A002
) -> Response:
    """Ends every session of somebody, at once; they may log in again."""
    found = await service.end_all_sessions(session, id, beheer)
    return json_answer(request, _account(request, found, beheer), lasting=False)


@router.post(
    "/accounts/{id}/blokkeringen", operation_id="createBlokkering", response_model=BeheerAccount
)
async def create_blokkering(
    request: Request,
    session: SessionDep,
    beheer: BeheerDep,
    id: UUID,  # noqa: A002
) -> Response:
    """Ends every session of somebody, who cannot log in again until beheer says so."""
    found = await service.close(session, id, beheer)
    return json_answer(request, _account(request, found, beheer), lasting=False)


@router.post(
    "/accounts/{id}/deblokkeringen", operation_id="createDeblokkering", response_model=BeheerAccount
)
async def create_deblokkering(
    request: Request,
    session: SessionDep,
    beheer: BeheerDep,
    id: UUID,  # noqa: A002
) -> Response:
    """Somebody may log in again."""
    found = await service.open_again(session, id, beheer)
    return json_answer(request, _account(request, found, beheer), lasting=False)


@router.post(
    "/accounts/{id}/tweedestap/verwijderingen",
    operation_id="createStapverwijdering",
    response_model=BeheerAccount,
)
async def create_stapverwijdering(
    request: Request,
    session: SessionDep,
    beheer: BeheerDep,
    id: UUID,  # noqa: A002
    invoer: StapverwijderingInvoer,
) -> Response:
    """Somebody logs in without a code again; they hear it by mail, with the reason."""
    found = await service.take_second_step_away(
        session, id, invoer.reden, beheer, request.app.state.public_url
    )
    return json_answer(request, _account(request, found, beheer), lasting=False)


def _account(request: Request, found: Found, beheer: Actor) -> BeheerAccount:
    account, issuer, sessies, tweede_stap = found
    providers = request.app.state.inlogdiensten.values()
    named = next((one.dienst.naam for one in providers if one.dienst.issuer == issuer), issuer)
    return BeheerAccount.model_validate(
        {
            "id": account.id,
            "naam": account.naam,
            "email": account.email,
            "rol": account.rol,
            "wijken": account.wijken,
            "inlogdienst": named,
            "gezienOp": account.gezien_op,
            "sessies": sessies,
            "geblokkeerd": not account.actief,
            "tweedeStap": tweede_stap,
            "ik": account.id == beheer.account_id,
        }
    )
