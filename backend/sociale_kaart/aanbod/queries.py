from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import asyncpg
import orjson
from sqlalchemy import ARRAY, ColumnElement, Uuid, and_, any_, cast, delete, func, or_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from sociale_kaart.aanbod.models import (
    Aanbod,
    AanbodDocument,
    AanbodVoorstel,
    AanbodWijk,
    Bevestiging,
    Samenvoeging,
)
from sociale_kaart.aanbod.readability import FIELDS
from sociale_kaart.aanbod.zekerheid.rules import Groep
from sociale_kaart.core.identifiers import as_uuid
from sociale_kaart.core.paging import PageRequest
from sociale_kaart.organisaties.models import Locatie, Organisatie
from sociale_kaart.organisaties.queries import IS_PUBLIC

# What `wijken_of` needs.
AREAS = (
    joinedload(Aanbod.locatie),  # type: ignore[arg-type]
    selectinload(Aanbod.wijken),  # type: ignore[arg-type]
)
_PARTS = (
    *AREAS,
    joinedload(Aanbod.organisatie),  # type: ignore[arg-type]
    joinedload(Aanbod.beeld),  # type: ignore[arg-type]
    selectinload(Aanbod.termen),  # type: ignore[arg-type]
    selectinload(Aanbod.momenten),  # type: ignore[arg-type]
    selectinload(Aanbod.sluitingen),  # type: ignore[arg-type]
    selectinload(Aanbod.open_meldingen),  # type: ignore[arg-type]
)
# What `zekerheid.judging` needs.
_SIGNS = (
    selectinload(Aanbod.termen),  # type: ignore[arg-type]
    selectinload(Aanbod.momenten),  # type: ignore[arg-type]
    selectinload(Aanbod.open_meldingen),  # type: ignore[arg-type]
)


def select_whole_aanbod(ids: Iterable[UUID]) -> SelectOfScalar[Aanbod]:
    """Listings with all their parts, for those who change them or write them out."""
    return select(Aanbod).where(col(Aanbod.id).in_(list(ids))).options(*_PARTS)


def ids_of_organisaties(organisatie_ids: Iterable[UUID]) -> SelectOfScalar[UUID]:
    return select(col(Aanbod.id)).where(col(Aanbod.organisatie_id).in_(list(organisatie_ids)))


def is_within(wijken: Collection[str]) -> ColumnElement[bool]:
    """Whether a listing is for these wijken and for no other, counted as `wijken_of` does."""
    area = select(col(AanbodWijk.wijk_code)).where(col(AanbodWijk.aanbod_id) == col(Aanbod.id))
    place = select(col(Locatie.wijk_code)).where(
        col(Locatie.id) == col(Aanbod.locatie_id), col(Locatie.wijk_code).is_not(None)
    )
    return and_(
        col(Aanbod.stadsbreed).is_not(True),
        or_(area.exists(), place.exists()),
        ~area.where(col(AanbodWijk.wijk_code).not_in(wijken)).exists(),
        ~place.where(col(Locatie.wijk_code).not_in(wijken)).exists(),
    )


async def lock_aanbod(session: AsyncSession, aanbod_id: UUID) -> Aanbod | None:
    """A whole listing, held until the transaction ends.

    Held first and read after that: while this waits, its parts may become others.
    """
    await session.execute(
        select(col(Aanbod.id)).where(col(Aanbod.id) == aanbod_id).with_for_update()
    )
    return await session.scalar(select_whole_aanbod([aanbod_id]))


async def list_of_organisatie(
    session: AsyncSession, organisatie_id: UUID, page: PageRequest
) -> Sequence[tuple[Aanbod, bool]]:
    """Listings in every state, each with whether a proposal waits; one more than the page holds.

    With where they are, when they are closed, and what tells how sure one can be of each.
    """
    waits = (
        select(AanbodVoorstel)
        .where(
            col(AanbodVoorstel.aanbod_id) == col(Aanbod.id), col(AanbodVoorstel.besluit).is_(None)
        )
        .exists()
    )
    query = (
        select(Aanbod, waits)
        .where(col(Aanbod.organisatie_id) == organisatie_id)
        .options(*_SIGNS)
        .order_by(col(Aanbod.id))
        .limit(page.limit + 1)
        .options(*AREAS, selectinload(Aanbod.sluitingen))  # type: ignore[arg-type]
    )
    if page.after is not None:
        query = query.where(col(Aanbod.id) > page.after)
    return [(aanbod, waiting) for aanbod, waiting in await session.execute(query)]


