"""The one place where connections are made and transactions end."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Annotated, Any

import asyncpg
from fastapi import Depends, Request
from sqlalchemy import DateTime, event, func, select
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
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

_POOL_TIMEOUT_SECONDS = 5
# Reading takes a millisecond: one process never has more use of them than this.
_READERS = 5
_AWAY = (
    ConnectionError,
    FileNotFoundError,  # the socket of a server that stopped
    TimeoutError,
    PoolTimeoutError,
)
# By the first letters of SQLSTATE: connections, resources (such as a full disk), an operator
# who stops it, log-in, no such database, a database that takes no connections.
_AWAY_STATES = ("08", "53", "57P", "28", "3D", "55000")


def is_away(error: BaseException) -> bool:
    """Whether the database cannot be reached or cannot take more; no fault in the question."""
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or _state_of(error).startswith(_AWAY_STATES)
    # The driver has one class for a connection that was cut off and for wrong use of it.
    cut_off = isinstance(error, asyncpg.InterfaceError) and "closed" in str(error)
    return cut_off or isinstance(error, _AWAY) or _state_of(error).startswith(_AWAY_STATES)


def is_collision(error: BaseException) -> bool:
    """Whether somebody else's change of the same moment is why the database refused this one.

    Two rows that may not be there both, a row that went, or two changes that waited for each
    other. Asking again helps, or shows what is the matter.
    """
    return _state_of(error) in {"23505", "23503", "23P01", "40001", "40P01"}


def _state_of(error: BaseException) -> str:
    origin = error.orig if isinstance(error, DBAPIError) else error
    return getattr(origin, "sqlstate", None) or ""


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
            url,
            pool_size=10,
            max_overflow=10,
            pool_timeout=_POOL_TIMEOUT_SECONDS,
            # Values are what people typed; they do not belong in a log.
            hide_parameters=True,
            **engine_options,
        )
        event.listen(self.engine.sync_engine, "checkout", _refuse_closed)
        self._readers: asyncpg.Pool | None = None
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
        """A bare connection for reading stored documents, or for one statement that is a whole.

        From a pool of its own: taking one out of SQLAlchemy's costs more than reading with it.
        """
        if self._readers is None:
            self._readers = asyncpg.create_pool(
                **self._address(), min_size=0, max_size=_READERS, reset=_leave_as_it_is
            )
            await self._readers
        async with self._readers.acquire(timeout=_POOL_TIMEOUT_SECONDS) as connection:
            yield connection

    async def connect(self) -> asyncpg.Connection:
        """A bare connection of its own, that whoever asked for it closes."""
        return await asyncpg.connect(**self._address(), timeout=_POOL_TIMEOUT_SECONDS)

    def _address(self) -> dict[str, Any]:
        _, arguments = self.engine.dialect.create_connect_args(self.engine.url)
        return dict(arguments)

    async def close(self) -> None:
        await self.engine.dispose()
        if self._readers is not None:
            await self._readers.close()
            self._readers = None


async def _leave_as_it_is(_connection: asyncpg.Connection) -> None:
    """Who only reads leaves nothing behind that the next one could notice."""


def _refuse_closed(connection: Any, *_: Any) -> None:
    """Has the pool replace a connection that was cut off, as by a restart of the server."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError


async def take_turns(session: AsyncSession, what: str) -> None:
    """Has others who want to do the same thing wait until this transaction ends."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(what, 0))))


async def get_database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    database: Database = request.app.state.database
    async with database.transaction() as session:
        yield session


# Function scope: the commit happens before the answer is sent, so that an answer of success
# is never sent for a commit that fails.
SessionDep = Annotated[AsyncSession, Depends(get_session, scope="function")]
# For who needs a connection for a moment only: one request never holds two at a time, because
# requests that each wait for their second one wait for ever.
DatabaseDep = Annotated[Database, Depends(get_database)]
