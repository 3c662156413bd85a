"""The second step: the door that asks for it, turning it on and off, and what proves who it is."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.service import open_session
from sociale_kaart.accounts.tokens import hash_token, new_token
from sociale_kaart.accounts.tweedestap import queries, rules
from sociale_kaart.accounts.tweedestap.kluis import Kluis
from sociale_kaart.accounts.tweedestap.models import HalveSessie, TweedeStap
from sociale_kaart.accounts.tweedestap.schemas import BewijsInvoer
from sociale_kaart.accounts.tweedestap.telling import tell_changed, tell_recovery_used
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.problems import (
    ConflictError,
    ForbiddenError,
    Fout,
    InvalidInputError,
    NotLoggedInError,
)

HALF_LIFETIME = timedelta(minutes=10)
# Who began and went away begins again: a secret that may have been looked at is no secret.
BEGIN_LIFETIME = timedelta(hours=1)
_WRONG = (
    "Deze code klopt niet. Neem de code die de app nu toont."
    " Blijft het misgaan? Kijk of de klok van je telefoon goed staat."
)
_OLD = (
    "Deze code is te oud. Neem de code die de app nu toont."
    " Is dat deze? Dan loopt de klok van je telefoon achter."
)
_USED = "Deze code is al gebruikt. Wacht tot de app een nieuwe code toont."
_WRONG_RECOVERY = "Deze herstelcode klopt niet, of is al gebruikt. Elke code werkt één keer."


async def let_in(session: AsyncSession, account: Account) -> tuple[Sessie | HalveSessie, str]:
    """What somebody gets who showed that they read the mail or know the password, and its token.

    The one door for members: a session, or a half one when their account asks for a code too.
    """
    if not await queries.is_on(session, account.id):
        return await open_session(session, account)
    token, token_hash = new_token()
    halve = HalveSessie(
        token_hash=token_hash, account_id=account.id, verloopt_op=utc_now() + HALF_LIFETIME
    )
    session.add(halve)
    await session.flush()
    return halve, token


async def find_half(session: AsyncSession, token: str | None) -> Account:
    """Who has yet to give a code; raises NotLoggedInError when there is nobody, or not any more."""
    account = None
    if token:
        account = await queries.find_half(session, hash_token(token), utc_now())
    if account is None:
        raise NotLoggedInError("Het inloggen duurde te lang. Vraag een nieuwe link.")
    return account


async def finish(
    session: AsyncSession,
    kluis: Kluis | None,
    account: Account,
    token: str,
    bewijs: BewijsInvoer,
    public_url: str,
) -> tuple[Sessie, str]:
    """The whole session in the place of the half one; raises InvalidInputError by a wrong code."""
    await prove(session, kluis, account, bewijs, public_url)
    if not await queries.take_half(session, hash_token(token)):
        raise NotLoggedInError("Hiermee is al ingelogd. Vraag een nieuwe link.")
    return await open_session(session, account)


async def begin(session: AsyncSession, kluis: Kluis | None, account: Account) -> bytes:
    """A new secret, which asks for nothing until a code of it was given."""
    if account.rol != "lid" or account.email is None:
        raise ForbiddenError("Dit is voor wie inlogt met een link in de mail.")
    kluis = _require(kluis)
    geheim = rules.new_secret()
    sealed = kluis.seal(geheim, account.id)
    if not await queries.begin(session, account.id, sealed, utc_now()):
        raise ConflictError("De tweede stap staat al aan. Zet hem eerst uit.")
    return geheim


async def confirm(
    session: AsyncSession, kluis: Kluis | None, account: Account, code: str, public_url: str
) -> list[str]:
    """Turns it on by the first code; gives the recovery codes, which are then known to nobody."""
    now = utc_now()
    begun = await queries.find_stap(session, account.id)
    if begun is None or begun.begonnen_op < now - BEGIN_LIFETIME:
        raise ConflictError("Begin opnieuw met aanzetten. Het vorige begin is te lang geleden.")
    stap = _step_of_code(_require(kluis), begun, code)
    if not await queries.turn_on(session, begun, stap, now):
        raise ConflictError("De tweede stap staat al aan.")
    await tell_changed(session, account, "tweede-stap-aan", public_url)
    return await _new_codes(session, account.id)


async def renew_codes(
    session: AsyncSession, kluis: Kluis | None, account: Account, code: str, public_url: str
) -> list[str]:
    """Other recovery codes in the place of the ones there were."""
    await _use_code(session, kluis, account.id, code)
    await tell_changed(session, account, "herstelcodes-vernieuwd", public_url)
    return await _new_codes(session, account.id)


async def turn_off(
    session: AsyncSession,
    kluis: Kluis | None,
    account: Account,
    bewijs: BewijsInvoer,
    public_url: str,
) -> None:
    """Also by a recovery code: who lost the telephone has to be able to begin with another."""
    await prove(session, kluis, account, bewijs, public_url)
    await queries.turn_off(session, account.id)
    await tell_changed(session, account, "tweede-stap-uit", public_url)


async def prove(
    session: AsyncSession,
    kluis: Kluis | None,
    account: Account,
    bewijs: BewijsInvoer,
    public_url: str,
) -> None:
    """Uses a code or a recovery code up; raises InvalidInputError when it does not count."""
    if bewijs.code is not None:
        await _use_code(session, kluis, account.id, bewijs.code)
        return
    assert bewijs.herstelcode is not None
    if not await queries.is_on(session, account.id):
        raise _not_on()
    code_hash = hash_token(rules.bare_recovery_code(bewijs.herstelcode))
    if not await queries.take_code(session, account.id, code_hash):
        raise InvalidInputError([Fout(veld="herstelcode", melding=_WRONG_RECOVERY)])
    over = await queries.count_codes(session, account.id)
    await tell_recovery_used(session, account, over, public_url)


async def _use_code(
    session: AsyncSession, kluis: Kluis | None, account_id: UUID, code: str
) -> None:
    found = await queries.find_stap(session, account_id)
    if found is None or found.aan_sinds is None:
        raise _not_on()
    stap = _step_of_code(_require(kluis), found, code)
    if not await queries.take_step(session, account_id, stap):
        raise InvalidInputError([Fout(veld="code", melding=_USED)])


def _step_of_code(kluis: Kluis, found: TweedeStap, written: str) -> int:
    """The time step of a code; raises InvalidInputError with what is the matter with it."""
    geheim = kluis.unseal(found.geheim, found.account_id)
    if geheim is None:
        raise _unreadable()
    code, now = "".join(written.split()), rules.step_of(utc_now())
    # Only what could be a code: to compare_digest other characters than ASCII are an error.
    if len(code) != rules.DIGITS or not (code.isascii() and code.isdigit()):
        raise InvalidInputError([Fout(veld="code", melding="Een code heeft zes cijfers.")])
    stap = rules.matching_step(geheim, code, now)
    if stap is None:
        melding = _OLD if rules.is_old(geheim, code, now) else _WRONG
        raise InvalidInputError([Fout(veld="code", melding=melding)])
    return stap


async def _new_codes(session: AsyncSession, account_id: UUID) -> list[str]:
    codes = rules.new_recovery_codes()
    hashes = [hash_token(rules.bare_recovery_code(code)) for code in codes]
    await queries.replace_codes(session, account_id, hashes)
    return codes


def _require(kluis: Kluis | None) -> Kluis:
    if kluis is None:
        raise _unreadable()
    return kluis


def _unreadable() -> ConflictError:
    """No key, or another one than it was stored with; recovery codes need none."""
    return ConflictError(
        "We kunnen nu geen codes controleren. Een herstelcode werkt wel, of vraag het beheer."
    )


def _not_on() -> ConflictError:
    return ConflictError("De tweede stap staat niet aan.")
