"""What a reader gets: one listing, lists, times, and nothing that is not theirs to see."""

from datetime import date, datetime, timedelta
from typing import Any

import httpx
import pytest

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import Problem
from tests.people import (
    create_aanbod,
    log_in_as,
    make_organisatie,
    publish,
    set_aanbod,
    step,
)

pytestmark = pytest.mark.anyio

URL = "/api/v1/aanbod"


async def ids(client: httpx.AsyncClient, query: str = "", **options: Any) -> list[str]:
    answer = await client.get(f"{URL}{query}", **options)
    assert answer.status_code == 200, answer.text
    return [row["id"] for row in answer.json()["resultaten"]]


async def test_a_listing_is_found_by_id_and_by_slug_with_all_that_was_filled_in(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    key = await make_organisatie(database, naam="Eigenaar", slug="eigenaar")
    full = {
        "beschrijving": "Lang verhaal.",
        "watLevertHetOp": "Contact.",
        "doelen": [],
        "doelgroepToelichting": "Ook als je nieuw bent.",
        "nietVoor": "Niet voor kinderen.",
        "leeftijdVan": 18,
        "leeftijdTot": 99,
        "wieVerwijst": "Niemand.",
        "kostenToelichting": "Vrije gift.",
        "toegankelijkheid": [],
        "eersteKeer": "Je wordt opgewacht.",
        "meebrengen": "Goede zin.",
        "capaciteit": "wachtlijst",
        "capaciteitOp": "2026-11-01",
        "wachttijd": "Twee weken.",
        "vrijwilligersGezocht": True,
        "vrijwilligersTekst": "Kom helpen.",
        "opAfspraak": False,
        "intervalMaanden": 3,
    }
    made = await publish(client, editor, key, **full)
    read = await client.get(f"{URL}/{made['id']}")
    body = read.json()
    assert {name: body[name] for name in full} == full
    assert body["organisatie"] == {
        "id": str(key),
        "slug": "eigenaar",
        "naam": "Eigenaar",
        "categorie": "voorziening",
    }
    assert body["locatie"] == {
        "naam": "De Proef",
        "straat": "Proefstraat 1",
        "lat": 52.527,
        "lon": 6.084,
        "wijk": "WK019330",
        "buurt": body["locatie"]["buurt"],
    }
    assert body["werkgebied"] == {"stadsbreed": False, "wijken": ["WK019330"]}
    assert body["contact"] == {"naam": "Anna", "email": "anna@example.org"}
    assert body["gecontroleerd"] == "recent"
    assert body["status"] == "gepubliceerd"
    by_slug = await client.get(f"{URL}/{body['slug']}")
    assert by_slug.content == read.content


async def test_an_etag_gives_304_until_the_listing_changes(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    address = f"{URL}/{made['slug']}"

    def earlier(aanbod: Aanbod) -> None:
        assert aanbod.bevestigd_op is not None
        aanbod.bevestigd_op -= timedelta(days=1)

    await set_aanbod(database, made["id"], earlier)
    first = await client.get(address)
    known = {"If-None-Match": first.headers["etag"]}
    assert first.headers["cache-control"] == "no-cache"
    assert (await client.get(address, headers=known)).status_code == 304
    await client.post(f"{URL}/{made['id']}/bevestigingen", headers=editor)
    after = await client.get(address, headers=known)
    assert after.status_code == 200
    assert after.json()["versie"] == first.json()["versie"]
    assert after.headers["etag"] != first.headers["etag"]
    lijst = await client.get(URL)
    again = await client.get(URL, headers={"If-None-Match": lijst.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "key",
    [
        "01900000-0000-7000-8000-000000000000",
        "bestaat-niet",
        "%2e%2e%2f",
        "a" * 3_000,
        "%F0%9F%99%82",
    ],
)
@pytest.mark.parametrize("part", ["", "/momenten"])
async def test_what_is_unknown_is_a_404_problem_in_dutch(
    client: httpx.AsyncClient, key: str, part: str
) -> None:
    answer = await client.get(f"{URL}/{key}{part}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    problem = Problem.model_validate_json(answer.content)
    assert problem.title == "Niet gevonden"


async def test_a_list_can_be_narrowed_by_words_wijk_and_organisation(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    first = await make_organisatie(database, slug="eerste")
    second = await make_organisatie(database, slug="tweede")
    koffie = await publish(client, editor, first, themas=["ontmoeten"], werkgebied=None)
    geld = await publish(
        client, editor, second, themas=["geld"], ambities=["3"], doelgroepen=["ouderen"],
        locatie=None, werkgebied=["WK019322", "assendorp"],
    )  # fmt: skip
    both = [koffie["id"], geld["id"]]
    assert await ids(client) == both
    assert await ids(client, "?thema=geld") == [geld["id"]]
    assert await ids(client, "?thema=geld&thema=ontmoeten") == both
    assert await ids(client, "?thema=geld&ambitie=1") == []
    assert await ids(client, "?thema=geld&ambitie=3&doelgroep=ouderen") == [geld["id"]]
    assert await ids(client, "?wijk=holtenbroek") == [koffie["id"]]
    assert await ids(client, "?wijk=Stadshagen&wijk=WK019330") == both
    assert await ids(client, "?wijk=WK019313") == [geld["id"]]
    assert await ids(client, "?organisatie=tweede") == [geld["id"]]
    assert await ids(client, f"?organisatie={first}") == [koffie["id"]]


async def test_a_list_of_ids_has_what_stopped_too_but_nothing_hidden(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    key = await make_organisatie(database)
    live = await publish(client, editor, key, themas=["geld"])
    stopped = await publish(client, editor, key)
    await step(client, editor, stopped, "stoppen")
    draft = await create_aanbod(client, editor, key)
    await publish(client, editor, key)
    unknown = "01900000-0000-7000-8000-000000000000"
    asked = [stopped["id"], live["id"], live["id"], draft["id"], unknown]
    query = "?" + "&".join(f"id={one}" for one in asked)
    answer = (await client.get(f"{URL}{query}")).json()
    found = [(row["id"], row["status"]) for row in answer["resultaten"]]
    assert found == [(live["id"], "gepubliceerd"), (stopped["id"], "gestopt")]
    assert answer["volgende"] is None
    assert await ids(client, f"{query}&thema=geld") == [live["id"]]
    assert await ids(client, f"?id={unknown}") == []


async def test_no_more_than_fifty_ids_at_once_and_only_real_ones(
    client: httpx.AsyncClient,
) -> None:
    many = "&".join(f"id=01900000-0000-7000-8000-0000000000{n:02d}" for n in range(51))
    for query, veld in ((many, "id"), ("id=koffie&id=", "id.0")):
        answer = await client.get(f"{URL}?{query}")
        assert answer.status_code == 400
        assert answer.json()["fouten"][0]["veld"] == veld


async def test_all_unknown_codes_of_a_filter_are_named_with_what_is_allowed(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get(f"{URL}?thema=gled&thema=geld&ambitie=9&doelgroep={'x' * 200}")
    assert answer.status_code == 400
    faults = answer.json()["fouten"]
    assert [fault["veld"] for fault in faults] == ["ambitie", "thema", "doelgroep"]
    assert faults[0]["melding"] == "'9' bestaat niet."
    assert faults[0]["toegestaan"] == ["1", "2", "3"]
    assert "geld" in faults[1]["toegestaan"]
    assert len(faults[2]["melding"]) < 80
    for query, word in (("wijk=mars", "geen wijk"), ("organisatie=niemand", "kennen we niet")):
        answer = await client.get(f"{URL}?{query}")
        assert answer.status_code == 400
        assert word in answer.json()["fouten"][0]["melding"]


async def test_pages_miss_and_repeat_nothing_while_listings_come_and_go(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    key = await make_organisatie(database)
    made = [(await publish(client, editor, key))["id"] for _ in range(5)]
    seen: list[str] = []
    cursor = ""
    for turn in range(10):
        page = (await client.get(f"{URL}?limit=2{cursor}")).json()
        seen += [row["id"] for row in page["resultaten"]]
        if turn == 0:
            for gone in (made[0], made[3]):
                await client.delete(f"{URL}/{gone}", headers={**editor, "If-Match": '"2"'})
            made.append((await publish(client, editor, key))["id"])
        if page["volgende"] is None:
            break
        cursor = f"&cursor={page['volgende']}"
    assert seen == [made[0], made[1], made[2], made[4], made[5]]


async def test_a_page_that_ends_exactly_has_no_next_one(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    key = await make_organisatie(database)
    for _ in range(2):
        await publish(client, editor, key)
    assert (await client.get(f"{URL}?limit=2")).json()["volgende"] is None
    assert (await client.get(f"{URL}?limit=1")).json()["volgende"] is not None


async def test_a_draft_is_seen_by_its_members_and_editors_and_by_nobody_else(
    client: httpx.AsyncClient, database: Database
) -> None:
    key, other = await make_organisatie(database), await make_organisatie(database)
    owner = await log_in_as(database, eigenaar=key)
    draft = await create_aanbod(client, owner, key, titel="Nog geheim plan")
    stranger = await log_in_as(database, eigenaar=other)
    nobody = await log_in_as(database)
    team = await log_in_as(database, "wijkteam")
    for headers in ({}, stranger, nobody, team, {"Cookie": "__Host-sessie=onzin"}):
        for address in (f"{URL}/{draft['id']}", f"{URL}/{draft['slug']}"):
            for part in ("", "/momenten"):
                answer = await client.get(address + part, headers=headers)
                assert answer.status_code == 404
                assert "geheim" not in answer.text
    colleague = await log_in_as(database, medebewerker=key)
    for rol in (
        owner,
        colleague,
        await log_in_as(database, "redactie"),
        await log_in_as(database, "beheer"),
    ):
        answer = await client.get(f"{URL}/{draft['slug']}", headers=rol)
        assert (answer.status_code, answer.json()["titel"]) == (200, "Nog geheim plan")
    assert await ids(client, headers=owner) == []
    assert "geheim" not in (await client.get("/api/v1/zoeken?q=geheim")).text
    assert (await client.get("/api/v1/suggesties?q=geheim")).json()["suggesties"] == []
    assert (await client.get("/api/v1/locaties")).json()["resultaten"] == []


@pytest.mark.parametrize("status", ["concept", "ter-beoordeling", "gestopt"])
async def test_only_what_is_published_is_on_the_map(
    client: httpx.AsyncClient, database: Database, status: str
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    assert await ids(client) == [made["id"]]
    assert (await client.get("/api/v1/zoeken")).json()["totaal"] == 1
    assert len((await client.get("/api/v1/locaties")).json()["resultaten"]) == 1

    def change(aanbod: Aanbod) -> None:
        aanbod.status = status

    await set_aanbod(database, made["id"], change)
    assert await ids(client) == []
    assert (await client.get("/api/v1/zoeken")).json()["totaal"] == 0
    assert (await client.get("/api/v1/locaties")).json()["resultaten"] == []


async def test_what_stopped_still_has_a_page_that_says_so(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    await step(client, editor, made, "stoppen")
    answer = await client.get(f"{URL}/{made['slug']}")
    assert (answer.status_code, answer.json()["status"]) == (200, "gestopt")


async def test_a_moment_keeps_its_clock_time_when_summer_time_ends_and_begins(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    moment = {"rrule": "FREQ=WEEKLY;BYDAY=SU", "van": "19:00", "tot": "21:00"}
    made = await publish(client, editor, await make_organisatie(database), momenten=[moment])
    query = "datumVan=2026-10-18&datumTot=2026-10-31"
    autumn = (await client.get(f"{URL}/{made['id']}/momenten?{query}")).json()["momenten"]
    assert autumn == [
        {
            "dag": "2026-10-18",
            "van": "2026-10-18T19:00:00+02:00",
            "tot": "2026-10-18T21:00:00+02:00",
        },
        {
            "dag": "2026-10-25",
            "van": "2026-10-25T19:00:00+01:00",
            "tot": "2026-10-25T21:00:00+01:00",
        },
    ]
    query = "datumVan=2027-03-21&datumTot=2027-03-28"
    spring = (await client.get(f"{URL}/{made['id']}/momenten?{query}")).json()["momenten"]
    assert [keer["van"] for keer in spring] == [
        "2027-03-21T19:00:00+01:00",
        "2027-03-28T19:00:00+02:00",
    ]


async def test_times_leave_out_exceptions_and_closed_days_and_span_midnight(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(
        client,
        editor,
        await make_organisatie(database),
        momenten=[
            {"rrule": "FREQ=DAILY", "van": "22:00", "tot": "01:30", "behalve": ["2027-01-02"]},
            {"begin": "2027-01-03"},
        ],
        sluitingen=[
            {"van": "2027-01-04", "tot": "2027-01-05", "reden": "Vakantie"},
            {"van": "2027-01-08"},
        ],
    )
    query = "datumVan=2027-01-01&datumTot=2027-01-20"
    found = (await client.get(f"{URL}/{made['id']}/momenten?{query}")).json()["momenten"]
    assert [keer["dag"] for keer in found] == [
        "2027-01-01", "2027-01-03", "2027-01-03", "2027-01-06", "2027-01-07",
    ]  # fmt: skip
    assert found[0]["tot"] == "2027-01-02T01:30:00+01:00"
    assert [keer.get("van") is None for keer in found] == [False, False, True, False, False]


async def test_times_are_of_the_coming_four_weeks_unless_asked_otherwise(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    daily = [{"rrule": "FREQ=DAILY", "van": "10:00"}]
    made = await publish(client, editor, await make_organisatie(database), momenten=daily)
    found = (await client.get(f"{URL}/{made['id']}/momenten")).json()["momenten"]
    assert found[0]["dag"] == today().isoformat()
    assert found[-1]["dag"] == (today() + timedelta(weeks=4)).isoformat()
    assert len(made["komende"]) == 40
    first = datetime.fromisoformat(made["komende"][0]["van"])
    assert first.date() == date.fromisoformat(made["komende"][0]["dag"])


@pytest.mark.parametrize(
    ("query", "veld"),
    [
        ("datumVan=2026-12-02&datumTot=2026-12-01", "datumTot"),
        ("datumVan=2026-01-01&datumTot=2028-01-01", "datumTot"),
        ("datumTot=2001-01-01", "datumTot"),
        ("datumVan=9999-12-31", "datumVan"),
        ("datumVan=0001-01-01&datumTot=0001-01-02", "datumVan"),
        ("datumVan=morgen", "datumVan"),
        ("datumVan=2026-02-30", "datumVan"),
    ],
)
async def test_a_period_that_cannot_be_is_refused(
    client: httpx.AsyncClient, database: Database, query: str, veld: str
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    answer = await client.get(f"{URL}/{made['id']}/momenten?{query}")
    assert answer.status_code == 400, answer.text
    assert answer.json()["fouten"][0]["veld"] == veld
