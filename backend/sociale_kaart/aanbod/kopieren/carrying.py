"""Brings what changed in an original to a copy, by the rules by which any change comes on the map."""

from dataclasses import dataclass
from uuid import UUID

import structlog
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.bewerken.queries import find_bewerking
from sociale_kaart.aanbod.bewerken.rules import comparable
from sociale_kaart.aanbod.changing import remember
from sociale_kaart.aanbod.conversion import invoer_of, plain
from sociale_kaart.aanbod.kopieren import queries
from sociale_kaart.aanbod.kopieren.rules import Inhoud, Merken, carry, shared
from sociale_kaart.aanbod.models import Aanbod, AanbodVoorstel
from sociale_kaart.aanbod.queries import find_voorstel, lock_aanbod, select_whole_aanbod
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.service import apply_change
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import ProblemError
from sociale_kaart.taxonomie.reference import Reference, load_reference

log = structlog.get_logger()

# What the history calls a change that came by itself, and one that waits for the redactie.
CARRIED, CARRIED_WAITS = "meegelopen", "meegelopen-voorstel"


@dataclass(frozen=True)
class Kopie:
    """A copy, held, with what waits of it at the redactie."""

    aanbod: Aanbod
    voorstel: AanbodVoorstel | None

    @property
    def wacht(self) -> bool:
        return self.voorstel is not None and self.voorstel.besluit is None

    @property
    def inhoud(self) -> Inhoud:
        """What it says, or will say: what its own people handed in last counts."""
        if self.voorstel is not None and self.wacht:
            return self.voorstel.inhoud
        return plain(invoer_of(self.aanbod))


async def carry_next(database: Database) -> bool:
    """Brings one copy up to what its original says; false when none is behind.

    Begins at what both say now, so it may be done again after a stop, and once for many changes.
    """
    async with database.transaction() as session:
        kopie_id = await queries.next_behind(session)
        if kopie_id is None:
            return False
        await _bring_up(session, kopie_id, await load_reference(session))
    return True


async def _bring_up(session: AsyncSession, kopie_id: UUID, reference: Reference) -> None:
    # The listing first, as everybody who changes one does: who waits for us holds nothing of ours.
    aanbod = await lock_aanbod(session, kopie_id)
    link = await queries.find_link(session, kopie_id)
    if aanbod is None or link is None:
        return
    origineel = await session.scalar(select_whole_aanbod([link.origineel_id]))
    if origineel is None or origineel.versie <= link.gezien:
        return
    kopie = Kopie(aanbod, await find_voorstel(session, kopie_id))
    source = shared(plain(invoer_of(origineel)))
    inhoud, brought = carry(link.basis, source, kopie.inhoud)
    link.gezien = origineel.versie
    try:
        await _publish(session, kopie, inhoud, reference)
    except (ValidationError, ProblemError) as error:
        # What the copy says in its own way does not go with it: its owner reads what differs.
        log.warning("not_carried", kopie=str(kopie_id), reason=type(error).__name__)
        return
    await _carry_into_writing(session, kopie_id, link.basis, source)
    link.basis = brought


async def _publish(
    session: AsyncSession, kopie: Kopie, inhoud: Inhoud, reference: Reference
) -> None:
    """Brings it as far as a change of its own people would come."""
    if comparable(inhoud) == comparable(kopie.inhoud):
        return
    invoer = AanbodInvoer.model_validate(inhoud)
    aanbod = kopie.aanbod
    if aanbod.status == "gepubliceerd" and not aanbod.organisatie.vertrouwd:
        _propose(session, kopie, invoer)
    else:
        await apply_change(session, aanbod, invoer, reference, None, CARRIED, wijze="vanzelf")


async def _carry_into_writing(
    session: AsyncSession, kopie_id: UUID, basis: Merken, source: Inhoud
) -> None:
    """Who is writing in the copy would otherwise undo by handing in what they never touched."""
    row = await find_bewerking(session, kopie_id)
    if row is None or row.inhoud is None:
        return
    # What was typed keeps its spaces; whether it says the same does not hang on those.
    typed = comparable(row.inhoud)
    followed, _ = carry(basis, source, typed)
    came = {
        veld: followed.get(veld)
        for veld in typed.keys() | followed.keys()
        if typed.get(veld) != followed.get(veld)
    }
    if came:
        row.inhoud = {**row.inhoud, **came}
        row.versie += 1


def _propose(session: AsyncSession, kopie: Kopie, invoer: AanbodInvoer) -> None:
    """Waits for the redactie, together with what its own people had waiting there."""
    voorstel = kopie.voorstel
    if voorstel is None:
        voorstel = AanbodVoorstel(aanbod_id=kopie.aanbod.id, inhoud={}, basis_versie=1)
        session.add(voorstel)
    if not kopie.wacht:
        voorstel.basis_versie = kopie.aanbod.versie
        voorstel.account_id = None
    voorstel.inhoud = plain(invoer)
    # Who is deciding about what waited until now, has to look again.
    voorstel.ingediend_op = utc_now()
    voorstel.besluit = voorstel.besloten_op = None
    remember(session, kopie.aanbod, None, CARRIED_WAITS, wijze="vanzelf")
