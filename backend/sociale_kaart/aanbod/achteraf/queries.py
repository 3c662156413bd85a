from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, Subquery, func, literal, select, tuple_, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.aanbod.achteraf.models import Nakijkpunt
from sociale_kaart.aanbod.achteraf.schemas import Onderwerp
from sociale_kaart.aanbod.beoordelen.queue_queries import Place
from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie
from sociale_kaart.aanbod.queries import is_within, select_whole_aanbod
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Organisatie, OrganisatieNakijkpunt


class Waiting(NamedTuple):
    """Something to look at, by its place in the order."""

    onderwerp: Onderwerp
    sinds: datetime
    id: UUID

    @property
    def place(self) -> Place:
        return Place(self.sinds, self.id)


@dataclass(frozen=True)
class Changed:
    """A whole listing that waits to be seen, with the lines of its history since, late to early."""

    aanbod: Aanbod
    punt: Nakijkpunt
    steps: Sequence[AanbodHistorie]


async def list_waiting(
    session: AsyncSession, actor: Actor, after: Place | None, limit: int
) -> list[Waiting]:
    """What this person may look at, what waits longest first; one more than `limit`."""
    waiting = _waiting(actor)
    query = select(waiting.c.onderwerp, waiting.c.sinds, waiting.c.id)
    if after is not None:
        query = query.where(tuple_(waiting.c.sinds, waiting.c.id) > after)
    rows = await session.execute(query.order_by(waiting.c.sinds, waiting.c.id).limit(limit + 1))
    return [Waiting(*row) for row in rows]


async def count_waiting(session: AsyncSession, actor: Actor) -> int:
    return await session.scalar(select(func.count()).select_from(_waiting(actor))) or 0


def _waiting(actor: Actor) -> Subquery:
    listings: Select[*tuple[Any, ...]] = (
        select(
            literal("aanbod").label("onderwerp"),
            col(Nakijkpunt.sinds).label("sinds"),
            col(Nakijkpunt.aanbod_id).label("id"),
        )
        .join(Aanbod, col(Aanbod.id) == col(Nakijkpunt.aanbod_id))
        # Of what has stopped meanwhile nobody reads anything.
        .where(col(Aanbod.status) == "gepubliceerd")
    )
    if not actor.is_editor:
        return listings.where(is_within(actor.wijken)).subquery()
    organisaties = select(
        literal("organisatie"),
        col(OrganisatieNakijkpunt.sinds),
        col(OrganisatieNakijkpunt.organisatie_id),
    )
    return union_all(listings, organisaties).subquery()


async def changed_listings(session: AsyncSession, ids: Iterable[UUID]) -> Mapping[UUID, Changed]:
    wanted = list(ids)
    punten = {
        punt.aanbod_id: punt
        for punt in await session.scalars(
            select(Nakijkpunt).where(col(Nakijkpunt.aanbod_id).in_(wanted))
        )
    }
    steps: dict[UUID, list[AanbodHistorie]] = {}
    lines = await session.scalars(
        select(AanbodHistorie)
        .join(Nakijkpunt, col(Nakijkpunt.aanbod_id) == col(AanbodHistorie.aanbod_id))
        .where(
            col(AanbodHistorie.aanbod_id).in_(wanted),
            col(AanbodHistorie.id) >= col(Nakijkpunt.regel_id),
        )
        .order_by(col(AanbodHistorie.id).desc())
    )
    for line in lines:
        steps.setdefault(line.aanbod_id, []).append(line)
    return {
        aanbod.id: Changed(aanbod, punten[aanbod.id], steps.get(aanbod.id, []))
        for aanbod in await session.scalars(select_whole_aanbod(punten))
    }


async def changed_organisaties(
    session: AsyncSession, ids: Iterable[UUID]
) -> Mapping[UUID, tuple[Organisatie, OrganisatieNakijkpunt]]:
    rows = await session.execute(
        select(Organisatie, OrganisatieNakijkpunt)
        .join(
            OrganisatieNakijkpunt,
            col(OrganisatieNakijkpunt.organisatie_id) == col(Organisatie.id),
        )
        .where(col(Organisatie.id).in_(list(ids)))
    )
    return {organisatie.id: (organisatie, punt) for organisatie, punt in rows}
