"""Synonyms over the API: for editors only, never for the public."""

import asyncio
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlmodel import col, select

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.synonyms.models import Synoniem
from tests.conftest import serve
from tests.people import Headers, log_in_as, make_synoniem

pytestmark = pytest.mark.anyio

URL = "/api/v1/synoniemen"
BODY: dict[str, Any] = {
    "woord": "Bejaarden",
    "betekent": "Ouderen",
    "richting": "heen",
    "heelWoord": False,
}


@pytest.fixture
async def editor(database: Database) -> Headers:
    return await log_in_as(database, "redactie")


def if_match(headers: Headers, versie: object) -> Headers:
    return {**headers, "If-Match": f'"{versie}"'}


async def test_what_is_sent_comes_back(client: httpx.AsyncClient, editor: Headers) -> None:
    made = await client.post(URL, json=BODY, headers=editor)
    assert made.status_code == 201, made.text
    body = made.json()
    assert {key: body[key] for key in BODY} == BODY
    assert (body["herkomst"], body["versie"]) == ("redactie", 1)
    assert made.headers["location"] == f"{URL}/{body['id']}"
    read = await client.get(made.headers["location"], headers=editor)
    assert read.json() == body
    assert read.headers["etag"] == made.headers["etag"]
    assert read.headers["cache-control"] == "private, no-cache"


async def test_direction_and_whole_word_have_a_usual_value(
    client: httpx.AsyncClient, editor: Headers
) -> None:
    made = await client.post(URL, json={"woord": "kat", "betekent": "dieren"}, headers=editor)
    assert made.json()["richting"] == "heen"
    assert made.json()["heelWoord"] is False


async def test_the_public_never_gets_a_word_of_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_synoniem(database, woord="bejaarden", betekent="ouderen")
    for headers in ({}, await log_in_as(database, "wijkteam")):
        for url in (URL, f"{URL}?q=bejaarden", f"{URL}/{key}", f"{URL}/{uuid4()}"):
            answer = await client.get(url, headers=headers)
            assert answer.status_code in {401, 403}
            assert "ouderen" not in answer.text


async def test_a_change_needs_the_version_that_was_looked_at(
    client: httpx.AsyncClient, editor: Headers
) -> None:
    made = (await client.post(URL, json=BODY, headers=editor)).json()
    url = f"{URL}/{made['id']}"
    change = {**BODY, "betekent": "senioren"}
    assert (await client.put(url, json=change, headers=editor)).status_code == 428
    changed = await client.put(url, json=change, headers=if_match(editor, 1))
    assert changed.status_code == 200, changed.text
    assert changed.json()["versie"] == 2
    assert changed.json()["betekent"] == "senioren"
    for method in ("PUT", "DELETE"):
        late = await client.request(method, url, json=change, headers=if_match(editor, 1))
        assert late.status_code == 412
    gone = await client.delete(url, headers={**editor, "If-Match": changed.headers["etag"]})
    assert gone.status_code == 204
    for method in ("GET", "PUT", "DELETE"):
        answer = await client.request(method, url, json=change, headers=if_match(editor, 2))
        assert answer.status_code == 404
        assert answer.json()["detail"] == "Dit synoniem kennen we niet."


async def test_a_changed_row_of_the_list_becomes_the_redacties(
    client: httpx.AsyncClient, database: Database, editor: Headers
) -> None:
    key = await make_synoniem(database, woord="Bejaarden", betekent="oud", herkomst="kaart")
    changed = await client.put(f"{URL}/{key}", json=BODY, headers=if_match(editor, 1))
    assert changed.json()["herkomst"] == "redactie"
    async with database.transaction() as session:
        row = await session.scalar(select(Synoniem).where(col(Synoniem.id) == key))
        assert row is not None
        assert (row.woord_kaal, row.betekent_kaal) == ("bejaarden", "ouderen")


async def test_the_same_two_words_are_one_row_however_they_are_written(
    client: httpx.AsyncClient, editor: Headers
) -> None:
    first = await client.post(URL, json={"woord": "crèche", "betekent": "opvang"}, headers=editor)
    again = await client.post(URL, json={"woord": "Creche!", "betekent": "OPVANG"}, headers=editor)
    assert again.status_code == 409
    assert "staan al bij elkaar" in again.json()["detail"]
    other = await client.post(URL, json={"woord": "oppas", "betekent": "opvang"}, headers=editor)
    clash = await client.put(
        f"{URL}/{other.json()['id']}",
        json={"woord": "Crèche", "betekent": "opvang"},
        headers=if_match(editor, 1),
    )
    assert clash.status_code == 409
    assert first.status_code == 201


