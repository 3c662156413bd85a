"""Each result says which wishes of the question it meets; with the engine and without."""

from typing import Any

import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken import candidates
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.schemas import ZoekAntwoord
from sociale_kaart.zoeken.statistics import count_terms
from tests.zoeken.asking import Visitor, listing, map_with, marked

pytestmark = pytest.mark.anyio


def weekly(day: str, van: str | None = None, tot: str | None = None) -> dict[str, Any]:
    times = {"van": van, "tot": tot} if van else {}
    return {"rrule": f"FREQ=WEEKLY;BYDAY={day}", **times}


ROWS = [
    listing("past", momenten=[weekly("TU", "19:00", "21:00")], talen=["nl", "ar"],
            toegankelijkheid=["rolstoel"], leeftijdVan=60, vormen=["groep"]),
    listing("past-niet", locatie={"naam": "Daar", "wijk": "WK019322"}, kosten="meer-15",
            momenten=[weekly("TU", "10:00", "12:00"), weekly("FR", "19:00", "21:00")],
            leeftijdVan=12, leeftijdTot=18, doelgroepen=["jongeren"], vormen=["individueel"],
            openVoor="leden", aanmelden="verwijzing"),
    listing("onbekend", locatie=None, kosten=None, momenten=[], vormen=[], doelgroepen=[],
            openVoor=None, aanmelden=None, talen=[]),
    listing("zonder-tijd", momenten=[weekly("TU")]),
]  # fmt: skip


async def told(visitor: Visitor, question: str, **filters: Any) -> dict[str, list[str]]:
    """Per kind of wish what it comes to, for the four listings in the order of ROWS."""
    found = await visitor.search(question, **filters)
    by_id = {result["externId"]: result["wensen"] for result in found["resultaten"]}
    for wishes in by_id.values():
        assert [{**wish, "past": None} for wish in wishes] == [
            {**wish, "past": None} for wish in found["begrepen"]
        ]
    return {
        wish["soort"]: [by_id[row["externId"]][at]["past"] for row in ROWS]
        for at, wish in enumerate(found["begrepen"])
    }


@pytest.mark.parametrize(
    ("question", "soort", "expected"),
    [
        ("koffie in holtenbroek", "wijk", ["past", "past-niet", "onbekend", "past"]),
        ("gratis koffie", "kosten", ["past", "past-niet", "onbekend", "past"]),
        ("koffie op dinsdag", "dag", ["past", "past", "onbekend", "past"]),
        ("koffie op woensdag", "dag", ["past-niet", "past-niet", "onbekend", "past-niet"]),
        ("koffie in de avond", "dagdeel", ["past", "past", "onbekend", "onbekend"]),
        ("koffie in een groep", "vorm", ["past", "past-niet", "onbekend", "past-niet"]),
        ("koffie voor ouderen", "doelgroep", ["onbekend", "past-niet", "onbekend", "onbekend"]),
        ("koffie voor iedereen", "openVoor", ["past", "past-niet", "onbekend", "past"]),
        ("koffie zonder aanmelden", "aanmelden", ["past", "past-niet", "onbekend", "past"]),
        ("koffie in het arabisch", "taal", ["past", "past-niet", "onbekend", "past-niet"]),
        ("koffie voor mijn opa van 70", "leeftijd", ["past", "past-niet", "onbekend", "onbekend"]),
        ("koffie zonder trap", "toegankelijkheid", ["past", *["onbekend"] * 3]),
    ],
)
async def test_it_meets_a_wish_or_not_or_says_nothing_of_it(
    database: Database, engine: Engine, question: str, soort: str, expected: list[str]
) -> None:
    async with map_with(database, engine, *ROWS) as pair:
        for visitor in pair:
            assert (await told(visitor, question))[soort] == expected


async def test_a_part_of_the_day_is_one_of_the_day_that_was_asked_for(
    database: Database, engine: Engine
) -> None:
    """Tuesday morning and Friday evening make no Tuesday evening."""
    async with map_with(database, engine, *ROWS) as pair:
        for visitor in pair:
            assert await told(visitor, "koffie op dinsdagavond") == {
                "dag": ["past", "past", "onbekend", "past"],
                "dagdeel": ["past", "past-niet", "onbekend", "onbekend"],
            }
            # Where the day is wrong already, the part of it is another matter.
            assert (await told(visitor, "koffie in het weekend in de avond"))["dagdeel"] == [
                "past", "past", "onbekend", "onbekend",
            ]  # fmt: skip


async def test_the_order_counts_a_part_of_the_day_on_the_day_that_was_asked_for(
    database: Database, engine: Engine
) -> None:
    rows = [
        listing("apart", momenten=[weekly("TU", "10:00", "12:00"), weekly("FR", "19:00", "21:00")]),
        listing("samen", momenten=[weekly("TU", "19:00", "21:00"), weekly("FR", "10:00", "12:00")]),
    ]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            for question, first in (("dinsdagavond", "samen"), ("vrijdagavond", "apart")):
                found = await visitor.search(f"koffie op {question}")
                assert found["resultaten"][0]["externId"] == first


async def test_without_wishes_there_is_nothing_to_say(visitor: Visitor) -> None:
    for question, without in (("", None), ("koffie", None), ("koffie in holtenbroek", "wijk")):
        found = await visitor.search(question, **({"zonder": without} if without else {}))
        assert all(result["wensen"] == [] for result in found["resultaten"])
        ZoekAntwoord.model_validate(found)


async def test_it_is_said_on_every_page_and_in_every_order(visitor: Visitor) -> None:
    for filters in ({"page": 2}, {"sort": "titel"}, {"wijk": "Holtenbroek"}):
        found = await visitor.search("samen eten in holtenbroek", **filters)
        assert found["resultaten"]
        for result in found["resultaten"]:
            [wish] = result["wensen"]
            assert (wish["soort"], wish["codes"]) == ("wijk", ["WK019330"])
            own = (result.get("locatie") or {}).get("wijk")
            assert (wish["past"] == "past") >= (own == "WK019330")


async def test_it_is_said_of_very_many_too(
    own_database: Database, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is too much to rank keeps the order of the engine, or of the database."""
    monkeypatch.setattr(candidates, "MOST_NAMED", 1)
    rows = [listing(key) for key in "abc"]
    async with map_with(own_database, engine, *rows) as pair:
        await count_terms(own_database)
        for visitor in pair:
            found = await visitor.search("koffie in holtenbroek")
            assert found["totaal"] == len(rows)
            for result in found["resultaten"]:
                assert [wish["past"] for wish in result["wensen"]] == ["past"]
                assert "Koffie" in marked(result["markering"]["titel"])
