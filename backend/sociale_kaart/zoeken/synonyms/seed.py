"""Fills the synonyms from data/synoniemen.csv; what the redactie did with them stays."""

import csv
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import take_turns
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.zoeken.synonyms import queries
from sociale_kaart.zoeken.synonyms.models import Synoniem
from sociale_kaart.zoeken.synonyms.queries import Key
from sociale_kaart.zoeken.synonyms.rules import bare
from sociale_kaart.zoeken.synonyms.schemas import SynoniemInvoer

_FILE = files("sociale_kaart") / "data" / "synoniemen.csv"
_YES_NO = {"ja": True, "nee": False}


def seed_pairs() -> Iterator[SynoniemInvoer]:
    """The rows of the file; raises ValueError when one is no synonym."""
    with _FILE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            yield SynoniemInvoer.model_validate({**row, "heelWoord": _YES_NO[row["heelWoord"]]})


async def load_synonyms(session: AsyncSession) -> None:
    """Makes the untouched rows what the file says; a second run changes nothing.

    A pair that the redactie changed or removed does not come back. A pair that left the file
    goes, unless the redactie changed it.
    """
    await take_turns(session, "synoniemen")
    wanted = {(bare(row.woord), bare(row.betekent)): row for row in seed_pairs()}
    offered = await queries.offered_pairs(session)
    untouched = await queries.untouched_synoniemen(session)
    _follow(wanted, untouched)
    await session.flush()
    await queries.drop_offered(session, untouched.keys() - wanted.keys())
    new = [_row(key, invoer) for key, invoer in wanted.items() if key not in offered]
    await queries.add_offered(session, new)


def _follow(wanted: Mapping[Key, SynoniemInvoer], untouched: Mapping[Key, Synoniem]) -> None:
    """What the list says otherwise about a pair than it did."""
    for key in untouched.keys() & wanted.keys():
        changes = {
            name: value
            for name, value in wanted[key].model_dump().items()
            if getattr(untouched[key], name) != value
        }
        for name, value in changes.items():
            setattr(untouched[key], name, value)
        if changes:
            untouched[key].versie += 1
            untouched[key].gewijzigd_op = utc_now()


def _row(key: Key, invoer: SynoniemInvoer) -> dict[str, Any]:
    woord_kaal, betekent_kaal = key
    return {
        **invoer.model_dump(),
        "id": new_id(),
        "woord_kaal": woord_kaal,
        "betekent_kaal": betekent_kaal,
        "herkomst": "kaart",
        "versie": 1,
        "gewijzigd_op": utc_now(),
    }
