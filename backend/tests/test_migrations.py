"""The schema goes up, down and up again with data in it, and is what the models say."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from alembic import command
from sqlalchemy import Connection, text
from sqlmodel import SQLModel

from sociale_kaart.cli.demo import demo_rows
from sociale_kaart.cli.prepare import alembic_config, migrate
from sociale_kaart.core.db import Database
from sociale_kaart.opendata.importer import Importer
from sociale_kaart.taxonomie.service import load_taxonomie
from sociale_kaart.wiring import PROJECTORS
from sociale_kaart.zoeken.synonyms.seed import load_synonyms
from tests.conftest import admin, url_of
from tests.people import log_in_as

pytestmark = pytest.mark.anyio

CONSTRAINTS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'
ORDER BY 1, 2
"""
INDEXES = """
SELECT tablename, indexname, indexdef FROM pg_indexes
WHERE schemaname = 'public' AND tablename <> 'alembic_version' ORDER BY 1, 2
"""
COLUMNS = """
SELECT table_name, column_name, data_type, udt_name, character_maximum_length, is_nullable,
       column_default, generation_expression, identity_generation, collation_name
FROM information_schema.columns
WHERE table_schema = 'public' AND table_name <> 'alembic_version' ORDER BY 1, 2
"""
LEFTOVERS = """
SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace
"""


@pytest.fixture
async def empty_database(anyio_backend: str) -> AsyncIterator[Database]:
    name = f"leeg_{uuid4().hex[:12]}"
    await admin(f"CREATE DATABASE {name} TEMPLATE template0")
    database = Database(url_of(name), PROJECTORS)
    yield database
    await database.close()
    await admin(f"DROP DATABASE {name} WITH (FORCE)")


async def run(database: Database, name: str, *arguments: str) -> None:
    def work(connection: Connection) -> None:
        config = alembic_config()
        config.attributes["connection"] = connection
        getattr(command, name)(config, *arguments)

    async with database.engine.begin() as connection:
        await connection.run_sync(work)


async def rows(database: Database, query: str) -> list[tuple[object, ...]]:
    async with database.engine.connect() as connection:
        return [tuple(row) for row in await connection.execute(text(query))]


async def fill(database: Database) -> int:
    async with database.transaction() as session:
        await load_taxonomie(session)
        await load_synonyms(session)
    report = await Importer(database, "demo").run(demo_rows())
    assert not report.faults
    await log_in_as(database, "redactie")
    [(count,)] = await rows(database, "SELECT count(*) FROM aanbod_document")
    assert isinstance(count, int)
    return count


async def test_up_down_and_up_again_with_data_in_between(empty_database: Database) -> None:
    await migrate(empty_database)
    first = [await rows(empty_database, query) for query in (CONSTRAINTS, INDEXES, COLUMNS)]
    filled = await fill(empty_database)
    assert filled >= 150
    await run(empty_database, "downgrade", "base")
    left = await rows(empty_database, LEFTOVERS)
    assert {name for (name,) in left} <= {"alembic_version", "alembic_version_pkc",
                                          "_alembic_version"}  # fmt: skip
    await migrate(empty_database)
    again = [await rows(empty_database, query) for query in (CONSTRAINTS, INDEXES, COLUMNS)]
    assert again == first
    assert await fill(empty_database) == filled


async def test_migrating_what_is_up_to_date_changes_nothing(own_database: Database) -> None:
    before = await rows(own_database, COLUMNS)
    await migrate(own_database)
    assert await rows(own_database, COLUMNS) == before


async def test_alembic_finds_no_difference_with_the_models(own_database: Database) -> None:
    await run(own_database, "check")


async def test_checks_exclusions_and_indexes_are_those_of_the_models_too(
    own_database: Database, empty_database: Database
) -> None:
    """Alembic compares no check constraints, exclusions or parts of indexes, so this does."""
    async with empty_database.engine.begin() as connection:
        for extension in ("btree_gist", "pg_trgm"):
            await connection.execute(text(f"CREATE EXTENSION {extension}"))
        await connection.run_sync(SQLModel.metadata.create_all)
    for query in (CONSTRAINTS, INDEXES, COLUMNS):
        assert await rows(own_database, query) == await rows(empty_database, query)
