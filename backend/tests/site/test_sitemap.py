"""What search engines are told about the site."""

import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from sociale_kaart.core.db import Database
from sociale_kaart.site import add_site
from sociale_kaart.site.sitemap import ALWAYS
from tests.factories import aanbod_row, import_rows, organisatie_row

pytestmark = pytest.mark.anyio

SITE = "https://kaart.example.org"
_NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
async def site(own_database: Database) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI(redirect_slashes=False, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.database = own_database
    app.state.public_url = SITE
    add_site(app)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="https://test") as client:
        yield client


async def addresses(site: httpx.AsyncClient) -> dict[str, str | None]:
    """Each address in the sitemap, without the name of the site, and its day."""
    answer = await site.get("/sitemap.xml")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/xml")
    urls = ET.fromstring(answer.content).findall("s:url", _NS)
    return {
        str(url.findtext("s:loc", namespaces=_NS)).removeprefix(SITE): url.findtext(
            "s:lastmod", namespaces=_NS
        )
        for url in urls
    }


async def test_every_page_that_can_be_found_is_in_the_sitemap(
    own_database: Database, site: httpx.AsyncClient
) -> None:
    await import_rows(
        own_database,
        aanbod_row(themas=["ontmoeten"]),
        aanbod_row(externId="a-2", titel="Oude soep", status="gestopt"),
        aanbod_row(
            externId="a-3",
            titel="Nog een plan",
            status="concept",
            organisatie=organisatie_row(externId="o-2", naam="Stil Huis"),
        ),
    )
    found = await addresses(site)
    assert set(ALWAYS) <= set(found)
    assert found["/aanbod/koffie-in-de-buurt"] == "2026-10-01"
    assert "/organisaties/buurthuis-de-proef" in found
    assert "/wijken/holtenbroek" in found
    assert "/zoeken?thema=ontmoeten" in found
    assert "/zoeken?thema=geld" not in found
    hidden = ("oude-soep", "nog-een-plan", "stil-huis")
    assert not [address for address in found if address.endswith(hidden)]


async def test_the_sitemap_is_sent_once_to_who_keeps_it(
    own_database: Database, site: httpx.AsyncClient
) -> None:
    await import_rows(own_database, aanbod_row())
    first = await site.get("/sitemap.xml")
    again = await site.get("/sitemap.xml", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


async def test_robots_are_shown_the_sitemap_and_kept_from_endless_questions(
    site: httpx.AsyncClient,
) -> None:
    answer = await site.get("/robots.txt")
    assert answer.headers["content-type"].startswith("text/plain")
    lines = answer.text.splitlines()
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    # A page that may not be read cannot say that it is not to be kept.
    assert not any("q=" in line for line in lines)
    assert "Disallow: /" not in lines
