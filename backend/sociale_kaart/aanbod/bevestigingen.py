"""'Klopt nog': said, and taken back."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod import queries
from sociale_kaart.aanbod.changing import load_aanbod, remember
from sociale_kaart.aanbod.models import Aanbod, Bevestiging, Wijze
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.aanbod.zekerheid.judging import look_at, nagekeken_op
from sociale_kaart.aanbod.zekerheid.rules import Groep
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.problems import ConflictError
from sociale_kaart.organisaties.access import Actor

# Long enough to notice a mistake; afterwards it is what somebody said.
_WITHIN = timedelta(hours=1)


async def confirm_aanbod(
    session: AsyncSession, aanbod_id: UUID, actor: Actor, wijze: Wijze = "ingelogd"
) -> Aanbod:
    """'Klopt nog': the date moves, the content does not, so no version is needed."""
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    confirm(session, aanbod, actor.account_id, utc_now(), wijze)
    remember(session, aanbod, actor, "bevestigd", wijze=wijze)
    return aanbod


async def confirm_groep(
    session: AsyncSession, aanbod_id: UUID, groep: Groep, actor: Actor
) -> Aanbod:
    """'Klopt nog' of one group of fields: nothing is said of the others."""
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    op = utc_now()
    said = Bevestiging(
        aanbod_id=aanbod.id,
        op=op,
        account_id=actor.account_id,
        wijze="ingelogd",
        groep=groep,
        groep_voordien=nagekeken_op(aanbod, groep),
    )
    session.add(said)
    look_at(aanbod, groep, op)
    remember(session, aanbod, actor, f"{groep}-bevestigd")
    return aanbod


async def withdraw_bevestiging(
    session: AsyncSession, aanbod_id: UUID, op: datetime, actor: Actor, wijze: Wijze
) -> Aanbod:
    """Takes back the 'klopt nog' of this moment; the one before it counts again."""
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    aanbod.bevestigd_op = await queries.delete_bevestiging(session, aanbod_id, op)
    remember(session, aanbod, actor, "bevestiging-ingetrokken", wijze=wijze)
    return aanbod


async def withdraw_own(
    session: AsyncSession, aanbod_id: UUID, actor: Actor, groep: Groep | None = None
) -> Aanbod:
    """Takes back one's own latest 'klopt nog', for who pressed it by mistake.

    Of everything, or of one group. Raises ConflictError when the latest is older than an hour, or
    somebody else's.
    """
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    latest = await queries.latest_bevestiging(session, aanbod_id, groep)
    is_own = latest is not None and latest.account_id == actor.account_id
    if latest is None or not is_own or latest.op < utc_now() - _WITHIN:
        raise ConflictError("Dit is niet meer terug te draaien.")
    if groep is None:
        aanbod.bevestigd_op = await queries.delete_bevestiging(session, aanbod_id, latest.op)
        remember(session, aanbod, actor, "bevestiging-ingetrokken")
        return aanbod
    # Who changed the group since has looked at it all the same.
    if nagekeken_op(aanbod, groep) == latest.op:
        look_at(aanbod, groep, latest.groep_voordien)
    await session.delete(latest)
    remember(session, aanbod, actor, f"{groep}-bevestiging-ingetrokken")
    return aanbod


def confirm(
    session: AsyncSession, aanbod: Aanbod, account_id: UUID | None, op: datetime, wijze: Wijze
) -> None:
    session.add(Bevestiging(aanbod_id=aanbod.id, op=op, account_id=account_id, wijze=wijze))
    aanbod.bevestigd_op = op
