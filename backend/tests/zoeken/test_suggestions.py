"""What somebody may mean while still typing, from Meilisearch and from PostgreSQL."""

import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.engine import Engine
from tests.people import make_synoniem
from tests.zoeken.asking import Visitor, listing, map_with, marked, owner

pytestmark = pytest.mark.anyio

ORDER = ["thema", "wijk", "woord", "organisatie", "aanbod"]
ROWS = [
    listing("a", titel="Zwemmen voor ouderen", organisatie=owner("o1", "Café de Zon")),
    listing("b", titel="Zingen", organisatie=owner("o2", "Zangkoor Zonneschijn")),
    listing("c", titel="Verborgen", status="concept", organisatie=owner("o3", "Zonder aanbod")),
]


async def test_listings_and_organisations_by_the_beginning_of_a_word(
    database: Database, engine: Engine
) -> None:
    async with map_with(database, engine, *ROWS) as pair:
        for visitor in pair:
            found = await visitor.suggest("zwem")
            [listed] = [item for item in found if item["soort"] == "aanbod"]
            assert listed["titel"] == "Zwemmen voor ouderen"
            assert listed["slug"] == "zwemmen-voor-ouderen"
            assert listed["ondertitel"] == "Café de Zon"
            assert marked(listed["markering"]) == ["Zwem"]
            for typed in ("café", "cafe", "CAFÉ DE"):
                names = [i["titel"] for i in await visitor.suggest(typed) if "slug" in i]
                assert "Café de Zon" in names, (typed, visitor.degraded)
            kinds = [item["soort"] for item in await visitor.suggest("zon")]
            assert kinds.count("organisatie") == 2
            assert kinds == sorted(kinds, key=ORDER.index)
            titles = [item["titel"] for item in await visitor.suggest("zon")]
            # Who has nothing on the map is not suggested.
            assert "Zonder aanbod" not in titles


async def test_on_an_empty_map_there_are_only_themes_and_wijken(
    database: Database, engine: Engine
) -> None:
    async with map_with(database, engine) as pair:
        for visitor in pair:
            assert {item["soort"] for item in await visitor.suggest("be")} == {"thema", "wijk"}
            assert await visitor.suggest("zwemmen") == []


async def test_themes_and_wijken_come_from_the_vocabularies(visitor: Visitor) -> None:
    found = await visitor.suggest("holten")
    assert found[0]["soort"] == "wijk"
    assert found[0]["code"] == "WK019330"
    assert marked(found[0]["markering"]) == ["Holten"]
    themes = await visitor.suggest("geld")
    assert themes[0]["soort"] == "thema"
    assert themes[0]["code"] == "geld"


async def test_a_misspelt_name_is_suggested(database: Database, engine: Engine) -> None:
    async with map_with(database, engine, *ROWS) as pair:
        for visitor in pair:
            titles = [item["titel"] for item in await visitor.suggest("zwemen")]
            assert "Zwemmen voor ouderen" in titles, visitor.degraded


@pytest.mark.parametrize("typed", ["!", "🎉", '"', "-", "\u0301"])
async def test_what_is_no_word_suggests_nothing(visitor: Visitor, typed: str) -> None:
    assert await visitor.suggest(typed) == []


@pytest.mark.parametrize("typed", ["%", "_", "\\", "100%", "a\\", "' OR 1=1", "קפה", "x" * 100])
async def test_any_text_gets_an_answer(visitor: Visitor, typed: str) -> None:
    assert len(await visitor.suggest(typed)) <= 8


async def test_the_limit_holds(visitor: Visitor) -> None:
    assert len(await visitor.suggest("w", limit=3)) == 3
    answer = await visitor.client.get("/api/v1/suggesties", params={"q": "w", "limit": 21})
    assert answer.status_code == 400


async def words(visitor: Visitor, typed: str, **params: int) -> list[str]:
    found = await visitor.suggest(typed, **params)
    return [item["titel"] for item in found if item["soort"] == "woord"]


async def test_words_that_people_type_and_words_of_the_map(
    database: Database, engine: Engine
) -> None:
    await make_synoniem(database, woord="Plonzen", betekent="zwemmen")
    await make_synoniem(database, woord="Plonsbad", betekent="sauna")
    async with map_with(database, engine, *ROWS) as pair:
        for visitor in pair:
            [word] = [one for one in await visitor.suggest("plon") if one["soort"] == "woord"]
            assert (word["titel"], marked(word["markering"])) == ("Plonzen", ["Plon"])
            assert await visitor.total(word["titel"]) == 1
            assert await words(visitor, "zwe") == ["zwemmen"]
            assert await words(visitor, "zwemmen") == []


async def test_a_theme_is_no_word_as_well(database: Database, engine: Engine) -> None:
    await make_synoniem(database, woord="poen", betekent="Geld en schulden")
    rows = [listing("a", themas=["geld"], titel="Hulp bij schulden")]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            found = await visitor.suggest("geld en sch")
            assert [
                one["soort"] for one in found if one["titel"].lower() == "geld en schulden"
            ] == ["thema"]
            assert await words(visitor, "poe") == ["poen"]


async def test_words_leave_room_for_what_there_is(database: Database, engine: Engine) -> None:
    names = ("Taalles", "Taalhuis", "Taalcafé", "Taalmaatje")
    rows = [listing(name, titel=name) for name in names]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            for limit, expected in ((8, 3), (4, 1), (3, 1)):
                found = await visitor.suggest("taal", limit=limit)
                kinds = [one["soort"] for one in found]
                assert kinds[0] == "thema"
                assert kinds.count("woord") == expected
                assert len(kinds) == limit


@pytest.mark.parametrize("typed", ["", " "])
async def test_before_anything_is_typed_there_are_examples_that_lead_somewhere(
    database: Database, engine: Engine, typed: str
) -> None:
    async with map_with(database, engine, listing("a", titel="Koffie drinken")) as pair:
        for visitor in pair:
            assert await words(visitor, typed) == ["koffie drinken"]
            assert await words(visitor, typed, limit=1) == ["koffie drinken"]


async def test_an_empty_map_has_no_examples(database: Database, engine: Engine) -> None:
    async with map_with(database, engine) as pair:
        for visitor in pair:
            assert await visitor.suggest("") == []
