"""docs/api/openapi.json is what the application says, and what it says is what it does."""

import re
from collections.abc import AsyncIterator, Iterator
from typing import Any
from uuid import UUID

import httpx
import orjson
import pytest
from jsonschema import Draft202012Validator

from sociale_kaart import __version__
from sociale_kaart.app import create_app
from sociale_kaart.core.config import PROJECT_ROOT, Settings
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import Problem
from tests.beelden.pictures import picture, written
from tests.conftest import serve
from tests.opendata.invoeren.importing import row, sent
from tests.people import (
    log_in_as,
    make_aansluitlink,
    make_controleverzoek,
    make_mailadres,
    make_organisatie,
    make_situatie,
    make_synoniem,
    make_uitnodiging,
    publish,
)

pytestmark = pytest.mark.anyio

CONTRACT = PROJECT_ROOT / "docs" / "api" / "openapi.json"
OPTIONS = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
CAMEL = re.compile(r"^[a-z]+[0-9]*([A-Z][a-z0-9]*)*$")
METHODS = ("get", "put", "post", "delete", "patch")


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return create_app(Settings(database_url="postgresql:///")).openapi()


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield method, path, item[method]


def test_the_committed_contract_is_that_of_the_code(document: dict[str, Any]) -> None:
    same = CONTRACT.read_bytes() == orjson.dumps(document, option=OPTIONS)
    assert same, (
        "docs/api/openapi.json is not what the code says. Make it again with "
        "`sociale-kaart openapi docs/api/openapi.json` and look at the difference."
    )


def test_paths_are_lower_case_plurals_without_a_slash_at_the_end(document: dict[str, Any]) -> None:
    for path in document["paths"]:
        assert not path.endswith("/")
        for part in path.strip("/").split("/"):
            assert re.fullmatch(r"[a-z]+(\.ics|\.xlsx)?|\{[a-zA-Z0-9]+\}", part), path


def test_every_query_parameter_and_every_field_is_camel_case(document: dict[str, Any]) -> None:
    names = [
        parameter["name"]
        for _, _, operation in operations(document)
        for parameter in operation.get("parameters", [])
        if parameter["in"] == "query"
    ]
    assert "datumVan" in names
    for schema in document["components"]["schemas"].values():
        names += schema.get("properties", {})
    assert [name for name in names if not CAMEL.match(name)] == []


def test_every_operation_has_its_own_name_a_tag_and_its_problems(document: dict[str, Any]) -> None:
    names = []
    for method, path, operation in operations(document):
        names.append(operation["operationId"])
        assert operation["tags"], path
        responses = operation["responses"]
        assert "422" not in responses
        assert "400" in responses
        if "{" in path:
            assert "404" in responses, path
        for code, response in responses.items():
            assert "API-Version" in response["headers"], (method, path, code)
            if code >= "400":
                assert list(response["content"]) == ["application/problem+json"]
    assert len(names) == len(set(names))


def test_every_schema_has_a_name_of_its_own(document: dict[str, Any]) -> None:
    # Two with one name get those of their files, and whoever used the name is left with neither.
    assert [name for name in document["components"]["schemas"] if "__" in name] == []


def test_a_change_of_something_that_exists_asks_for_its_version(document: dict[str, Any]) -> None:
    for method, path, operation in operations(document):
        # A session ends or does not: there is no version of it to have seen.
        if method in {"put", "delete"} and not path.startswith("/sessies/"):
            assert {"412", "428"} <= set(operation["responses"]), (method, path)
            headers = [p["name"] for p in operation["parameters"] if p["in"] == "header"]
            assert [name.lower() for name in headers] == ["if-match"], (method, path)


def test_the_version_is_told_in_full_and_in_the_address(document: dict[str, Any]) -> None:
    assert document["info"]["version"] == __version__
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    assert document["servers"][0]["url"].endswith("/v1")
    assert document["openapi"].startswith("3.")


async def test_the_contract_is_served_where_the_rules_say(
    client: httpx.AsyncClient, document: dict[str, Any]
) -> None:
    answer = await client.get("/api/v1/openapi.json")
    assert answer.json() == orjson.loads(orjson.dumps(document))


