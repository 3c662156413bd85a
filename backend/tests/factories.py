"""Small rows that are right, for tests to change one thing about."""

from typing import Any

from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.service import create_account
from sociale_kaart.core.db import Database
from sociale_kaart.opendata.importer import Importer, Report
from sociale_kaart.opendata.sources import SourceRow

PASSWORD = "een goed wachtwoord"


def organisatie_row(**changes: Any) -> dict[str, Any]:
    return {
        "externId": "org-1",
        "naam": "Buurthuis De Proef",
        "categorie": "vrijwilligersorganisatie",
        **changes,
    }


def aanbod_row(**changes: Any) -> dict[str, Any]:
    """An interchange row of a complete, published listing in Holtenbroek."""
    return {
        "externId": "a-1",
        "organisatie": organisatie_row(),
        "titel": "Koffie in de buurt",
        "samenvatting": "Drink koffie met je buren. Iedereen is welkom.",
        "beschrijving": "Elke week staat de koffie klaar.",
        "soort": "ontmoetingsplek",
        "ambities": ["1"],
        "themas": ["ontmoeten"],
        "doelgroepen": ["iedereen"],
        "niveau": 1,
        "vormen": ["inloop"],
        "openVoor": "iedereen",
        "aanmelden": "binnenlopen",
        "kosten": "gratis",
        "talen": ["nl"],
        "locatie": {"naam": "De Proef", "lat": 52.527, "lon": 6.084},
        "momenten": [{"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "10:00", "tot": "12:00"}],
        "bevestigdOp": "2026-10-01T10:00:00+02:00",
        "bijgewerkt": "2026-10-01T10:00:00+02:00",
        **changes,
    }


async def import_rows(database: Database, *rows: dict[str, Any], bron: str = "proef") -> Report:
    """Puts rows in the database by the real import; they must be without faults."""
    numbered = [SourceRow(number, row) for number, row in enumerate(rows, start=1)]
    report = await Importer(database, bron).run(numbered)
    assert not report.faults, report.faults
    return report


async def make_account(database: Database, rol: str = "lid", email: str | None = None) -> Account:
    async with database.transaction() as session:
        return await create_account(
            session, email=email or f"{rol}@example.org", naam=rol, wachtwoord=PASSWORD, rol=rol
        )
