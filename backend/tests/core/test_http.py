"""What holds for every request: limits, headers, log lines and protection against other sites."""

import io
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
from fastapi import FastAPI
from sqlalchemy import text

import sociale_kaart.core.http as core_http
from sociale_kaart import __version__
from sociale_kaart.core.db import Database
from sociale_kaart.core.http import SECURITY_HEADERS, Guard, add_error_handlers
from sociale_kaart.site import add_site
from tests.conftest import serve
from tests.people import aanbod_body, log_in_as, make_organisatie

pytestmark = pytest.mark.anyio

PROBLEM = "application/problem+json"


@pytest.fixture
def log_lines(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[dict[str, Any]]]:
    """What the guard wrote in the log, as whoever keeps the log reads it."""
    written = io.StringIO()
    logger = structlog.wrap_logger(
        structlog.PrintLogger(file=written),
        processors=[structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(0),
    )
    monkeypatch.setattr(core_http, "log", logger)
    return lambda: [json.loads(line) for line in written.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/vocabularia", 200),
        ("GET", "/api/v1/wijken", 200),
        ("GET", "/api/v1/zoeken", 200),
        ("GET", "/api/v1/openapi.json", 200),
        ("GET", "/api/v1/aanbod/bestaat-niet", 404),
        ("GET", "/api/v1/bestaat-niet", 404),
        ("GET", "/api/v1/zoeken/", 404),
        ("GET", "/api/v1/aanbod?limit=0", 400),
        ("GET", "/api/v1/aanbod?q=%ff", 400),
        ("POST", "/api/v1/zoeken", 405),
        ("POST", "/api/v1/aanbod", 401),
        ("DELETE", "/api/v1/sessies/huidige", 204),
        ("GET", "/gezond", 200),
        ("GET", "/gereed", 200),
        ("GET", "/bestaat/echt/niet", None),
        ("GET", "/", None),
    ],
)
async def test_every_kind_of_answer_has_the_security_headers(
    client: httpx.AsyncClient, method: str, path: str, status: int | None
) -> None:
    answer = await client.request(method, path, json=aanbod_body() if method == "POST" else None)
    assert status is None or answer.status_code == status, answer.text
    for name, value in SECURITY_HEADERS.items():
        assert answer.headers.get_list(name) == [value], name
    if answer.status_code >= 400 and path.startswith("/api/"):
        assert answer.headers["content-type"] == PROBLEM


