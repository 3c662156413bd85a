"""Agrees to small changes together, each of them checked as if it were the only one."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.beoordelen.queue import agreed_before, changes_of
from sociale_kaart.aanbod.beoordelen.queue_schemas import GoedkeuringInvoer, GoedkeuringUit
from sociale_kaart.aanbod.beoordelen.rules import is_safe_in_bulk
from sociale_kaart.aanbod.beoordelen.schemas import Besluit
from sociale_kaart.aanbod.beoordelen.service import decide
from sociale_kaart.aanbod.kopieren.queries import live_originals
from sociale_kaart.aanbod.queries import find_voorstel, lock_aanbod
from sociale_kaart.core.problems import ConflictError, ProblemError
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.taxonomie.reference import Reference

_READ_IT = "Dit is te veel om samen goed te keuren. Bekijk het apart."


async def approve_together(
    session: AsyncSession,
    wanted: Sequence[GoedkeuringInvoer],
    reference: Reference,
    actor: Actor,
    public_url: str,
) -> list[GoedkeuringUit]:
    """What became of each; what cannot be agreed to stays as it was and says why."""
    found = []
    # In one order, so that two people who do this at once never wait for each other.
    for one in sorted(wanted, key=lambda one: one.aanbod_id):
        try:
            await _approve(session, one, reference, actor, public_url)
        except ProblemError as problem:
            outcome = GoedkeuringUit(
                aanbod_id=one.aanbod_id, goedgekeurd=False, melding=problem.detail
            )
        else:
            outcome = GoedkeuringUit(aanbod_id=one.aanbod_id, goedgekeurd=True)
        found.append(outcome)
    return found


async def _approve(
    session: AsyncSession,
    one: GoedkeuringInvoer,
    reference: Reference,
    actor: Actor,
    public_url: str,
) -> None:
    """Everything that `decide` can refuse it refuses before it changes anything.

    It would only refuse later when the listing moved to another wijk, and that is not safe here.
    """
    aanbod = await lock_aanbod(session, one.aanbod_id)
    voorstel = await find_voorstel(session, one.aanbod_id)
    if aanbod is not None and voorstel is not None and voorstel.besluit is None:
        changes = changes_of(aanbod, voorstel, reference)
        originals = await live_originals(session, [aanbod.id])
        agreed = agreed_before(changes, originals.get(aanbod.id))
        if aanbod.organisatie.gecontroleerd_op is None or not is_safe_in_bulk(changes, agreed):
            raise ConflictError(_READ_IT)
    besluit = Besluit(besluit="goedgekeurd", ingediend_op=one.ingediend_op)
    await decide(session, one.aanbod_id, besluit, reference, actor, public_url)
