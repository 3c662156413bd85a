"""In a demo the mails can be read; anywhere else they cannot, as they hold links that let people in."""

from typing import Any

import pytest
from pydantic import SecretStr

from sociale_kaart.core.db import Database
from tests.berichten.mail import queue
from tests.conftest import serve

pytestmark = pytest.mark.anyio


async def test_a_demo_shows_the_mails_the_latest_first(database: Database) -> None:
    for key in ("a", "b"):
        await queue(database, key)
    async with serve(database, demo=True) as client:
        answer = await client.get("/api/v1/demoberichten")
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        found = answer.json()["resultaten"]
        assert [mail["aan"] for mail in found] == ["b@example.org", "a@example.org"]
        assert found[0]["onderwerp"] == "Klopt je aanbod nog?"
        assert found[0]["knoppen"][0]["adres"].endswith("#geheim")
        [only] = (await client.get("/api/v1/demoberichten?aan=a@example.org")).json()["resultaten"]
        assert only["aan"] == "a@example.org"
        assert only["onderdelen"][0]["titel"] == "Koffie & <thee>"


@pytest.mark.parametrize(
    "settings", [{}, {"demo": True, "smtp_url": SecretStr("smtp://127.0.0.1:25")}]
)
async def test_anywhere_else_there_is_nothing(database: Database, settings: dict[str, Any]) -> None:
    await queue(database, "a")
    async with serve(database, **settings) as client:
        answer = await client.get("/api/v1/demoberichten")
        assert answer.status_code == 404
        assert "geheim" not in answer.text
