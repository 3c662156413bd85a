"""What we ask a provider: what it offers, its keys, and an ID token for a code."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any
from urllib.parse import quote, urlencode

import httpx

from sociale_kaart.accounts.oidc.dienst import Inlogdienst, is_safe_address
from sociale_kaart.accounts.oidc.id_token import (
    BadTokenError,
    Claims,
    Expected,
    UnknownKeyError,
    read_id_token,
)
from sociale_kaart.accounts.oidc.melding import NotLoggedInHereError

# Keys that a provider withdrew are not believed for longer than this.
_KEPT_SECONDS = 600.0
# Who it is, and 'profile' for their name; no more than that is asked for.
_SCOPE = "openid profile"

_REFUSALS = range(400, 500)

Keys = list[Mapping[str, Any]]


@dataclass(frozen=True)
class Offer:
    """What a provider says of itself (OpenID Connect Discovery 1.0)."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    end_session_endpoint: str | None
    # Whether it says in each answer from whom that is (RFC 9207).
    names_itself: bool


class Provider:
    """One provider of the allow-list, with what it said of itself kept for ten minutes.

    Every question takes `timeout_seconds` at most, and raises NotLoggedInHereError when there is
    no answer or one that makes no sense.
    """

    def __init__(self, dienst: Inlogdienst, redirect_uri: str, timeout_seconds: float) -> None:
        self.dienst = dienst
        self.redirect_uri = redirect_uri
        self._seconds = timeout_seconds
        self._http = httpx.AsyncClient(timeout=timeout_seconds)
        self._offer: tuple[float, Offer] | None = None
        self._keys: tuple[float, Keys] | None = None

    async def log_in_address(self, *, state: str, nonce: str, challenge: str) -> str:
        """Where the browser goes to log in; `challenge` is that of PKCE (S256)."""
        parameters = {
            "response_type": "code",
            "client_id": self.dienst.client_id,
            "redirect_uri": self.redirect_uri,
            "scope": _SCOPE,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        return _with((await self.offer()).authorization_endpoint, parameters)

    async def log_out_address(self, back: str) -> str | None:
        """Where to end the session at the provider itself (RP-Initiated Logout 1.0), if anywhere.

        Without a hint of who it is, as we keep no ID token: the provider asks for a yes.
        """
        endpoint = (await self.offer()).end_session_endpoint
        if endpoint is None:
            return None
        parameters = {"client_id": self.dienst.client_id, "post_logout_redirect_uri": back}
        return _with(endpoint, parameters)

    async def claims_for(self, code: str, verifier: str, nonce: str) -> Claims:
        """Who logged in: the claims of the ID token that this code gives, checked."""
        token = await self._redeem(code, verifier)
        expected = Expected(self.dienst.issuer, self.dienst.client_id, nonce)
        try:
            return await self._read(token, expected)
        except BadTokenError as error:
            raise NotLoggedInHereError("mislukt", f"ID token: {error}") from None

    async def offer(self) -> Offer:
        if self._offer is None or monotonic() > self._offer[0]:
            place = f"{self.dienst.issuer.rstrip('/')}/.well-known/openid-configuration"
            found = await self._ask("GET", place)
            self._offer = (monotonic() + _KEPT_SECONDS, _offer(found, self.dienst.issuer))
        return self._offer[1]

    async def close(self) -> None:
        await self._http.aclose()

    async def _redeem(self, code: str, verifier: str) -> str:
        # RFC 6749, 2.3.1: both parts are encoded as in a form, before they are joined.
        account = httpx.BasicAuth(
            quote(self.dienst.client_id, safe=""),
            quote(self.dienst.client_secret.get_secret_value(), safe=""),
        )
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.redirect_uri,
            "code_verifier": verifier,
        }
        found = await self._ask(
            "POST", (await self.offer()).token_endpoint, data=form, auth=account
        )
        token = found.get("id_token")
        if not isinstance(token, str):
            raise NotLoggedInHereError("mislukt", "no ID token")
        return token

    async def _read(self, token: str, expected: Expected) -> Claims:
        try:
            return read_id_token(token, await self._known_keys(), expected)
        except UnknownKeyError:
            # The provider has changed its keys since we asked. Only its own answers bring us here,
            # so nobody else can have us ask again and again.
            return read_id_token(token, await self._known_keys(fresh=True), expected)

    async def _known_keys(self, *, fresh: bool = False) -> Keys:
        if fresh or self._keys is None or monotonic() > self._keys[0]:
            found = await self._ask("GET", (await self.offer()).jwks_uri)
            listed = found.get("keys")
            if not isinstance(listed, list):
                raise NotLoggedInHereError("dienst-weg", "no keys")
            keys: Keys = [key for key in listed if isinstance(key, dict)]
            self._keys = (monotonic() + _KEPT_SECONDS, keys)
        return self._keys[1]

    async def _ask(self, method: str, address: str, **more: Any) -> dict[str, Any]:
        """The JSON object that comes back. Reasons never repeat what was sent or answered."""
        try:
            # The client's own limit is for each piece of an answer, this one for the whole.
            async with asyncio.timeout(self._seconds):
                answer = await self._http.request(method, address, **more)
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise NotLoggedInHereError("dienst-weg", type(error).__name__) from None
        # To a code that was used before, or is not for us, a provider says 400.
        if method == "POST" and answer.status_code in _REFUSALS:
            raise NotLoggedInHereError("mislukt", f"status {answer.status_code}")
        try:
            found = answer.json() if answer.is_success else None
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise NotLoggedInHereError("dienst-weg", f"status {answer.status_code}, unreadable")
        return found


def _offer(found: Mapping[str, Any], issuer: str) -> Offer:
    """Raises NotLoggedInHereError when this is about another provider, or lacks something."""
    if found.get("issuer") != issuer:
        raise NotLoggedInHereError("dienst-weg", "another issuer")
    ends_sessions = found.get("end_session_endpoint") is not None
    return Offer(
        authorization_endpoint=_address(found, "authorization_endpoint"),
        token_endpoint=_address(found, "token_endpoint"),
        jwks_uri=_address(found, "jwks_uri"),
        end_session_endpoint=_address(found, "end_session_endpoint") if ends_sessions else None,
        names_itself=found.get("authorization_response_iss_parameter_supported") is True,
    )


def _address(found: Mapping[str, Any], name: str) -> str:
    address = found.get(name)
    if not isinstance(address, str) or not is_safe_address(address):
        raise NotLoggedInHereError("dienst-weg", f"no usable {name}")
    return address


def _with(endpoint: str, parameters: Mapping[str, str]) -> str:
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(parameters, quote_via=quote)}"
