"""What every change of a listing begins and ends with: holding it, and writing down what was done."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod import queries
from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie, Wijze
from sociale_kaart.core.problems import ChangedMeanwhileError, NotFoundError
from sociale_kaart.organisaties.access import Actor

UNKNOWN = "Dit staat niet (meer) op de sociale kaart."


async def load_aanbod(session: AsyncSession, aanbod_id: UUID) -> Aanbod:
    """A whole listing, held until the transaction ends; 404 when there is none."""
    aanbod = await queries.lock_aanbod(session, aanbod_id)
    if aanbod is None:
        raise NotFoundError(UNKNOWN)
    return aanbod


def require_version(aanbod: Aanbod, versie: int) -> None:
    """Comes after the question whether somebody may change it at all."""
    if aanbod.versie != versie:
        raise ChangedMeanwhileError


def remember(
    session: AsyncSession,
    aanbod: Aanbod,
    actor: Actor | None,
    handeling: str,
    wijzigingen: dict[str, Any] | None = None,
    wijze: Wijze | None = None,
    reden: str | None = None,
) -> AanbodHistorie:
    """Adds to the history who did what, by what way, and why if they said so; returns that line."""
    regel = AanbodHistorie(
        aanbod_id=aanbod.id,
        account_id=actor.account_id if actor else None,
        handeling=handeling,
        wijze=wijze or ("ingelogd" if actor else "bron"),
        wijzigingen=wijzigingen or {},
        reden=reden,
    )
    session.add(regel)
    return regel
