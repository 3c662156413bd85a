"""Where somebody says they are, looked up over the API; the register is a server on a real port."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from sociale_kaart.core.db import Database
from tests.conftest import serve
from tests.serving import serving
from tests.taxonomie.adressen.register import Register, answer, document, running

pytestmark = pytest.mark.anyio


@pytest.fixture
def register() -> Iterator[Register]:
    with running() as register:
        yield register


@pytest.fixture
async def visitor(database: Database, register: Register) -> AsyncIterator[httpx.AsyncClient]:
    """A visitor of a map that looks streets up in the register."""
    async with serve(database, adressen_url=register.url, adressen_timeout_seconds=0.5) as client:
        yield client


async def look_up(client: httpx.AsyncClient, q: str) -> dict[str, Any]:
    answer = await client.get("/api/v1/adressen", params={"q": q})
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    return dict(answer.json())


def labels(found: dict[str, Any]) -> list[str]:
    return [adres["label"] for adres in found["adressen"]]


async def test_a_street_comes_with_a_rounded_point_and_where_that_lies(
    visitor: httpx.AsyncClient, register: Register
) -> None:
    found = await look_up(visitor, "Beethovenlaan 14")
    assert found == {
        "gedegradeerd": False,
        "adressen": [
            {
                "soort": "straat",
                "label": "Beethovenlaan, Zwolle",
                "punt": {"lat": 52.527, "lon": 6.084},
                "wijk": "WK019330",
                "buurt": found["adressen"][0]["buurt"],
            }
        ],
    }
    assert found["adressen"][0]["buurt"].startswith("BU019330")
    [asked] = register.asked
    assert asked == {
        "q": ["beethovenlaan"],
        "fq": ["type:weg", "gemeentecode:(0193)"],
        "fl": ["type,weergavenaam,centroide_ll"],
        "rows": ["10"],
    }


async def test_a_wijk_stands_before_streets_and_nothing_outside_the_municipality(
    visitor: httpx.AsyncClient,
) -> None:
    assert labels(await look_up(visitor, "assendorp")) == [
        "Assendorp",
        "Nieuw-Assendorp",
        "Assendorperstraat, Zwolle",
        "Assendorperdijk, Zwolle",
    ]


async def test_a_whole_postcode_is_looked_up_and_else_stands_for_its_figures(
    visitor: httpx.AsyncClient, register: Register
) -> None:
    known = await look_up(visitor, "8031 ab")
    assert labels(known) == ["Beethovenlaan, 8031AB Zwolle"]
    assert register.asked[-1]["q"] == ["8031AB"]
    assert register.asked[-1]["fq"][0] == "type:postcode"
    unknown = await look_up(visitor, "8031ZZ")
    assert labels(unknown) == ["8031"]
    assert unknown["adressen"][0]["wijk"] == "WK019330"
    assert unknown["gedegradeerd"] is False


async def test_figures_alone_ask_nobody_and_name_no_wijk_when_there_are_several(
    visitor: httpx.AsyncClient, register: Register
) -> None:
    found = await look_up(visitor, "8011")
    assert labels(found) == ["8011"]
    assert "wijk" not in found["adressen"][0]
    assert labels(await look_up(visitor, "80")) == ["8011", "8012", "8013", "8014", "8015"]
    assert register.asked == []


@pytest.mark.parametrize("q", ["", "a", "as", "%", "*:*", "\u202e", "1011", "1011AB 3"])
async def test_what_can_be_no_street_here_finds_nothing_and_is_no_fault(
    visitor: httpx.AsyncClient, register: Register, q: str
) -> None:
    found = await look_up(visitor, q)
    assert found["gedegradeerd"] is False
    assert [one for one in found["adressen"] if one["soort"] == "straat"] == []


async def test_too_much_to_be_a_street_is_refused(visitor: httpx.AsyncClient) -> None:
    refusal = await visitor.get("/api/v1/adressen", params={"q": "a" * 101})
    assert refusal.status_code == 400
    assert refusal.json()["fouten"][0]["veld"] == "q"


async def test_the_same_question_is_asked_once(
    visitor: httpx.AsyncClient, register: Register
) -> None:
    first = await look_up(visitor, "Beethovenlaan")
    for same in ("beethovenlaan", " BEETHOVENLAAN 3", "Beethovenlaan 12 a"):
        assert await look_up(visitor, same) == first
    assert len(register.asked) == 1


NONSENSE: list[tuple[int, bytes]] = [
    (500, b""),
    (404, answer([])),
    (302, b""),
    (200, b"<html>onderhoud</html>"),
    (200, b""),
    (200, b"[]"),
    (200, b'{"response": {"docs": 3}}'),
    (200, b'{"response": {"docs": ["Assendorperstraat"]}}'),
    (200, b'{"response": null}'),
    (200, b"\xff\xfe"),
]


@pytest.mark.parametrize(("status", "body"), NONSENSE)
async def test_a_register_that_answers_nonsense_leaves_the_map_its_own_names(
    visitor: httpx.AsyncClient, register: Register, status: int, body: bytes
) -> None:
    register.status, register.body = status, body
    found = await look_up(visitor, "assendorp")
    assert labels(found) == ["Assendorp", "Nieuw-Assendorp", "Oud-Assendorp"]
    assert found["gedegradeerd"] is True
    assert labels(await look_up(visitor, "8031AB")) == ["8031"]


async def test_a_document_that_lacks_what_we_need_is_passed_over(
    visitor: httpx.AsyncClient, register: Register
) -> None:
    whole = document("weg", "Beethovenlaan, Zwolle", (52.5269, 6.0837))
    broken = [
        {**whole, "centroide_ll": None},
        {**whole, "centroide_ll": "POINT(NaN 52.5)"},
        {**whole, "centroide_ll": "LINESTRING(6 52)"},
        {**whole, "weergavenaam": ""},
        {**whole, "type": "hectometerpaal"},
        {},
    ]
    register.body = answer([*broken, whole])
    found = await look_up(visitor, "beethovenlaan")
    assert labels(found) == ["Beethovenlaan, Zwolle"]
    assert found["gedegradeerd"] is False


async def test_a_register_that_hangs_is_not_waited_for_and_then_left_alone(
    visitor: httpx.AsyncClient, register: Register
) -> None:
    register.hangs = True
    assert (await look_up(visitor, "assendorp"))["gedegradeerd"] is True
    asked = len(register.asked)
    assert (await look_up(visitor, "beethovenlaan"))["gedegradeerd"] is True
    assert len(register.asked) == asked


async def test_only_some_ask_at_the_same_time(
    visitor: httpx.AsyncClient, register: Register
) -> None:
    register.hangs = True
    streets = [f"straat{chr(97 + number)}" for number in range(20)]
    found = await asyncio.gather(*(look_up(visitor, street) for street in streets))
    assert all(each["gedegradeerd"] for each in found)
    assert 0 < len(register.asked) <= 8


async def test_a_register_that_is_gone_or_was_never_there_says_so(
    database: Database, client: httpx.AsyncClient
) -> None:
    with running() as register:
        url = register.url
    for address in (url, "http://[", "geen adres"):
        async with serve(database, adressen_url=address) as visitor:
            assert (await look_up(visitor, "beethovenlaan"))["gedegradeerd"] is True
            assert labels(await look_up(visitor, "holtenbroek"))[0] == "Holtenbroek"
    # Without the setting.
    found = await look_up(client, "beethovenlaan")
    assert found == {"adressen": [], "gedegradeerd": True}
    assert labels(await look_up(client, "8031AB")) == ["8031"]
    assert (await look_up(client, "8031"))["gedegradeerd"] is False


def test_nothing_of_what_was_typed_is_in_the_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with (
        running() as register,
        serving(log, None, {"ADRESSEN_URL": register.url, "LOG_LEVEL": "debug"}) as server,
    ):
        assert server.get("/api/v1/adressen?q=Beethovenlaan+14").status_code == 200
        register.status = 500
        away = server.get("/api/v1/adressen?q=Assendorperdijk+7").json()
        assert away["gedegradeerd"] is True
        lines = server.log_lines()
    assert [line["reason"] for line in lines if line["event"] == "addresses_away"] == ["status 500"]
    text = log.read_text(encoding="utf-8").lower()
    assert '"/adressen"' in text
    assert "beethoven" not in text
    assert "assendorp" not in text
