"""What must never be found: drafts, what stopped, and where a secret place is."""

import orjson
import pytest
from sqlalchemy import text

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import AANBOD, Engine
from tests.zoeken.asking import listing, map_with

pytestmark = pytest.mark.anyio

SECRET = {
    "naam": "Het Schuilhuis",
    "straat": "Verborgenlaan 7",
    "postcode": "8031 QX",
    "plaats": "Geheimstad",
    "lat": 52.527,
    "lon": 6.084,
    "geheim": True,
}


async def test_a_secret_place_is_found_by_its_wijk_and_nowhere_else(
    database: Database, engine: Engine
) -> None:
    rows = [listing("veilig", titel="Opvang", locatie=SECRET), listing("gewoon")]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            assert set(await visitor.ids(wijk=["WK019330"])) == {"veilig", "gewoon"}
            for asked in ("Verborgenlaan", "Geheimstad"):
                assert "veilig" not in await visitor.ids(asked), asked
            # A postcode is understood as the wijken that it lies in: another one there says as much.
            assert await visitor.ids("8031 QX") == await visitor.ids("8031 AB")
            near = {"bij": "52.527,6.084", "straal": 5}
            assert await visitor.ids(**near) == ["gewoon"]
            found = await visitor.search("opvang", bij="52.527,6.084")
            [result] = found["resultaten"]
            assert result["locatie"] == {"naam": "Het Schuilhuis", "wijk": "WK019330"}
            assert "afstandMeter" not in result
            assert "dichtbij" not in result["redenen"]
            suggestions = await visitor.suggest("verborgen")
            assert suggestions == []
    # Not in anything that is kept for searching either.
    async with database.transaction() as session:
        kept = await session.scalar(
            text("SELECT json_agg(z)::text FROM zoek_rij z WHERE titel = 'Opvang'")
        )
    found = await engine._connection.admin(
        lambda admin: engine._index(admin, AANBOD).get_documents()
    )
    [sent] = [dict(one) for one in found.results if one.titel == "Opvang"]
    assert sent["termen"]
    for content in (str(kept), orjson.dumps(sent).decode()):
        assert "Schuilhuis" in content
        for leak in ("erborgen", "QX", "qx", "eheimstad", "52.5", "6.08"):
            assert leak not in content


@pytest.mark.parametrize("status", ["concept", "ter-beoordeling", "gestopt"])
async def test_what_is_not_published_is_not_in_the_index(
    database: Database, engine: Engine, status: str
) -> None:
    rows = [listing("weg", titel="Geheime club", status=status), listing("er")]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            assert await visitor.ids() == ["er"]
            assert await visitor.total("geheime club") == 0
            assert await visitor.suggest("geheime") == []
    assert await engine.count(AANBOD) == 1
