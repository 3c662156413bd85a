"""The pages and files of the built site, without ever giving another file of the machine."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from sociale_kaart.core.config import PROJECT_ROOT
from sociale_kaart.core.http import Guard, add_error_handlers
from sociale_kaart.site import LANGUAGES, add_site

pytestmark = pytest.mark.anyio

PAGE = "<!doctype html><html lang=nl><title>Sociale kaart</title></html>"

OWN_PAGE = "<!doctype html><html lang=nl><title>Mijn sociale kaart</title></html>"


def application(folder: Path) -> FastAPI:
    app = FastAPI(redirect_slashes=False, docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Guard, max_body_bytes=1_000_000)
    add_error_handlers(app)
    add_site(app, folder)
    return app


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "geheim.txt").write_text("wachtwoord")
    built = tmp_path / "dist"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text(PAGE)
    (built / "mijn.html").write_text(OWN_PAGE)
    (built / "favicon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (built / "assets" / "app-1a2b3c.js").write_text("console.log(1)")
    return built


@pytest.fixture
async def site(folder: Path) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(application(folder), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="https://test") as client:
        yield client


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/zoeken",
        "/zoeken?q=koffie",
        "/over",
        "/agenda",
        "/toegankelijkheid",
        "/ik-wil-iets-doen",
        "/mijn-lijst",
        "/lijst",
        "/aanbod/koffie",
        "/organisaties/anker",
        "/en",
        "/en/zoeken",
        "/en/aanbod/koffie",
        "/aanbod/en",
    ],
)
async def test_every_page_of_the_site_is_the_one_page(site: httpx.AsyncClient, path: str) -> None:
    answer = await site.get(path)
    assert (answer.status_code, answer.text) == (200, PAGE)
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "/bestaat-niet",
        "/aanbod",
        "/aanbod/a/b",
        "/over/",
        "/ZOEKEN",
        "/api",
        "/nl",
        "/xx/zoeken",
        "/en/",
        "/en/en",
        "/en/aanbod",
        "/enzoeken",
    ],
)
async def test_an_unknown_page_is_404_and_still_a_page_for_people(
    site: httpx.AsyncClient, path: str
) -> None:
    answer = await site.get(path)
    assert (answer.status_code, answer.text) == (404, PAGE)


@pytest.mark.parametrize(
    "path", ["/mijn", "/mijn/inloggen", "/mijn/", "/mijn/a/b?c=d", "/mijn/x.y"]
)
async def test_the_pages_of_who_logs_in_are_a_site_of_their_own_that_nobody_keeps(
    site: httpx.AsyncClient, path: str
) -> None:
    answer = await site.get(path)
    assert (answer.status_code, answer.text) == (200, OWN_PAGE)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex"


@pytest.mark.parametrize("path", ["/mijnheer", "/en/mijn", "/MIJN", "/mijn-lijst/x"])
async def test_what_only_looks_like_those_pages_is_part_of_the_site_of_residents(
    site: httpx.AsyncClient, path: str
) -> None:
    answer = await site.get(path)
    assert (answer.status_code, answer.text) == (404, PAGE)


async def test_the_outlines_as_files_are_no_pages_for_search_engines(
    site: httpx.AsyncClient,
) -> None:
    for name in ("index.html", "mijn.html"):
        answer = await site.get(f"/{name}")
        assert (answer.status_code, answer.headers["x-robots-tag"]) == (200, "noindex")


def test_the_site_and_its_server_know_the_same_languages() -> None:
    declared = (PROJECT_ROOT / "frontend" / "src" / "i18n" / "languages.ts").read_text()
    codes = re.findall(r"\{ code: '(\w+)'", declared)
    assert codes == ["nl", *LANGUAGES]


async def test_an_unknown_address_of_the_api_is_a_problem_and_not_a_page(
    site: httpx.AsyncClient,
) -> None:
    for path in ("/api/v1/bestaat-niet", "/api/v2/zoeken", "/api/"):
        answer = await site.get(path)
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"] == "Dit adres bestaat niet in de API."


async def test_files_with_a_hash_in_their_name_may_be_kept_for_ever(
    site: httpx.AsyncClient,
) -> None:
    answer = await site.get("/assets/app-1a2b3c.js")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    icon = await site.get("/favicon.svg")
    assert icon.headers["cache-control"] == "no-cache"
    assert icon.headers["content-type"].startswith("image/svg")


@pytest.mark.parametrize(
    ("accepted", "encoding", "content"),
    [
        ("gzip, deflate, br", "br", b"brotli"),
        ("gzip", "gzip", b"gzip"),
        ("br;q=0, gzip;q=0.5", "gzip", b"gzip"),
        ("br;q=0.0,gzip;q=0", None, b"console.log(1)"),
        ("identity", None, b"console.log(1)"),
        ("brrr", None, b"console.log(1)"),
    ],
)
async def test_a_file_comes_in_the_smallest_form_that_the_reader_takes(
    site: httpx.AsyncClient, folder: Path, accepted: str, encoding: str | None, content: bytes
) -> None:
    (folder / "assets" / "app-1a2b3c.js.br").write_bytes(b"brotli")
    (folder / "assets" / "app-1a2b3c.js.gz").write_bytes(b"gzip")
    request = site.build_request(
        "GET", "/assets/app-1a2b3c.js", headers={"Accept-Encoding": accepted}
    )
    answer = await site.send(request, stream=True)
    raw = b"".join([piece async for piece in answer.aiter_raw()])
    assert (answer.status_code, raw) == (200, content)
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "immutable" in answer.headers["cache-control"]


async def test_a_file_that_is_not_there_is_not_kept(site: httpx.AsyncClient) -> None:
    answer = await site.get("/assets/oud-000000.js")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert "immutable" not in answer.headers.get("cache-control", "")


@pytest.mark.parametrize(
    "path",
    [
        "/../geheim.txt",
        "/%2e%2e/geheim.txt",
        "/..%2fgeheim.txt",
        "/assets/../../geheim.txt",
        "/assets/%2e%2e/%2e%2e/geheim.txt",
        "/assets/..%2f..%2fgeheim.txt",
        "/..%5cgeheim.txt",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/koppeling.txt",
        "/assets/koppeling.txt",
    ],
)
async def test_no_address_reaches_a_file_outside_the_site(
    site: httpx.AsyncClient, folder: Path, path: str
) -> None:
    for place in (folder, folder / "assets"):
        (place / "koppeling.txt").symlink_to(folder.parent / "geheim.txt")
    request = site.build_request("GET", httpx.URL("https://test").copy_with(raw_path=path.encode()))
    answer = await site.send(request)
    assert answer.status_code in {400, 404}
    assert "wachtwoord" not in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize("path", ["/" + "a" * 300, "/" + "a/" * 5_000, "/aanbod/" + "x" * 5_000])
async def test_a_name_that_no_file_can_have_is_no_failure(
    site: httpx.AsyncClient, path: str
) -> None:
    answer = await site.get(path)
    assert answer.status_code in {200, 404}


async def test_without_a_built_site_the_page_says_what_to_do(tmp_path: Path) -> None:
    transport = httpx.ASGITransport(application(tmp_path / "niets"))
    async with httpx.AsyncClient(transport=transport, base_url="https://test") as client:
        answer = await client.get("/")
    assert answer.status_code == 503
    assert "make build" in answer.text
    assert "<h1>" in answer.text


async def test_pages_are_only_read(site: httpx.AsyncClient) -> None:
    answer = await site.post("/zoeken", data={"q": "x"})
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/favicon.svg", 200), ("/niets", 404)])
async def test_asking_only_for_the_head_of_a_page_gives_no_body(
    site: httpx.AsyncClient, path: str, status: int
) -> None:
    answer = await site.head(path)
    assert (answer.status_code, answer.content) == (status, b"")
    assert int(answer.headers["content-length"]) > 0
