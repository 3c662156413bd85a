"""When the worker asks by itself: in the morning, once a day, and only when mail can leave."""

import asyncio
from datetime import UTC, datetime

import pytest

from sociale_kaart import worker
from sociale_kaart.core.db import Database
from sociale_kaart.worker import keep_asking
from tests.controle.asking import SITE, mails, make_owner, token_in
from tests.test_worker import working
from tests.zoeken.asking import eventually

pytestmark = pytest.mark.anyio

# In winter it is an hour later in Amsterdam.
BEFORE_EIGHT = datetime(2027, 1, 12, 6, 59, tzinfo=UTC)
EIGHT = datetime(2027, 1, 12, 7, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The last of these is what time it is for the worker, which looks at it all the time."""
    moments = [BEFORE_EIGHT]
    monkeypatch.setattr(worker, "utc_now", lambda: moments[-1])
    monkeypatch.setattr(worker, "_NEW_DAY_SECONDS", 0.05)
    return moments


async def test_it_asks_in_the_morning_and_not_before(
    own_database: Database, clock: list[datetime]
) -> None:
    await make_owner(own_database)
    stopping = asyncio.Event()
    async with working(keep_asking(own_database, SITE, stopping), stopping):
        await asyncio.sleep(0.3)
        assert await mails(own_database) == []
        clock.append(EIGHT)

        async def asked() -> bool:
            return len(await mails(own_database)) == 1

        await eventually(asked)
        await make_owner(own_database, "org-2")
        await asyncio.sleep(0.3)
        [mail] = await mails(own_database)
        assert token_in(mail)


async def test_it_asks_again_after_the_database_was_away(
    own_database: Database, clock: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.append(EIGHT)
    await make_owner(own_database)
    real, tries = worker.ask_owners, []

    async def fails_once(*given):
        tries.append(given)
        if len(tries) == 1:
            raise ConnectionResetError
        return await real(*given)

    monkeypatch.setattr(worker, "ask_owners", fails_once)
    stopping = asyncio.Event()
    async with working(keep_asking(own_database, SITE, stopping), stopping):

        async def asked() -> bool:
            return len(await mails(own_database)) == 1

        await eventually(asked)
    assert len(tries) >= 2
