"""'Bestaat misschien al': what is found while somebody types, and why."""

from typing import Any

import httpx
import pytest

from sociale_kaart.aansluiten.rules import domain_of, number_of, site_of
from sociale_kaart.core.db import Database
from tests.people import log_in_as, make_organisatie, publish

pytestmark = pytest.mark.anyio

URL = "/api/v1/organisaties/gelijkenissen"


async def alike(client: httpx.AsyncClient, **asked: Any) -> dict[str, list[str]]:
    """The names that are found with their reasons, in order."""
    answer = await client.post(URL, json=asked)
    assert answer.status_code == 200, answer.text
    return {found["naam"]: found["redenen"] for found in answer.json()["resultaten"]}


@pytest.mark.parametrize(
    ("there", "typed"),
    [
        ("Buurtkamer 't Anker", "Buurtkamer Het Anker"),
        ("Stichting Soep op de Stoep", "soep op de stoep"),
        ("Soep op de stoep", "Stichting Soep op de Stoep"),
        ("Buurthuis De Brug", "buurthuis de brg"),
        ("Eethuis Café Ons Genoegen", "ons genoegen"),
        ("Wandelclub Holtenbroek", "Wandelclub Holt"),
    ],
)
async def test_a_name_that_is_nearly_the_same_is_found(
    client: httpx.AsyncClient, database: Database, there: str, typed: str
) -> None:
    await make_organisatie(database, naam=there)
    await make_organisatie(database, naam="Schaakvereniging Het Zwarte Paard")
    [(naam, redenen)] = (await alike(client, naam=typed)).items()
    assert naam == there
    assert redenen[0] in {"naam", "zelfde-naam"}


@pytest.mark.parametrize(
    "typed", ["Schaken", "de", "Stichting", "x", "", "%", "'; DROP TABLE", "\\m("]
)
async def test_what_is_not_like_it_finds_nothing(
    client: httpx.AsyncClient, database: Database, typed: str
) -> None:
    await make_organisatie(database, naam="Stichting Soep op de Stoep")
    assert await alike(client, naam=typed) == {}


@pytest.mark.parametrize(
    ("there", "asked", "reden"),
    [
        ({"website": "https://www.anker.example.org/x"}, {"website": "http://anker.example.org"}, "website"),
        ({"telefoon": "038 000 12 34"}, {"telefoon": "+31 (0)38-0001234"}, "telefoon"),
        ({"telefoon": "0031380001234"}, {"telefoon": "038-0001234"}, "telefoon"),
        ({"email": "info@anker.example.org"}, {"email": "Bestuur@Anker.example.org"}, "maildomein"),
        ({"email": "anker@gmail.com"}, {"email": "Anker@gmail.com"}, "email"),
        ({"kvk": "12345678"}, {"kvk": "12345678"}, "kvk"),
    ],
)  # fmt: skip
async def test_the_same_site_number_or_mail_is_a_reason(
    client: httpx.AsyncClient,
    database: Database,
    there: dict[str, str],
    asked: dict[str, str],
    reden: str,
) -> None:
    await make_organisatie(database, naam="Heel iets anders", **there)
    assert await alike(client, naam="Bijenkring", **asked) == {"Heel iets anders": [reden]}


@pytest.mark.parametrize(
    ("there", "asked"),
    [
        ({"email": "anker@gmail.com"}, {"email": "bijen@gmail.com"}),
        ({"website": "https://www.facebook.com/anker"}, {"website": "https://facebook.com/bijen"}),
        ({"website": "https://anker.example.org"}, {"website": "https://nker.example.org"}),
        ({"email": "a@anker.example.org"}, {"email": "a@ker.example.org"}),
        ({"telefoon": "038 000 12 34"}, {"telefoon": "0800 1234"}),
    ],
)
async def test_what_many_share_is_no_reason(
    client: httpx.AsyncClient, database: Database, there: dict[str, str], asked: dict[str, str]
) -> None:
    await make_organisatie(database, naam="Heel iets anders", **there)
    assert await alike(client, naam="Bijenkring", **asked) == {}


async def test_more_reasons_come_first_and_only_public_things_are_told(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_organisatie(database, naam="Bijenkring Zuid")
    key = await make_organisatie(
        database,
        naam="Bijenkring Noord",
        website="https://bij.example.org",
        telefoon="038 000 1111",
    )
    editor = await log_in_as(database, "redactie")
    await publish(client, editor, key)
    await log_in_as(database, eigenaar=key)
    asked = {"naam": "Bijenkring", "website": "https://bij.example.org"}
    answer = (await client.post(URL, json=asked)).json()["resultaten"]
    assert [found["naam"] for found in answer] == ["Bijenkring Noord", "Bijenkring Zuid"]
    assert answer[0]["wijken"] == ["Holtenbroek"]
    assert answer[1]["wijken"] == []
    told = {"id", "slug", "naam", "categorie", "wijken", "redenen", "gecontroleerd"}
    assert set(answer[0]) == told


async def test_what_nobody_may_know_of_is_not_found(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_organisatie(
        database,
        naam="Bijenkring",
        email="a@bij.example.org",
        kvk="12345678",
        gecontroleerd_op=None,
    )
    asked = {"naam": "Bijenkring", "email": "a@bij.example.org", "kvk": "12345678"}
    assert await alike(client, **asked) == {}


async def test_somebody_who_types_very_much_has_to_wait(client: httpx.AsyncClient) -> None:
    for _ in range(300):
        assert (await client.post(URL, json={})).status_code == 200
    assert (await client.post(URL, json={})).status_code == 429


def test_sites_numbers_and_domains_are_compared_as_people_mean_them() -> None:
    assert site_of("https://www.Anker.example.org:8080/a?b#c") == "anker.example.org"
    assert site_of("https://m.facebook.com/x") is None
    assert site_of("onzin") is None
    assert site_of(None) is None
    assert number_of("+31 6 00 00 00 00") == "0600000000"
    assert number_of("tel") is None
    assert domain_of("a@GMAIL.com") is None
    assert domain_of("a@anker.example.org") == "anker.example.org"
