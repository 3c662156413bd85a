"""The one place where connections are made and transactions end."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Annotated, Any

import asyncpg
from fastapi import Depends, Request
from sqlalchemy import DateTime
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

from sociale_kaart.core.outbox import ProjectingSession, Projector

# The ICU collation that sorts as a Dutch phone book does; see the first migration.
DUTCH_ORDER = "nl-NL-x-icu"
UtcDateTime = DateTime(timezone=True)


class Database:
    """Engine and sessions of one process.

    Args:
        url: SQLAlchemy URL with the asyncpg driver.
        projectors: what rewrites the read models before each commit, in this order.
    """

    def __init__(
        self, url: str, projectors: Sequence[Projector] = (), **engine_options: Any
    ) -> None:
        self.engine: AsyncEngine = create_async_engine(
            url, pool_size=10, max_overflow=10, pool_timeout=5, **engine_options
        )
        self._sessions = async_sessionmaker(
            self.engine,
            sync_session_class=ProjectingSession,
            expire_on_commit=False,
            info={"projectors": tuple(projectors)},
        )

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A session that commits when the block ends well and rolls back when it does not."""
        async with self._sessions() as session:
            yield session
            await session.commit()

    @asynccontextmanager
    async def reader(self) -> AsyncIterator[asyncpg.Connection]:
        """A bare connection for reading stored documents, without the cost of an ORM."""
        async with self.engine.connect() as connection:
            raw = await connection.get_raw_connection()
            yield raw.driver_connection

    async def close(self) -> None:
        await self.engine.dispose()


async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    database: Database = request.app.state.database
    async with database.transaction() as session:
        yield session


async def get_reader(request: Request) -> AsyncIterator[asyncpg.Connection]:
    database: Database = request.app.state.database
    async with database.reader() as connection:
        yield connection


# Function scope: the commit happens before the answer is sent, so that an answer of success
# is never sent for a commit that fails.
SessionDep = Annotated[AsyncSession, Depends(get_session, scope="function")]
ReaderDep = Annotated[asyncpg.Connection, Depends(get_reader, scope="function")]
