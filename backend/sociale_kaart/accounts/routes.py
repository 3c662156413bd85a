from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Cookie, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts.inloglinks.service import use_link
from sociale_kaart.accounts.limieten.service import SharedLimit, client_of
from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.oidc.queries import find_issuer
from sociale_kaart.accounts.schemas import Inloggen, InloggenMetLink, Inlogwijze, SessieUit
from sociale_kaart.accounts.service import (
    SESSION_LIFETIME,
    check_password,
    find_session,
    log_out,
)
from sociale_kaart.accounts.tweedestap.models import HalveSessie
from sociale_kaart.accounts.tweedestap.schemas import HalveSessieUit
from sociale_kaart.accounts.tweedestap.service import HALF_LIFETIME, let_in
from sociale_kaart.core.answers import for_now
from sociale_kaart.core.db import Database, DatabaseDep, SessionDep
from sociale_kaart.core.problems import NotLoggedInError

router = APIRouter(tags=["Inloggen"])

SESSION_COOKIE = "__Host-sessie"
# Beside the one of a session that may still be open, which this does not end.
HALF_COOKIE = "__Host-halve-sessie"
_LOGIN_LIMIT = SharedLimit("inloggen", limit=10, seconds=300)
# One office may share an address, so this one is wider; it stops trying many accounts.
_CLIENT_LIMIT = SharedLimit("inloggen-plek", limit=100, seconds=300)

TokenDep = Annotated[str | None, Cookie(alias=SESSION_COOKIE, include_in_schema=False)]


_HALF_WAY: dict[int | str, dict[str, Any]] = {
    202: {"model": HalveSessieUit, "description": "Nu nog een code van de app"}
}


@router.post(
    "/sessies",
    operation_id="createSessie",
    status_code=201,
    response_model=SessieUit,
    response_model_exclude_none=True,
    responses=_HALF_WAY,
)
async def create_sessie(
    request: Request,
    response: Response,
    database: DatabaseDep,
    session: SessionDep,
    invoer: Inlogwijze,
) -> SessieUit | Response:
    """Logs in by a link that was mailed, which then works no more; or by a password.

    The answer is the same for an unknown address and for a wrong password, and for a link that is
    forged, used or too old. Only who is let through hears that their account asks for a code too.
    """
    client = client_of(request)
    await _CLIENT_LIMIT.count(database, client)
    if isinstance(invoer, InloggenMetLink):
        account = await _by_link(session, invoer)
    else:
        account = await _by_password(database, session, invoer, client)
    sessie, token = await let_in(session, account)
    if isinstance(sessie, HalveSessie):
        half_way = for_now(HalveSessieUit(verloopt_op=sessie.verloopt_op), status_code=202)
        set_half_cookie(half_way, token)
        return half_way
    response.headers["Cache-Control"] = "no-store"
    set_session_cookie(response, token)
    return sessie_uit(account, sessie)


async def _by_link(session: AsyncSession, invoer: InloggenMetLink) -> Account:
    account = await use_link(session, invoer.token)
    if account is None:
        raise NotLoggedInError("Deze link werkt niet (meer). Vraag een nieuwe link.")
    return account


async def _by_password(
    database: Database, session: AsyncSession, invoer: Inloggen, client: str
) -> Account:
    key = f"{client}|{invoer.email.lower()}"
    # Before anything is asked in the session, so that no request waits for a second connection.
    await _LOGIN_LIMIT.count(database, key)
    found = await check_password(session, invoer.email, invoer.wachtwoord)
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
    _set_cookie(response, SESSION_COOKIE, token, lifetime)


def set_half_cookie(response: Response, token: str) -> None:
    _set_cookie(response, HALF_COOKIE, token, HALF_LIFETIME)


def forget_half_cookie(response: Response) -> None:
    response.delete_cookie(HALF_COOKIE, path="/", secure=True, httponly=True, samesite="lax")


def _set_cookie(response: Response, name: str, token: str, lifetime: timedelta) -> None:
    response.set_cookie(
        name,
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
