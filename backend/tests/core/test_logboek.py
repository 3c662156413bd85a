"""The log book and the history: added to, emptied by who forgets, and never rewritten."""

from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from sociale_kaart.aanbod.models import AanbodHistorie
from sociale_kaart.core.db import Database
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.core.logboek import LogRegel, log

pytestmark = pytest.mark.anyio

FORGETTING = "SET LOCAL sociale_kaart.vergeten = 'aan'"
CHANGE = {"contact": ["Anna", "Bram"]}


async def write(session: AsyncSession) -> None:
    log(
        session,
        account_id=new_id(),
        onderwerp="lidmaatschap",
        onderwerp_id=new_id(),
        handeling="rol-gewijzigd",
        wijzigingen={"rol": ["medebewerker", "eigenaar"]},
    )
    session.add(AanbodHistorie(aanbod_id=new_id(), handeling="gewijzigd", wijzigingen=CHANGE))
    await session.flush()


async def test_a_line_says_who_did_what_and_from_what_to_what(session: AsyncSession) -> None:
    who, what = new_id(), new_id()
    changes = {"rol": ["medebewerker", "eigenaar"]}
    log(
        session,
        account_id=who,
        onderwerp="lidmaatschap",
        onderwerp_id=what,
        handeling="rol-gewijzigd",
        wijzigingen=changes,
    )
    await session.flush()
    line = (await session.scalars(select(LogRegel))).one()
    assert (line.account_id, line.onderwerp_id, line.wijzigingen) == (who, str(what), changes)


async def test_there_is_no_line_of_what_did_not_happen(own_database: Database) -> None:
    async with own_database.transaction() as session:
        await write(session)
        await session.rollback()
    async with own_database.transaction() as session:
        assert (await session.scalars(select(LogRegel))).all() == []


async def refuses(session: AsyncSession, statement: str) -> None:
    with pytest.raises(DBAPIError, match="only ever added to"):
        async with session.begin_nested():
            await session.execute(text(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE logregel SET handeling = 'nooit gebeurd'",
        "UPDATE logregel SET wijzigingen = '{}'",
        "UPDATE aanbod_historie SET wijzigingen = '{}'",
        "DELETE FROM logregel",
        "TRUNCATE logregel",
    ],
)
async def test_nothing_that_was_written_changes(session: AsyncSession, statement: str) -> None:
    await write(session)
    await refuses(session, statement)


async def test_who_forgets_empties_what_a_line_says(session: AsyncSession) -> None:
    await write(session)
    await session.execute(text(FORGETTING))
    await session.execute(text("UPDATE aanbod_historie SET wijzigingen = '{}'"))
    assert await session.scalar(text("SELECT wijzigingen::text FROM aanbod_historie")) == "{}"
    await session.execute(text("DELETE FROM logregel"))
    assert await session.scalar(text("SELECT count(*) FROM logregel")) == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE logregel SET handeling = 'nooit gebeurd'",
        f"UPDATE logregel SET account_id = '{UUID(int=1)}'",
        "UPDATE aanbod_historie SET op = now() - interval '1 year'",
        "DELETE FROM aanbod_historie",
        "TRUNCATE aanbod_historie",
        "TRUNCATE logregel",
    ],
)
async def test_who_forgets_rewrites_nothing(session: AsyncSession, statement: str) -> None:
    await write(session)
    await session.execute(text(FORGETTING))
    await refuses(session, statement)


async def test_forgetting_ends_with_its_transaction(own_database: Database) -> None:
    async with own_database.transaction() as session:
        await write(session)
        await session.execute(text(FORGETTING))
    async with own_database.transaction() as session:
        await refuses(session, "UPDATE logregel SET wijzigingen = '{}'")
