from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple, Self
from uuid import UUID

from sqlalchemy import Select, String, Subquery, func, literal, select, tuple_, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.aanbod.beoordelen.rules import Wachtsoort
from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie, AanbodVoorstel
from sociale_kaart.aanbod.queries import is_within, select_whole_aanbod
from sociale_kaart.core.problems import Fout, InvalidInputError
from sociale_kaart.organisaties.access import Actor

_TIME = "%Y%m%dT%H%M%S.%fZ"
_BETWEEN = "_"


class Place(NamedTuple):
    """A place in the order of the queue, which stays one when what stood there was decided about."""

    sinds: datetime
    aanbod_id: UUID

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises InvalidInputError when this is no place."""
        try:
            moment, key = text.split(_BETWEEN)
            return cls(datetime.strptime(moment, _TIME).replace(tzinfo=UTC), UUID(key))
        except ValueError as error:
            fault = Fout(veld="cursor", melding="Deze bladzijde bestaat niet.")
            raise InvalidInputError([fault]) from error

    def __str__(self) -> str:
        return f"{self.sinds.astimezone(UTC).strftime(_TIME)}{_BETWEEN}{self.aanbod_id.hex}"


@dataclass(frozen=True)
class Waiting:
    """Something that waits: the whole listing, and what is proposed when it is a change."""

    soort: Wachtsoort
    sinds: datetime
    aanbod: Aanbod
    voorstel: AanbodVoorstel | None

    @property
    def place(self) -> Place:
        return Place(self.sinds, self.aanbod.id)


@dataclass(frozen=True)
class Wanted:
    """What of the queue is asked for; None is everything."""

    soort: Wachtsoort | None = None
    organisatie_id: UUID | None = None


async def list_waiting(
    session: AsyncSession, actor: Actor, wanted: Wanted, after: Place | None, limit: int
) -> list[Waiting]:
    """What waits and this person may decide about, the oldest first; one more than `limit`."""
    queue = _queue(actor, wanted)
    query = select(queue.c.soort, queue.c.sinds, queue.c.id)
    if after is not None:
        query = query.where(tuple_(queue.c.sinds, queue.c.id) > after)
    rows = (await session.execute(query.order_by(queue.c.sinds, queue.c.id).limit(limit + 1))).all()
    ids = [row.id for row in rows]
    whole = {row.id: row for row in await session.scalars(select_whole_aanbod(ids))}
    voorstellen = {
        row.aanbod_id: row
        for row in await session.scalars(
            select(AanbodVoorstel).where(col(AanbodVoorstel.aanbod_id).in_(ids))
        )
    }
    return [
        Waiting(
            row.soort,
            row.sinds,
            whole[row.id],
            voorstellen[row.id] if row.soort == "wijziging" else None,
        )
        for row in rows
    ]


async def count_waiting(session: AsyncSession, actor: Actor, wanted: Wanted) -> int:
    queue = _queue(actor, wanted)
    return await session.scalar(select(func.count()).select_from(queue)) or 0


def _queue(actor: Actor, wanted: Wanted) -> Subquery:
    handed_in = (
        select(func.max(col(AanbodHistorie.op)))
        .where(
            col(AanbodHistorie.aanbod_id) == col(Aanbod.id),
            col(AanbodHistorie.handeling) == "indienen",
        )
        .scalar_subquery()
    )
    new = _of(
        actor,
        wanted,
        select(
            col(Aanbod.id).label("id"),
            literal("nieuw", String).label("soort"),
            func.coalesce(handed_in, col(Aanbod.gewijzigd_op)).label("sinds"),
        ).where(col(Aanbod.status) == "ter-beoordeling"),
    )
    changes = _of(
        actor,
        wanted,
        select(col(Aanbod.id), literal("wijziging", String), col(AanbodVoorstel.ingediend_op))
        .join(AanbodVoorstel, col(AanbodVoorstel.aanbod_id) == col(Aanbod.id))
        # Of what has stopped meanwhile there is nothing to change.
        .where(col(AanbodVoorstel.besluit).is_(None), col(Aanbod.status) == "gepubliceerd"),
    )
    queue = union_all(new, changes).subquery()
    return queue if wanted.soort is None else _only(queue, wanted.soort)


def _of(actor: Actor, wanted: Wanted, query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    if not actor.is_editor:
        query = query.where(is_within(actor.wijken))
    if wanted.organisatie_id is not None:
        query = query.where(col(Aanbod.organisatie_id) == wanted.organisatie_id)
    return query


def _only(queue: Subquery, soort: Wachtsoort) -> Subquery:
    return select(queue).where(queue.c.soort == soort).subquery()


async def decisions_of(
    session: AsyncSession, aanbod_ids: Iterable[UUID], handelingen: Iterable[str]
) -> Sequence[AanbodHistorie]:
    """What the history says of these listings in these words, the latest first."""
    return (
        await session.scalars(
            select(AanbodHistorie)
            .where(
                col(AanbodHistorie.aanbod_id).in_(list(aanbod_ids)),
                col(AanbodHistorie.handeling).in_(list(handelingen)),
            )
            .order_by(col(AanbodHistorie.op).desc(), col(AanbodHistorie.id).desc())
        )
    ).all()
