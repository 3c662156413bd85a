from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Cookie, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts.inloglinks.service import use_link
from sociale_kaart.accounts.limieten.service import SharedLimit, client_of
from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.oidc.queries import find_issuer
from sociale_kaart.accounts.schemas import Inloggen, InloggenMetLink, Inlogwijze, SessieUit
from sociale_kaart.accounts.service import (
    SESSION_LIFETIME,
    find_session,
    log_in,
    log_out,
    open_session,
)
from sociale_kaart.core.db import Database, DatabaseDep, SessionDep
from sociale_kaart.core.problems import NotLoggedInError

router = APIRouter(tags=["Inloggen"])

SESSION_COOKIE = "__Host-sessie"
_LOGIN_LIMIT = SharedLimit("inloggen", limit=10, seconds=300)
# One office may share an address, so this one is wider; it stops trying many accounts.
_CLIENT_LIMIT = SharedLimit("inloggen-plek", limit=100, seconds=300)

TokenDep = Annotated[str | None, Cookie(alias=SESSION_COOKIE, include_in_schema=False)]


@router.post(
    "/sessies", operation_id="createSessie", status_code=201, response_model_exclude_none=True
)
async def create_sessie(
    request: Request,
    response: Response,
    database: DatabaseDep,
    session: SessionDep,
    invoer: Inlogwijze,
) -> SessieUit:
    """Logs in by a link that was mailed, which then works no more; or by a password.

    The answer is the same for an unknown address and for a wrong password, and for a link that is
    forged, used or too old.
    """
    client = client_of(request)
    await _CLIENT_LIMIT.count(database, client)
    if isinstance(invoer, InloggenMetLink):
        account, sessie, token = await _by_link(session, invoer)
    else:
        account, sessie, token = await _by_password(database, session, invoer, client)
    response.headers["Cache-Control"] = "no-store"
    set_session_cookie(response, token)
    return sessie_uit(account, sessie)


async def _by_link(session: AsyncSession, invoer: InloggenMetLink) -> tuple[Account, Sessie, str]:
    account = await use_link(session, invoer.token)
    if account is None:
        raise NotLoggedInError("Deze link werkt niet (meer). Vraag een nieuwe link.")
    return account, *await open_session(session, account)


async def _by_password(
    database: Database, session: AsyncSession, invoer: Inloggen, client: str
) -> tuple[Account, Sessie, str]:
    key = f"{client}|{invoer.email.lower()}"
    # Before anything is asked in the session, so that no request waits for a second connection.
    await _LOGIN_LIMIT.count(database, key)
    found = await log_in(session, invoer.email, invoer.wachtwoord)
    if found is None:
        raise NotLoggedInError("Dit e-mailadres en wachtwoord horen niet bij elkaar.")
    await _LOGIN_LIMIT.forget(database, key)
    return found


@router.get("/sessies/huidige", operation_id="getSessie", response_model_exclude_none=True)
async def get_sessie(
    request: Request, response: Response, session: SessionDep, token: TokenDep = None
) -> SessieUit:
    response.headers["Cache-Control"] = "no-store"
    found = await find_session(session, token) if token else None
    if found is None:
        raise NotLoggedInError
    account, sessie = found
    return sessie_uit(account, sessie, await _inlogdienst(request, session, account))


@router.delete("/sessies/huidige", operation_id="deleteSessie", status_code=204)
async def delete_sessie(response: Response, session: SessionDep, token: TokenDep = None) -> None:
    """Logs out; also when there was no session, so that it can always be asked."""
    if token:
        await log_out(session, token)
    response.delete_cookie(SESSION_COOKIE, path="/", secure=True, httponly=True, samesite="lax")


def set_session_cookie(
    response: Response, token: str, lifetime: timedelta = SESSION_LIFETIME
) -> None:
    response.set_cookie(
        SESSION_COOKIE,
        token,
        max_age=int(lifetime.total_seconds()),
        path="/",
        secure=True,
        httponly=True,
        samesite="lax",
    )


async def _inlogdienst(request: Request, session: AsyncSession, account: Account) -> str | None:
    issuer = await find_issuer(session, account.id)
    providers = request.app.state.inlogdiensten.values()
    return next((one.dienst.code for one in providers if one.dienst.issuer == issuer), None)


def sessie_uit(account: Account, sessie: Sessie, inlogdienst: str | None = None) -> SessieUit:
    return SessieUit.model_validate(
        {
            "accountId": account.id,
            "naam": account.naam,
            "email": account.email,
            "rol": account.rol,
            "inlogdienst": inlogdienst,
            "verlooptOp": sessie.verloopt_op,
        }
    )
