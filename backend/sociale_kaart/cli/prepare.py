"""Everything between an empty folder and a product that can be served."""

from collections.abc import Callable

from alembic import command
from alembic.config import Config
from rich.progress import Progress
from sqlalchemy import Connection, text

from sociale_kaart.cli.demo import seed_demo
from sociale_kaart.cli.servers import Tools
from sociale_kaart.core.config import PROJECT_ROOT
from sociale_kaart.core.db import Database
from sociale_kaart.taxonomie.service import load_taxonomie
from sociale_kaart.zoeken.engine import EngineAwayError
from sociale_kaart.zoeken.sync import drain_outbox, needs_rebuild, rebuild

Say = Callable[[str], None]
# Two starts against one database take their turn, so that neither finds half a schema.
_MIGRATION_LOCK = 730_191


def alembic_config() -> Config:
    return Config(str(PROJECT_ROOT / "backend" / "alembic.ini"))


async def migrate(database: Database, revision: str = "head") -> None:
    """Brings the schema to a revision; 'head' is the newest."""

    def upgrade(connection: Connection) -> None:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)

    async with database.engine.begin() as connection:
        await connection.run_sync(upgrade)


async def prepare(tools: Tools, *, demo: bool, say: Say) -> None:
    """Migrates, loads the vocabularies and the map, the demo data if wanted, and the index."""
    say("De tabellen klaarzetten.")
    await migrate(tools.database)
    say("De woordenlijsten en de wijken laden.")
    async with tools.database.transaction() as session:
        await load_taxonomie(session)
    if demo:
        say("De voorbeelden laden.")
        await seed_demo(tools)
    await refresh_index(tools, say)


async def refresh_index(tools: Tools, say: Say, *, force: bool = False) -> None:
    """Rebuilds the index where needed and sends what waits."""
    if tools.engine is None:
        say("Er is geen Meilisearch: zoeken gaat met de database.")
        return
    try:
        if force or await needs_rebuild(tools.database, tools.engine):
            await rebuild_with_progress(tools)
        while await drain_outbox(tools.database, tools.engine):
            pass
    except EngineAwayError as error:
        say(f"Meilisearch werkt niet mee ({error}). Zoeken gaat voorlopig met de database.")


async def rebuild_with_progress(tools: Tools) -> None:
    assert tools.engine is not None
    with Progress(transient=True) as progress:
        task = progress.add_task("De zoekindex vullen", total=None)
        await rebuild(
            tools.database,
            tools.engine,
            lambda done, total: progress.update(task, completed=done, total=total),
        )
