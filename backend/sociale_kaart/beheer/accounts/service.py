"""What beheer may do about who is let in. Everything counts at the next request (ADR 0042)."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.tweedestap.telling import take_away
from sociale_kaart.beheer.accounts import queries
from sociale_kaart.beheer.accounts.queries import Found
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.logboek import Wijzigingen, log
from sociale_kaart.core.problems import ConflictError, ForbiddenError, NotFoundError
from sociale_kaart.organisaties.access import Actor


async def end_all_sessions(session: AsyncSession, account_id: UUID, actor: Actor) -> Found:
    """Logs somebody out everywhere; they may log in again."""
    account = await _load(session, account_id, actor)
    ended = await queries.end_sessions(session, account.id, utc_now())
    _log(session, account, actor, "overal-uitgelogd", {"sessies": [ended, 0]})
    return await _as_it_is(session, account)


async def close(session: AsyncSession, account_id: UUID, actor: Actor) -> Found:
    """Lets somebody in no more, whatever a provider or a mail says; closing twice is no fault."""
    account = await _load(session, account_id, actor)
    await queries.end_sessions(session, account.id, utc_now())
    if account.actief:
        account.actief = False
        _log(session, account, actor, "geblokkeerd", {"actief": [True, False]})
    return await _as_it_is(session, account)


async def open_again(session: AsyncSession, account_id: UUID, actor: Actor) -> Found:
    """Lets somebody log in again; what they had open before stays closed."""
    account = await _load(session, account_id, actor)
    if not account.actief:
        account.actief = True
        _log(session, account, actor, "gedeblokkeerd", {"actief": [False, True]})
    return await _as_it_is(session, account)


async def take_second_step_away(
    session: AsyncSession, account_id: UUID, reden: str, actor: Actor, public_url: str
) -> Found:
    """For who lost the telephone and the recovery codes; they hear it by mail, with the reason."""
    account = await _load(session, account_id, actor)
    assert actor.account_id is not None
    if not await take_away(session, account, reden, actor.account_id, public_url):
        raise ConflictError("De tweede stap staat niet aan.")
    return await _as_it_is(session, account)


async def _load(session: AsyncSession, account_id: UUID, actor: Actor) -> Account:
    """The account, held until the transaction ends.

    Raises NotFoundError, ConflictError for one's own account, and ForbiddenError when somebody
    else closed that at this very moment: of two who close each other one stays.
    """
    assert actor.account_id is not None
    held = {each.id: each for each in await queries.lock_accounts(
        session, account_id, actor.account_id
    )}  # fmt: skip
    if account_id not in held:
        raise NotFoundError("Dit account is er niet (meer).")
    if account_id == actor.account_id:
        raise ConflictError("Dit is je eigen account. Vraag een ander van beheer om dit te doen.")
    own = held.get(actor.account_id)
    if own is None or not own.actief or own.rol != "beheer":
        raise ForbiddenError("Alleen beheer mag dit.")
    return held[account_id]


async def _as_it_is(session: AsyncSession, account: Account) -> Found:
    await session.flush()
    found = await queries.find_one(session, account.id, utc_now())
    assert found is not None
    return found


def _log(
    session: AsyncSession, account: Account, actor: Actor, handeling: str, wijzigingen: Wijzigingen
) -> None:
    log(
        session,
        account_id=actor.account_id,
        onderwerp="account",
        onderwerp_id=account.id,
        handeling=handeling,
        wijzigingen=wijzigingen,
    )
