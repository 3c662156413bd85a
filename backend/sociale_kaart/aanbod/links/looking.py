"""Looks whether a website answers and whether a domain takes mail, politely and with limits."""

import asyncio
from collections.abc import Callable, Iterable

import dns.asyncresolver
import dns.exception
import dns.name
import dns.resolver
from yarl import URL

from sociale_kaart.aanbod.links.rules import UNSURE, WORKS, Bevinding, Soort, website_finding
from sociale_kaart.core.uitgaand import NoAnswerError, RefusedAddressError, Uitgaand

# Few at a time, and never two at once of the same host: nobody's server should notice.
_AT_ONCE = 4
_NAMES_SECONDS = 10.0
_ERRORS = 400
_SCHEMES = ("http", "https")

Address = tuple[Soort, str]


class Looker:
    """What looks at addresses. Bodies are never read: the status of an answer says enough.

    `resolver` makes what looks up mail domains: by the name servers of this machine, unless tests
    say otherwise.
    """

    def __init__(
        self,
        uitgaand: Uitgaand,
        resolver: Callable[[], dns.asyncresolver.Resolver] = dns.asyncresolver.Resolver,
    ) -> None:
        self._uitgaand = uitgaand
        self._resolver = resolver

    async def look(self, addresses: Iterable[Address]) -> dict[Address, Bevinding]:
        """What each address came to."""
        wanted = list(addresses)
        places = asyncio.Semaphore(_AT_ONCE)
        hosts = {_host_of(address): asyncio.Lock() for address in wanted}

        async def one(address: Address) -> Bevinding:
            async with hosts[_host_of(address)], places:
                soort, adres = address
                look = self._website if soort == "website" else self._mail
                return await look(adres)

        found = await asyncio.gather(*map(one, wanted))
        return dict(zip(wanted, found, strict=True))

    async def _website(self, adres: str) -> Bevinding:
        try:
            status = await self._status(adres)
        except RefusedAddressError as error:
            # On a port of its own it may well work, and we do not go and see.
            return Bevinding("besloten") if str(error) == "internal" else UNSURE
        except NoAnswerError as error:
            match str(error):
                case "redirects":
                    return Bevinding("omleidingen")
                case "ClientConnectorCertificateError":
                    return Bevinding("certificaat")
            return Bevinding("onbereikbaar", answered=False)
        return website_finding(status)

    async def _status(self, adres: str) -> int:
        """By HEAD, which costs them least; when that brings nothing by GET, as a browser would."""
        try:
            status = await self._uitgaand.head(adres, schemes=_SCHEMES)
        except NoAnswerError:
            # Some servers hang up on what they do not know.
            status = _ERRORS
        if status < _ERRORS:
            return status
        return (await self._uitgaand.get(adres, most_bytes=0, schemes=_SCHEMES)).status

    async def _mail(self, domein: str) -> Bevinding:
        """By MX, or by an address of its own, which then takes the mail (RFC 5321 §5.1)."""
        resolver = self._resolver()
        try:
            answer = await resolver.resolve(domein, "MX", lifetime=_NAMES_SECONDS)
        except dns.resolver.NXDOMAIN:
            return Bevinding("naam-onbekend")
        except dns.resolver.NoAnswer:
            return await _host(resolver, domein)
        except (dns.exception.DNSException, OSError):
            return Bevinding("onbereikbaar", answered=False)
        # One MX that names nothing says that there is no mail (RFC 7505).
        takes_mail = any(record.exchange != dns.name.root for record in answer)
        return WORKS if takes_mail else Bevinding("geen-mail")


async def _host(resolver: dns.asyncresolver.Resolver, domein: str) -> Bevinding:
    for kind in ("A", "AAAA"):
        try:
            await resolver.resolve(domein, kind, lifetime=_NAMES_SECONDS)
        except dns.resolver.NoAnswer:
            continue
        except (dns.exception.DNSException, OSError):
            return Bevinding("onbereikbaar", answered=False)
        return WORKS
    return Bevinding("geen-mail")


def _host_of(address: Address) -> str:
    soort, adres = address
    if soort == "maildomein":
        return adres
    try:
        return URL(adres).host or adres
    except ValueError:
        return adres
