"""Who may do what: every route of the application for every role, in one table.

A route that has no line there fails the test, so nobody adds one without saying who may use it.
"""

import httpx
import pytest

from sociale_kaart.app import create_app
from sociale_kaart.core.config import PROJECT_ROOT, Settings
from sociale_kaart.core.db import Database
from tests.authorisation_asking import World, ask, make_world
from tests.authorisation_page import page
from tests.authorisation_table import MATRIX, ROLES, SITE
from tests.routes_of import routes_of

pytestmark = pytest.mark.anyio


@pytest.fixture
async def world(client: httpx.AsyncClient, database: Database) -> World:
    return await make_world(client, database)


def test_every_route_of_the_application_has_a_line_in_the_table() -> None:
    app = create_app(Settings(database_url="postgresql:///"))
    found = set(routes_of(app))
    known = {line.partition(" (")[0] for line in MATRIX} | SITE
    assert "GET /gereed" in found
    assert found - known == set(), "say in MATRIX who may use these routes"
    assert known - found <= {"MOUNT /assets"}, "these routes are no longer there"


def test_the_page_about_who_may_do_what_is_this_table() -> None:
    written = PROJECT_ROOT / "docs" / "autorisatie.md"
    same = written.read_text(encoding="utf-8") == page(ROLES, MATRIX)
    assert same, "run `python -m tests.authorisation_page ../docs/autorisatie.md` in backend/"


def test_who_has_yet_to_give_a_code_is_a_visitor_but_for_giving_it() -> None:
    """What the requests below then prove of every route."""
    more = {line for line in MATRIX if MATRIX[line]["halverwege"] != MATRIX[line]["bezoeker"]}
    assert more == {"POST /api/v1/sessies/halve/bevestigingen"}


@pytest.mark.parametrize("line", MATRIX)
async def test_each_role_gets_the_answer_that_the_table_says(world: World, line: str) -> None:
    found = {}
    for role in ROLES:
        status = await ask(world, line, role)
        found[role] = 200 if status < 300 else status
    assert found == MATRIX[line]
