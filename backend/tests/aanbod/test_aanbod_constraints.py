"""What the database itself refuses about listings, whoever writes."""

from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.models import (
    Aanbod,
    AanbodDocument,
    AanbodHistorie,
    AanbodTerm,
    AanbodVoorstel,
    AanbodWijk,
    Bevestiging,
    Moment,
    Sluiting,
)
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.identifiers import new_id
from tests.factories import aanbod_row, import_rows
from tests.people import make_organisatie
from tests.refusals import refused

pytestmark = pytest.mark.anyio


@pytest.fixture
async def organisatie_id(database: Database) -> UUID:
    return await make_organisatie(database)


@pytest.fixture
async def aanbod_id(database: Database, organisatie_id: UUID) -> UUID:
    aanbod = Aanbod(slug="koffie", titel="Koffie", organisatie_id=organisatie_id)
    async with database.transaction() as session:
        session.add(aanbod)
    return aanbod.id


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"status": "weg"}, "ck_aanbod_status"),
        ({"titel": ""}, "ck_aanbod_titel_gevuld"),
        ({"slug": "Met Spatie"}, "ck_aanbod_slug_vorm"),
        ({"niveau": 5}, "ck_aanbod_niveau"),
        ({"niveau": -1}, "ck_aanbod_niveau"),
        ({"leeftijd_van": -1}, "ck_aanbod_leeftijd_van"),
        ({"leeftijd_tot": 121}, "ck_aanbod_leeftijd_tot"),
        ({"leeftijd_van": 20, "leeftijd_tot": 10}, "ck_aanbod_leeftijd_volgorde"),
        ({"capaciteit": "ruim"}, "ck_aanbod_capaciteit"),
        ({"interval_maanden": 2}, "ck_aanbod_interval"),
        ({"bron": "samen"}, "ck_aanbod_herkomst_heel"),
        ({"versie": 0}, "ck_aanbod_versie"),
        ({"organisatie_id": uuid4()}, "fk_aanbod_organisatie_id_organisatie"),
        ({"locatie_id": uuid4()}, "fk_aanbod_locatie_id_locatie"),
    ],
)
async def test_a_listing_that_cannot_be_is_refused(
    session: AsyncSession, organisatie_id: UUID, changes: dict[str, Any], constraint: str
) -> None:
    row = {"id": new_id(), "slug": "a", "titel": "A", "organisatie_id": organisatie_id, **changes}
    assert await refused(session, Aanbod, row) == constraint


@pytest.mark.parametrize(
    ("same", "constraint"),
    [
        ({"slug": "koffie"}, "uq_aanbod_slug"),
        ({"bron": "samen", "extern_id": "1"}, "uq_aanbod_bron_extern_id"),
    ],
)
async def test_two_listings_never_have_the_same_key(
    session: AsyncSession, organisatie_id: UUID, same: dict[str, Any], constraint: str
) -> None:
    rows = [
        {"id": new_id(), "slug": f"a-{n}", "titel": "A", "organisatie_id": organisatie_id, **same}
        for n in range(2)
    ]
    assert await refused(session, Aanbod, *rows) == constraint


