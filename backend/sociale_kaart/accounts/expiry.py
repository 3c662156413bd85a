from sociale_kaart.accounts import service
from sociale_kaart.accounts.inloglinks.queries import delete_expired
from sociale_kaart.accounts.oidc.queries import forget_pogingen
from sociale_kaart.accounts.tweedestap.queries import delete_ended
from sociale_kaart.accounts.tweedestap.service import BEGIN_LIFETIME
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database


async def forget_expired(database: Database) -> None:
    """Removes the sessions and links that open nothing any more, and log-ins that never ended."""
    async with database.transaction() as session:
        await forget_pogingen(session, utc_now())
        await service.delete_expired_sessions(session)
        await delete_expired(session, utc_now())
        await delete_ended(session, utc_now(), utc_now() - BEGIN_LIFETIME)
