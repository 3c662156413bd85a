"""Embeds the listings that wait for it, a few at a time."""

from collections.abc import Callable, Sequence

import structlog

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.meaning import queries
from sociale_kaart.zoeken.meaning.embedder import (
    Embedder,
    EmbedderAwayError,
    EmbedderRefusedError,
)
from sociale_kaart.zoeken.meaning.vectors import to_bytes

log = structlog.get_logger()

# Some eight seconds of work for the model that comes along: lost when it is stopped half-way. With
# fewer the engine would be busy with taking in vectors all the time, and edits would wait for that.
AT_ONCE = 64

Progress = Callable[[int, int], None]


async def await_model(database: Database, embedder: Embedder) -> None:
    """Has everything embedded anew that was embedded by another model, or by none."""
    async with database.transaction() as session:
        await queries.await_model(session, embedder.name)


async def embed_some(
    database: Database, embedder: Embedder, *, limit: int = AT_ONCE, wait: bool = False
) -> int:
    """Embeds what changed last and has it sent to the index; returns how many that were.

    Only one at a time does this. When somebody else does, it waits for its turn or leaves it be.
    No row is held while the model works. Raises EmbedderAwayError, and then all of it waits on.
    """
    async with database.transaction() as session:
        if not await queries.take_meaning_lock(session, wait=wait):
            return 0
        texts = await queries.waiting_texts(session, limit)
        if not texts:
            return 0
        vectors = await _vectors(embedder, [tekst for _, tekst in texts])
        if len(texts) > 1 and not any(vectors):
            raise EmbedderAwayError("geen enkele tekst is goed genoeg")
        rows = [(*text, vector) for text, vector in zip(texts, vectors, strict=True)]
        return await queries.store_vectors(session, embedder.name, rows)


async def embed_all(
    database: Database, embedder: Embedder, *, limit: int, progress: Progress
) -> int:
    """Embeds until nothing waits; returns how many that were. Raises EmbedderAwayError."""
    await await_model(database, embedder)
    done = 0
    while True:
        async with database.transaction() as session:
            waiting = await queries.count_waiting(session)
        progress(done, done + waiting)
        if not waiting:
            return done
        done += await embed_some(database, embedder, limit=limit, wait=True)


async def _vectors(embedder: Embedder, texts: Sequence[str]) -> list[bytes | None]:
    """A vector for each text, None for one that the model refuses, which holds up no other."""
    try:
        return [to_bytes(row) for row in await embedder.passages(texts)]
    except EmbedderRefusedError as error:
        if len(texts) == 1:
            log.error("text_refused", reason=str(error))  # noqa: TRY400 (says it all)
            return [None]
    half = len(texts) // 2
    return await _vectors(embedder, texts[:half]) + await _vectors(embedder, texts[half:])