async def list_with_signs(session: AsyncSession, aanbod_ids: Iterable[UUID]) -> Sequence[Aanbod]:
    """These listings with what tells how sure one can be of each."""
    # As one array: there is a limit to how many values a statement may have.
    wanted = any_(cast(list(aanbod_ids), ARRAY(Uuid)))
    query = select(Aanbod).where(col(Aanbod.id) == wanted).options(*_SIGNS)
    return (await session.scalars(query)).all()


async def latest_bevestiging(
    session: AsyncSession, aanbod_id: UUID, groep: Groep | None = None
) -> Bevestiging | None:
    """The last time that somebody said that it holds, all of it or this group."""
    return await session.scalar(
        select(Bevestiging)
        .where(
            col(Bevestiging.aanbod_id) == aanbod_id,
            col(Bevestiging.groep).is_not_distinct_from(groep),
        )
        .order_by(col(Bevestiging.op).desc(), col(Bevestiging.id).desc())
        .limit(1)
    )


async def find_by_source(
    session: AsyncSession, bron: str, extern_ids: Iterable[str]
) -> dict[str, Aanbod]:
    """Whole listings of one source by their external id."""
    rows = await session.scalars(
        select(Aanbod)
        .where(col(Aanbod.bron) == bron, col(Aanbod.extern_id).in_(list(extern_ids)))
        .options(*_PARTS)
    )
    return {row.extern_id: row for row in rows if row.extern_id is not None}


async def merged_extern_ids(
    session: AsyncSession, bron: str, extern_ids: Iterable[str]
) -> set[str]:
    """Which of these a source gives to listings that went into another one here."""
    query = select(col(Samenvoeging.extern_id)).where(
        col(Samenvoeging.bron) == bron, col(Samenvoeging.extern_id).in_(list(extern_ids))
    )
    return {key for key in await session.scalars(query) if key is not None}


async def ids_after(
    session: AsyncSession, after: UUID | None, bron: str | None, limit: int
) -> Sequence[UUID]:
    """The next ids in order, of one source when it is given.

    Without those of an organisation that is not public: a file goes anywhere, and an organisation
    that comes in by one counts as looked at.
    """
    query = (
        select(col(Aanbod.id))
        .join(Organisatie, col(Organisatie.id) == col(Aanbod.organisatie_id))
        .where(IS_PUBLIC)
        .order_by(col(Aanbod.id))
        .limit(limit)
    )
    if after is not None:
        query = query.where(col(Aanbod.id) > after)
    if bron is not None:
        query = query.where(col(Aanbod.bron) == bron)
    return (await session.scalars(query)).all()


async def taken_slugs(session: AsyncSession, candidates: Iterable[str]) -> set[str]:
    """Which of these slugs listings have already, or had before they went into another one."""
    wanted = list(candidates)
    own = select(Aanbod.slug).where(col(Aanbod.slug).in_(wanted))
    earlier = select(Samenvoeging.slug).where(col(Samenvoeging.slug).in_(wanted))
    return set(await session.scalars(own.union(earlier)))


async def find_voorstel(session: AsyncSession, aanbod_id: UUID) -> AanbodVoorstel | None:
    """The last change that somebody proposed, also when it was decided about."""
    return await session.get(AanbodVoorstel, aanbod_id)


async def delete_bevestiging(
    session: AsyncSession, aanbod_id: UUID, op: datetime
) -> datetime | None:
    """Removes the confirmation of this moment; when the whole was confirmed without it."""
    of_aanbod = and_(col(Bevestiging.aanbod_id) == aanbod_id, col(Bevestiging.groep).is_(None))
    await session.execute(delete(Bevestiging).where(of_aanbod, col(Bevestiging.op) == op))
    return await session.scalar(select(func.max(Bevestiging.op)).where(of_aanbod))


async def find_document(connection: asyncpg.Connection, id_or_slug: str) -> asyncpg.Record | None:
    """The stored document (inhoud, etag, zichtbaar, openbaar, organisatie_id) of one listing.

    What went into another listing is found by its own names still: it is that one now.
    """
    key = as_uuid(id_or_slug)
    value, name, old_name = (id_or_slug, "slug", "slug") if key is None else (key, "id", "oud_id")
    query = (
        "SELECT d.id, d.inhoud, d.etag, d.zichtbaar, d.openbaar, d.organisatie_id"
        " FROM aanbod_document d"
    )
    found = await connection.fetchrow(f"{query} WHERE d.{name} = $1", value)
    return found or await connection.fetchrow(
        f"{query} JOIN samenvoeging s ON s.aanbod_id = d.id WHERE s.{old_name} = $1", value
    )