@pytest.mark.parametrize(
    ("table", "rows", "constraint"),
    [
        (AanbodTerm, [{"lijst": "thema", "code": "gled"}], "fk_aanbod_term_lijst_code_term"),
        (AanbodTerm, [{"lijst": "soort", "code": "geld"}], "fk_aanbod_term_lijst_code_term"),
        (AanbodTerm, [{"lijst": "thema", "code": "geld"}] * 2, "pk_aanbod_term"),
        *(
            (AanbodTerm, [{"lijst": lijst, "code": code} for code in codes], "uq_aanbod_term_enkel")
            for lijst, codes in (
                ("kosten", ("gratis", "klein")),
                ("inzet", ("uur", "dagdeel")),
                ("openVoor", ("iedereen", "leden")),
                ("aanmelden", ("binnenlopen", "contact")),
                ("soort", ("activiteit", "ontmoetingsplek")),
            )
        ),
        (AanbodWijk, [{"wijk_code": "WK999999"}], "fk_aanbod_wijk_wijk_code_wijk"),
        (AanbodWijk, [{"wijk_code": "WK019330"}] * 2, "pk_aanbod_wijk"),
        (Moment, [{"van": time(10)}], "ck_moment_regel_of_datum"),
        (Moment, [{"begin": date(2026, 2, 1), "eind": date(2026, 1, 1)}], "ck_moment_periode"),
        (Moment, [{"begin": date(2026, 2, 1), "tot": time(10)}], "ck_moment_tot_na_van"),
        (Moment, [{"begin": date(2026, 2, 1)}] * 2, "uq_moment_aanbod_id_volgorde"),
        (Bevestiging, [{"op": utc_now(), "wijze": "gok"}], "ck_bevestiging_wijze"),
    ],
)
async def test_a_part_of_a_listing_that_cannot_be_is_refused(
    session: AsyncSession, aanbod_id: UUID, table: Any, rows: list[dict[str, Any]], constraint: str
) -> None:
    has_own_id = table not in (AanbodTerm, AanbodWijk)
    filled = [
        {"aanbod_id": aanbod_id, **row} | ({"id": new_id()} if has_own_id else {}) for row in rows
    ]
    assert await refused(session, table, *filled) == constraint


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (("2026-07-01", "2026-07-31"), ("2026-07-31", "2026-08-02"), True),
        (("2026-07-01", "2026-07-31"), ("2026-08-01", "2026-08-02"), False),
        (("2026-07-01", None), ("2027-01-01", "2027-01-02"), True),
        (("2026-07-01", None), ("2026-06-01", "2026-06-30"), False),
        (("2026-07-01", "2026-07-01"), ("2026-07-01", "2026-07-01"), True),
    ],
)
async def test_two_closed_periods_of_one_listing_never_overlap(
    session: AsyncSession,
    database: Database,
    aanbod_id: UUID,
    organisatie_id: UUID,
    first: tuple[str, str | None],
    second: tuple[str, str | None],
    overlap: bool,
) -> None:
    other = Aanbod(slug="thee", titel="Thee", organisatie_id=organisatie_id)
    session.add(other)
    await session.flush()

    def row(period: tuple[str, str | None], key: UUID) -> dict[str, Any]:
        van, tot = period
        return {
            "id": new_id(),
            "aanbod_id": key,
            "van": date.fromisoformat(van),
            "tot": date.fromisoformat(tot) if tot else None,
        }

    if overlap:
        rows = (row(first, aanbod_id), row(second, aanbod_id))
        assert await refused(session, Sluiting, *rows) == "ex_sluiting_overlap"
    for period, key in ((first, aanbod_id), (second, other.id if overlap else aanbod_id)):
        values = row(period, key)
        session.add(Sluiting(**values))
        await session.flush()
        await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE aanbod_historie SET handeling = 'nooit gebeurd'",
        "DELETE FROM aanbod_historie",
        "DELETE FROM aanbod_historie WHERE false",
        "TRUNCATE aanbod_historie",
    ],
)
async def test_history_is_only_ever_added_to(
    session: AsyncSession, aanbod_id: UUID, statement: str
) -> None:
    session.add(AanbodHistorie(aanbod_id=aanbod_id, handeling="aangemaakt"))
    await session.flush()
    with pytest.raises(DBAPIError, match="only ever added to"):
        async with session.begin_nested():
            await session.execute(text(statement))
    assert await session.scalar(text("SELECT handeling FROM aanbod_historie")) == "aangemaakt"


async def test_a_closed_period_does_not_end_before_it_begins(
    session: AsyncSession, aanbod_id: UUID
) -> None:
    session.add(Sluiting(aanbod_id=aanbod_id, van=date(2026, 2, 2), tot=date(2026, 2, 1)))
    with pytest.raises(DBAPIError, match="range lower bound"):
        await session.flush()
    await session.rollback()


async def test_one_proposal_waits_per_listing(session: AsyncSession, aanbod_id: UUID) -> None:
    row = {"aanbod_id": aanbod_id, "inhoud": {}, "basis_versie": 1}
    assert await refused(session, AanbodVoorstel, row, row) == "pk_aanbod_voorstel"


async def test_a_document_belongs_to_a_listing(session: AsyncSession) -> None:
    row = {
        "id": new_id(), "slug": "x", "organisatie_id": new_id(), "zichtbaar": True,
        "openbaar": True, "tags": [], "inhoud": "{}", "etag": "x", "berekend_op": date(2026, 1, 1),
    }  # fmt: skip
    assert await refused(session, AanbodDocument, row) == "fk_aanbod_document_id_aanbod"


async def test_a_word_in_use_cannot_be_removed_and_can_be_renamed(
    session: AsyncSession, database: Database
) -> None:
    await import_rows(database, aanbod_row())
    with pytest.raises(DBAPIError, match="fk_aanbod_term"):
        async with session.begin_nested():
            await session.execute(text("DELETE FROM term WHERE code = 'ontmoeten'"))
    await session.execute(text("UPDATE term SET code = 'elkaar' WHERE code = 'ontmoeten'"))
    query = text("SELECT code FROM aanbod_term WHERE lijst = 'thema'")
    assert (await session.scalars(query)).all() == ["elkaar"]
