"""Closes for a while and opens again, at once for everybody who works there.

Also of an organisation that is not trusted yet: a closed door that the map does not know of costs
residents a trip, and what could be done wrong with it is little, as it ends by itself and leads
nobody elsewhere. So nobody looks first; the redactie looks afterwards (achteraf/).
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.achteraf.noting import note_unseen
from sociale_kaart.aanbod.beoordelen.queries import last_entry
from sociale_kaart.aanbod.bewerken.queries import find_bewerking
from sociale_kaart.aanbod.bewerken.rules import comparable
from sociale_kaart.aanbod.changing import load_aanbod, remember
from sociale_kaart.aanbod.conversion import sluitingen_of
from sociale_kaart.aanbod.models import Aanbod, Sluiting
from sociale_kaart.aanbod.queries import find_voorstel
from sociale_kaart.aanbod.schemas import AanbodInvoer, SluitingInvoer
from sociale_kaart.aanbod.sluiten.rules import (
    closed_from,
    closed_on,
    closing_until_faults,
    open_from,
    put_back,
)
from sociale_kaart.aanbod.sluiten.schemas import EvenDicht
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.problems import ConflictError, InvalidInputError
from sociale_kaart.organisaties.access import Actor

# What the history calls them, and taking the last of them back.
CLOSED, OPENED, TAKEN_BACK = "even-dicht", "weer-open", "even-dicht-teruggedraaid"
# Long enough to notice a mistake; afterwards it is what somebody said.
_WITHIN = timedelta(hours=1)
_NOT_LIVE = "Dit staat niet op de kaart. Je kunt het niet dicht of open zetten."
_IS_OPEN = "Dit is niet dicht."
_TOO_LATE = "Dit is niet meer terug te draaien. Je kunt het wel dicht of open zetten."

Periods = Sequence[SluitingInvoer]


async def close_aanbod(
    session: AsyncSession, aanbod_id: UUID, invoer: EvenDicht, actor: Actor
) -> Aanbod:
    """Closed from today on. Raises InvalidInputError for a last day in the past, or far away."""
    aanbod = await _held(session, aanbod_id, actor)
    day = today()
    faults = closing_until_faults(invoer.tot, day)
    if faults:
        raise InvalidInputError(faults)
    await _change(
        session,
        aanbod,
        actor,
        CLOSED,
        lambda periods: closed_from(periods, day, invoer.tot, invoer.reden),
    )
    return aanbod


async def open_aanbod(session: AsyncSession, aanbod_id: UUID, actor: Actor) -> Aanbod:
    """Open again from today on. Raises ConflictError when it is not closed."""
    aanbod = await _held(session, aanbod_id, actor)
    day = today()
    if closed_on(sluitingen_of(aanbod), day) is None:
        raise ConflictError(_IS_OPEN)
    await _change(session, aanbod, actor, OPENED, lambda periods: open_from(periods, day))
    return aanbod


async def take_back(session: AsyncSession, aanbod_id: UUID, actor: Actor) -> Aanbod:
    """Makes one's own last closing or opening undone, with all that was planned before it.

    Raises ConflictError when something else happened since, or it is more than an hour ago.
    """
    aanbod = await _held(session, aanbod_id, actor)
    last = await last_entry(session, aanbod_id)
    if (
        last is None
        or last.handeling not in {CLOSED, OPENED}
        or last.account_id != actor.account_id
        or last.op < utc_now() - _WITHIN
    ):
        raise ConflictError(_TOO_LATE)
    was = sluitingen_of(aanbod)
    before = [SluitingInvoer.model_validate(one) for one in last.wijzigingen["sluitingen"][0]]
    await _change(
        session, aanbod, actor, TAKEN_BACK, lambda periods: put_back(periods, was, before)
    )
    return aanbod


async def _held(session: AsyncSession, aanbod_id: UUID, actor: Actor) -> Aanbod:
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    if aanbod.status != "gepubliceerd":
        raise ConflictError(_NOT_LIVE)
    return aanbod


async def _change(
    session: AsyncSession,
    aanbod: Aanbod,
    actor: Actor,
    handeling: str,
    change: Callable[[Periods], list[SluitingInvoer]],
) -> None:
    """Writes the periods, also in what waits for the redactie and in what somebody is writing.

    Nobody could agree to a proposal any more that is about an older version, and whoever hands in
    what they wrote would be asked about a door that they did not touch.
    """
    was = sluitingen_of(aanbod)
    now = change(was)
    if now == was:
        return
    voorstel = await find_voorstel(session, aanbod.id)
    if voorstel and voorstel.besluit is None and voorstel.basis_versie == aanbod.versie:
        proposed = AanbodInvoer.model_validate(voorstel.inhoud).sluitingen
        after = now if proposed == was else change(proposed)
        voorstel.inhoud = {**voorstel.inhoud, "sluitingen": _plain(after)}
        voorstel.basis_versie += 1
    await _change_writing(session, aanbod, was, now)
    aanbod.sluitingen = [Sluiting(**one.model_dump()) for one in now]
    aanbod.versie += 1
    aanbod.gewijzigd_op = utc_now()
    changes = {"sluitingen": [_plain(was), _plain(now)]}
    regel = remember(session, aanbod, actor, handeling, changes)
    await note_unseen(session, aanbod, regel, "wijziging", actor)
    await session.flush()


async def _change_writing(
    session: AsyncSession, aanbod: Aanbod, was: Periods, now: Periods
) -> None:
    """Who wrote other periods is asked when they hand in; who did not, need not know."""
    row = await find_bewerking(session, aanbod.id)
    if row is None or row.inhoud is None:
        return
    if comparable(row.inhoud).get("sluitingen", []) == _plain(was):
        row.inhoud = {**row.inhoud, "sluitingen": _plain(now)}
        # A page in which it is being written learns of this when it keeps the next letter.
        row.versie += 1


def _plain(periods: Periods) -> list[dict[str, str]]:
    return [one.model_dump(mode="json", by_alias=True, exclude_none=True) for one in periods]
