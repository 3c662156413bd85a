"""As little client as possible: what is measured should be the server."""

import asyncio
import time
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from http import HTTPStatus
from itertools import cycle, islice
from typing import Self
from urllib.parse import urlsplit


def request_bytes(
    method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes = b""
) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: bench", "Accept-Encoding: identity"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


class Connection:
    """One kept-alive connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def to(cls, url: str) -> Self:
        address = urlsplit(url)
        return cls(*await asyncio.open_connection(address.hostname, address.port, limit=2**24))

    async def ask(self, request: bytes) -> bytes:
        """The body of the answer; anything but success ends the measurement."""
        status, body = await self.exchange(request)
        if status != HTTPStatus.OK:
            raise RuntimeError(f"antwoord {status}: {body[:300].decode()}")
        return body

    async def exchange(self, request: bytes) -> tuple[int, bytes]:
        """Status and body of the answer."""
        self._writer.write(request)
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        if b"transfer-encoding: chunked" in head:
            body = await self._chunks()
        else:
            length = int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0])
            body = await self._reader.readexactly(length)
        return int(head[9:12]), body

    async def _chunks(self) -> bytes:
        parts = []
        while size := int(await self._reader.readuntil(b"\r\n"), 16):
            parts.append(await self._reader.readexactly(size))
            await self._reader.readexactly(2)
        await self._reader.readexactly(2)
        return b"".join(parts)

    def close(self) -> None:
        self._writer.close()


class Target:
    """Something to ask again and again: where, which requests in turn, and by how many clients."""

    def __init__(self, url: str, requests: Sequence[bytes]) -> None:
        self.url = url
        self.size = len(requests)
        self.requests = requests
        self.clients = 1
        # Goes on where the last measurement stopped.
        self._turns = cycle(requests)

    def by(self, clients: int) -> Self:
        """The same target for several clients; both go on with the same turns."""
        other = copy(self)
        other.clients = clients
        return other

    async def ask(self, count: int) -> list[float]:
        """Seconds of each of `count` requests that the clients do between them."""
        connections = [await Connection.to(self.url) for _ in range(self.clients)]
        left = self._some(count)
        taken: list[float] = []

        async def work(connection: Connection) -> None:
            for request in left:
                began = time.perf_counter()
                await self.exchange(connection, request)
                taken.append(time.perf_counter() - began)

        await asyncio.gather(*(work(connection) for connection in connections))
        for connection in connections:
            connection.close()
        return taken

    async def exchange(self, connection: Connection, request: bytes) -> None:
        """Asks one question; raises when the answer is not as it should be."""
        await connection.ask(request)

    def _some(self, count: int) -> Iterator[bytes]:
        return islice(self._turns, count)
