"""Everything that happens to a second step is a line of the log book, and a mail to whose it is."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.tweedestap import mail, queries
from sociale_kaart.berichten.compose import Inhoud
from sociale_kaart.berichten.service import queue_bericht
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.core.logboek import Wijzigingen, log


async def tell_changed(
    session: AsyncSession, account: Account, handeling: str, public_url: str
) -> None:
    """Somebody turned their own on or off, or made new recovery codes."""
    _log(session, account, account.id, handeling, {})
    await _send(session, account, mail.changed(account.naam, handeling, public_url))


async def tell_recovery_used(
    session: AsyncSession, account: Account, over: int, public_url: str
) -> None:
    _log(session, account, account.id, "herstelcode-gebruikt", {"herstelcodes": [over + 1, over]})
    await _send(session, account, mail.recovery_used(account.naam, over, public_url))


async def take_away(
    session: AsyncSession, account: Account, reden: str, beheer_id: UUID, public_url: str
) -> bool:
    """Beheer turns it off for who lost everything; false when it was not on."""
    if not await queries.turn_off(session, account.id):
        return False
    _log(session, account, beheer_id, "tweede-stap-weggehaald", {"reden": [None, reden]})
    await _send(session, account, mail.removed_by_beheer(account.naam, reden, public_url))
    return True


def _log(
    session: AsyncSession, account: Account, door: UUID, handeling: str, wijzigingen: Wijzigingen
) -> None:
    log(
        session,
        account_id=door,
        onderwerp="account",
        onderwerp_id=account.id,
        handeling=handeling,
        wijzigingen=wijzigingen,
    )


async def _send(session: AsyncSession, account: Account, inhoud: Inhoud) -> None:
    if account.email is not None:
        await queue_bericht(
            session,
            aan=account.email,
            soort="tweede-stap",
            inhoud=inhoud,
            sleutel=f"tweede-stap {new_id()}",
        )
