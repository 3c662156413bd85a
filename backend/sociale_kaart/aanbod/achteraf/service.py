"""Says that something was seen, or puts back what was there before it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.achteraf import queries
from sociale_kaart.aanbod.achteraf.models import Nakijkpunt
from sociale_kaart.aanbod.achteraf.schemas import (
    AfvinkInvoer,
    AfvinkUit,
    TerugdraaiInvoer,
    TerugdraaiUit,
)
from sociale_kaart.aanbod.beoordelen.queries import list_leden
from sociale_kaart.aanbod.beoordelen.rules import Decision
from sociale_kaart.aanbod.beoordelen.telling import tell, tell_about_organisatie
from sociale_kaart.aanbod.changing import load_aanbod, remember
from sociale_kaart.aanbod.conversion import before_changes
from sociale_kaart.aanbod.historie.rules import before_all
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.service import apply_change, check_invoer
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.logboek import changes_between, log
from sociale_kaart.core.problems import (
    ChangedMeanwhileError,
    ConflictError,
    NotFoundError,
    ProblemError,
)
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Organisatie, OrganisatieNakijkpunt
from sociale_kaart.organisaties.queries import lock_organisatie
from sociale_kaart.organisaties.rules import read_by_all
from sociale_kaart.organisaties.service import UNKNOWN, assign
from sociale_kaart.taxonomie.reference import Reference

# What the history calls putting back, and taking off the map what was new.
PUT_BACK, TAKEN_OFF = "achteraf-teruggedraaid", "achteraf-van-de-kaart"

_GONE = "Dit staat niet meer op de lijst. Misschien was een collega je voor."
_CHANGED = "Dit is weer veranderd sinds je keek. Bekijk het opnieuw."
_NOTHING_DIFFERS = "Wat er eerst stond, staat er alweer. Je kunt dit afvinken."
_NOT_LIVE = "Dit staat niet meer op de kaart. Er valt niets terug te draaien."


async def tick_off(
    session: AsyncSession, seen: Sequence[AfvinkInvoer], actor: Actor
) -> list[AfvinkUit]:
    """What became of each; what changed since it was looked at stays on the list and says so."""
    found = []
    # In one order, so that two people who do this at once never wait for each other.
    for one in sorted(seen, key=lambda one: (one.onderwerp, one.id)):
        melding = None
        try:
            if one.onderwerp == "aanbod":
                aanbod, punt = await _held_aanbod(session, one.id, one.versie, actor)
                _log_seen(session, actor, "aanbod", aanbod.id)
                await session.delete(punt)
            else:
                organisatie, own = await _held_organisatie(session, one.id, one.versie, actor)
                _log_seen(session, actor, "organisatie", organisatie.id)
                await session.delete(own)
        except ProblemError as problem:
            melding = problem.detail
        found.append(
            AfvinkUit(onderwerp=one.onderwerp, id=one.id, gezien=melding is None, melding=melding)
        )
    return found


async def turn_back_aanbod(
    session: AsyncSession,
    aanbod_id: UUID,
    invoer: TerugdraaiInvoer,
    reference: Reference,
    actor: Actor,
    public_url: str,
) -> TerugdraaiUit:
    """Puts back what the redactie saw last; what is new goes off the map and stays a draft.

    Who changed it last is mailed why. Raises 404 when it is not on the list, 412 when it changed
    since it was looked at, 409 when there is nothing to put back, and 400 when what it said could
    not be filled in today.
    """
    aanbod, punt = await _held_aanbod(session, aanbod_id, invoer.versie, actor)
    if aanbod.status != "gepubliceerd":
        raise ConflictError(_NOT_LIVE)
    changed = (await queries.changed_listings(session, [aanbod_id]))[aanbod_id]
    if punt.soort == "nieuw":
        handeling = TAKEN_OFF
        _take_off(session, aanbod, actor, invoer.reden)
    else:
        handeling = PUT_BACK
        before = before_changes(aanbod, before_all(step.wijzigingen for step in changed.steps))
        check_invoer(before, reference)
        if not await apply_change(
            session, aanbod, before, reference, actor, handeling, invoer.reden, looked=False
        ):
            raise ConflictError(_NOTHING_DIFFERS)
    await session.delete(punt)
    leden = {lid.account_id for lid in await list_leden(session, aanbod.organisatie_id)}
    author = next((step.account_id for step in changed.steps if step.account_id in leden), None)
    decision = Decision(handeling, invoer.reden, author, actor.account_id, aanbod.gewijzigd_op)
    await tell(session, aanbod, decision, public_url)
    return TerugdraaiUit(uitkomst="van-de-kaart" if handeling == TAKEN_OFF else "teruggedraaid")


async def turn_back_organisatie(
    session: AsyncSession,
    organisatie_id: UUID,
    invoer: TerugdraaiInvoer,
    actor: Actor,
    public_url: str,
) -> TerugdraaiUit:
    """Puts back what residents read of an organisation when the redactie saw it last."""
    organisatie, punt = await _held_organisatie(session, organisatie_id, invoer.versie, actor)
    now = read_by_all(organisatie)
    if not assign(organisatie, punt.was):
        raise ConflictError(_NOTHING_DIFFERS)
    changes = changes_between(now, punt.was)
    changes.pop("omschrijving", None)
    log(
        session,
        account_id=actor.account_id,
        onderwerp="organisatie",
        onderwerp_id=organisatie.id,
        handeling=PUT_BACK,
        wijzigingen=changes,
    )
    await session.delete(punt)
    decision = Decision(
        PUT_BACK, invoer.reden, punt.account_id, actor.account_id, organisatie.gewijzigd_op
    )
    await tell_about_organisatie(session, organisatie, decision, public_url)
    return TerugdraaiUit(uitkomst="teruggedraaid")


def _take_off(session: AsyncSession, aanbod: Aanbod, actor: Actor, reden: str) -> None:
    aanbod.status = "concept"
    aanbod.versie += 1
    aanbod.gewijzigd_op = utc_now()
    remember(
        session, aanbod, actor, TAKEN_OFF, {"status": ["gepubliceerd", "concept"]}, reden=reden
    )


async def _held_aanbod(
    session: AsyncSession, aanbod_id: UUID, versie: int, actor: Actor
) -> tuple[Aanbod, Nakijkpunt]:
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_editor(wijken_of(aanbod))
    punt = await session.get(Nakijkpunt, aanbod_id)
    if punt is None:
        raise NotFoundError(_GONE)
    if aanbod.versie != versie:
        raise ChangedMeanwhileError(_CHANGED)
    return aanbod, punt


async def _held_organisatie(
    session: AsyncSession, organisatie_id: UUID, versie: int, actor: Actor
) -> tuple[Organisatie, OrganisatieNakijkpunt]:
    organisatie = await lock_organisatie(session, organisatie_id)
    if organisatie is None:
        raise NotFoundError(UNKNOWN)
    actor.require_editor()
    punt = await session.get(OrganisatieNakijkpunt, organisatie_id)
    if punt is None:
        raise NotFoundError(_GONE)
    if organisatie.versie != versie:
        raise ChangedMeanwhileError(_CHANGED)
    return organisatie, punt


def _log_seen(session: AsyncSession, actor: Actor, onderwerp: str, key: UUID) -> None:
    log(
        session,
        account_id=actor.account_id,
        onderwerp=onderwerp,
        onderwerp_id=key,
        handeling="achteraf-gezien",
    )
