"""Asking addresses that other people gave: the one way from our server to theirs.

Who gives an address could have our server ask what only it can reach: itself, the network around
it, the machine that hands out the keys of a cloud. So every address, also one that a redirect
leads to, is asked at a public IP address or not at all. That is looked at where a connection is
made, of the very IP address that it goes to: however an address is written, and whatever its name
means a moment later.
"""

import asyncio
import socket
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import aiohttp
from yarl import URL

from sociale_kaart.core.config import Settings

_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = {"https": 443, "http": 80}
_PIECE = 65_536
# How an IPv4 address looks to who only has IPv6 (RFC 6052).
_NAT64 = IPv6Network("64:ff9b::/96")


class RefusedAddressError(Exception):
    """An address that we do not ask: of another kind, or not on the public internet."""


class NoAnswerError(Exception):
    """There is no (whole) answer. The message is a kind of error, never what was asked or said."""


class TooLongAnswerError(NoAnswerError):
    """The answer is longer than who asked can use."""


@dataclass(frozen=True)
class Answer:
    """What came back, from the last of the redirects; the names of `headers` are in any case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Uitgaand:
    """How we ask others.

    `intern` also lets addresses be asked in our own network, at any port and without encryption:
    only tests have anything there.
    """

    seconds: float
    name: str
    intern: bool = False

    async def get(
        self,
        address: str,
        *,
        most_bytes: int,
        schemes: Collection[str] = ("https",),
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """What an address answers, within `seconds` for all of it.

        Args:
            address: given by somebody; without a name and password in it.
            most_bytes: how long the body may be; with 0 none is read.
            schemes: the kinds of address that may be asked, also by a redirect.
            headers: what to send beside our name.

        Raises:
            RefusedAddressError: it is not to be asked.
            TooLongAnswerError: there is more of it than that.
            NoAnswerError: no answer in time, one that makes no sense, or too many redirects.
        """
        return await self._ask("GET", address, most_bytes, schemes, headers or {})

    async def head(self, address: str, *, schemes: Collection[str] = ("https",)) -> int:
        """With what status an address answers, without what it would say; raises as `get`."""
        return (await self._ask("HEAD", address, 0, schemes, {})).status

    async def _ask(
        self,
        method: str,
        address: str,
        most_bytes: int,
        schemes: Collection[str],
        headers: Mapping[str, str],
    ) -> Answer:
        # Packed answers are not unpacked: a small one could become as large as it likes.
        sent = {"User-Agent": self.name, "Accept-Encoding": "identity", **headers}
        guard = _Guard(self.intern)
        try:
            async with asyncio.timeout(self.seconds), _session(guard.socket_for, sent) as session:
                return await self._follow(session, method, address, most_bytes, schemes)
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            if guard.has_refused:
                raise RefusedAddressError("internal") from None
            raise NoAnswerError(type(error).__name__) from None

    async def _follow(
        self,
        session: aiohttp.ClientSession,
        method: str,
        address: str,
        most_bytes: int,
        schemes: Collection[str],
    ) -> Answer:
        url = _url_of(address)
        for _ in range(_MOST_REDIRECTS + 1):
            self._check(url, schemes)
            async with session.request(method, url, allow_redirects=False) as answer:
                place = answer.headers.get("Location")
                if answer.status not in _REDIRECTS or place is None:
                    body = await _read(answer, most_bytes)
                    return Answer(answer.status, answer.headers.copy(), body)
            url = url.join(_url_of(place))
        raise NoAnswerError("redirects")

    def _check(self, url: URL, schemes: Collection[str]) -> None:
        """Raises RefusedAddressError for what can be told from the address itself."""
        if url.scheme not in _PORTS or not url.host or url.user is not None or url.password:
            raise RefusedAddressError("form")
        if not self.intern and (url.scheme not in schemes or url.port != _PORTS[url.scheme]):
            raise RefusedAddressError("scheme")


def open_uitgaand(settings: Settings) -> Uitgaand:
    """How this installation asks others, under its own name."""
    return Uitgaand(
        settings.uitgaand_timeout_seconds,
        f"sociale-kaart (+{settings.public_url})",
        intern=settings.uitgaand_intern,
    )


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether it is on the internet for everybody, also when an IPv4 address is wrapped in it."""
    if isinstance(address, IPv6Address):
        if address in _NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
        teredo = address.teredo
        wrapped = address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
        if wrapped is not None:
            return is_public(wrapped)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


class _Guard:
    """Makes the sockets of one question, and remembers whether it refused to make one."""

    def __init__(self, intern: bool) -> None:
        self._intern = intern
        self.has_refused = False

    def socket_for(self, info: Any) -> socket.socket:
        """A socket for what is about to be connected to, as `getaddrinfo` describes that."""
        family, kind, protocol, _, place = info
        if not (self._intern or _is_public_text(str(place[0]))):
            self.has_refused = True
            raise OSError("not public")
        made = socket.socket(family, kind, protocol)
        made.settimeout(0)
        return made


def _is_public_text(text: str) -> bool:
    try:
        return is_public(ip_address(text.partition("%")[0]))
    except ValueError:
        # Written in a way that a system may still understand: 127.1, or one large number.
        return False


def _session(
    make_socket: Callable[[Any], socket.socket], headers: Mapping[str, str]
) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            socket_factory=make_socket, use_dns_cache=False, force_close=True
        ),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers=headers,
        auto_decompress=False,
        timeout=aiohttp.ClientTimeout(total=None),
    )


def _url_of(address: str) -> URL:
    try:
        return URL(address)
    except ValueError:
        raise RefusedAddressError("form") from None


async def _read(answer: aiohttp.ClientResponse, most_bytes: int) -> bytes:
    """The body, or the error that it is too long, told without reading the rest."""
    if most_bytes == 0:
        return b""
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise NoAnswerError("packed")
    if (answer.content_length or 0) > most_bytes:
        raise TooLongAnswerError("too long")
    body = bytearray()
    async for piece in answer.content.iter_chunked(_PIECE):
        body += piece
        if len(body) > most_bytes:
            raise TooLongAnswerError("too long")
    return bytes(body)
