"""Hears what a commit tells on a channel (NOTIFY), for who would otherwise look again and again."""

import asyncio
from typing import Any

import asyncpg

from sociale_kaart.core.db import Database, is_away

_CLOSING_SECONDS = 1


class Listener:
    """Waits until something is told on a channel.

    It may miss something while its connection is broken, or always behind a pooler that gives
    each transaction another connection. So whoever uses it looks for itself now and then too.
    """

    def __init__(self, database: Database, channel: str) -> None:
        self._database = database
        self._channel = channel
        self._connection: asyncpg.Connection | None = None
        self._heard = asyncio.Event()

    async def wait(self, stopping: asyncio.Event, seconds: float) -> None:
        """Until something was told since the last time, or one has to stop, or so many seconds."""
        await self._connect()
        ends = [asyncio.create_task(event.wait()) for event in (self._heard, stopping)]
        await asyncio.wait(ends, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()
        self._heard.clear()

    async def aclose(self) -> None:
        if self._connection is not None:
            await self._connection.close(timeout=_CLOSING_SECONDS)
            self._connection = None

    async def _connect(self) -> None:
        if self._connection is not None and not self._connection.is_closed():
            return
        try:
            self._connection = await self._database.connect()
            await self._connection.add_listener(self._channel, self._hear)
        except Exception as error:
            if not is_away(error):
                raise
        else:
            # What was told before is told no more.
            self._heard.set()

    def _hear(self, *_: Any) -> None:
        self._heard.set()
