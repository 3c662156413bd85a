from datetime import date
from itertools import pairwise

import httpx
import pytest

from sociale_kaart.taxonomie.schoolvakanties.holidays import school_holidays

pytestmark = pytest.mark.anyio


def test_the_holidays_are_whole_weeks_that_follow_each_other() -> None:
    found = school_holidays().resultaten
    for each in found:
        assert each.van.weekday() == 5, each.naam
        assert each.tot.weekday() == 6, each.naam
        assert each.van < each.tot
    assert all(one.tot < other.van for one, other in pairwise(found))


def test_each_school_year_is_there_as_a_whole() -> None:
    by_year: dict[str, list[str]] = {}
    for each in school_holidays().resultaten:
        by_year.setdefault(each.schooljaar, []).append(each.naam)
    parts = ["Herfst", "Kerst", "Voorjaars", "Mei", "Zomer"]
    assert set(map(tuple, by_year.values())) == {tuple(f"{part}vakantie" for part in parts)}


async def test_everybody_may_know_until_when_they_are_known(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/v1/schoolvakanties")
    assert answer.status_code == 200
    found = answer.json()
    assert found["regio"] == "Noord"
    assert found["bekendTot"] == found["resultaten"][-1]["tot"]
    assert date.fromisoformat(found["bekendTot"]) >= date(2027, 8, 22)
