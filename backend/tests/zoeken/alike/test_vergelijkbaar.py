"""What may serve instead of a listing: of the same kind, never heavier, and near first."""

from typing import Any

import httpx
import numpy as np
import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.alike.rules import likeness
from sociale_kaart.zoeken.alike.schemas import VergelijkbareLijst
from tests.people import Headers, create_aanbod, log_in_as, make_organisatie, publish, step

pytestmark = pytest.mark.anyio

HERE = {"naam": "De Proef", "lat": 52.527, "lon": 6.084}
FAR = {"naam": "De Verte", "lat": 52.49, "lon": 6.15}


@pytest.fixture
async def editor(database: Database) -> Headers:
    return await log_in_as(database, "redactie")


async def alike(client: httpx.AsyncClient, aanbod: dict[str, Any]) -> list[dict[str, Any]]:
    answer = await client.get(f"/api/v1/aanbod/{aanbod['slug']}/vergelijkbaar")
    assert answer.status_code == 200, answer.text
    VergelijkbareLijst.model_validate(answer.json())
    return list(answer.json()["resultaten"])


async def test_it_shares_a_theme_is_no_heavier_and_says_why(
    client: httpx.AsyncClient, database: Database, editor: Headers
) -> None:
    owner = await make_organisatie(database)

    async def listing(titel: str, **changes: Any) -> dict[str, Any]:
        body = {"themas": ["rouw"], "niveau": 2, "doelgroepen": ["ouderen"], "locatie": HERE}
        return await publish(client, editor, owner, titel=titel, **(body | changes))

    asked = await listing("Praten over rouw")
    await listing("Verder weg", locatie=FAR)
    await listing("Lichter", niveau=0, doelgroepen=["iedereen"])
    await listing("Zwaarder", niveau=4)
    await listing("Iets anders", themas=["bewegen"])
    await create_aanbod(client, editor, owner, titel="Concept", themas=["rouw"])
    found = await alike(client, asked)
    assert [one["titel"] for one in found] == ["Lichter", "Verder weg"]
    lighter, farther = found
    assert lighter["overeenkomsten"] == ["lichter", "thema", "zelfde-plek"]
    assert lighter["afstandMeter"] == 0
    assert farther["overeenkomsten"] == ["thema", "doelgroep"]
    assert farther["zelfdeThemas"] == ["rouw"]
    assert farther["zelfdeDoelgroepen"] == ["ouderen"]
    assert 5_000 < farther["afstandMeter"] < 7_000


async def test_what_has_stopped_has_others_in_its_place_and_is_never_one_itself(
    client: httpx.AsyncClient, database: Database, editor: Headers
) -> None:
    owner = await make_organisatie(database)
    gone = await publish(client, editor, owner, titel="Gestopt", themas=["rouw"])
    other = await publish(client, editor, owner, titel="Gaat door", themas=["rouw"])
    await step(client, editor, gone, "stoppen")
    assert [one["titel"] for one in await alike(client, gone)] == ["Gaat door"]
    assert await alike(client, other) == []


async def test_a_listing_without_themes_has_nothing_like_it(
    client: httpx.AsyncClient, database: Database, editor: Headers
) -> None:
    owner = await make_organisatie(database)
    one = await publish(client, editor, owner, themas=[])
    await publish(client, editor, owner)
    assert await alike(client, one) == []


async def test_bad_questions_are_refused(client: httpx.AsyncClient) -> None:
    unknown = await client.get("/api/v1/aanbod/bestaat-niet/vergelijkbaar")
    assert unknown.status_code == 404
    too_many = await client.get("/api/v1/aanbod/bestaat-niet/vergelijkbaar?limit=21")
    assert too_many.status_code == 400


def card(organisatie: str = "1", **changes: Any) -> dict[str, Any]:
    return {
        "themas": ["rouw"],
        "doelgroepen": [],
        "niveau": 2,
        "organisatie": {"id": organisatie},
        **changes,
    }


def score(other: dict[str, Any], cosine: float | None = None) -> float:
    asked = card(locatie={"lat": 52.527, "lon": 6.084}, doelgroepen=["ouderen"])
    if cosine is None:
        return likeness(asked, None, other, None).score
    own = np.array([cosine, (1 - cosine**2) ** 0.5], dtype=np.float32)
    return likeness(asked, np.array([1, 0], dtype=np.float32), other, own).score


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (card(niveau=0), card()),
        (card(doelgroepen=["ouderen"]), card()),
        (card(locatie={"lat": 52.527, "lon": 6.085}), card(locatie={"lat": 52.49, "lon": 6.15})),
        (card(organisatie="2"), card()),
    ],
)
def test_what_serves_more_scores_more(better: dict[str, Any], worse: dict[str, Any]) -> None:
    assert score(better) > score(worse)


def test_a_closer_meaning_scores_more_and_none_is_no_drawback() -> None:
    assert score(card(), 0.95) > score(card(), 0.85) > score(card(), 0.8)
    assert score(card(), 0.5) == score(card())
