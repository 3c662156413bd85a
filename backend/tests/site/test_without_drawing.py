"""What visitors get while no page can be drawn: the outline, with a title and a status."""

import time
from collections.abc import Iterator

import pytest

from tests.factories import aanbod_row, organisatie_row
from tests.serving import Server
from tests.site.drawing import Drawing, drawn_site

ROWS = (
    aanbod_row(titel="Koffie & <thee>", organisatie=organisatie_row(omschrijving="Een huis.")),
    aanbod_row(externId="a-3", titel="Oude soep", status="gestopt"),
    aanbod_row(externId="a-4", titel="Nog een plan", status="concept"),
)
KOFFIE = "/aanbod/koffie-thee"
OUTLINE = '<div id="root"></div>'
STATUSES = [
    ("/", 200, "<title>Sociale kaart Zwolle</title>"),
    ("/zoeken?q=koffie", 200, "<title>Sociale kaart Zwolle</title>"),
    (KOFFIE, 200, "<title>Koffie &amp; &lt;thee&gt; – Sociale kaart Zwolle</title>"),
    ("/en" + KOFFIE, 200, 'content="Drink koffie met je buren. Iedereen is welkom."'),
    ("/organisaties/buurthuis-de-proef", 200, 'content="Een huis."'),
    ("/aanbod/oude-soep", 410, "<title>Oude soep – "),
    ("/aanbod/nog-een-plan", 404, "<title>Sociale kaart Zwolle</title>"),
    ("/aanbod/niets", 404, "<title>Sociale kaart Zwolle</title>"),
    ("/organisaties/niets", 404, "<title>Sociale kaart Zwolle</title>"),
    ("/situaties", 200, "<title>Sociale kaart Zwolle</title>"),
    ("/situaties/niets", 404, "<title>Sociale kaart Zwolle</title>"),
    ("/wijken/holtenbroek", 200, "<title>Sociale kaart Zwolle</title>"),
    ("/niets", 404, "<title>Sociale kaart Zwolle</title>"),
]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Drawing]]:
    with drawn_site(tmp_path_factory.mktemp("site"), ROWS, timeout_seconds=1.5) as servers:
        yield servers


@pytest.fixture
def killed(both: tuple[Server, Drawing]) -> Iterator[Server]:
    server, drawing = both
    drawing.kill()
    yield server
    drawing.start()


@pytest.mark.parametrize(("path", "status", "words"), STATUSES)
def test_a_server_that_was_killed_costs_nobody_the_page(
    killed: Server, path: str, status: int, words: str
) -> None:
    answer = killed.get(path)
    assert answer.status_code == status
    assert OUTLINE in answer.text
    assert words in answer.text


def test_that_it_is_away_is_logged_once_and_says_nothing_of_what_was_asked(
    killed: Server,
) -> None:
    before = len(away_lines(killed))
    for _ in range(3):
        killed.get("/zoeken?q=geheimpje")
        time.sleep(1.1)
    lines = away_lines(killed)[before:]
    assert len(lines) <= 1
    assert "geheimpje" not in killed.log.read_text(encoding="utf-8")


def away_lines(server: Server) -> list[dict[str, object]]:
    return [line for line in server.log_lines() if line["event"] == "renderer_away"]


def test_a_server_that_says_nothing_is_not_waited_for(both: tuple[Server, Drawing]) -> None:
    server, drawing = both
    drawing.freeze()
    try:
        for path in ("/", KOFFIE, "/over"):
            answer = server.get(path)
            assert (answer.status_code, OUTLINE in answer.text) == (200, True)
    finally:
        drawing.thaw()


def test_what_is_back_draws_again(both: tuple[Server, Drawing]) -> None:
    server, drawing = both
    drawing.kill()
    assert OUTLINE in server.get("/over").text
    drawing.start()
    for _ in range(100):
        page = server.get("/over").text
        if "Waar komen de gegevens vandaan?" in page:
            return
        time.sleep(0.2)
    raise AssertionError(page)
