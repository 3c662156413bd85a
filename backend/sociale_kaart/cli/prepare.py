"""Everything between an empty folder and a product that can be served."""

import os
from collections.abc import Callable

from alembic import command
from alembic.config import Config
from rich.progress import Progress
from sqlalchemy import Connection, text

from sociale_kaart.cli.demo import seed_demo
from sociale_kaart.cli.servers import Tools
from sociale_kaart.cli.terminal import fail
from sociale_kaart.core.clock import today
from sociale_kaart.core.config import PROJECT_ROOT
from sociale_kaart.core.db import Database
from sociale_kaart.situaties.seed import load_situaties
from sociale_kaart.taxonomie.service import load_taxonomie
from sociale_kaart.worker import renew_documents
from sociale_kaart.zoeken.connection import EngineAwayError
from sociale_kaart.zoeken.meaning.choice import open_embedder
from sociale_kaart.zoeken.meaning.embedder import EmbedderAwayError
from sociale_kaart.zoeken.meaning.work import AT_ONCE, embed_all
from sociale_kaart.zoeken.sync import drain_outbox, needs_rebuild, rebuild
from sociale_kaart.zoeken.synonyms.seed import load_synonyms

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
        await load_synonyms(session)
        await load_situaties(session)
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


async def embed(tools: Tools, say: Say) -> int:
    """Embeds all that waits, as fast as it goes, and brings it to the index; returns how many."""
    cores = os.cpu_count() or 1
    embedder = open_embedder(tools.settings, threads=cores)
    if embedder is None:
        fail("EMBEDDING is geen: er is geen model om mee te rekenen.")
    try:
        # What was written by an older version has no text to embed yet.
        while await renew_documents(tools.database, today()):
            pass
        with Progress(transient=True) as progress:
            task = progress.add_task("De betekenis berekenen", total=None)
            number = await embed_all(
                tools.database,
                embedder,
                limit=AT_ONCE * cores,
                progress=lambda done, total: progress.update(task, completed=done, total=total),
            )
    except EmbedderAwayError as error:
        fail(f"De betekenis is niet te berekenen: {error}. Wat al klaar was, is bewaard.")
    finally:
        await embedder.close()
    await refresh_index(tools, say)
    return number


async def rebuild_with_progress(tools: Tools) -> None:
    assert tools.engine is not None
    with Progress(transient=True) as progress:
        task = progress.add_task("De zoekindex vullen", total=None)
        await rebuild(
            tools.database,
            tools.engine,
            lambda done, total: progress.update(task, completed=done, total=total),
        )
