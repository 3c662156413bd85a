from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.beoordelen.differences import differences
from sociale_kaart.aanbod.beoordelen.queries import find_aanbod
from sociale_kaart.aanbod.changing import UNKNOWN, load_aanbod
from sociale_kaart.aanbod.conversion import before_changes
from sociale_kaart.aanbod.historie import queries
from sociale_kaart.aanbod.historie.rules import before_all, is_restorable, who
from sociale_kaart.aanbod.historie.schemas import Historie, HistorieRegel
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.service import Outcome, update_aanbod
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.core.paging import PageRequest
from sociale_kaart.core.problems import ConflictError, NotFoundError
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.taxonomie.reference import Reference

_NO_STEP = "Deze stap staat niet in de geschiedenis van dit aanbod."
_NOTHING_TO_RESTORE = "Bij deze stap veranderde de inhoud niet. Er valt niets terug te zetten."


async def read_historie(
    session: AsyncSession, aanbod_id: UUID, page: PageRequest, reference: Reference, actor: Actor
) -> Historie:
    """What happened to a listing, the latest first. Members read roles, the redactie names."""
    aanbod = await find_aanbod(session, aanbod_id)
    if aanbod is None:
        raise NotFoundError(UNKNOWN)
    wijken = wijken_of(aanbod)
    actor.require_member(aanbod.organisatie_id, wijken)
    found = await queries.list_regels(session, aanbod_id, page)
    shown = found[: page.limit]
    accounts = await queries.accounts_by_id(
        session, {regel.account_id for regel in shown if regel.account_id}
    )
    leden = await queries.leden_of(session, aanbod.organisatie_id)
    regels = []
    for regel in shown:
        account = accounts.get(regel.account_id) if regel.account_id else None
        regels.append(
            HistorieRegel(
                id=regel.id,
                op=regel.op,
                handeling=regel.handeling,
                wie=who(
                    regel.account_id, actor.account_id, account.rol if account else None, leden
                ),
                naam=account.naam if account and actor.may_edit_in(wijken) else None,
                wijze=regel.wijze,
                reden=regel.reden,
                verschillen=differences(regel.wijzigingen, reference.vocabulary),
                herstelbaar=is_restorable(regel.handeling, regel.wijzigingen),
            )
        )
    return Historie(
        resultaten=regels, volgende=str(shown[-1].id) if len(found) > page.limit else None
    )


async def restore(
    session: AsyncSession,
    aanbod_id: UUID,
    regel_id: UUID,
    versie: int,
    reference: Reference,
    actor: Actor,
) -> tuple[Outcome, Aanbod]:
    """Makes what the listing said before this step again, as a change like any other.

    So of an organisation that is not trusted it waits for the redactie. Raises 404 for a step of
    another listing, 409 for one that changed nothing that is filled in, and 400 when what it said
    could not be filled in today.
    """
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    steps = await queries.list_since(session, aanbod_id, regel_id)
    if not steps:
        raise NotFoundError(_NO_STEP)
    if not is_restorable(steps[-1].handeling, steps[-1].wijzigingen):
        raise ConflictError(_NOTHING_TO_RESTORE)
    invoer = before_changes(aanbod, before_all(step.wijzigingen for step in steps))
    return await update_aanbod(session, aanbod_id, invoer, versie, reference, actor, "hersteld")