async def documents_of(
    connection: asyncpg.Connection, ids: Iterable[UUID]
) -> dict[UUID, dict[str, Any]]:
    """The public documents of listings on the map, as JSON data."""
    rows = await connection.fetch(
        "SELECT id, inhoud FROM aanbod_document WHERE zichtbaar AND id = ANY($1::uuid[])",
        list(ids),
    )
    return {row["id"]: orjson.loads(row["inhoud"]) for row in rows}


# Also by the id of what went into it.
_IS_ONE_OF = "(id = ANY({0}) OR id IN (SELECT aanbod_id FROM samenvoeging WHERE oud_id = ANY({0})))"


async def list_documents(
    connection: asyncpg.Connection,
    page: PageRequest,
    tags: Sequence[Sequence[str]],
    organisatie_id: UUID | None,
    ids: Sequence[UUID] = (),
) -> list[asyncpg.Record]:
    """Visible documents in order of id, one more than the page holds.

    `tags` are groups: a listing has at least one tag of each group. Who names `ids` knows of
    them already, and gets what stopped as well, as its own page does.
    """
    conditions = ["openbaar" if ids else "zichtbaar"]
    values: list[Any] = []
    if ids:
        values.append(list(ids))
        conditions.append(_IS_ONE_OF.format(f"${len(values)}::uuid[]"))
    for group in tags:
        values.append(list(group))
        conditions.append(f"tags && ${len(values)}::text[]")
    if organisatie_id is not None:
        values.append(organisatie_id)
        conditions.append(f"organisatie_id = ${len(values)}")
    if page.after is not None:
        values.append(page.after)
        conditions.append(f"id > ${len(values)}")
    values.append(page.limit + 1)
    rows: list[asyncpg.Record] = await connection.fetch(
        f"SELECT id, inhoud FROM aanbod_document WHERE {' AND '.join(conditions)}"  # noqa: S608
        f" ORDER BY id LIMIT ${len(values)}",
        *values,
    )
    return rows


def _on_the_map() -> ColumnElement[bool]:
    """Whether a place belongs to something that everybody may see.

    Places of drafts stay hidden, and so does an address that a listing has left, which may
    have become a secret one since.
    """
    return (
        select(AanbodDocument)
        .join(Aanbod, col(Aanbod.id) == col(AanbodDocument.id))
        .where(col(AanbodDocument.zichtbaar), col(Aanbod.locatie_id) == col(Locatie.id))
        .exists()
    )


async def list_locaties(
    session: AsyncSession, page: PageRequest, wijk_code: str | None
) -> Sequence[Locatie]:
    """Places on the map, one more than the page holds."""
    query = select(Locatie).where(_on_the_map()).order_by(col(Locatie.id)).limit(page.limit + 1)
    if page.after is not None:
        query = query.where(col(Locatie.id) > page.after)
    if wijk_code is not None:
        query = query.where(col(Locatie.wijk_code) == wijk_code)
    return (await session.scalars(query)).all()


async def find_locatie(session: AsyncSession, locatie_id: UUID) -> Locatie | None:
    return await session.scalar(select(Locatie).where(col(Locatie.id) == locatie_id, _on_the_map()))


async def ids_computed_before(session: AsyncSession, day: date, limit: int) -> Sequence[UUID]:
    """Listings whose coming times were spelled out before this day, some at a time."""
    return (
        await session.scalars(
            select(col(AanbodDocument.id))
            .where(col(AanbodDocument.berekend_op) < day)
            .order_by(col(AanbodDocument.id))
            .limit(limit)
        )
    ).all()


async def list_texts(session: AsyncSession) -> list[tuple[str, dict[str, str | None]]]:
    """The slug of each listing on the map with the texts that residents read, by field."""
    columns = [getattr(Aanbod, name) for name in FIELDS]
    rows = await session.execute(
        select(col(Aanbod.slug), *columns)
        .where(col(Aanbod.status) == "gepubliceerd")
        .order_by(col(Aanbod.slug))
    )
    return [(slug, dict(zip(FIELDS, texts, strict=True))) for slug, *texts in rows]
