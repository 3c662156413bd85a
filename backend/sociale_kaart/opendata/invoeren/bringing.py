"""One row brought in, by the same rules as when somebody does it by hand."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.conversion import invoer_of
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.queries import lock_aanbod
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.service import create_aanbod, move_aanbod, update_aanbod
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import take_turns
from sociale_kaart.core.problems import ConflictError
from sociale_kaart.opendata.invoeren.matching import bron_of, find_for
from sociale_kaart.opendata.invoeren.models import InvoerRij
from sociale_kaart.opendata.invoeren.planning import Plan, plan_row
from sociale_kaart.opendata.invoeren.reading import Setting, read_row

_CHANGED = "Dit is veranderd sinds je keek. Stuur deze rij nog een keer."


async def bring_in(session: AsyncSession, rij: InvoerRij, setting: Setting) -> None:
    """Does what was shown for this row, and nothing else.

    Raises ProblemError when it is not what was shown any more, or when a rule refuses it.
    """
    # Two imports of one organisation could each see that a key is not there yet.
    await take_turns(session, f"invoer {setting.organisatie.id}")
    if rij.aanbod_id is not None:
        await lock_aanbod(session, rij.aanbod_id)
    read = read_row(rij.nummer, rij.cellen, rij.formules, setting)
    [found] = await find_for(session, rij.invoer_id, [read], setting)
    plan = plan_row(read, found, setting)
    if not _is_as_shown(rij, plan):
        raise ConflictError(_CHANGED)
    aanbod = await _written(session, rij, plan, setting)
    for handeling in plan.stappen:
        await move_aanbod(session, aanbod.id, handeling, aanbod.versie, setting.actor)
    rij.aanbod_id = aanbod.id
    rij.status = aanbod.status
    rij.versie_na = aanbod.versie
    rij.gedaan_op = utc_now()


def _is_as_shown(rij: InvoerRij, plan: Plan) -> bool:
    now = (plan.aanbod.id, plan.aanbod.versie) if plan.aanbod else (None, None)
    return plan.uitkomst == rij.uitkomst and now == (rij.aanbod_id, rij.versie)


async def _written(session: AsyncSession, rij: InvoerRij, plan: Plan, setting: Setting) -> Aanbod:
    assert plan.invoer is not None
    actor, reference = setting.actor, setting.reference
    aanbod = plan.aanbod
    if aanbod is None:
        aanbod = await create_aanbod(session, plan.invoer, setting.organisatie, reference, actor)
        aanbod.bron, aanbod.extern_id = bron_of(setting.organisatie.id), plan.sleutel
        return aanbod
    rij.eerder = {"inhoud": _as_json(invoer_of(aanbod)), "status": aanbod.status}
    if set(plan.wijzigingen) - {"status"}:
        await update_aanbod(session, aanbod.id, plan.invoer, aanbod.versie, reference, actor)
    return aanbod


def _as_json(invoer: AanbodInvoer) -> dict[str, Any]:
    return invoer.model_dump(mode="json", by_alias=True, exclude_none=True)
