"""Decides about what waits, keeps the reason, and tells the people whose it is."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.beoordelen import queries
from sociale_kaart.aanbod.beoordelen.queue import last_decisions
from sociale_kaart.aanbod.beoordelen.rules import AFTERWARDS, DECISIONS, Decision
from sociale_kaart.aanbod.beoordelen.schemas import Beoordeling, Besluit, LaatsteBesluit, Stap
from sociale_kaart.aanbod.beoordelen.telling import tell
from sociale_kaart.aanbod.changing import UNKNOWN, remember
from sociale_kaart.aanbod.models import Aanbod, AanbodVoorstel
from sociale_kaart.aanbod.queries import find_voorstel, lock_aanbod
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.service import apply_change, check_invoer, move_aanbod
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.problems import ChangedMeanwhileError, ConflictError, NotFoundError
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.taxonomie.reference import Reference

NOTHING_WAITS = "Er wacht geen voorstel bij dit aanbod."
_MOVED_ON = (
    "Het aanbod is veranderd sinds dit voorstel. Stuur het voorstel terug,"
    " dan kan de organisatie het opnieuw indienen."
)
_REPLACED = "Dit voorstel is intussen veranderd. Bekijk het opnieuw en besluit dan."


async def take_step(
    session: AsyncSession, aanbod_id: UUID, stap: Stap, versie: int, actor: Actor, public_url: str
) -> Aanbod:
    """One step between states; who handed a new listing in hears what became of it."""
    aanbod = await move_aanbod(session, aanbod_id, stap.handeling, versie, actor, reden=stap.reden)
    handed_in = await queries.last_handed_in(session, aanbod.id)
    if stap.handeling in DECISIONS and handed_in is not None:
        decision = Decision(
            stap.handeling, stap.reden, handed_in.account_id, actor.account_id, aanbod.gewijzigd_op
        )
        await tell(session, aanbod, decision, public_url)
    return aanbod


async def decide(
    session: AsyncSession,
    aanbod_id: UUID,
    besluit: Besluit,
    reference: Reference,
    actor: Actor,
    public_url: str,
) -> Aanbod:
    """Takes a change that waits over, sends it back with a question, or refuses it.

    What is sent back or refused is kept, so that its author can go on with it.
    """
    aanbod = await lock_aanbod(session, aanbod_id)
    actor.require_editor(() if aanbod is None else wijken_of(aanbod))
    voorstel = await find_voorstel(session, aanbod_id)
    if aanbod is None or voorstel is None:
        raise NotFoundError(NOTHING_WAITS)
    require_waiting(voorstel, besluit.ingediend_op)
    handeling = f"voorstel-{besluit.besluit}"
    if besluit.besluit == "goedgekeurd":
        await _take_over(session, aanbod, voorstel, reference, actor, besluit.reden)
    else:
        remember(session, aanbod, actor, handeling, reden=besluit.reden)
    voorstel.besluit, voorstel.besloten_op = besluit.besluit, utc_now()
    decision = Decision(
        handeling, besluit.reden, voorstel.account_id, actor.account_id, voorstel.besloten_op
    )
    await tell(session, aanbod, decision, public_url)
    return aanbod


async def read_beoordeling(session: AsyncSession, aanbod_id: UUID, actor: Actor) -> Beoordeling:
    """What waits at the redactie of this listing, and what it last decided."""
    aanbod = await queries.find_aanbod(session, aanbod_id)
    if aanbod is None:
        raise NotFoundError(UNKNOWN)
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    voorstel = await find_voorstel(session, aanbod_id)
    content = Beoordeling(
        laatste_besluit=await _last_decision(session, aanbod_id),
        voorstel=voorstel.inhoud if voorstel and voorstel.besluit != "goedgekeurd" else None,
    )
    if voorstel is not None and voorstel.besluit is None and aanbod.status == "gepubliceerd":
        content.wacht, content.sinds = "wijziging", voorstel.ingediend_op
        content.van_jezelf = voorstel.account_id == actor.account_id
    elif aanbod.status == "ter-beoordeling":
        handed_in = await queries.last_handed_in(session, aanbod_id)
        content.wacht = "nieuw"
        content.sinds = aanbod.gewijzigd_op if handed_in is None else handed_in.op
        content.van_jezelf = handed_in is not None and handed_in.account_id == actor.account_id
    return content


async def _last_decision(session: AsyncSession, aanbod_id: UUID) -> LaatsteBesluit | None:
    entry = await queries.last_entry(session, aanbod_id)
    if entry is not None and entry.handeling in AFTERWARDS:
        return LaatsteBesluit(besluit=AFTERWARDS[entry.handeling], op=entry.op, reden=entry.reden)
    return (await last_decisions(session, [aanbod_id])).get(aanbod_id)


def require_waiting(voorstel: AanbodVoorstel, seen: datetime | None) -> None:
    """Raises 409 when it was decided about, and 412 when it is not the one that was seen."""
    if voorstel.besluit is not None:
        raise ConflictError(f"Iemand anders was je voor: dit voorstel is al {voorstel.besluit}.")
    if seen is not None and seen != voorstel.ingediend_op:
        raise ChangedMeanwhileError(_REPLACED)


async def _take_over(
    session: AsyncSession,
    aanbod: Aanbod,
    voorstel: AanbodVoorstel,
    reference: Reference,
    actor: Actor,
    reden: str | None,
) -> None:
    if voorstel.basis_versie != aanbod.versie:
        raise ConflictError(_MOVED_ON)
    invoer = AanbodInvoer.model_validate(voorstel.inhoud)
    check_invoer(invoer, reference)
    handeling = "voorstel-goedgekeurd"
    if not await apply_change(session, aanbod, invoer, reference, actor, handeling, reden):
        # What says the same as what stands there is agreed to all the same.
        remember(session, aanbod, actor, handeling, reden=reden)
    actor.require_editor(wijken_of(aanbod))
