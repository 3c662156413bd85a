"""Fills the vocabularies and the map from the files in data/; a second run changes nothing."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col

from sociale_kaart.taxonomie.models import (
    Buurt,
    Postcodegebied,
    PostcodegebiedWijk,
    Term,
    Wijk,
)

_DATA = files("sociale_kaart") / "data"


async def load_taxonomie(session: AsyncSession) -> None:
    """Adds or updates every term, wijk, buurt and postcode area of the data files.

    Terms that an editor added stay; a term that left the file stays too, because listings
    may carry it. Raises ValueError when a file contradicts itself.
    """
    await _upsert(session, Term, list(_terms()))
    await _upsert(session, Wijk, list(_wijken()))
    await _upsert(session, Buurt, list(_buurten()))
    areas = list(_csv("postcodegebieden.csv"))
    await _upsert(session, Postcodegebied, [_postcodegebied(row) for row in areas])
    await session.execute(
        delete(PostcodegebiedWijk).where(
            col(PostcodegebiedWijk.pc4).in_([row["pc4"] for row in areas])
        )
    )
    await _upsert(
        session, PostcodegebiedWijk, [link for row in areas for link in _postcode_wijken(row)]
    )


async def _upsert(session: AsyncSession, table: type[SQLModel], rows: list[dict[str, Any]]) -> None:
    keys = [column.name for column in table.__table__.primary_key]  # type: ignore[attr-defined]
    statement = insert(table)
    changes = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    await session.execute(statement.on_conflict_do_update(index_elements=keys, set_=changes), rows)


def _terms() -> Iterator[dict[str, Any]]:
    lists = json.loads((_DATA / "vocabularia.json").read_text(encoding="utf-8"))["lijsten"]
    optional = ("officieel", "uitleg", "ouder", "begrotingsdoel")
    for lijst, terms in lists.items():
        for volgorde, term in enumerate(terms):
            yield {
                "lijst": lijst,
                "code": term["code"],
                "label": term["label"],
                "volgorde": volgorde,
                "actief": True,
                **{key: term.get(key) for key in optional},
            }


def _wijken() -> Iterator[dict[str, Any]]:
    for feature in _geojson("wijken.geojson"):
        properties = feature["properties"]
        yield {
            "code": properties["wijkcode"],
            "naam": properties["naam"],
            "slug": properties["slug"],
            "gemeentecode": properties["gemeentecode"],
            "inwoners": properties["inwoners_2024"],
            "inwoners_peildatum": date(2024, 1, 1),
            "oppervlakte_ha": properties["oppervlakte_ha"],
            "label_lat": properties["label_lat"],
            "label_lon": properties["label_lon"],
            "grens": feature["geometry"],
        }


def _buurten() -> Iterator[dict[str, Any]]:
    outlines = {
        feature["properties"]["buurtcode"]: feature["geometry"]
        for feature in _geojson("buurten.geojson")
    }
    for row in _csv("buurten.csv"):
        code = row["buurtcode"]
        if code not in outlines:
            raise ValueError(f"buurt {code} staat in buurten.csv maar niet in buurten.geojson")
        yield {
            "code": code,
            "naam": row["buurtnaam"],
            "wijk_code": row["wijkcode"],
            "inwoners": _whole(row["inwoners_2024"]),
            "adressen": _whole(row["adressen_2025"]),
            "oppervlakte_ha": float(row["oppervlakte_ha"]),
            "soort": row["type"] or None,
            "label_lat": float(row["label_lat"]),
            "label_lon": float(row["label_lon"]),
            "grens": outlines[code],
        }


def _postcodegebied(row: dict[str, str]) -> dict[str, Any]:
    return {
        "pc4": row["pc4"],
        "plaats": row["plaats"],
        "zekerheid": row["zekerheid"],
        "toelichting": row["toelichting"] or None,
        "lat": float(row["centroid_lat"]) if row["centroid_lat"] else None,
        "lon": float(row["centroid_lon"]) if row["centroid_lon"] else None,
    }


def _postcode_wijken(row: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Reads a distribution such as 'WK019313:31|WK019310:27'."""
    for part in filter(None, row["verdeling"].split("|")):
        wijk_code, _, count = part.partition(":")
        yield {"pc4": row["pc4"], "wijk_code": wijk_code, "aantal_postcodes": int(count)}


def _geojson(name: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads((_DATA / name).read_text(encoding="utf-8"))[
        "features"
    ]
    return features


def _csv(name: str) -> Iterator[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter=";")


def _whole(text: str) -> int | None:
    return int(text) if text else None
