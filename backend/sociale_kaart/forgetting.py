"""What goes when its time is up, in every room; docs/bewaartermijnen.md says when that is."""

from sociale_kaart.aanbod.pictures import forget_loose_pictures
from sociale_kaart.aansluiten.leden.service import forget_ended
from sociale_kaart.aansluiten.service import forget_links
from sociale_kaart.accounts.expiry import forget_expired
from sociale_kaart.bewaren.service import forget
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.inzicht.bereik.writing import forget_old_counts
from sociale_kaart.opendata.invoeren.work import forget_old


async def forget_all(database: Database, public_url: str) -> None:
    """Removes sessions and links that have ended, and who somebody was when that time is up.

    Also pictures that nothing shows any more, and counts of years ago.
    """
    await forget_expired(database)
    await forget_links(database)
    await forget_ended(database)
    await forget(database, utc_now(), public_url)
    await forget_old(database, utc_now())
    await forget_old_counts(database)
    async with database.transaction() as session:
        await forget_loose_pictures(session, today())
