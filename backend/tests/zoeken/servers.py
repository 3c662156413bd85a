"""Servers that behave as badly as real ones can."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

Peer = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Gate:
    """Stands before a real server: lets traffic through, keeps it waiting, or is not there."""

    def __init__(self, target: str) -> None:
        host, _, port = target.removeprefix("http://").partition(":")
        self._target = (host, int(port))
        self._open = asyncio.Event()
        self._open.set()
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._port = 0
        self.connections = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def appear(self) -> None:
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def vanish(self) -> None:
        """As a server that was killed: no new connections, and the old ones are cut."""
        assert self._server is not None
        self._server.close()
        self.cut()

    def cut(self) -> None:
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    def hang(self) -> None:
        """Takes connections and says nothing any more."""
        self._open.clear()

    def answer(self) -> None:
        self._open.set()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        inner, outer = await asyncio.open_connection(*self._target)
        self._writers |= {writer, outer}
        try:
            await asyncio.gather(self._pass_on(reader, outer), self._pass_on(inner, writer))
        except OSError:
            pass
        finally:
            for end in (writer, outer):
                end.close()
                self._writers.discard(end)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while part := await reader.read(65_536):
            await self._open.wait()
            writer.write(part)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()


@asynccontextmanager
async def gate_before(target: str) -> AsyncIterator[Gate]:
    gate = Gate(target)
    await gate.appear()
    try:
        yield gate
    finally:
        gate.answer()
        await gate.vanish()
