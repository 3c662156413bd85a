"""Asks the database for what it must refuse."""

from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession


async def refused(session: AsyncSession, table: Any, *rows: dict[str, Any]) -> str:
    """The name of the constraint that refuses the last of these rows, now or at commit."""
    with pytest.raises(IntegrityError) as caught:
        await _insert(session, table, rows)
    assert caught.value.orig is not None
    return str(getattr(caught.value.orig.__cause__, "constraint_name", ""))


async def _insert(session: AsyncSession, table: Any, rows: tuple[dict[str, Any], ...]) -> None:
    async with session.begin_nested():
        for row in rows:
            await session.execute(insert(table).values(**row))
        # What is checked at commit is checked here, as the test never commits.
        connection = await session.connection()
        await connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
        await connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
