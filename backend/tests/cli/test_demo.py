"""What the demo invents about how often its listings were seen."""

from datetime import date

import pytest
from sqlalchemy import text

from sociale_kaart.cli.demo import BRON, demo_rows
from sociale_kaart.cli.demo_bereik import _VRAGEN, add_demo_bereik
from sociale_kaart.core.db import Database
from sociale_kaart.inzicht.bereik.rules import as_counted
from sociale_kaart.opendata.importer import Importer

DAY = date(2026, 12, 10)


@pytest.mark.anyio
async def test_the_demo_has_the_same_figures_each_time(own_database: Database) -> None:
    await Importer(own_database, BRON).run(demo_rows())
    made = []
    for _ in range(2):
        async with own_database.transaction() as session:
            await add_demo_bereik(session, BRON, DAY)
            rows = await session.execute(
                text(
                    "SELECT extern_id, maand, soort, aantal FROM aanbod_bereik"
                    " JOIN aanbod ON id = aanbod_id ORDER BY 1, 2, 3"
                )
            )
            made.append(rows.all())
            asked = await session.scalar(text("SELECT count(*) FROM aanbod_vraag"))
            assert asked > 200
            await session.rollback()
    assert made[0] == made[1]
    months = {maand for _, maand, _, _ in made[0]}
    assert (min(months), max(months), len(months)) == (date(2025, 12, 1), date(2026, 12, 1), 13)


def test_its_questions_are_as_they_would_be_counted() -> None:
    for vragen in _VRAGEN.values():
        assert [as_counted(vraag) for vraag in vragen] == list(vragen)
