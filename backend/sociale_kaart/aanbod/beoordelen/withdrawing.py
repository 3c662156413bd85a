"""Takes one's own decision of a moment ago back, as if it had not been."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.beoordelen import queries
from sociale_kaart.aanbod.beoordelen.rules import UNDO, WITHDRAWN, is_decision
from sociale_kaart.aanbod.beoordelen.telling import tell_nobody
from sociale_kaart.aanbod.changing import load_aanbod, remember
from sociale_kaart.aanbod.conversion import before_changes
from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie
from sociale_kaart.aanbod.queries import find_voorstel
from sociale_kaart.aanbod.service import apply_change
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.problems import ConflictError
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.taxonomie.reference import Reference

_TOO_LATE = "Dit besluit is niet meer terug te draaien. In de geschiedenis kun je wel herstellen wat er was."


async def withdraw_decision(
    session: AsyncSession, aanbod_id: UUID, reference: Reference, actor: Actor
) -> Aanbod:
    """What was decided waits again, and nobody is mailed about it.

    Raises ConflictError when the last thing that happened to the listing is no decision of this
    person of a moment ago: others may have gone on from there.
    """
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_editor(wijken_of(aanbod))
    last = await queries.last_entry(session, aanbod_id)
    if last is None or not is_decision(last) or last.account_id != actor.account_id:
        raise ConflictError(_TOO_LATE)
    if last.op < utc_now() - UNDO:
        raise ConflictError(_TOO_LATE)
    if last.handeling.startswith("voorstel-"):
        decided = await _withdraw_about_change(session, aanbod, last, reference, actor)
    else:
        decided = aanbod.gewijzigd_op
        _withdraw_step(session, aanbod, last, actor)
    await tell_nobody(session, aanbod, decided)
    return aanbod


async def _withdraw_about_change(
    session: AsyncSession,
    aanbod: Aanbod,
    entry: AanbodHistorie,
    reference: Reference,
    actor: Actor,
) -> datetime:
    """When it was decided; the proposal waits again, for the listing as it then is."""
    voorstel = await find_voorstel(session, aanbod.id)
    # Nobody can have replaced it: that would have been the last thing that happened.
    assert voorstel is not None
    assert voorstel.besloten_op is not None
    decided = voorstel.besloten_op
    before = before_changes(aanbod, entry.wijzigingen)
    if not await apply_change(session, aanbod, before, reference, actor, WITHDRAWN, looked=False):
        remember(session, aanbod, actor, WITHDRAWN)
    voorstel.besluit = voorstel.besloten_op = None
    voorstel.basis_versie = aanbod.versie
    return decided


def _withdraw_step(
    session: AsyncSession, aanbod: Aanbod, entry: AanbodHistorie, actor: Actor
) -> None:
    was, now = entry.wijzigingen["status"]
    aanbod.status = was
    aanbod.versie += 1
    aanbod.gewijzigd_op = utc_now()
    remember(session, aanbod, actor, WITHDRAWN, {"status": [now, was]})
