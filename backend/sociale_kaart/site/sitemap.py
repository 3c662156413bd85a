"""What search engines are told: which addresses there are (sitemaps.org), and where not to go."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from sociale_kaart.core.db import Database
from sociale_kaart.site.queries import Address, list_addresses

ALWAYS = ("/", "/zoeken", "/ik-wil-iets-doen", "/situaties", "/over", "/toegankelijkheid")
# More does not go in one file.
_MOST = 50_000
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


async def sitemap(database: Database, public_url: str) -> bytes:
    """Every page in Dutch, at the address where the world finds the site.

    Each page names itself in the other languages (hreflang).
    """
    async with database.reader() as connection:
        addresses = await list_addresses(connection, _MOST - len(ALWAYS))
    return _as_xml([*(Address(address, None) for address in ALWAYS), *addresses], public_url)


def robots(public_url: str) -> str:
    """Combinations of filters have no end. Of a question the page itself says whether it counts."""
    lines = ("User-agent: *", "Disallow: /api/", "Disallow: /*zoeken?*&")
    return "\n".join([*lines, "", f"Sitemap: {public_url.rstrip('/')}/sitemap.xml", ""])


def _as_xml(addresses: Iterable[Address], public_url: str) -> bytes:
    site = public_url.rstrip("/")
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{_SCHEMA}">']
    for address, changed in addresses:
        when = f"<lastmod>{changed:%Y-%m-%d}</lastmod>" if changed else ""
        lines.append(f"<url><loc>{escape(site + address)}</loc>{when}</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()
