"""A website and a name server of this machine, to look at as the night does."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import cast

import dns.asyncresolver
import dns.flags
import dns.message
import dns.rcode
import dns.rrset
from aiohttp import web

from sociale_kaart.aanbod.links.looking import Looker
from sociale_kaart.core.uitgaand import Uitgaand

# What each name answers, by kind; a name that is not here does not exist.
ZONE: dict[str, dict[str, str]] = {
    "met-mx.example.org.": {"MX": "10 mail.example.org."},
    "alleen-adres.example.org.": {"A": "192.0.2.7"},
    "geen-mail.example.org.": {"MX": "0 ."},
    "leeg.example.org.": {},
}


@dataclass
class Net:
    """What is asked of the website, and what it answers on each path."""

    port: int
    statuses: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    slow: float = 0.0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append((request.method, request.path))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.slow)
        self.at_once -= 1
        if request.path == "/alleen-get" and request.method == "HEAD":
            return web.Response(status=405)
        if request.path == "/hangt-op" and request.method == "HEAD":
            assert request.transport is not None
            request.transport.abort()
        return web.Response(status=self.statuses.get(request.path, 200))


class _Names(asyncio.DatagramProtocol):
    """Answers what it knows of ZONE, by the protocol of every name server."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        asked = dns.message.from_wire(data)
        [question] = asked.question
        answer = dns.message.make_response(asked)
        answer.flags |= dns.flags.AA
        known = ZONE.get(question.name.to_text().lower())
        kind = dns.rdatatype.to_text(question.rdtype)
        if known is None:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        elif kind in known:
            answer.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, known[kind]))
        self.transport.sendto(answer.to_wire(), addr)


@asynccontextmanager
async def open_net() -> AsyncIterator[tuple[Net, Looker]]:
    """The website, and what looks at it and at the names of ZONE; nothing else is reached."""
    listening = socket.create_server(("127.0.0.1", 0))
    net = Net(listening.getsockname()[1])
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", net.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.SockSite(runner, listening).start()
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(_Names, ("127.0.0.1", 0))
    port = transport.get_extra_info("sockname")[1]
    try:
        yield net, Looker(Uitgaand(5, "sociale-kaart", intern=True), _resolver_at(port))
    finally:
        transport.close()
        await runner.cleanup()


def _resolver_at(port: int) -> Callable[[], dns.asyncresolver.Resolver]:
    def make() -> dns.asyncresolver.Resolver:
        resolver = dns.asyncresolver.Resolver(configure=False)
        resolver.nameservers = ["127.0.0.1"]
        resolver.port = port
        return resolver

    return make