@pytest.fixture
async def demo(database: Database) -> AsyncIterator[httpx.AsyncClient]:
    """A visitor of a demo, where every address has something to read."""
    async with serve(database, demo=True) as client:
        yield client


async def _photo(client: httpx.AsyncClient, headers: dict[str, str], key: UUID) -> str:
    params = {"organisatie": str(key)}
    sent = await client.post(
        "/api/v1/beelden", params=params, content=written(picture()), headers=headers
    )
    return f"{sent.json()['id']}/480"


async def test_reading_every_address_gives_what_the_contract_promises(
    demo: httpx.AsyncClient, database: Database, document: dict[str, Any]
) -> None:
    editor = await log_in_as(database, "beheer")
    key = await make_organisatie(database)
    made = await publish(demo, editor, key)
    place = (await demo.get("/api/v1/locaties")).json()["resultaten"][0]["id"]
    headers = {
        **editor,
        "Controle-Token": await make_controleverzoek(database, key, made["id"]),
        "Aansluit-Token": await make_aansluitlink(database),
        "Mail-Sleutel": await make_mailadres(database, "iemand@example.org"),
        "Uitnodiging-Token": (await make_uitnodiging(database, key))[0],
    }
    imports = [path for path in document["paths"] if path.startswith("/invoeren/")]
    values = {
        "/aanbod/{id}": made["id"],
        "/aanbod/{id}/momenten": made["id"],
        "/aanbod/{id}/bewerking": made["id"],
        "/aanbod/{id}/bewerking/voorbeeld": made["id"],
        "/aanbod/{id}/beoordeling": made["id"],
        "/aanbod/{id}/historie": made["id"],
        "/aanbod/{id}/plekkopieen": made["id"],
        "/aanbod/{id}/bereik": made["id"],
        "/aanbod/{id}/kalender.ics": made["id"],
        "/aanbod/{id}/vergelijkbaar": made["id"],
        "/beelden/{id}/{breedte}": await _photo(demo, editor, key),
        "/organisaties/{id}": str(key),
        "/organisaties/{id}/aanbod": str(key),
        "/organisaties/{id}/bereik": str(key),
        "/organisaties/{id}/leden": str(key),
        "/organisaties/{id}/vertrouwen": str(key),
        "/locaties/{id}": place,
        "/wijken/{codeOfSlug}": "holtenbroek",
        "/buurten/{code}": made["locatie"]["buurt"],
        "/postcodegebieden/{pc4}": "8031",
        "/synoniemen/{id}": str(await make_synoniem(database)),
        "/situaties/{slug}": await make_situatie(database),
        "/organisaties/{id}/agendabronnen": str(key),
        "/organisaties/{id}/invoeren": str(key),
        **dict.fromkeys(imports, await sent(demo, editor, key, row(1))),
    }
    for method, path, operation in operations(document):
        if method != "get":
            continue
        address = re.sub(r"\{.*\}", values.get(path, ""), path)
        query = {"q": "koffie"} if path in {"/zoeken", "/suggesties", "/adressen"} else {}
        answer = await demo.get(f"/api/v1{address}", params=query, headers=headers)
        assert answer.status_code == 200, (path, answer.text)
        assert answer.headers["api-version"] == __version__
        promised = operation["responses"]["200"]["content"]
        media_type = answer.headers["content-type"].partition(";")[0]
        assert media_type in promised, path
        if media_type != "application/json":
            continue
        schema = {**promised[media_type]["schema"], "components": document["components"]}
        errors = list(Draft202012Validator(schema).iter_errors(answer.json()))
        assert errors == [], (path, errors[:3])


async def test_an_address_that_does_not_exist_gives_the_problem_that_was_promised(
    client: httpx.AsyncClient, database: Database, document: dict[str, Any]
) -> None:
    editor = await log_in_as(database, "redactie")
    for method, path, operation in operations(document):
        if method == "get" and "{" in path:
            address = re.sub(r"\{.*?\}", "018f0000-0000-7000-8000-000000000000", path)
            answer = await client.get(f"/api/v1{address}", headers=editor)
            assert answer.status_code == 404, path
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["api-version"] == __version__
            assert Problem.model_validate_json(answer.content).status == 404
            assert "404" in operation["responses"]
