"""What the redactie hears when it calls, written down as said on the telephone."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.bevestigingen import confirm_aanbod, withdraw_own
from sociale_kaart.aanbod.changing import UNKNOWN, load_aanbod
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.service import move_aanbod, undo_stop
from sociale_kaart.controle.rules import Antwoord
from sociale_kaart.core.problems import ConflictError, NotFoundError
from sociale_kaart.organisaties.access import Actor

_OFF_THE_MAP = "Dit staat nu niet op de kaart. Misschien was een collega je voor."


async def note_answer(
    session: AsyncSession, organisatie_id: UUID, aanbod_id: UUID, antwoord: Antwoord, actor: Actor
) -> Aanbod:
    """'Klopt nog' or 'gestopt', as an organisation said it of its own listing.

    Raises NotFoundError for a listing of another one, ConflictError for what is not on the map.
    """
    aanbod = await _of(session, organisatie_id, aanbod_id)
    if aanbod.status != "gepubliceerd":
        raise ConflictError(_OFF_THE_MAP)
    if antwoord == "klopt":
        return await confirm_aanbod(session, aanbod_id, actor, "telefoon")
    return await move_aanbod(session, aanbod_id, "stoppen", aanbod.versie, actor, "telefoon")


async def take_back(
    session: AsyncSession,
    organisatie_id: UUID,
    aanbod_id: UUID,
    antwoord: Antwoord,
    versie: int,
    actor: Actor,
) -> Aanbod:
    """Takes back what one wrote down by mistake; ConflictError when it is too late for that."""
    await _of(session, organisatie_id, aanbod_id)
    if antwoord == "klopt":
        return await withdraw_own(session, aanbod_id, actor)
    return await undo_stop(session, aanbod_id, versie, actor, "telefoon")


async def _of(session: AsyncSession, organisatie_id: UUID, aanbod_id: UUID) -> Aanbod:
    aanbod = await load_aanbod(session, aanbod_id)
    if aanbod.organisatie_id != organisatie_id:
        raise NotFoundError(UNKNOWN)
    return aanbod
