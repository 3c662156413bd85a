"""The situations that a new map begins with, from data/situaties.json."""

import json
from collections.abc import Iterator
from importlib.resources import files

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.core.clock import utc_now
from sociale_kaart.situaties import queries
from sociale_kaart.situaties.schemas import SituatieInvoer
from sociale_kaart.situaties.service import columns

_FILE = files("sociale_kaart") / "data" / "situaties.json"


def seed_situaties() -> Iterator[tuple[str, SituatieInvoer]]:
    """Each slug with what it says; raises ValueError when the file does not hold."""
    for row in json.loads(_FILE.read_text(encoding="utf-8")):
        yield row.pop("slug"), SituatieInvoer.model_validate(row)


async def load_situaties(session: AsyncSession) -> None:
    """Adds those that are not there; a second run changes nothing."""
    rows = [
        {
            "slug": slug,
            **columns(invoer),
            "volgorde": number,
            "versie": 1,
            "gewijzigd_op": utc_now(),
        }
        for number, (slug, invoer) in enumerate(seed_situaties(), start=1)
    ]
    await queries.add_missing(session, rows)
