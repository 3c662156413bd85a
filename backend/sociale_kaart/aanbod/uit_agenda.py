"""Times of a listing that a calendar of its organisation says (agenda/bronnen), and no person.

They count no version of the listing: nobody can be writing them meanwhile, and a night must not
make what somebody else is writing, or what waits for the redactie, something of before.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.changing import remember
from sociale_kaart.aanbod.conversion import invoer_of, momenten_of, plain, set_tijden
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.schemas import MomentInvoer
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.logboek import changes_between
from sociale_kaart.organisaties.access import Actor

CONNECTED = "agenda-gekoppeld"
DISCONNECTED = "agenda-losgemaakt"
REFRESHED = "tijden-uit-agenda"


def connect(
    session: AsyncSession, aanbod: Aanbod, bron_id: UUID, woorden: Sequence[str], actor: Actor
) -> None:
    """Has a calendar say the times of this listing from now on."""
    if aanbod.agendabron_id != bron_id:
        remember(session, aanbod, actor, CONNECTED)
        aanbod.agendabron_id = bron_id
    if aanbod.agenda_woorden != list(woorden):
        aanbod.agenda_woorden = list(woorden)


def disconnect(session: AsyncSession, aanbod: Aanbod, actor: Actor) -> None:
    """Leaves the times as they are, for people to change."""
    remember(session, aanbod, actor, DISCONNECTED)
    aanbod.agendabron_id = None
    aanbod.agenda_woorden = []
    for moment in aanbod.momenten:
        moment.kenmerk = None


def take_times(
    session: AsyncSession, aanbod: Aanbod, wanted: Sequence[tuple[str, MomentInvoer]], day: date
) -> bool:
    """Has a listing say these times; whether that is anything new.

    A time that is over is no news: it goes with the next one that is. What a calendar says that is
    read again and again counts as looked at.
    """
    aanbod.tijden_nagekeken_op = utc_now()
    coming = [
        (row.kenmerk, content)
        for row, content in zip(aanbod.momenten, momenten_of(aanbod), strict=True)
        if content.rrule is not None or (content.eind or content.begin or day) >= day
    ]
    if coming == list(wanted):
        return False
    before = plain(invoer_of(aanbod))
    set_tijden(aanbod, wanted)
    changes = changes_between(before, plain(invoer_of(aanbod)))
    if changes:
        aanbod.gewijzigd_op = utc_now()
        remember(session, aanbod, None, REFRESHED, changes)
    return bool(changes)
