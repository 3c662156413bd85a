"""How often listings are seen and used: counted of visitors, told to who keeps them true."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from sociale_kaart.accounts.rate_limit import RateLimit
from sociale_kaart.core.clock import today
from sociale_kaart.core.counting import Counts, month_of
from sociale_kaart.core.db import Database
from sociale_kaart.inzicht.bereik import routes
from sociale_kaart.inzicht.bereik.models import AanbodBereik, AanbodVraag
from sociale_kaart.inzicht.bereik.schemas import SOORTEN
from sociale_kaart.inzicht.bereik.vragen import Vragen
from sociale_kaart.inzicht.bereik.writing import forget_old_counts, write_counts
from sociale_kaart.zoeken.statistics import count_terms
from tests.conftest import serve
from tests.people import Headers, create_aanbod, log_in_as, make_organisatie, publish

pytestmark = pytest.mark.anyio

BROWSER = {
    "Sec-Fetch-Mode": "cors",
    "Sec-Fetch-Site": "same-origin",
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Firefox/150.0",
}
THIS_MONTH = f"{month_of(today()):%Y-%m}"


class Kaart:
    """A map with one listing, and whoever looks at it."""

    def __init__(self, client: httpx.AsyncClient, database: Database) -> None:
        self.client, self.database = client, database
        self.state: Any = client._transport.app.state  # type: ignore[attr-defined]

    async def fill(self) -> "Kaart":
        self.organisatie = await make_organisatie(self.database)
        self.editor = await log_in_as(self.database, "redactie")
        self.owner = await log_in_as(self.database, eigenaar=self.organisatie)
        self.aanbod = await publish(self.client, self.editor, self.organisatie)
        self.url = f"/api/v1/aanbod/{self.aanbod['id']}/bereik"
        return self

    def come_from(self, number: int) -> None:
        """The next is told from another address."""
        self.client._transport.client = (f"192.0.2.{number}", 1)  # type: ignore[attr-defined]

    async def tell(self, headers: Headers = BROWSER, **body: str) -> int:
        answer = await self.client.post(self.url, json=body, headers=headers)
        return answer.status_code

    async def written(self) -> dict[str, Any]:
        """What the owner reads when everything is written."""
        await write_counts(self.database, self.state.counts, self.state.vragen)
        answer = await self.client.get(self.url, headers=self.owner)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


@pytest.fixture
async def kaart(client: httpx.AsyncClient, database: Database) -> Kaart:
    return await Kaart(client, database).fill()


async def test_the_owner_reads_how_often_it_was_opened_and_used(kaart: Kaart) -> None:
    for _ in range(12):
        assert await kaart.tell(soort="geopend") == 204
    assert await kaart.tell(soort="gebeld") == 204
    told = await kaart.written()
    assert told["maanden"] == [
        {
            "maand": THIS_MONTH,
            "getoond": {"aantal": 0},
            "geopend": {"aantal": 12},
            "gebeld": {"minderDan": 10},
            "gemaild": {"aantal": 0},
            "website": {"aantal": 0},
            "route": {"aantal": 0},
            "vragen": [],
        }
    ]
    assert (told["drempel"], told["status"]) == (10, "gepubliceerd")
    await kaart.tell(soort="geopend")
    assert (await kaart.written())["maanden"][0]["geopend"] == {"aantal": 13}


async def test_a_search_counts_what_it_shows_also_from_memory(kaart: Kaart) -> None:
    for _ in range(11):
        found = await kaart.client.get("/api/v1/zoeken?q=koffie", headers=BROWSER)
        assert [one["id"] for one in found.json()["resultaten"]] == [kaart.aanbod["id"]]
    # The site asks this to know whether it is a demo.
    await kaart.client.get("/api/v1/zoeken?pageSize=1", headers=BROWSER)
    assert (await kaart.written())["maanden"][0]["getoond"] == {"aantal": 11}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Firefox/150.0"},
        # What draws pages asks like this, before anybody sees them.
        {"Sec-Fetch-Mode": "cors", "User-Agent": "node"},
        {**BROWSER, "User-Agent": "Mozilla/5.0 (compatible; Voorbeeldbot/2.1)"},
        {**BROWSER, "User-Agent": "Mozilla/5.0 HeadlessChrome/150.0"},
        {**BROWSER, "Sec-Purpose": "prefetch;prerender"},
        {**BROWSER, "Cookie": "__Host-sessie=iets"},
    ],
)
async def test_programs_robots_guesses_and_colleagues_are_not_counted(
    kaart: Kaart, headers: Headers
) -> None:
    assert await kaart.tell(headers, soort="geopend") == 204
    assert (await kaart.client.get("/api/v1/zoeken?q=koffie", headers=headers)).is_success
    assert (await kaart.written())["maanden"] == []


async def test_nothing_in_the_tables_tells_the_time_or_who_it_was(kaart: Kaart) -> None:
    async with kaart.database.transaction() as session:
        connection = await session.connection()
        columns = await connection.run_sync(
            lambda sync: {
                table: {column["name"] for column in inspect(sync).get_columns(table)}
                for table in ("aanbod_bereik", "aanbod_vraag")
            }
        )
    assert columns == {
        "aanbod_bereik": {"aanbod_id", "maand", "soort", "aantal"},
        "aanbod_vraag": {"aanbod_id", "maand", "vraag", "aantal"},
    }


async def test_a_question_is_told_when_ten_asked_it(kaart: Kaart) -> None:
    await count_terms(kaart.database)
    for number in range(9):
        kaart.come_from(number)
        for _ in range(2):
            await kaart.tell(soort="geopend", vraag="Koffie in de buurt?")
    [maand] = (await kaart.written())["maanden"]
    assert (maand["vragen"], maand["geopend"]) == ([], {"aantal": 18})
    assert await rows_of_vragen(kaart.database) == 0
    kaart.come_from(9)
    await kaart.tell(soort="geopend", vraag="koffie in de buurt")
    [maand] = (await kaart.written())["maanden"]
    assert maand["vragen"] == [{"vraag": "koffie in de buurt", "aantal": 10}]


@pytest.mark.parametrize(
    "vraag",
    [
        "koffie met Jan de Vries",
        "koffie 038 000 12 34",
        "koffie iemand@example.org",
        "koffie ik wil dood",
        "in de",
        "koffie " * 12,
    ],
)
async def test_a_question_about_somebody_or_in_need_is_not_even_counted(
    kaart: Kaart, vraag: str
) -> None:
    await count_terms(kaart.database)
    for number in range(10):
        kaart.come_from(number)
        assert await kaart.tell(soort="geopend", vraag=vraag) == 204
    [maand] = (await kaart.written())["maanden"]
    assert (maand["vragen"], maand["geopend"]) == ([], {"aantal": 10})


async def test_the_database_refuses_a_question_of_a_few(kaart: Kaart) -> None:
    few = AanbodVraag(
        aanbod_id=UUID(kaart.aanbod["id"]), maand=month_of(today()), vraag="koffie", aantal=9
    )
    with pytest.raises(IntegrityError, match="drempel"):
        async with kaart.database.transaction() as session:
            session.add(few)


@pytest.mark.parametrize(
    ("body", "veld"),
    [
        ({}, "soort"),
        ({"soort": "getoond"}, "soort"),
        ({"soort": "geopend", "wie": "ik"}, "wie"),
        ({"soort": "geopend", "vraag": "k" * 101}, "vraag"),
    ],
)
async def test_only_what_is_on_the_list_is_counted(
    kaart: Kaart, body: dict[str, str], veld: str
) -> None:
    answer = await kaart.client.post(kaart.url, json=body, headers=BROWSER)
    assert answer.status_code == 400
    assert [fout["veld"] for fout in answer.json()["fouten"]] == [veld]
    assert (await kaart.written())["maanden"] == []


async def test_what_is_not_on_the_map_is_not_counted(kaart: Kaart) -> None:
    draft = await create_aanbod(kaart.client, kaart.editor, kaart.organisatie)
    for key in (draft["id"], str(UUID(int=1))):
        answer = await kaart.client.post(
            f"/api/v1/aanbod/{key}/bereik", json={"soort": "geopend"}, headers=BROWSER
        )
        assert answer.status_code == 404


async def test_who_sends_very_many_is_stopped(
    kaart: Kaart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "_CLIENT_LIMIT", RateLimit(limit=2, seconds=600))
    assert [await kaart.tell(soort="geopend") for _ in range(3)] == [204, 204, 429]


async def test_an_organisation_reads_what_each_listing_brought(kaart: Kaart) -> None:
    more = await publish(kaart.client, kaart.editor, kaart.organisatie, titel="Soep")
    for key, soort, times in (
        (kaart.aanbod["id"], "geopend", 3),
        (more["id"], "geopend", 20),
        (more["id"], "gebeld", 6),
        (more["id"], "gemaild", 5),
    ):
        kaart.state.counts.add([key], soort, times)
    await kaart.written()
    await publish(kaart.client, kaart.editor, kaart.organisatie, titel="Niemand zag het")
    url = f"/api/v1/organisaties/{kaart.organisatie}/bereik"
    told = (await kaart.client.get(url, headers=kaart.owner)).json()
    assert (told["maand"], told["maanden"], told["drempel"]) == (THIS_MONTH, [THIS_MONTH], 10)
    nothing = {soort: {"aantal": 0} for soort in SOORTEN}
    few = {"minderDan": 10}
    assert told["resultaten"] == [
        {**nothing, "id": more["id"], "titel": "Soep", "geopend": {"aantal": 20}, "gebeld": few,
         "gemaild": few},
        {**nothing, "id": kaart.aanbod["id"], "titel": "Koffie in de buurt", "geopend": few},
        {**nothing, "id": told["resultaten"][2]["id"], "titel": "Niemand zag het"},
    ]  # fmt: skip
    earlier = await kaart.client.get(f"{url}?maand=2025-01", headers=kaart.owner)
    assert {one["geopend"]["aantal"] for one in earlier.json()["resultaten"]} == {0}
    for wrong in ("2026-13", "november", "2026-1", "1026-01", ""):
        answer = await kaart.client.get(f"{url}?maand={wrong}", headers=kaart.owner)
        assert answer.status_code == 400, wrong


async def test_lists_of_the_wijkteam_have_a_place_and_are_told_to_nobody(kaart: Kaart) -> None:
    kaart.state.counts.add([kaart.aanbod["id"]], "wijkteam", 30)
    assert (await kaart.written())["maanden"] == []
    url = f"/api/v1/organisaties/{kaart.organisatie}/bereik"
    told = (await kaart.client.get(url, headers=kaart.owner)).text
    assert "wijkteam" not in told
    async with kaart.database.transaction() as session:
        assert await session.scalar(text("SELECT aantal FROM aanbod_bereik")) == 30


async def test_what_cannot_be_written_waits_and_what_was_removed_is_passed_over(
    own_database: Database,
) -> None:
    counts, vragen = Counts(), Vragen()
    counts.add([str(UUID(int=1))], "geopend")
    away = Database("postgresql+asyncpg:///er-is-niets?host=/nergens")
    await write_counts(away, counts, vragen)
    await away.close()
    assert sum(counts.take().values()) == 1
    async with serve(own_database) as client:
        kaart = await Kaart(client, own_database).fill()
        counts.add([str(UUID(int=1)), kaart.aanbod["id"]], "geopend", 10)
        await write_counts(own_database, counts, vragen)
        assert (await kaart.written())["maanden"][0]["geopend"] == {"aantal": 10}
        await kaart.tell(soort="geopend")
    # What had not been written when the application stopped is written then.
    async with own_database.transaction() as session:
        total = await session.scalar(text("SELECT sum(aantal) FROM aanbod_bereik"))
        assert total == 11


async def test_counts_go_after_three_years(kaart: Kaart) -> None:
    month = month_of(today())
    for years, aantal in ((3, 30), (4, 40)):
        row = AanbodBereik(
            aanbod_id=UUID(kaart.aanbod["id"]),
            maand=month.replace(year=month.year - years),
            soort="geopend",
            aantal=aantal,
        )
        async with kaart.database.transaction() as session:
            session.add(row)
    await forget_old_counts(kaart.database)
    async with kaart.database.transaction() as session:
        assert await session.scalar(text("SELECT sum(aantal) FROM aanbod_bereik")) == 30


async def rows_of_vragen(database: Database) -> int:
    async with database.transaction() as session:
        return int(await session.scalar(text("SELECT count(*) FROM aanbod_vraag")) or 0)