@pytest.mark.parametrize(
    "changes, faults",
    [
        (
            {"woord": "?!", "betekent": "", "richting": "terug", "heelWoord": "soms"},
            {
                "woord": "Hier staat geen woord in.",
                "betekent": "Dit is te kort: minstens 1 tekens.",
                "richting": "Kies uit: 'heen' of 'beide'.",
                "heelWoord": "Dit moet true of false zijn.",
            },
        ),
        ({"woord": "een twee drie vier vijf zes zeven"},
         {"woord": "Dit zijn te veel woorden: hoogstens 6."}),
        ({"woord": "a" * 81}, {"woord": "Dit is te lang: hoogstens 80 tekens."}),
        ({"woord": "Oúderen!"}, {"betekent": "Dit is hetzelfde woord. Vul een ander woord in."}),
        ({"woord": "oud", "betekent": "bejaarden"},
         {"betekent": "Dit woord tonen we nooit. Het kan alleen bij 'woord' staan."}),
        ({"woord": "dakloos", "betekent": "de Zwervers"},
         {"betekent": "Dit woord tonen we nooit. Het kan alleen bij 'woord' staan."}),
        ({"richting": "beide"}, {"richting": "Dit woord tonen we nooit. Kies daarom 'heen'."}),
        ({"woord": "nul\x00teken"}, {"woord": "Hier staat een teken in dat we niet kunnen bewaren."}),
        ({"soort": "x"}, {"soort": "Dit veld bestaat niet."}),
    ],
)  # fmt: skip
async def test_all_faults_come_at_once_in_dutch(
    client: httpx.AsyncClient, editor: Headers, changes: dict[str, Any], faults: dict[str, str]
) -> None:
    answer = await client.post(URL, json={**BODY, **changes}, headers=editor)
    assert answer.status_code == 400
    assert {fault["veld"]: fault["melding"] for fault in answer.json()["fouten"]} == faults


async def test_the_list_is_searched_in_both_sides_and_read_page_by_page(
    client: httpx.AsyncClient, database: Database, editor: Headers
) -> None:
    for woord, betekent in (("bieb", "bibliotheek"), ("Crèche", "opvang"), ("poes", "dieren"),
                            ("100%", "heel"), ("creche_klein", "opvang")):  # fmt: skip
        await make_synoniem(database, woord=woord, betekent=betekent)

    async def words(query: str) -> list[str]:
        answer = await client.get(f"{URL}?{query}", headers=editor)
        assert answer.status_code == 200, answer.text
        return [row["woord"] for row in answer.json()["resultaten"]]

    assert await words("q=BIB") == ["bieb"]
    assert await words("q=crèche") == ["Crèche", "creche_klein"]
    assert await words("q=creche_k") == ["creche_klein"]
    assert await words("q=%25") == await words("q=") == await words("")
    assert await words("q=bestaatniet") == []
    seen: list[str] = []
    query = "limit=2"
    while query:
        page = (await client.get(f"{URL}?{query}", headers=editor)).json()
        seen += [row["woord"] for row in page["resultaten"]]
        query = f"limit=2&cursor={page['volgende']}" if "volgende" in page else ""
    assert seen == ["bieb", "Crèche", "poes", "100%", "creche_klein"]


async def test_a_list_that_cannot_be_is_refused(client: httpx.AsyncClient, editor: Headers) -> None:
    for query in ("limit=0", "limit=101", "cursor=x", f"q={'a' * 201}", "soort=x"):
        answer = await client.get(f"{URL}?{query}", headers=editor)
        assert answer.status_code == 400
        assert answer.json()["fouten"][0]["veld"] == query.partition("=")[0]


async def test_of_two_who_do_the_same_at_once_one_is_told_so(own_database: Database) -> None:
    editor = await log_in_as(own_database, "redactie")
    async with serve(own_database) as client:
        made = await asyncio.gather(
            *(client.post(URL, json=BODY, headers=editor) for _ in range(4))
        )
        assert sorted(answer.status_code for answer in made) == [201, 409, 409, 409]
        [row] = (await client.get(URL, headers=editor)).json()["resultaten"]
        changes = [{**BODY, "betekent": f"woord {number}"} for number in range(4)]
        changed = await asyncio.gather(
            *(
                client.put(f"{URL}/{row['id']}", json=change, headers=if_match(editor, 1))
                for change in changes
            )
        )
        assert sorted(answer.status_code for answer in changed) == [200, 412, 412, 412]
