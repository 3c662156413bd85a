"""What holds for every request: limits, headers, one handler for everything that goes wrong."""

import re
import time
import traceback
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import unquote_to_bytes

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sociale_kaart import __version__
from sociale_kaart.core.db import is_away, is_collision
from sociale_kaart.core.problems import (
    ConflictError,
    ForbiddenError,
    Fout,
    InvalidInputError,
    Problem,
    ProblemError,
    TemporarilyAwayError,
    TooLargeError,
    faults_from_pydantic,
)

log = structlog.get_logger()

_PROBLEM = "application/problem+json"
_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
_MAX_ADDRESS = 16_000
_MEGABYTE = 1_000_000
_LAST_FRAMES = 3
_PACKAGE = "sociale_kaart"
_STATUS_TEXTS = {
    400: ("De vraag klopt niet", "Wat je stuurde is niet te lezen. Stuur JSON in UTF-8."),
    404: ("Niet gevonden", "Dit adres bestaat niet."),
    405: ("Dit kan hier niet", "Dit adres bestaat wel, maar niet voor dit soort verzoek."),
}
_OTHER_STATUS = ("Er ging iets mis", "Dit verzoek kunnen we niet beantwoorden.")
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "API-Version": __version__,
}


def problem_response(error: ProblemError) -> Response:
    body = error.as_problem().model_dump_json(by_alias=True, exclude_none=True)
    return Response(body, status_code=error.status, media_type=_PROBLEM)


def add_error_handlers(app: FastAPI) -> None:
    """Turns every exception into problem details; the only place that does."""

    @app.exception_handler(ProblemError)
    async def on_problem(_request: Request, error: ProblemError) -> Response:
        return problem_response(error)

    @app.exception_handler(RequestValidationError)
    async def on_invalid(_request: Request, error: RequestValidationError) -> Response:
        return problem_response(InvalidInputError(faults_from_pydantic(error.errors(), skip=1)))

    @app.exception_handler(HTTPException)
    async def on_http(_request: Request, error: HTTPException) -> Response:
        # What stopped the reading of a body comes wrapped.
        if isinstance(error.__cause__, ProblemError):
            return problem_response(error.__cause__)
        title, detail = _STATUS_TEXTS.get(error.status_code, _OTHER_STATUS)
        problem = Problem(title=title, status=error.status_code, detail=detail)
        body = problem.model_dump_json(by_alias=True, exclude_none=True)
        return Response(
            body, status_code=error.status_code, media_type=_PROBLEM, headers=error.headers
        )


class Guard:
    """Refuses what no route should ever see, adds headers, and writes one line per request.

    The line has no address of the visitor and not what was asked for, only which route.

    Args:
        app: what is behind it.
        max_body_bytes: how much may be sent at once.
        larger_bodies: the same for the few addresses (patterns) that take files.
    """

    def __init__(
        self,
        app: ASGIApp,
        max_body_bytes: int,
        larger_bodies: Mapping[re.Pattern[str], int] = MappingProxyType({}),
    ) -> None:
        self._app = app
        self._max_body_bytes = max_body_bytes
        self._larger_bodies = larger_bodies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = 500
        sent = False

        async def send_with_headers(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status, sent = message["status"], True
                present = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *(
                        (name.lower().encode(), value.encode())
                        for name, value in SECURITY_HEADERS.items()
                        if name.lower().encode() not in present
                    ),
                ]
            await send(message)

        try:
            refusal = self._refuse(scope)
            if refusal is not None:
                await problem_response(refusal)(scope, receive, send_with_headers)
            else:
                limited = self._limited(receive, self._most_bytes(scope))
                await self._app(scope, limited, send_with_headers)
        except Exception as error:
            # An answer that has begun cannot become another one any more.
            if sent:
                raise
            problem = _problem_for(error, scope)
            await problem_response(problem)(scope, receive, send_with_headers)
        finally:
            log.info(
                "request",
                method=scope["method"],
                route=_route(scope),
                status=status,
                ms=round((time.perf_counter() - started) * 1000, 1),
            )

    def _refuse(self, scope: Scope) -> ProblemError | None:
        query: bytes = scope["query_string"]
        if len(query) + len(scope.get("raw_path") or b"") > _MAX_ADDRESS:
            return InvalidInputError([Fout(veld="adres", melding="Dit adres is te lang.")])
        try:
            decoded = unquote_to_bytes(query.replace(b"+", b" ")).decode()
            path = unquote_to_bytes(scope.get("raw_path") or b"").decode()
        except UnicodeDecodeError:
            return InvalidInputError([Fout(veld="adres", melding="Dit is geen geldige UTF-8.")])
        if "\x00" in decoded or "\x00" in path:
            melding = "Er staat een teken in dat niet kan."
            return InvalidInputError([Fout(veld="adres", melding=melding)])
        headers = dict(scope["headers"])
        length = headers.get(b"content-length", b"0")
        most = self._most_bytes(scope)
        if length.isdigit() and int(length[:20]) > most:
            return _too_large(most)
        if scope["method"] not in _SAFE_METHODS and not _from_own_site(headers):
            return ForbiddenError("Dit verzoek komt van een andere website.")
        return None

    def _most_bytes(self, scope: Scope) -> int:
        larger = (
            most for path, most in self._larger_bodies.items() if path.fullmatch(scope["path"])
        )
        return next(larger, self._max_body_bytes)

    def _limited(self, receive: Receive, most: int) -> Receive:
        received = 0

        async def limited() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > most:
                raise _too_large(most)
            return message

        return limited


def _too_large(most: int) -> TooLargeError:
    size = f"{most // _MEGABYTE} MB" if most >= _MEGABYTE else f"{most // 1000} kB"
    return TooLargeError(f"Stuur hoogstens {size} in één keer.")


def _problem_for(error: Exception, scope: Scope) -> ProblemError:
    if isinstance(error, ProblemError):
        return error
    if is_away(error):
        log.warning("database_away", kind=type(error).__name__)
        return TemporarilyAwayError(
            "De database antwoordt niet. Probeer het over een paar minuten opnieuw."
        )
    if is_collision(error):
        log.warning("changes_collided", route=_route(scope), kind=type(error).__name__)
        return ConflictError("Iemand anders was je net voor. Haal op wat er nu staat.")
    # A message may repeat what somebody typed, so only the kind of error and its place are kept.
    log.error("request_failed", route=_route(scope), kind=type(error).__name__, at=_places(error))
    return ProblemError("Dat ligt aan ons. Probeer het over een paar minuten opnieuw.")


def _places(error: BaseException) -> list[str]:
    """Our own lines that led to it and the last ones of others; its causes come after it."""
    places: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        places.append(type(cause).__name__)
        frames = traceback.extract_tb(cause.__traceback__)
        last = len(frames) - _LAST_FRAMES
        places += [
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for number, frame in enumerate(frames)
            if number >= last or _PACKAGE in frame.filename
        ]
        cause = cause.__cause__ or cause.__context__
    return places


def _from_own_site(headers: dict[bytes, bytes]) -> bool:
    """Whether a browser says that this comes from our own pages (CSRF protection).

    Browsers send Sec-Fetch-Site or Origin with every unsafe request and pages cannot forge
    them; programs send neither and carry no cookies of others.
    """
    site = headers.get(b"sec-fetch-site")
    if site is not None:
        return site in {b"same-origin", b"none"}
    origin = headers.get(b"origin")
    if origin is None:
        return True
    _scheme, _, place = origin.partition(b"://")
    return place == headers.get(b"host")


def _route(scope: Scope) -> str:
    route = scope.get("route")
    return getattr(route, "path", "-")
