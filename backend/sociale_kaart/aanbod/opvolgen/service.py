"""Sends those on who come for a listing that stopped.

At once, whether or not the organisation is trusted: what they are sent to is on the map, so the
redactie has looked at that, or does so afterwards.
"""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.changing import load_aanbod, remember
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.opvolgen import queries
from sociale_kaart.aanbod.opvolgen.models import Opvolger
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.core.problems import ConflictError, Fout, InvalidInputError
from sociale_kaart.organisaties.access import Actor

# What the history calls it.
LEADS_ON = "verwijst-door"
_NOT_STOPPED = "Dit is niet gestopt. Mensen kunnen hier zelf nog heen."
_ITSELF = "Dit is hetzelfde aanbod. Kies iets anders."
_NOT_THERE = "Dit staat niet (meer) op de kaart. Kies iets anders."

# As it stands in schemas.Opvolging.
Heen = dict[str, Any]


async def lead_on(
    session: AsyncSession, aanbod_id: UUID, naar: UUID | None, actor: Actor
) -> tuple[Aanbod, Heen | None]:
    """Says where people can go now, or that it is nowhere; with where they come out.

    Raises ConflictError while it has not stopped, and InvalidInputError for what is not on the map.
    """
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    if aanbod.status != "gestopt":
        raise ConflictError(_NOT_STOPPED)
    if naar is not None:
        melding = _ITSELF if naar == aanbod_id else None
        if melding is None and not await queries.is_on_the_map(session, naar):
            melding = _NOT_THERE
        if melding:
            raise InvalidInputError([Fout(veld="verwijstNaar", melding=melding)])
    was = await queries.ends_of(session, [aanbod_id])
    await _set(session, aanbod_id, naar)
    await session.flush()
    now = await queries.ends_of(session, [aanbod_id])
    before, after = was.get(aanbod_id), now.get(aanbod_id)
    if before != after:
        titles = [document and document["titel"] for document in (before, after)]
        remember(session, aanbod, actor, LEADS_ON, {"verwijstNaar": titles})
    return aanbod, after and heen_of(after)


async def forget_opvolger(session: AsyncSession, aanbod_id: UUID) -> None:
    """What is open again needs none, and would lead to an old one when it stops another time."""
    await _set(session, aanbod_id, None)


async def lead_here_instead(session: AsyncSession, old_id: UUID, aanbod_id: UUID) -> None:
    """What led to a listing that goes into another one leads to that."""
    for row in await queries.list_leading_to(session, old_id):
        if row.aanbod_id == aanbod_id:
            await session.delete(row)
        else:
            row.opvolger_id = aanbod_id


def heen_of(document: dict[str, Any]) -> Heen:
    """Of a public document what somebody needs who is sent there."""
    keys = ("id", "slug", "titel", "samenvatting", "organisatie")
    return {key: document[key] for key in keys if key in document}


async def _set(session: AsyncSession, aanbod_id: UUID, naar: UUID | None) -> None:
    row = await session.get(Opvolger, aanbod_id)
    if naar is None:
        if row is not None:
            await session.delete(row)
    elif row is None:
        session.add(Opvolger(aanbod_id=aanbod_id, opvolger_id=naar))
    else:
        row.opvolger_id = naar
