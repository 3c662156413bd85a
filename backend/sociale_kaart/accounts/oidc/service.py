"""A log-in at a provider, from the first click to a session here.

It takes two transactions with the provider's answer between them, so that a slow provider keeps
no connection to the database and what was used once stays used.
"""

import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.oidc import queries
from sociale_kaart.accounts.oidc.dienst import Inlogdienst
from sociale_kaart.accounts.oidc.id_token import Claims
from sociale_kaart.accounts.oidc.melding import NotLoggedInHereError
from sociale_kaart.accounts.oidc.models import Identiteit, Inlogpoging
from sociale_kaart.accounts.oidc.provider import Provider
from sociale_kaart.accounts.oidc.rules import naam_of, rol_of, safe_return, wijken_of
from sociale_kaart.accounts.service import open_session
from sociale_kaart.accounts.tokens import hash_token, new_token
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database, take_turns
from sociale_kaart.core.logboek import changes_between, log

ATTEMPT_LIFETIME = timedelta(minutes=10)
_NO_ROLE = "lid"


@dataclass(frozen=True)
class Answer:
    """What a provider sent along with the browser that comes back."""

    code: str | None
    state: str | None
    error: str | None
    iss: str | None


async def begin(database: Database, provider: Provider, terug: str | None) -> tuple[str, str]:
    """Begins a log-in; gives the address to go to and the secret for the cookie."""
    sleutel, sleutel_hash = new_token()
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    address = await provider.log_in_address(state=state, nonce=nonce, challenge=challenge)
    now = utc_now()
    async with database.transaction() as session:
        await queries.forget_pogingen(session, now)
        session.add(
            Inlogpoging(
                sleutel_hash=sleutel_hash,
                dienst=provider.dienst.code,
                state=state,
                nonce=nonce,
                verifier=verifier,
                terug=safe_return(terug),
                verloopt_op=now + ATTEMPT_LIFETIME,
            )
        )
    return address, sleutel


async def finish(
    database: Database,
    provider: Provider,
    sleutel: str | None,
    answer: Answer,
    lifetime: timedelta,
) -> tuple[str, str]:
    """Ends a log-in; gives the page to go to and the token of the new session.

    After `lifetime` the provider is to say again what somebody may.

    Raises NotLoggedInHereError, with nothing changed but this: the attempt is used up, and who has
    no role any more has lost the one they had.
    """
    poging = await _take(database, provider.dienst, sleutel, answer.state)
    code = await _code_of(provider, answer)
    claims = await provider.claims_for(code, poging.verifier, poging.nonce)
    async with database.transaction() as session:
        account = await _account_of(session, provider.dienst, claims)
        token = None if account is None else (await open_session(session, account, lifetime))[1]
    if token is None:
        raise NotLoggedInHereError("geen-rol", "no role, or a closed account")
    return poging.terug, token


async def _take(
    database: Database, dienst: Inlogdienst, sleutel: str | None, state: str | None
) -> Inlogpoging:
    async with database.transaction() as session:
        poging = await queries.take_poging(session, hash_token(sleutel or ""))
    if poging is None or poging.verloopt_op <= utc_now():
        raise NotLoggedInHereError("verlopen", "no attempt")
    if poging.dienst != dienst.code:
        raise NotLoggedInHereError("verlopen", "attempt at another provider")
    if not secrets.compare_digest(poging.state.encode(), (state or "").encode()):
        raise NotLoggedInHereError("verlopen", "state")
    return poging


async def _code_of(provider: Provider, answer: Answer) -> str:
    # An answer that names another provider was meant for somebody else (RFC 9207).
    named = answer.iss is not None or (await provider.offer()).names_itself
    if named and answer.iss != provider.dienst.issuer:
        raise NotLoggedInHereError("mislukt", "answer of another issuer")
    if answer.error == "access_denied":
        raise NotLoggedInHereError("afgebroken", "access_denied")
    if answer.error in {"server_error", "temporarily_unavailable"}:
        raise NotLoggedInHereError("dienst-weg", answer.error)
    if answer.error is not None or not answer.code:
        # What else it says may be anything, so it is not repeated.
        raise NotLoggedInHereError("mislukt", "another error")
    return answer.code


async def _account_of(session: AsyncSession, dienst: Inlogdienst, claims: Claims) -> Account | None:
    """The account of these claims with the rights that they give now; None without a role."""
    subject = claims["sub"]
    await take_turns(session, f"identiteit {dienst.issuer} {subject}")
    found = await queries.find_account(session, dienst.issuer, subject)
    rol = rol_of(claims, dienst)
    if found is None:
        return None if rol is None else await _new_account(session, dienst, claims, rol)
    account, identiteit = found
    before = _rights_of(account)
    account.rol = rol or _NO_ROLE
    account.wijken = wijken_of(claims, dienst) if rol == "wijkredacteur" else []
    _log_rights(session, account, before, "rechten-gewijzigd")
    if rol is None or not account.actief:
        await queries.end_sessions(session, account.id)
        return None
    account.naam = naam_of(claims)
    identiteit.ingelogd_op = utc_now()
    return account


async def _new_account(
    session: AsyncSession, dienst: Inlogdienst, claims: Claims, rol: str
) -> Account:
    """An account without an e-mail address and password: only this provider lets it in."""
    wijken = wijken_of(claims, dienst) if rol == "wijkredacteur" else []
    account = Account(naam=naam_of(claims), rol=rol, wijken=wijken)
    session.add(account)
    await session.flush()
    session.add(Identiteit(issuer=dienst.issuer, subject=claims["sub"], account_id=account.id))
    _log_rights(session, account, {}, "aangemaakt")
    return account


def _rights_of(account: Account) -> dict[str, Any]:
    return {"rol": account.rol, "wijken": list(account.wijken)}


def _log_rights(
    session: AsyncSession, account: Account, before: dict[str, Any], handeling: str
) -> None:
    """Writes down what their provider says that somebody may do, when that is something else."""
    changes = changes_between(before, _rights_of(account))
    if changes:
        log(
            session,
            account_id=account.id,
            onderwerp="account",
            onderwerp_id=account.id,
            handeling=handeling,
            wijzigingen=changes,
        )
