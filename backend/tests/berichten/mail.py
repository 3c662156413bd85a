"""A mail to send, and what the database says of those that were."""

from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from sociale_kaart.berichten.compose import Inhoud, Knop, Onderdeel
from sociale_kaart.berichten.models import Bericht
from sociale_kaart.berichten.service import queue_bericht
from sociale_kaart.core.db import Database

INHOUD = Inhoud(
    onderwerp="Klopt je aanbod nog?",
    alineas=("Hallo Vera,", "Kijk of alles nog klopt. Dat kan op je telefoon."),
    knoppen=(Knop("Bekijk je aanbod", "https://kaart.example.org/mijn/klopt-nog#geheim"),),
    onderdelen=(
        Onderdeel(
            "Koffie & <thee>",
            "Nog niet gecontroleerd.",
            (Knop("Klopt nog", "https://kaart.example.org/mijn/klopt-nog#geheim&a=1"),),
        ),
    ),
    slot=("Deze link werkt 30 dagen.",),
)


async def queue(database: Database, sleutel: str, **changes: Any) -> None:
    asked: dict[str, Any] = {
        "aan": f"{sleutel}@example.org",
        "soort": "inloglink",
        "inhoud": INHOUD,
    }
    async with database.transaction() as session:
        await queue_bericht(session, sleutel=sleutel, **{**asked, **changes})


async def all_of(database: Database) -> dict[str, Bericht]:
    """Every row by its key."""
    async with database.transaction() as session:
        rows = await session.scalars(select(Bericht).order_by(col(Bericht.id)))
        return {row.sleutel: row for row in rows}


MINUTE = timedelta(minutes=1)
