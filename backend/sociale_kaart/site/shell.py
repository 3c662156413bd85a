"""A page for when none can be drawn: the outline that a browser fills in by itself.

It has the right title, description and status all the same, as far as the database tells.
"""

import re
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from sociale_kaart.aanbod.queries import find_document
from sociale_kaart.core.db import Database, is_away
from sociale_kaart.organisaties.queries import find_organisatie
from sociale_kaart.organisaties.rules import is_public
from sociale_kaart.situaties.queries import find_situatie

LANGUAGES = ("en", "ar", "uk", "tr", "pl")
"""The first part of an address in a language other than Dutch, as in frontend/src/i18n."""

_OK, _NOT_FOUND, _GONE = 200, 404, 410
_PAGE = re.compile(
    rf"^(?:/|(?:/(?:{'|'.join(LANGUAGES)}))?"
    r"(?:/(?:zoeken|agenda|situaties|mijn-lijst|lijst|over|toegankelijkheid|ik-wil-iets-doen|"
    r"(aanbod|organisaties|situaties|wijken)/([^/]+)))?)$"
)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'(<meta\s+name="description"\s+content=").*?(")', re.DOTALL)


class About(NamedTuple):
    """What is known of a page without drawing it; no title: that of the site."""

    status: int
    title: str = ""
    description: str = ""


async def about_page(path: str, database: Database | None) -> About:
    """What the page at this path is about. Without the database every page may be there."""
    found = _PAGE.match(path)
    if found is None:
        return About(_NOT_FOUND)
    kind, slug = found.groups()
    if kind not in _LOOK_UP or database is None:
        return About(_OK)
    try:
        about = await _LOOK_UP[kind](database, slug)
    except Exception as error:
        if not is_away(error):
            raise
        return About(_OK)
    return about or About(_NOT_FOUND)


async def _aanbod(database: Database, slug: str) -> About | None:
    async with database.reader() as reader:
        record = await find_document(reader, slug)
    if record is None or not record["openbaar"]:
        return None
    document: dict[str, Any] = orjson.loads(record["inhoud"])
    status = _GONE if document["status"] == "gestopt" else _OK
    return About(status, document["titel"], document.get("samenvatting", ""))


async def _organisatie(database: Database, slug: str) -> About | None:
    async with database.transaction() as session:
        organisatie = await find_organisatie(session, slug)
    if organisatie is None or not is_public(organisatie):
        return None
    return About(_OK, organisatie.naam, organisatie.omschrijving or "")


async def _situatie(database: Database, slug: str) -> About | None:
    async with database.transaction() as session:
        situatie = await find_situatie(session, slug)
    if situatie is None or not situatie.zichtbaar:
        return None
    return About(_OK, situatie.titel, situatie.samenvatting)


_LOOK_UP = {"aanbod": _aanbod, "organisaties": _organisatie, "situaties": _situatie}


def fill_outline(outline: Path, about: About) -> str:
    """The built document, with a title and a description of its own."""
    html = outline.read_text(encoding="utf-8")
    if about.title:
        title = escape(about.title)
        html = _TITLE.sub(lambda found: f"<title>{title} – {found[1]}</title>", html, count=1)
    if about.description:
        text = escape(about.description)
        html = _DESCRIPTION.sub(lambda found: f"{found[1]}{text}{found[2]}", html, count=1)
    return html
