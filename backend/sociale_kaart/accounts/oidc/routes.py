"""Where a browser goes to log in at a provider and comes back, and which providers there are.

These answers are read by people: whatever goes wrong sends them to the log-in page, which has the
words for it.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated
from urllib.parse import urlencode

import structlog
from fastapi import APIRouter, Cookie, Depends, Request, Response
from fastapi.responses import RedirectResponse

from sociale_kaart.accounts.limieten.service import SharedLimit, client_of
from sociale_kaart.accounts.oidc.melding import NotLoggedInHereError
from sociale_kaart.accounts.oidc.provider import Provider
from sociale_kaart.accounts.oidc.schemas import Inlogdiensten, InlogdienstUit
from sociale_kaart.accounts.oidc.service import ATTEMPT_LIFETIME, Answer, begin, finish
from sociale_kaart.accounts.routes import set_session_cookie
from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.db import DatabaseDep
from sociale_kaart.core.problems import TooManyRequestsError

router = APIRouter(tags=["Inloggen"])
# No part of the API: browsers are sent through these, and programs have no use for them.
browser_router = APIRouter(include_in_schema=False)
log = structlog.get_logger()

# For who is not logged in, this is the way in.
LOG_IN_PAGE = "/mijn"
ATTEMPT_COOKIE = "__Host-inlogpoging"
# Each beginning leaves a row for ten minutes; an office shares one address.
_BEGIN_LIMIT = SharedLimit("inlogdienst-plek", limit=100, seconds=300)

AttemptDep = Annotated[str | None, Cookie(alias=ATTEMPT_COOKIE)]


async def get_providers(request: Request) -> Mapping[str, Provider]:
    providers: Mapping[str, Provider] = request.app.state.inlogdiensten
    return providers


ProvidersDep = Annotated[Mapping[str, Provider], Depends(get_providers)]


@router.get("/inlogdiensten", operation_id="listInlogdiensten", response_model=Inlogdiensten)
async def list_inlogdiensten(request: Request, providers: ProvidersDep) -> Response:
    """Where staff can log in, in the order of the settings; none when none is set up."""
    resultaten = [
        InlogdienstUit(code=code, naam=provider.dienst.naam, adres=f"/inloggen/{code}")
        for code, provider in providers.items()
    ]
    return json_answer(request, Inlogdiensten(resultaten=resultaten))


@browser_router.get("/inloggen/{dienst}")
async def begin_inloggen(
    request: Request,
    database: DatabaseDep,
    providers: ProvidersDep,
    dienst: str,
    terug: str | None = None,
) -> Response:
    """To the provider, and afterwards to `terug`, a page of our own."""
    try:
        await _BEGIN_LIMIT.count(database, client_of(request))
        address, sleutel = await begin(database, _provider(providers, dienst), terug)
    except TooManyRequestsError:
        return _to_log_in_page(NotLoggedInHereError("te-vaak", "too many attempts"))
    except NotLoggedInHereError as error:
        return _to_log_in_page(error)
    answer = _go(address)
    _set_attempt(answer, sleutel, int(ATTEMPT_LIFETIME.total_seconds()))
    return answer


@browser_router.get("/inloggen/{dienst}/antwoord")
async def finish_inloggen(
    request: Request,
    database: DatabaseDep,
    providers: ProvidersDep,
    dienst: str,
    sleutel: AttemptDep = None,
    code: str | None = None,
    state: str | None = None,
    error: str | None = None,
    iss: str | None = None,
) -> Response:
    """Back from the provider, with a code for who it was or with what went wrong."""
    said = Answer(code=code, state=state, error=error, iss=iss)
    lifetime: timedelta = request.app.state.staff_session
    try:
        terug, token = await finish(database, _provider(providers, dienst), sleutel, said, lifetime)
    except NotLoggedInHereError as failure:
        answer = _to_log_in_page(failure)
    else:
        answer = _go(terug)
        set_session_cookie(answer, token, lifetime)
    _set_attempt(answer, "", 0)
    return answer


@browser_router.get("/inloggen/{dienst}/uit")
async def log_out_there(request: Request, providers: ProvidersDep, dienst: str) -> Response:
    """To where the provider ends its own session, or to our own page when it has no such place.

    It ends nothing here: that takes a request that other sites cannot make.
    """
    back = f"{request.app.state.public_url}{LOG_IN_PAGE}"
    try:
        address = await _provider(providers, dienst).log_out_address(back)
    except NotLoggedInHereError as error:
        return _to_log_in_page(NotLoggedInHereError("alleen-hier-uit", error.reason))
    return _go(address or LOG_IN_PAGE)


def _provider(providers: Mapping[str, Provider], dienst: str) -> Provider:
    provider = providers.get(dienst)
    if provider is None:
        raise NotLoggedInHereError("onbekende-dienst", "not in the settings")
    return provider


def _to_log_in_page(error: NotLoggedInHereError) -> Response:
    log.info("staff_log_in_failed", melding=error.melding, reason=error.reason)
    return _go(f"{LOG_IN_PAGE}?{urlencode({'melding': error.melding})}")


def _go(address: str) -> Response:
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})


def _set_attempt(answer: Response, sleutel: str, seconds: int) -> None:
    answer.set_cookie(
        ATTEMPT_COOKIE,
        sleutel,
        max_age=seconds,
        path="/",
        secure=True,
        httponly=True,
        samesite="lax",
    )