def test_the_policy_for_pages_allows_no_inline_script_and_no_frame() -> None:
    policy = SECURITY_HEADERS["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert SECURITY_HEADERS["API-Version"] == __version__


async def test_a_304_has_the_headers_too(client: httpx.AsyncClient) -> None:
    first = await client.get("/api/v1/wijken")
    again = await client.get("/api/v1/wijken", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["api-version"] == __version__
    assert again.headers["x-content-type-options"] == "nosniff"


FROM_ELSEWHERE = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": ""},
    {"Origin": "https://kwaad.example"},
    {"Origin": "https://test.kwaad.example"},
    {"Origin": "https://kwaad.example/https://test"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "http://[::1"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://test"},
)


@pytest.mark.parametrize("elsewhere", FROM_ELSEWHERE, ids=str)
async def test_a_change_that_comes_from_another_website_is_refused(
    client: httpx.AsyncClient, database: Database, elsewhere: dict[str, str]
) -> None:
    editor = await log_in_as(database, "redactie")
    body = {"naam": "Gekaapt", "categorie": "initiatief"}
    answer = await client.post("/api/v1/organisaties", json=body, headers={**editor, **elsewhere})
    assert answer.status_code == 403, answer.text
    assert answer.headers["content-type"] == PROBLEM
    assert "andere website" in answer.json()["detail"]
    assert (await client.get("/api/v1/organisaties")).json()["resultaten"] == []


@pytest.mark.parametrize(
    "own",
    [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "https://test"}],
    ids=str,
)
async def test_a_change_from_our_own_pages_or_from_a_program_is_accepted(
    client: httpx.AsyncClient, database: Database, own: dict[str, str]
) -> None:
    editor = await log_in_as(database, "redactie")
    body = {"naam": "Eigen", "categorie": "initiatief"}
    answer = await client.post("/api/v1/organisaties", json=body, headers={**editor, **own})
    assert answer.status_code == 201, answer.text


async def test_reading_from_another_website_is_allowed(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/v1/wijken", headers={"Origin": "https://krant.example"})
    assert answer.status_code == 200


async def test_a_log_line_has_the_route_and_not_the_question_or_the_visitor(
    client: httpx.AsyncClient, log_lines: Callable[[], list[dict[str, Any]]]
) -> None:
    await client.get("/api/v1/zoeken?q=schulden+jansen&bij=52.51,6.09")
    await client.get("/api/v1/aanbod/jansen-zoekt-hulp")
    await client.get("/jansen")
    await client.get("/api/v1/zoeken?q=jansen&page=-1")
    lines = [(line["route"], line["status"]) for line in log_lines() if line["event"] == "request"]
    assert lines[0] == ("/zoeken", 200)
    assert lines[1] == ("/aanbod/{id}", 404)
    assert lines[3] == ("/zoeken", 400)
    logged = json.dumps(log_lines(), ensure_ascii=False)
    for private in ("jansen", "schulden", "52.51", "127.0.0.1", "bij="):
        assert private not in logged


async def test_an_error_of_ours_is_logged_with_its_place_and_without_what_was_typed(
    own_database: Database, log_lines: Callable[[], list[dict[str, Any]]]
) -> None:
    editor = await log_in_as(own_database, "redactie")
    async with own_database.transaction() as session:
        await session.execute(
            text("ALTER TABLE organisatie ADD CONSTRAINT geen_jansen CHECK (naam !~ 'Jansen')")
        )
    async with serve(own_database) as client:
        answer = await client.post(
            "/api/v1/organisaties",
            json={"naam": "Familie Jansen", "categorie": "initiatief", "telefoon": "038 123 45 67"},
            headers=editor,
        )
    assert answer.status_code == 500
    assert "Jansen" not in answer.text
    [failure] = [line for line in log_lines() if line["event"] == "request_failed"]
    assert failure["kind"] == "IntegrityError"
    assert any("organisaties/service.py" in place for place in failure["at"])
    for private in ("Jansen", "038 123", "example.org"):
        assert private not in json.dumps(log_lines(), ensure_ascii=False)


async def _in_pieces(size: int, piece: int = 64_000) -> AsyncIterator[bytes]:
    for _ in range(size // piece + 1):
        yield b" " * piece


@pytest.mark.parametrize("path", ["/api/v1/sessies", "/api/v1/aanbod", "/api/v1/organisaties"])
async def test_a_body_of_20_mb_is_refused_whether_its_length_is_told_or_not(
    client: httpx.AsyncClient, path: str
) -> None:
    told = await client.post(path, content=b" " * 20_000_000)
    untold = await client.post(path, content=_in_pieces(20_000_000))
    for answer in (told, untold):
        assert answer.status_code == 413, answer.text
        assert answer.headers["content-type"] == PROBLEM
        assert answer.json()["detail"] == "Stuur hoogstens 1 MB in één keer."


async def test_a_length_that_lies_does_not_get_a_bigger_body_in(client: httpx.AsyncClient) -> None:
    answer = await client.post(
        "/api/v1/sessies", content=_in_pieces(3_000_000), headers={"Content-Length": "10"}
    )
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[1, 2]", 400),
        (b'"tekst"', 400),
        (b"null", 400),
        (b"\xff\xfe{}", 400),
        (b'{"naam": "\xc3("}', 400),
        (b'{"naam": "\\ud800", "categorie": "initiatief"}', 400),
        (b"[" * 100_000, 400),
        (b'{"naam":' * 50_000, 400),
        (b'{"naam": 1e400, "kvk": NaN}', 400),
    ],
)
async def test_a_body_that_is_no_json_object_gets_a_dutch_problem(
    client: httpx.AsyncClient, database: Database, content: bytes, status: int
) -> None:
    editor = await log_in_as(database, "redactie")
    headers = {**editor, "Content-Type": "application/json"}
    answer = await client.post("/api/v1/organisaties", content=content, headers=headers)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == PROBLEM
    problem = answer.json()
    assert problem["title"] == "De vraag klopt niet"
    assert "adres" not in problem["detail"]
    for fault in problem.get("fouten", []):
        assert fault["veld"].isalpha(), fault


async def test_a_form_instead_of_json_gets_a_dutch_problem(client: httpx.AsyncClient) -> None:
    answer = await client.post(
        "/api/v1/sessies", data={"email": "a@example.org", "wachtwoord": "x"}
    )
    assert answer.status_code == 400
    assert answer.headers["content-type"] == PROBLEM


async def test_a_parameter_that_does_not_exist_is_refused_and_those_that_do_are_named(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get("/api/v1/aanbod?thmea=geld&wijk=holtenbroek&_=1")
    assert answer.status_code == 400
    faults = answer.json()["fouten"]
    assert [fault["veld"] for fault in faults] == ["thmea", "_"]
    assert faults[0]["toegestaan"] == [
        "ambitie", "cursor", "doelgroep", "id", "limit", "organisatie", "thema", "wijk",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "path",
    ["/vocabularia", "/wijken", "/wijken/holtenbroek", "/buurten", "/organisaties", "/locaties",
     "/postcodegebieden", "/sessies/huidige", "/zoeken", "/suggesties"],
)  # fmt: skip
async def test_every_read_endpoint_refuses_a_parameter_it_does_not_know(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = await client.get(f"/api/v1{path}?onbekend=1")
    assert answer.status_code == 400, answer.text
    assert [fault["veld"] for fault in answer.json()["fouten"]] == ["onbekend"]


async def test_a_very_long_address_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/v1/zoeken?" + "&".join(["wijk=holtenbroek"] * 2_000))
    assert answer.status_code == 400
    assert answer.json()["fouten"] == [{"veld": "adres", "melding": "Dit adres is te lang."}]


async def test_a_change_of_an_address_that_does_not_exist_is_404(
    client: httpx.AsyncClient, database: Database
) -> None:
    await make_organisatie(database)
    editor = await log_in_as(database, "redactie")
    answer = await client.put(
        "/api/v1/organisaties/018f0000-0000-7000-8000-000000000000",
        json={"naam": "Weg", "categorie": "initiatief"},
        headers={**editor, "If-Match": '"1"'},
    )
    assert answer.status_code == 404


async def test_a_page_of_the_site_has_the_security_headers(
    tmp_path: Path,
) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title>")
    app = FastAPI()
    app.add_middleware(Guard, max_body_bytes=10)
    add_error_handlers(app)
    add_site(app, tmp_path)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="https://test") as client:
        answer = await client.get("/over")
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")
