"""The second step, for whose account it is; and giving the code that a log-in waits for."""

from typing import Annotated

from fastapi import APIRouter, Cookie, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts.limieten.service import SharedLimit, client_of
from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.routes import (
    HALF_COOKIE,
    TokenDep,
    forget_half_cookie,
    sessie_uit,
    set_session_cookie,
)
from sociale_kaart.accounts.schemas import SessieUit
from sociale_kaart.accounts.service import find_session
from sociale_kaart.accounts.tweedestap import queries, service
from sociale_kaart.accounts.tweedestap.kluis import Kluis
from sociale_kaart.accounts.tweedestap.rules import app_address, spelled
from sociale_kaart.accounts.tweedestap.schemas import (
    BewijsInvoer,
    CodeInvoer,
    Herstelcodes,
    TweedeStapBegin,
    TweedeStapUit,
)
from sociale_kaart.core.db import Database, DatabaseDep, SessionDep
from sociale_kaart.core.problems import NotLoggedInError

router = APIRouter(tags=["Inloggen"])

# Per account: who guesses has three in a million each time. Nobody can use it up for somebody
# else, because codes are asked only of who reads the mail, or is logged in.
_CODE_LIMIT = SharedLimit("tweede-stap", limit=5, seconds=900)
_CLIENT_LIMIT = SharedLimit("tweede-stap-plek", limit=100, seconds=900)

HalfTokenDep = Annotated[str | None, Cookie(alias=HALF_COOKIE, include_in_schema=False)]


@router.post(
    "/sessies/halve/bevestigingen",
    operation_id="createSessiebevestiging",
    status_code=201,
    response_model_exclude_none=True,
)
async def create_sessiebevestiging(
    request: Request,
    response: Response,
    database: DatabaseDep,
    session: SessionDep,
    bewijs: BewijsInvoer,
    half_token: HalfTokenDep = None,
) -> SessieUit:
    """Gives the code that a log-in waits for; all that can be done with half a session."""
    await _CLIENT_LIMIT.count(database, client_of(request))
    account = await service.find_half(session, half_token)
    await _CODE_LIMIT.count(database, str(account.id))
    assert half_token is not None
    sessie, token = await service.finish(
        session, _kluis(request), account, half_token, bewijs, request.app.state.public_url
    )
    await _CODE_LIMIT.forget(database, str(account.id))
    response.headers["Cache-Control"] = "no-store"
    set_session_cookie(response, token)
    forget_half_cookie(response)
    return sessie_uit(account, sessie)


@router.get("/tweedestappen/eigen", operation_id="getTweedeStap", response_model_exclude_none=True)
async def get_tweede_stap(
    request: Request, response: Response, session: SessionDep, token: TokenDep = None
) -> TweedeStapUit:
    """How it stands with your own second step."""
    response.headers["Cache-Control"] = "no-store"
    account = await _logged_in(session, token)
    found = await queries.find_stap(session, account.id)
    return TweedeStapUit(
        beschikbaar=account.rol == "lid" and _kluis(request) is not None,
        aan_sinds=found.aan_sinds if found else None,
        herstelcodes=await queries.count_codes(session, account.id),
    )


@router.post("/tweedestappen", operation_id="createTweedeStap", status_code=201)
async def create_tweede_stap(
    request: Request, response: Response, session: SessionDep, token: TokenDep = None
) -> TweedeStapBegin:
    """Begins with it: a new secret for an app, which counts once a code of it was given."""
    response.headers["Cache-Control"] = "no-store"
    account = await _logged_in(session, token)
    geheim = await service.begin(session, _kluis(request), account)
    assert account.email is not None
    return TweedeStapBegin(geheim=spelled(geheim), adres=app_address(geheim, account.email))


@router.post(
    "/tweedestappen/eigen/bevestigingen", operation_id="createStapbevestiging", status_code=201
)
async def create_stapbevestiging(
    request: Request,
    response: Response,
    database: DatabaseDep,
    session: SessionDep,
    invoer: CodeInvoer,
    token: TokenDep = None,
) -> Herstelcodes:
    """Turns it on by the first code of the app; answers with ten recovery codes, this once."""
    response.headers["Cache-Control"] = "no-store"
    account = await _limited(database, session, token)
    codes = await service.confirm(
        session, _kluis(request), account, invoer.code, request.app.state.public_url
    )
    await _CODE_LIMIT.forget(database, str(account.id))
    return Herstelcodes(herstelcodes=codes)


@router.post(
    "/tweedestappen/eigen/herstelcodes", operation_id="createHerstelcodes", status_code=201
)
async def create_herstelcodes(
    request: Request,
    response: Response,
    database: DatabaseDep,
    session: SessionDep,
    invoer: CodeInvoer,
    token: TokenDep = None,
) -> Herstelcodes:
    """Ten new recovery codes; the ones there were work no more."""
    response.headers["Cache-Control"] = "no-store"
    account = await _limited(database, session, token)
    codes = await service.renew_codes(
        session, _kluis(request), account, invoer.code, request.app.state.public_url
    )
    await _CODE_LIMIT.forget(database, str(account.id))
    return Herstelcodes(herstelcodes=codes)


@router.post(
    "/tweedestappen/eigen/uitzettingen", operation_id="createStapuitzetting", status_code=204
)
async def create_stapuitzetting(
    request: Request,
    database: DatabaseDep,
    session: SessionDep,
    bewijs: BewijsInvoer,
    token: TokenDep = None,
) -> None:
    """Turns it off, by a code or a recovery code."""
    account = await _limited(database, session, token)
    await service.turn_off(session, _kluis(request), account, bewijs, request.app.state.public_url)
    await _CODE_LIMIT.forget(database, str(account.id))


def _kluis(request: Request) -> Kluis | None:
    kluis: Kluis | None = request.app.state.kluis
    return kluis


async def _logged_in(session: AsyncSession, token: str | None) -> Account:
    found = await find_session(session, token) if token else None
    if found is None:
        raise NotLoggedInError
    return found[0]


async def _limited(database: Database, session: AsyncSession, token: str | None) -> Account:
    account = await _logged_in(session, token)
    await _CODE_LIMIT.count(database, str(account.id))
    return account
