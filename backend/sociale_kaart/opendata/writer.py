"""Writes checked rows: their organisations and their listings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from sociale_kaart.aanbod import queries as aanbod_queries
from sociale_kaart.aanbod.conversion import (
    beeld_invoer_of,
    columns_of,
    invoer_of,
    rows_of_parts,
    settled,
)
from sociale_kaart.aanbod.models import (
    Aanbod,
    AanbodHistorie,
    AanbodTerm,
    AanbodWijk,
    Bevestiging,
    Moment,
    Sluiting,
)
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.service import fill_aanbod
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.identifiers import first_free, new_id, slug_variants
from sociale_kaart.core.outbox import Subject, touch
from sociale_kaart.opendata.interchange import AanbodRij, OrganisatieRij, key_of
from sociale_kaart.organisaties import queries as organisatie_queries
from sociale_kaart.organisaties.models import Locatie, Organisatie
from sociale_kaart.organisaties.queries import locatie_key
from sociale_kaart.organisaties.service import assign
from sociale_kaart.taxonomie.reference import Reference
from sociale_kaart.taxonomie.vocabulary import Vocabulary

_TABLES = (Aanbod, AanbodTerm, AanbodWijk, Moment, Sluiting, Bevestiging, AanbodHistorie)

Outcome = Literal["nieuw", "gewijzigd", "ongewijzigd"]
# What was and what is, per key.
Changes = dict[str, list[Any]]


@dataclass(frozen=True)
class CheckedRow:
    """A row in which nothing is wrong, and the place that follows from it."""

    number: int
    rij: AanbodRij
    locatie: Locatie | None


async def open_writer(
    session: AsyncSession, bron: str, rows: Sequence[CheckedRow], reference: Reference
) -> "Writer":
    """A writer for these rows, that looked up beforehand all that it needs to know of them.

    A query for each row instead was most of the work.
    """
    owners = {row.rij.organisatie.extern_id: row.rij.organisatie for row in rows}
    organisaties = await organisatie_queries.find_by_source(session, bron, owners)
    aanbod = await aanbod_queries.find_by_source(session, bron, [row.rij.extern_id for row in rows])
    owner_slugs = {
        key: slug_variants(rij.naam) for key, rij in owners.items() if key not in organisaties
    }
    slugs = {
        row.rij.extern_id: slug_variants(row.rij.titel)
        for row in rows
        if row.rij.extern_id not in aanbod
    }
    return Writer(
        session=session,
        bron=bron,
        reference=reference,
        organisaties=organisaties,
        aanbod=aanbod,
        locaties=await organisatie_queries.find_equal_locaties(
            session, [row.locatie for row in rows if row.locatie]
        ),
        owner_slugs=owner_slugs,
        taken_owner_slugs=await organisatie_queries.taken_slugs(
            session, chain(*owner_slugs.values())
        ),
        slugs=slugs,
        taken_slugs=await aanbod_queries.taken_slugs(session, chain(*slugs.values())),
        merged=await aanbod_queries.merged_extern_ids(session, bron, slugs),
    )


@dataclass
class Writer:
    """Collects what rows add and change, and sends it all at once when it is finished.

    It knows the organisations and listings that the source brought before (by external id) and
    which of those went into another one, the places that are there, and the slugs to choose from
    and those that are taken.
    """

    session: AsyncSession
    bron: str
    reference: Reference
    organisaties: dict[str, Organisatie]
    aanbod: dict[str, Aanbod]
    locaties: dict[tuple[Any, ...], Locatie]
    owner_slugs: Mapping[str, Sequence[str]]
    taken_owner_slugs: set[str]
    slugs: Mapping[str, Sequence[str]]
    taken_slugs: set[str]
    merged: set[str]
    _rows: dict[type[SQLModel], list[dict[str, Any]]] = field(
        default_factory=lambda: {table: [] for table in _TABLES}
    )
    _touched: set[Subject] = field(default_factory=set)

    def write(self, row: CheckedRow) -> Outcome:
        """Adds or updates the listing of a row and its owner.

        What went into another listing here stays there: whoever joined them saw both.
        """
        if row.rij.extern_id in self.merged:
            return "ongewijzigd"
        aanbod = self.aanbod.get(row.rij.extern_id)
        rij = with_own_picture(row.rij, aanbod)
        row = replace(row, rij=rij)
        organisatie, owner_changed = self._organisatie(rij.organisatie)
        if aanbod is None:
            self._add(row, organisatie)
            return "nieuw"
        changes = self._changes(aanbod, row, organisatie)
        if set(changes) - {"bevestigdOp"}:
            self._update(aanbod, row, organisatie, changes)
        elif changes:
            # Confirmed is not edited: no version, and the date of the last edit stays.
            self._confirm(aanbod, rij.bevestigd_op)
            self._remember(aanbod.id, changes)
        return "gewijzigd" if changes or owner_changed else "ongewijzigd"

    async def finish(self) -> None:
        """Sends what was added, in the order in which rows need each other."""
        await self.session.flush()
        for table, rows in self._rows.items():
            if rows:
                await self.session.execute(insert(table), rows)
        touch(self.session.sync_session, self._touched)

    def _organisatie(self, rij: OrganisatieRij) -> tuple[Organisatie, bool]:
        """The owner as the row says it is, and whether that was news."""
        organisatie = self.organisaties.get(rij.extern_id)
        values = rij.model_dump(exclude={"extern_id"})
        if organisatie is not None:
            return organisatie, assign(organisatie, values)
        slug = first_free(self.owner_slugs[rij.extern_id], self.taken_owner_slugs)
        self.taken_owner_slugs.add(slug)
        organisatie = Organisatie(
            **values,
            slug=slug,
            bron=self.bron,
            extern_id=rij.extern_id,
            gecontroleerd_op=utc_now(),
        )
        self.session.add(organisatie)
        self.organisaties[rij.extern_id] = organisatie
        return organisatie, True

    def _locatie(self, locatie: Locatie | None) -> Locatie | None:
        """The row for this place; equal places share one row."""
        if locatie is None:
            return None
        key = locatie_key(locatie)
        if key not in self.locaties:
            # A copy: when this transaction fails, the row goes into another one.
            self.locaties[key] = Locatie(**locatie.model_dump())
            self.session.add(self.locaties[key])
        return self.locaties[key]

    def _add(self, row: CheckedRow, organisatie: Organisatie) -> None:
        """A new listing, as bare rows: making objects of all its parts was half of the work."""
        rij, key = row.rij, new_id()
        slug = first_free(self.slugs[rij.extern_id], self.taken_slugs)
        self.taken_slugs.add(slug)
        locatie = self._locatie(row.locatie)
        self._rows[Aanbod].append(
            {
                **columns_of(rij),
                "id": key,
                "slug": slug,
                "organisatie_id": organisatie.id,
                "locatie_id": locatie.id if locatie else None,
                "status": rij.status,
                "licentie": rij.licentie,
                "bron": self.bron,
                "extern_id": rij.extern_id,
                "bevestigd_op": rij.bevestigd_op,
                "versie": 1,
                "aangemaakt_op": utc_now(),
                "gewijzigd_op": rij.bijgewerkt or utc_now(),
            }
        )
        for table, columns in rows_of_parts(key, rij, self.reference.vocabulary):
            self._rows[table].append(columns)
        if rij.bevestigd_op is not None:
            self._confirmed(key, rij.bevestigd_op)
        self._remember(key, {"bron": [None, self.bron]})
        self._touched |= {("aanbod", key), ("aanbieder", organisatie.id)}

    def _update(
        self, aanbod: Aanbod, row: CheckedRow, organisatie: Organisatie, changes: Changes
    ) -> None:
        rij = row.rij
        fill_aanbod(aanbod, rij, self._locatie(row.locatie), aanbod.beeld, self.reference)
        aanbod.organisatie = organisatie
        aanbod.organisatie_id = organisatie.id
        aanbod.status = _status_of(aanbod, rij)
        aanbod.licentie = rij.licentie
        is_news = rij.bijgewerkt is not None and rij.bijgewerkt > aanbod.gewijzigd_op
        aanbod.gewijzigd_op = rij.bijgewerkt if rij.bijgewerkt and is_news else utc_now()
        aanbod.versie += 1
        self._confirm(aanbod, rij.bevestigd_op)
        self._remember(aanbod.id, changes)

    def _changes(self, aanbod: Aanbod, row: CheckedRow, organisatie: Organisatie) -> Changes:
        """What writing this row would change, by the keys of the format."""
        rij = row.rij
        changes = changed_fields(aanbod, rij, row.locatie, self.reference.vocabulary)
        own: dict[str, tuple[Any, Any]] = {
            "organisatie": (str(aanbod.organisatie_id), str(organisatie.id)),
            "status": (aanbod.status, _status_of(aanbod, rij)),
            "licentie": (aanbod.licentie, rij.licentie),
            # What was confirmed or edited here later than there stays as it is.
            "bevestigdOp": (aanbod.bevestigd_op, _latest(aanbod.bevestigd_op, rij.bevestigd_op)),
            "bijgewerkt": (aanbod.gewijzigd_op, _latest(aanbod.gewijzigd_op, rij.bijgewerkt)),
        }
        changes |= {
            key: [_plain(before), _plain(after)]
            for key, (before, after) in own.items()
            if before != after
        }
        return changes

    def _confirm(self, aanbod: Aanbod, op: datetime | None) -> None:
        if op is None or (aanbod.bevestigd_op is not None and op <= aanbod.bevestigd_op):
            return
        aanbod.bevestigd_op = op
        self._confirmed(aanbod.id, op)

    def _confirmed(self, aanbod_id: UUID, op: datetime) -> None:
        columns = {"id": new_id(), "aanbod_id": aanbod_id, "op": op, "wijze": "bron"}
        self._rows[Bevestiging].append(columns)

    def _remember(self, aanbod_id: UUID, changes: Changes) -> None:
        self._rows[AanbodHistorie].append(
            {
                "id": new_id(),
                "aanbod_id": aanbod_id,
                "op": utc_now(),
                "handeling": "geïmporteerd",
                "wijze": "bron",
                "wijzigingen": changes,
            }
        )


def changed_fields(
    aanbod: Aanbod, invoer: AanbodInvoer, locatie: Locatie | None, vocabulary: Vocabulary
) -> Changes:
    """What would become different of a listing, by the keys of the format.

    `locatie` is the place that follows from what was filled in (places.place_of).
    """
    now, then = invoer_of(aanbod), settled(invoer, locatie, vocabulary)
    return {
        key_of(field): [_as_json(now, field), _as_json(then, field)]
        for field in AanbodInvoer.model_fields
        if getattr(now, field) != getattr(then, field)
    }


def with_own_picture(rij: AanbodRij, aanbod: Aanbod | None) -> AanbodRij:
    """Pictures do not travel in a row: a listing keeps the one that it has here."""
    own = beeld_invoer_of(aanbod) if aanbod else None
    return rij if rij.beeld == own else rij.model_copy(update={"beeld": own})


def _status_of(aanbod: Aanbod, rij: AanbodRij) -> str:
    """A row that is silent about the status does not publish again what was stopped here."""
    return rij.status if "status" in rij.model_fields_set else aanbod.status


def _latest(ours: datetime | None, theirs: datetime | None) -> datetime | None:
    return max(filter(None, (ours, theirs)), default=None)


def _as_json(invoer: AanbodInvoer, field: str) -> Any:
    dumped = invoer.model_dump(mode="json", by_alias=True, exclude_none=True, include={field})
    return next(iter(dumped.values()), None)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
