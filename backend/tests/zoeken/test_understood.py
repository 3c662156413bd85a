"""What a question is understood to ask, as the API says it; with the engine and without."""

import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.synonyms.models import Synoniem
from tests.zoeken.asking import Visitor, listing, map_with

pytestmark = pytest.mark.anyio

ROWS = [
    listing("hier", titel="Koffie in Holtenbroek"),
    listing(
        "daar", titel="Koffie in Stadshagen", locatie={"naam": "Daar", "wijk": "WK019322"}
    ),
    listing("duur", titel="Koffie met gebak", kosten="meer-15"),
]  # fmt: skip


async def test_a_wish_orders_and_can_be_taken_off(database: Database, engine: Engine) -> None:
    async with map_with(database, engine, *ROWS) as pair:
        for visitor in pair:
            found = await visitor.search("koffie in stadshagen")
            assert [wish["soort"] for wish in found["begrepen"]] == ["wijk"]
            assert found["begrepen"][0]["codes"] == ["WK019322"]
            assert found["begrepen"][0]["tekst"] == "in stadshagen"
            assert found["resultaten"][0]["externId"] == "daar"
            assert found["totaal"] == len(ROWS)
            without = await visitor.search("koffie in stadshagen", zonder="wijk")
            assert without["begrepen"] == []


async def test_wishes_alone_are_a_question_too(database: Database, engine: Engine) -> None:
    async with map_with(database, engine, *ROWS) as pair:
        for visitor in pair:
            assert await visitor.ids("gratis in stadshagen") == ["daar"]


async def test_a_better_spelling_is_said_and_used(database: Database, engine: Engine) -> None:
    async with map_with(database, engine, *ROWS) as pair:
        for visitor in pair:
            found = await visitor.search("gratis kofie")
            assert found["bedoeldeJe"] == "gratis koffie"
            assert found["totaal"] == len(ROWS)
            assert (await visitor.search("gratis koffie"))["bedoeldeJe"] is None


async def test_a_synonym_of_the_redactie_is_used(database: Database, engine: Engine) -> None:
    async with database.transaction() as session:
        session.add(
            Synoniem(woord="bakkie", betekent="koffie", woord_kaal="bakkie",
                     betekent_kaal="koffie", richting="heen", herkomst="redactie")
        )  # fmt: skip
    async with map_with(database, engine, *ROWS) as pair:
        for visitor in pair:
            assert set(await visitor.ids("bakkie")) == {"hier", "daar", "duur"}


async def test_who_is_in_need_gets_numbers_to_call(visitor: Visitor) -> None:
    found = await visitor.search("ik wil niet meer leven")
    assert "113" in " ".join(one["nummer"] for one in found["noodhulp"])
    assert (await visitor.search("appels snijden"))["noodhulp"] == []
    assert (await visitor.search())["noodhulp"] == []


async def test_nothing_found_says_what_would_be_without_a_filter(
    database: Database, engine: Engine
) -> None:
    async with map_with(database, engine, *ROWS) as pair:
        for visitor in pair:
            found = await visitor.search("gebak", kosten="gratis", wijk="Holtenbroek")
            assert found["totaal"] == 0
            assert found["ruimer"] == {"kosten": 1}
            assert (await visitor.search("gebak"))["ruimer"] == {}


@pytest.mark.parametrize("nonsense", ["asdfgh", "qwxzv plmokn", "zzzzzz"])
async def test_nonsense_finds_nothing(visitor: Visitor, nonsense: str) -> None:
    assert await visitor.total(nonsense) == 0
