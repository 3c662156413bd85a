from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.meldingen.models import Melding
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.beheer import queries
from sociale_kaart.beheer.queries import MeldingMetAanbod
from sociale_kaart.beheer.schemas import MeldingInvoer
from sociale_kaart.core.clock import today
from sociale_kaart.core.logboek import log
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.organisaties.access import Actor

UNKNOWN_AANBOD = "Dit aanbod staat hier niet (meer)."
UNKNOWN_MELDING = "Deze melding staat hier niet (meer)."


async def create_melding(session: AsyncSession, aanbod: str, invoer: MeldingInvoer) -> Melding:
    """A report about a listing (id or slug); raises NotFoundError when nobody may read that."""
    aanbod_id = await queries.find_public_aanbod(session, aanbod)
    if aanbod_id is None:
        raise NotFoundError(UNKNOWN_AANBOD)
    melding = Melding(
        aanbod_id=aanbod_id,
        soort=invoer.soort,
        velden=sorted(set(invoer.velden)),
        toelichting=invoer.toelichting,
    )
    session.add(melding)
    return melding


async def close_melding(session: AsyncSession, melding_id: UUID, actor: Actor) -> MeldingMetAanbod:
    """Says that a report is dealt with, and lets its words go; doing it again changes nothing.

    Raises NotFoundError, and ForbiddenError for who may not change the listing.
    """
    found = await queries.lock_melding(session, melding_id)
    if found is None:
        raise NotFoundError(UNKNOWN_MELDING)
    melding, aanbod = found
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    if melding.afgehandeld_op is None:
        melding.afgehandeld_op = today()
        melding.toelichting = None
        log(
            session,
            account_id=actor.account_id,
            onderwerp="melding",
            onderwerp_id=melding.id,
            handeling="afgehandeld",
        )
    return found
