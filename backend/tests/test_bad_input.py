"""Whatever is sent, the answer is a problem in Dutch and the log stays free of what was typed.

The server here is a process of its own, as in production, so that what a client library would
refuse to send arrives too.
"""

import json
import os
import re
import socket
import time
from collections.abc import Iterator
from urllib.parse import quote
from uuid import uuid4

import httpx
import pytest

from sociale_kaart.zoeken.schemas import ZoekVraag
from tests.serving import Server, serving

PROBLEM = "application/problem+json"
TYPED = "jansen-schulden-geheim"
INJECTIONS = (
    "'", '"', "' OR '1'='1", "'; DROP TABLE aanbod; --", "1) OR (1=1", "%", "_", "\\", "$1", "{}",
    "ambitie = 1 OR ambitie != 1", '" OR niveau EXISTS OR "', "_geoRadius(0, 0, 9999999)",
    "niveau 0 TO 4", "a AND NOT b", "[object Object]", "../../etc/passwd", "<script>alert(1)</script>",
    "&& | ! :*", "koffie:*", "()", "\u202e", "🙂" * 20, "-1", "NaN", "1e999", "null", "true",
)  # fmt: skip
FREE_TEXT = {"q"}
NAMES = [field.alias or name for name, field in ZoekVraag.model_fields.items()]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The application with a search engine that has one listing."""
    prefix = f"t{uuid4().hex[:12]}-"
    address = {
        "MEILI_URL": os.environ["TEST_MEILI_URL"],
        "MEILI_KEY": os.environ["TEST_MEILI_KEY"],
        "MEILI_INDEX_PREFIX": prefix,
    }
    with serving(tmp_path_factory.mktemp("server") / "log", prefix, address) as server:
        assert server.get("/api/v1/zoeken?q=koffie").json()["gedegradeerd"] is False
        yield server


@pytest.fixture(scope="module")
def server_without_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server") / "log", None, {}) as server:
        yield server


def check_problem(status: int, body: bytes, *allowed: int) -> dict[str, object]:
    assert status in allowed, (status, body[:300])
    problem: dict[str, object] = json.loads(body)
    assert problem["status"] == status
    assert problem["title"] in {"De vraag klopt niet", "Dit is te groot", "Niet gevonden"}
    return problem


@pytest.mark.parametrize(
    "target",
    [
        b"/api/v1/zoeken?q=%ff%fe",
        b"/api/v1/zoeken?q=koffie%C3%28",
        b"/api/v1/zoeken?%ff=1",
        b"/api/v1/aanbod/%ff",
        b"/api/v1/aanbod/%C3%28",
        b"/api/v1/wijken/%ed%a0%80",
        b"/%ff",
        b"/api/v1/zoeken?q=%00",
        b"/api/v1/zoeken?wijk=a%00b",
        b"/api/v1/aanbod/%00",
        b"/api/v1/zoeken?q=" + b"a" * 20_000,
    ],
)
def test_an_address_that_cannot_be_read_is_400(server: Server, target: bytes) -> None:
    status, body = server.raw(b"GET " + target + b" HTTP/1.1\r\nHost: test\r\n\r\n")
    problem = check_problem(status, body, 400)
    assert problem["fouten"]


@pytest.mark.parametrize(
    "target", [b"/api/v1/zoeken?q=\xff\xfe", b"/caf\xc3\xa9", b"/\xff", b"/a b"]
)
def test_bytes_that_no_address_may_have_never_fail_on_our_side(
    server: Server, target: bytes
) -> None:
    status, _ = server.raw(b"GET " + target + b" HTTP/1.1\r\nHost: test\r\n\r\n")
    assert 400 <= status < 500 or status == 503  # 503: the site is not built here


def test_a_question_of_ten_thousand_characters_is_400(server: Server) -> None:
    answer = server.get("/api/v1/zoeken?q=" + "a" * 10_000)
    problem = check_problem(answer.status_code, answer.content, 400)
    assert problem["fouten"] == [{"veld": "q", "melding": "Dit is te lang: hoogstens 500 tekens."}]
    assert answer.headers["content-type"] == PROBLEM
    assert server.get("/api/v1/zoeken?q=" + "a" * 500).status_code == 200
    assert server.get("/api/v1/suggesties?q=" + "a" * 10_000).status_code == 400


@pytest.mark.parametrize(
    ("query", "veld"),
    [
        ("page=-1", "page"), ("page=0", "page"), ("page=1.5", "page"), ("page=9999999999999", "page"),
        ("pageSize=0", "pageSize"), ("pageSize=101", "pageSize"), ("sort=prijs", "sort"),
        ("leeftijd=-1", "leeftijd"), ("leeftijd=oud", "leeftijd"), ("datumVan=morgen", "datumVan"),
        ("datumTot=2026-13-01", "datumTot"), ("bij=hier", "bij"), ("bij=95,6", "bij"),
        ("bij=52.5,6.1&straal=-1", "straal"), ("bij=52.5,6.1&straal=nan", "straal"),
        ("bij=52.5,6.1&straal=inf", "straal"), ("straal=2", "inhoud"), ("sort=afstand", "inhoud"),
        ("vrijwilligersGezocht=misschien", "vrijwilligersGezocht"), ("wijk=", "wijk.0"),
        ("thema=gled", "thema"), ("wijk=mars", "wijk"), ("dag=maandag", "dag"), ("niveau=9", "niveau"),
        ("ambitie=1&ambitie=9", "ambitie"), ("kleur=rood", "kleur"), ("open_voor=x", None),
        ("&".join(["thema=geld"] * 51), "thema"),
    ],
)  # fmt: skip
def test_a_filter_that_makes_no_sense_is_400_and_says_which(
    server: Server, query: str, veld: str | None
) -> None:
    answer = server.get(f"/api/v1/zoeken?{query}")
    check_problem(answer.status_code, answer.content, 400)
    faults = answer.json()["fouten"]
    assert veld is None or faults[0]["veld"] == veld, faults
    for fault in faults:
        assert not re.search(r"\b(input|should|valid|must)\b", fault["melding"], re.IGNORECASE)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["server", "server_without_engine"])
def test_the_syntax_of_sql_and_of_filters_is_only_text_in_every_parameter(
    request: pytest.FixtureRequest, kind: str, name: str
) -> None:
    server: Server = request.getfixturevalue(kind)
    with httpx.Client(base_url=f"http://127.0.0.1:{server.port}", timeout=20) as client:
        for value in INJECTIONS:
            answer = client.get(f"/api/v1/zoeken?{name}={quote(value)}")
            if answer.status_code == 200:
                assert name in FREE_TEXT or value in {"true", "-1"}, (name, value)
            else:
                check_problem(answer.status_code, answer.content, 400)
                assert answer.headers["content-type"] == PROBLEM
        assert client.get("/api/v1/aanbod").status_code == 200


@pytest.mark.parametrize(
    "path", ["aanbod", "organisaties", "wijken", "buurten", "postcodegebieden"]
)
def test_the_syntax_of_sql_is_only_text_in_every_address(server: Server, path: str) -> None:
    with httpx.Client(base_url=f"http://127.0.0.1:{server.port}", timeout=20) as client:
        for value in INJECTIONS:
            answer = client.get(f"/api/v1/{path}/{quote(value, safe='')}")
            check_problem(answer.status_code, answer.content, 404)


def test_a_body_that_says_it_is_20_mb_is_refused_before_it_is_sent(server: Server) -> None:
    request = (
        b"POST /api/v1/sessies HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
        b"Content-Length: 20000000\r\n\r\n"
    )
    status, body = server.raw(request)
    check_problem(status, body, 413)


def test_a_body_of_20_mb_in_pieces_without_a_length_is_refused(server: Server) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(320):
            yield b" " * 65_536

    try:
        answer = httpx.post(
            f"http://127.0.0.1:{server.port}/api/v1/sessies", content=pieces(), timeout=20
        )
    except (httpx.WriteError, httpx.ReadError):
        # The answer came and the line was closed before all was sent: that refuses it too.
        assert server.log_lines()[-1]["status"] == 413
    else:
        check_problem(answer.status_code, answer.content, 413)


def test_what_is_no_http_at_all_leaves_the_server_standing(server: Server) -> None:
    for noise in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + os.urandom(200), b"\r\n" * 50):
        with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
            connection.sendall(noise)
    assert server.get("/gezond").status_code == 200


def test_the_log_has_a_line_for_each_request_and_nothing_of_what_was_typed(
    server: Server,
) -> None:
    base = f"http://127.0.0.1:{server.port}"
    with httpx.Client(base_url=base, timeout=20, headers={"User-Agent": TYPED}) as client:
        asked = [
            client.get(f"/api/v1/zoeken?q={TYPED}"),
            client.get(f"/api/v1/zoeken?thema={TYPED}"),
            client.get(f"/api/v1/zoeken?q={TYPED * 100}"),
            client.get(f"/api/v1/aanbod/{TYPED}"),
            client.get(f"/{TYPED}"),
            client.get(f"/api/v1/zoeken?{TYPED}=%ff"),
            client.get("/api/v1/sessies/huidige", headers={"Cookie": f"__Host-sessie={TYPED}"}),
            client.post(
                "/api/v1/sessies", json={"email": f"{TYPED}@example.org", "wachtwoord": TYPED}
            ),
            client.post("/api/v1/sessies", content=TYPED),
            client.post("/api/v1/aanbod", json={TYPED: TYPED}),
            client.post("/api/v1/gaten", json={"thema": TYPED, TYPED: TYPED}),
            client.post(
                f"/api/v1/aanbod/{TYPED}/meldingen",
                json={"soort": "fout", "toelichting": f"{TYPED}@example.org", TYPED: TYPED},
            ),
        ]
    expected = sorted(str(answer.status_code) for answer in asked)
    lines: list[dict[str, object]] = []
    for _ in range(50):
        # A line is written when its answer has gone, those of the tests before this one too.
        lines = server.log_lines()[-len(asked) :]
        if sorted(str(line["status"]) for line in lines) == expected:
            break
        time.sleep(0.1)
    assert sorted(str(line["status"]) for line in lines) == expected
    assert [line["route"] for line in lines].count("/zoeken") == 3
    everything = server.log.read_text(encoding="utf-8")
    for private in (TYPED, "jansen", "127.0.0.1", "DROP TABLE", "example.org"):
        assert private not in everything
    assert "request_failed" not in everything
    assert "Traceback" not in everything
