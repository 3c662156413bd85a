"""What somebody does with an import, by the API, and what the worker does beside it."""

import csv
import io
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import httpx
from openpyxl import Workbook, load_workbook

from sociale_kaart.core.db import Database
from sociale_kaart.opendata.invoeren.work import work_some
from tests.people import Headers

HEADS = ["Nr", "Naam activiteit", "Samenvatting", "Soort", "Ambities", "Voor wie", "Open voor",
         "Aanmelden", "Dag", "Starttijd", "Eindtijd", "Datum", "Tel", "Postcode"]  # fmt: skip
ROW = ["1", "Koffie op dinsdag", "Drink koffie met je buren.", "Ontmoetingsplek",
       "Contact en meedoen", "Ouderen, jongeren", "Iedereen is welkom",
       "Je kunt gewoon binnenlopen", "elke dinsdag", "10:00", "12:00", "", "038 000 12 34",
       "8031zx"]  # fmt: skip


def row(nr: Any, titel: str = "Koffie op dinsdag", **cells: str) -> list[Any]:
    """A row that is right, with some cells by the head of their column."""
    values = {**dict(zip(HEADS, ROW, strict=True)), "Nr": nr, "Naam activiteit": titel}
    values |= {head.replace("_", " "): text for head, text in cells.items()}
    return [values[head] for head in HEADS]


def as_csv(*rows: Sequence[Any], heads: Sequence[str] = HEADS, delimiter: str = ";") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([heads, *rows])
    return text.getvalue().encode()


def as_xlsx(*rows: Sequence[Any], heads: Sequence[str] = HEADS) -> bytes:
    book = Workbook()
    assert book.active is not None
    for cells in (heads, *rows):
        book.active.append(list(cells))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def cells_of(content: bytes) -> list[list[Any]]:
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return [list(cells) for cells in sheet.iter_rows(values_only=True)]


async def send(
    client: httpx.AsyncClient,
    headers: Headers,
    organisatie_id: UUID,
    content: bytes,
    naam: str = "aanbod.csv",
) -> httpx.Response:
    return await client.post(
        f"/api/v1/organisaties/{organisatie_id}/invoeren",
        params={"bestandsnaam": naam},
        content=content,
        headers=headers,
    )


async def sent(
    client: httpx.AsyncClient, headers: Headers, organisatie_id: UUID, *rows: Sequence[Any]
) -> str:
    """The id of an import of these rows."""
    answer = await send(client, headers, organisatie_id, as_csv(*rows))
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def work(database: Database) -> None:
    """Lets the worker do all that was asked for."""
    while await work_some(database):
        pass


async def ask(
    client: httpx.AsyncClient, headers: Headers, invoer_id: str, handeling: str
) -> httpx.Response:
    return await client.post(
        f"/api/v1/invoeren/{invoer_id}/stappen", json={"handeling": handeling}, headers=headers
    )


async def done(
    client: httpx.AsyncClient, database: Database, headers: Headers, invoer_id: str, *steps: str
) -> dict[str, Any]:
    """The import after these steps, each with the work that it asks for."""
    for handeling in steps:
        answer = await ask(client, headers, invoer_id, handeling)
        assert answer.status_code == 200, answer.text
        await work(database)
    answer = await client.get(f"/api/v1/invoeren/{invoer_id}", headers=headers)
    return dict(answer.json())


async def rows_of(
    client: httpx.AsyncClient, headers: Headers, invoer_id: str, **params: Any
) -> list[dict[str, Any]]:
    answer = await client.get(f"/api/v1/invoeren/{invoer_id}/rijen", params=params, headers=headers)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["resultaten"])


def faults(rij: dict[str, Any]) -> list[str]:
    return [f"{fault.get('kop', fault['veld'])}: {fault['melding']}" for fault in rij["fouten"]]
