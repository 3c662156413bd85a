"""Who may do what: every route of the application for every role, in one table.

A route that has no line here fails the test, so nobody adds one without saying who may use it.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.app import create_app
from sociale_kaart.core.config import PROJECT_ROOT, Settings
from sociale_kaart.core.db import Database
from sociale_kaart.organisaties.models import Lidmaatschap
from tests.authorisation_page import page
from tests.beelden.pictures import picture, written
from tests.opendata.invoeren.importing import as_csv, row, sent
from tests.people import (
    Headers,
    aanbod_body,
    account_of,
    create_aanbod,
    log_in_as,
    make_aansluitlink,
    make_aansluitverzoek,
    make_controleverzoek,
    make_melding,
    make_member,
    make_organisatie,
    make_overdracht,
    make_sessie,
    make_situatie,
    make_synoniem,
    make_uitnodiging,
    publish,
    set_aanbod,
    situatie_body,
)
from tests.routes_of import routes_of

pytestmark = pytest.mark.anyio

ROLES = (
    "bezoeker", "eigenaar", "medebewerker", "lid elders", "wijkteam", "wijkredacteur",
    "wijkredacteur elders", "redactie", "beheer",
)  # fmt: skip


def _row(*answers: int) -> dict[str, int]:
    return dict(zip(ROLES, answers, strict=True))


EVERYBODY = dict.fromkeys(ROLES, 200)
NOBODY = dict.fromkeys(ROLES, 404)
#                  bezoeker eigenaar medebew. elders wijkteam wijkred. elders redactie beheer
LOGGED_IN = _row(401, 200, 200, 200, 200, 200, 200, 200, 200)
MEMBERS = _row(401, 200, 200, 403, 403, 403, 403, 200, 200)
OWNERS = _row(401, 200, 403, 403, 403, 403, 403, 200, 200)
BEHEER = _row(401, 403, 403, 403, 403, 403, 403, 403, 200)
LEAVERS = _row(401, 409, 200, 403, 403, 403, 403, 403, 403)
NOT_INVITED = _row(200, 403, 403, 403, 403, 403, 403, 403, 403)
ONLY_OWNER = _row(401, 200, 403, 403, 403, 403, 403, 403, 403)
JOINERS = _row(401, 200, 200, 200, 403, 403, 403, 403, 403)
EDITORS = _row(401, 403, 403, 403, 403, 403, 403, 200, 200)
# Of a listing in the wijk of the one wijkredacteur and not in that of the other.
LISTING_EDITORS = _row(401, 200, 200, 403, 403, 200, 403, 200, 200)
LISTING_JUDGES = _row(401, 403, 403, 403, 403, 200, 403, 200, 200)
JUDGES = _row(401, 403, 403, 403, 403, 200, 200, 200, 200)
SOMEBODY_ELSES = {rol: 401 if rol == "bezoeker" else 404 for rol in ROLES}
DRAFT_READERS = _row(404, 200, 200, 404, 404, 200, 404, 200, 200)

# Which role gets which answer; 200 stands for every kind of success.
MATRIX: dict[str, dict[str, int]] = {
    "GET /api/v1/zoeken": EVERYBODY,
    "GET /api/v1/suggesties": EVERYBODY,
    "GET /api/v1/agenda": EVERYBODY,
    "GET /api/v1/agenda/tellingen": EVERYBODY,
    "GET /api/v1/agenda/kalender.ics": EVERYBODY,
    "GET /api/v1/aanbod/{id}/kalender.ics": EVERYBODY,
    "GET /api/v1/aanbod/{id}/kalender.ics (concept)": NOBODY,
    "GET /api/v1/aanbod": EVERYBODY,
    "GET /api/v1/aanbod/{id}": EVERYBODY,
    "GET /api/v1/aanbod/{id} (concept)": DRAFT_READERS,
    "GET /api/v1/aanbod/{id}/momenten": EVERYBODY,
    "GET /api/v1/aanbod/{id}/vergelijkbaar": EVERYBODY,
    "GET /api/v1/aanbod/{id}/vergelijkbaar (concept)": NOBODY,
    "GET /api/v1/aanbod/{id}/momenten (concept)": DRAFT_READERS,
    "POST /api/v1/aanbod": MEMBERS,
    "PUT /api/v1/aanbod/{id}": LISTING_EDITORS,
    "PUT /api/v1/aanbod/{id} (concept)": LISTING_EDITORS,
    "DELETE /api/v1/aanbod/{id}": OWNERS,
    "POST /api/v1/aanbod/{id}/stappen": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/stappen (indienen)": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/stappen (publiceren)": LISTING_JUDGES,
    "POST /api/v1/aanbod/{id}/stappen (terugsturen)": LISTING_JUDGES,
    "POST /api/v1/aanbod/{id}/bevestigingen": LISTING_EDITORS,
    # Each their own: who may confirm has just done so.
    "POST /api/v1/aanbod/{id}/intrekkingen": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/voorstel/besluiten": LISTING_JUDGES,
    "POST /api/v1/aanbod/{id}/kopieen": MEMBERS,
    "POST /api/v1/aanbod/{id}/kopieen (concept)": MEMBERS,
    "POST /api/v1/vooruitblikken": LOGGED_IN,
    "POST /api/v1/beelden": MEMBERS,
    "GET /api/v1/beelden/{id}/{breedte}": EVERYBODY,
    "POST /api/v1/aanbod/{id}/voorstel/besluiten (terugsturen)": LISTING_JUDGES,
    "GET /api/v1/aanbod/{id}/beoordeling": LISTING_EDITORS,
    "GET /api/v1/aanbod/{id}/bewerking": LISTING_EDITORS,
    "PUT /api/v1/aanbod/{id}/bewerking": LISTING_EDITORS,
    "DELETE /api/v1/aanbod/{id}/bewerking": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/bewerking/indieningen": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/bewerking/indieningen (concept)": LISTING_EDITORS,
    "GET /api/v1/aanbod/{id}/bewerking/voorbeeld": LISTING_EDITORS,
    "GET /api/v1/aanbod/{id}/historie": LISTING_EDITORS,
    "GET /api/v1/aanbod/{id}/historie (concept)": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/historie/{regel}/herstel": LISTING_EDITORS,
    # Each what they may decide about: the wijkredacteur that of own wijken.
    "GET /api/v1/beoordelingen": JUDGES,
    "POST /api/v1/beoordelingen/goedkeuringen": JUDGES,
    # Each their own: who may decide has just done so.
    "POST /api/v1/aanbod/{id}/beoordeling/intrekkingen": LISTING_JUDGES,
    "GET /api/v1/organisaties": EVERYBODY,
    "GET /api/v1/organisaties/{id}": EVERYBODY,
    "POST /api/v1/organisaties": LOGGED_IN,
    "PUT /api/v1/organisaties/{id}": MEMBERS,
    "DELETE /api/v1/organisaties/{id}": OWNERS,
    "GET /api/v1/organisaties/{id}/aanbod": MEMBERS,
    "GET /api/v1/organisaties/{id}/invoeren": MEMBERS,
    "POST /api/v1/organisaties/{id}/invoeren": MEMBERS,
    "GET /api/v1/invoeren/{id}": MEMBERS,
    "DELETE /api/v1/invoeren/{id}": MEMBERS,
    "GET /api/v1/invoeren/{id}/koppeling": MEMBERS,
    "PUT /api/v1/invoeren/{id}/koppeling": MEMBERS,
    "POST /api/v1/invoeren/{id}/stappen (nakijken)": MEMBERS,
    "GET /api/v1/invoeren/{id}/rijen": MEMBERS,
    "GET /api/v1/invoeren/{id}/fouten.xlsx": MEMBERS,
    "GET /api/v1/invoersjablonen/aanbod.xlsx": EVERYBODY,
    "GET /api/v1/lidmaatschappen": LOGGED_IN,
    "POST /api/v1/organisaties/gelijkenissen": EVERYBODY,
    "POST /api/v1/aansluitlinks": EVERYBODY,
    # The token of a mail decides here too.
    "GET /api/v1/aansluitlinks/huidig": EVERYBODY,
    "GET /api/v1/aansluitlinks/huidig (verzonnen)": NOBODY,
    "POST /api/v1/aansluitlinks/huidig/bevestigingen": EVERYBODY,
    "POST /api/v1/aansluitlinks/huidig/bevestigingen (verzonnen)": NOBODY,
    "GET /api/v1/aansluitverzoeken": LOGGED_IN,
    # Staff work for no organisation.
    "POST /api/v1/organisaties/{id}/aansluitverzoeken": JOINERS,
    "POST /api/v1/organisaties/{id}/aansluitverzoeken/eigen/intrekkingen": LOGGED_IN,
    "POST /api/v1/organisaties/{id}/aansluitverzoeken/{accountId}/besluiten": OWNERS,
    "GET /api/v1/organisaties/{id}/leden": MEMBERS,
    "POST /api/v1/organisaties/{id}/leden/{accountId}/rollen": OWNERS,
    "POST /api/v1/organisaties/{id}/leden/{accountId}/verwijderingen": OWNERS,
    # The one owner hands over first.
    "POST /api/v1/organisaties/{id}/vertrekken": LEAVERS,
    "POST /api/v1/organisaties/{id}/uitnodigingen": OWNERS,
    "POST /api/v1/organisaties/{id}/uitnodigingen/{uitnodigingId}/intrekkingen": OWNERS,
    "GET /api/v1/uitnodigingen/huidig": EVERYBODY,
    "GET /api/v1/uitnodigingen/huidig (verzonnen)": NOBODY,
    # It is for an address that none of them has.
    "POST /api/v1/uitnodigingen/huidig/aanvaardingen": NOT_INVITED,
    "POST /api/v1/uitnodigingen/huidig/aanvaardingen (verzonnen)": NOBODY,
    "POST /api/v1/organisaties/{id}/overdrachten": ONLY_OWNER,
    "POST /api/v1/organisaties/{id}/overdrachten/huidig/aanvaardingen": SOMEBODY_ELSES,
    "POST /api/v1/organisaties/{id}/overdrachten/huidig/intrekkingen": OWNERS,
    "GET /api/v1/aanmeldingen": EDITORS,
    "POST /api/v1/organisaties/{id}/controles": EDITORS,
    "GET /api/v1/locaties": EVERYBODY,
    "GET /api/v1/locaties/{id}": EVERYBODY,
    "GET /api/v1/vocabularia": EVERYBODY,
    "GET /api/v1/wijken": EVERYBODY,
    "GET /api/v1/wijken/{codeOfSlug}": EVERYBODY,
    "GET /api/v1/buurten": EVERYBODY,
    "GET /api/v1/buurten/{code}": EVERYBODY,
    "GET /api/v1/postcodegebieden": EVERYBODY,
    "GET /api/v1/postcodegebieden/{pc4}": EVERYBODY,
    "GET /api/v1/adressen": EVERYBODY,
    "GET /api/v1/schoolvakanties": EVERYBODY,
    "GET /api/v1/synoniemen": EDITORS,
    "GET /api/v1/synoniemen/{id}": EDITORS,
    "POST /api/v1/synoniemen": EDITORS,
    "PUT /api/v1/synoniemen/{id}": EDITORS,
    "DELETE /api/v1/synoniemen/{id}": EDITORS,
    "GET /api/v1/situaties": EVERYBODY,
    "GET /api/v1/situaties/{slug}": EVERYBODY,
    "POST /api/v1/situaties": EDITORS,
    "PUT /api/v1/situaties/{slug}": EDITORS,
    "GET /api/v1/gaten": EDITORS,
    "POST /api/v1/gaten": EVERYBODY,
    "GET /api/v1/logboekregels": BEHEER,
    "POST /api/v1/gelijkenissen": LOGGED_IN,
    "GET /api/v1/dubbelen": EDITORS,
    "POST /api/v1/onderscheidingen": EDITORS,
    "POST /api/v1/aanbod/{id}/samenvoegingen": LISTING_JUDGES,
    "POST /api/v1/aanbod/{id}/meldingen": EVERYBODY,
    "POST /api/v1/aanbod/{id}/meldingen (concept)": NOBODY,
    "GET /api/v1/meldingen": LOGGED_IN,
    "POST /api/v1/meldingen/{id}/afhandelingen": LISTING_EDITORS,
    # Mail is to be read in a demo only, and this is none.
    "GET /api/v1/demoberichten": NOBODY,
    # The token of a mail decides, and not who else somebody is.
    "GET /api/v1/controleverzoeken/huidig": EVERYBODY,
    "GET /api/v1/controleverzoeken/huidig (andermans)": NOBODY,
    "POST /api/v1/controleverzoeken/huidig/antwoorden": EVERYBODY,
    "POST /api/v1/controleverzoeken/huidig/antwoorden (andermans)": NOBODY,
    "POST /api/v1/controleverzoeken/huidig/intrekkingen": EVERYBODY,
    "POST /api/v1/controleverzoeken/huidig/intrekkingen (andermans)": NOBODY,
    "GET /api/v1/belverzoeken": EDITORS,
    "POST /api/v1/belverzoeken/{id}/antwoorden": EDITORS,
    "POST /api/v1/belverzoeken/{id}/intrekkingen": EDITORS,
    "GET /api/v1/versheid": EDITORS,
    "GET /api/v1/sessies/huidige": LOGGED_IN,
    "POST /api/v1/sessies": dict.fromkeys(ROLES, 401),
    "DELETE /api/v1/sessies/huidige": EVERYBODY,
    "GET /api/v1/inlogdiensten": EVERYBODY,
    # They send a browser on, here back to our own page as there is no such provider.
    "GET /inloggen/{dienst}": dict.fromkeys(ROLES, 303),
    "GET /inloggen/{dienst}/antwoord": dict.fromkeys(ROLES, 303),
    "GET /inloggen/{dienst}/uit": dict.fromkeys(ROLES, 303),
    "GET /api/v1/sessies": LOGGED_IN,
    "DELETE /api/v1/sessies/andere": LOGGED_IN,
    "DELETE /api/v1/sessies/{id}": SOMEBODY_ELSES,
    "DELETE /api/v1/sessies/{id} (eigen)": LOGGED_IN,
    "POST /api/v1/inloglinks": EVERYBODY,
    "GET /api/v1/openapi.json": EVERYBODY,
    "GET /robots.txt": EVERYBODY,
    "HEAD /robots.txt": EVERYBODY,
    "GET /sitemap.xml": EVERYBODY,
    "HEAD /sitemap.xml": EVERYBODY,
    "GET /gezond": EVERYBODY,
    "GET /gereed": EVERYBODY,
}
# Pages and files: no data of their own. Without a built site they answer 503.
SITE = {"GET /{path:path}", "HEAD /{path:path}", "MOUNT /assets"}


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


@dataclass
class World:
    """One organisation with a listing in each state that a line of the table needs."""

    client: httpx.AsyncClient
    database: Database
    people: dict[str, Headers]
    editor: Headers
    organisatie: UUID
    locatie: str = ""
    beeld: str = ""
    # A listing that was only read, or that somebody was refused to change, serves again.
    unchanged: dict[str, dict[str, Any]] = field(default_factory=dict)

    async def fresh(self, status: str) -> dict[str, Any]:
        if status in self.unchanged:
            return self.unchanged[status]
        made = await create_aanbod(self.client, self.editor, self.organisatie)
        self.unchanged[status] = made
        if status != "concept":

            def change(aanbod: Aanbod) -> None:
                aanbod.status = status

            await set_aanbod(self.database, made["id"], change)
        return made


@pytest.fixture
async def world(client: httpx.AsyncClient, database: Database) -> World:
    key, other = await make_organisatie(database), await make_organisatie(database)
    people = {
        "bezoeker": {},
        "eigenaar": await log_in_as(database, eigenaar=key),
        "medebewerker": await log_in_as(database, medebewerker=key),
        "lid elders": await log_in_as(database, eigenaar=other),
        "wijkredacteur": await log_in_as(database, "wijkredacteur", wijken=["WK019330"]),
        "wijkredacteur elders": await log_in_as(database, "wijkredacteur", wijken=["WK019331"]),
        **{rol: await log_in_as(database, rol) for rol in ("wijkteam", "redactie", "beheer")},
    }
    world = World(client, database, people, await log_in_as(database, "redactie"), key)
    await publish(client, world.editor, key)
    sent = await client.post("/api/v1/beelden", headers=world.editor, **_photo(world))
    world.beeld = sent.json()["id"]
    world.locatie = (await client.get("/api/v1/locaties")).json()["resultaten"][0]["id"]
    return world


STATES = {
    "concept": "concept",
    "indienen": "concept",
    "publiceren": "ter-beoordeling",
    "terugsturen": "ter-beoordeling",
}
BODIES: dict[str, dict[str, Any]] = {
    "PUT /api/v1/aanbod/{id}": aanbod_body(titel="Een wijziging"),
    "POST /api/v1/aanbod/{id}/voorstel/besluiten": {"besluit": "goedgekeurd"},
    "POST /api/v1/aanbod/{id}/voorstel/besluiten (terugsturen)": {
        "besluit": "teruggestuurd",
        "reden": "Wat kost het?",
    },
    # Whom it is about is looked at for each of them.
    "POST /api/v1/beoordelingen/goedkeuringen": {
        "wijzigingen": [{"aanbodId": str(uuid4()), "ingediendOp": "2026-12-01T12:00:00Z"}]
    },
    "PUT /api/v1/organisaties/{id}": {"naam": "Buurthuis De Proef", "categorie": "voorziening"},
    "POST /api/v1/organisaties": {"naam": "Nieuw", "categorie": "initiatief"},
    "PUT /api/v1/aanbod/{id}/bewerking": {"inhoud": {"titel": "Ko"}, "basisVersie": 1},
    "PUT /api/v1/invoeren/{id}/koppeling": {"kolommen": [None] * 14},
    "POST /api/v1/organisaties/gelijkenissen": {"naam": "Soep op de stoep"},
    "POST /api/v1/aansluitlinks": {
        "naam": "Iemand",
        "nieuw": {"naam": "Nieuw", "categorie": "initiatief"},
    },
    "POST /api/v1/organisaties/{id}/aansluitverzoeken/{accountId}/besluiten": {
        "besluit": "goedgekeurd"
    },
    "POST /api/v1/organisaties/{id}/controles": {"besluit": "goedgekeurd"},
    "POST /api/v1/organisaties/{id}/leden/{accountId}/rollen": {"rol": "eigenaar"},
    "POST /api/v1/organisaties/{id}/vertrekken": {},
    "POST /api/v1/gaten": {"thema": "vervoer", "wijk": "holtenbroek"},
    "POST /api/v1/aanbod/{id}/meldingen": {"soort": "tijden"},
    "POST /api/v1/vooruitblikken": {"momenten": [{"rrule": "FREQ=WEEKLY;BYDAY=TU"}]},
    "POST /api/v1/gelijkenissen": {"titel": "Koffie"},
    "POST /api/v1/sessies": {"email": "niemand@example.org", "wachtwoord": "fout"},
}

FILES: dict[str, dict[str, Any]] = {
    "POST /api/v1/organisaties/{id}/invoeren": {
        "content": as_csv(row(1)),
        "params": {"bestandsnaam": "aanbod.csv"},
    },
}

# Beside those that replace or remove something.
HELD = ("/stappen", "/indieningen", "/herstel", "/samenvoegingen")


BY_MAIL = (
    "/api/v1/controleverzoeken/",
    "/api/v1/aansluitlinks/",
    "/api/v1/uitnodigingen/",
)


async def ask(world: World, line: str, role: str) -> int:
    """The status of one request of the table, on rows of its own."""
    route, _, variant = line.rstrip(")").partition(" (")
    method, path = route.split(" ")
    headers = world.people[role]
    body = await _body(world, line)
    if route == "DELETE /api/v1/sessies/huidige" and headers:
        # Everybody's own session is needed for the other roles' questions too.
        headers = await log_in_as(world.database)
    elif path.startswith(BY_MAIL):
        by_mail, body = await _by_mail(world, path, variant)
        headers = {**headers, **by_mail}
    values = {
        "codeOfSlug": "holtenbroek",
        "code": "BU01933000",
        "pc4": "8031",
        "dienst": "bestaat-niet",
        "breedte": "480",
        "slug": await make_situatie(world.database) if "/situaties/{slug}" in route else "",
        "id": await _subject(world, route, variant, role),
        "accountId": await _account(world, route),
        "uitnodigingId": await _uitnodiging(world, route),
    }
    values["regel"] = await _step(world, values["id"]) if path.endswith("/herstel") else ""
    if method in {"PUT", "DELETE"} or path.endswith(HELD):
        headers = {**headers, "If-Match": _version(path)}
    address = re.sub(r"\{(\w+)\}", lambda match: values[match[1]], path)
    photo = _photo(world) if route == "POST /api/v1/beelden" else None
    sent_along = photo or FILES.get(route) or {"json": body}
    answer = await world.client.request(method, address, headers=headers, **sent_along)
    if method != "GET" and answer.is_success:
        world.unchanged.clear()
    return answer.status_code


async def _body(world: World, line: str) -> dict[str, Any] | None:
    """What is sent with a request of the table."""
    route, _, variant = line.rstrip(")").partition(" (")
    method, path = route.split(" ")
    body = BODIES.get(line, BODIES.get(route))
    if path.endswith("/stappen"):
        reason = {} if "/invoeren" in path else {"reden": "Wat kost het?"}
        body = {"handeling": variant or "stoppen", **reason}
    elif route == "POST /api/v1/aanbod":
        body = aanbod_body(organisatie=str(world.organisatie))
    elif method in {"POST", "PUT"} and "/synoniemen" in path:
        body = {"woord": f"woord {uuid4().hex}", "betekent": "bibliotheek"}
    elif method in {"POST", "PUT"} and "/situaties" in path:
        body = situatie_body(f"situatie-{uuid4().hex}" if method == "POST" else None)
    elif path.endswith("/overdrachten"):
        body = {"naar": await make_member(world.database, world.organisatie)}
    elif path.endswith(("/inloglinks", "/aansluitlinks", "/uitnodigingen")):
        # Each address may ask a few times only.
        body = {**(body or {}), "email": f"{uuid4().hex}@example.org"}
    elif "/belverzoeken/" in path:
        body = await _called(world, path)
    elif path.endswith(("/samenvoegingen", "/onderscheidingen")):
        body = await _two_listings(world, path)
    return body


async def _called(world: World, path: str) -> dict[str, Any]:
    """What the organisation says on the telephone, or what is taken back of that."""
    made = await publish(world.client, world.editor, world.organisatie)
    said = {"aanbodId": made["id"], "antwoord": "gestopt"}
    if path.endswith("/antwoorden"):
        return said
    url = f"/api/v1/belverzoeken/{world.organisatie}/antwoorden"
    return dict((await world.client.post(url, json=said, headers=world.editor)).json())


async def _two_listings(world: World, path: str) -> dict[str, Any]:
    """Of which one goes into the other, or that are not the same."""
    one, other = [
        (await create_aanbod(world.client, world.editor, world.organisatie))["id"] for _ in "ab"
    ]
    if path.endswith("/onderscheidingen"):
        return {"een": one, "ander": other}
    return {"oud": other, "oudVersie": 1}


async def _by_mail(world: World, path: str, variant: str) -> tuple[Headers, dict[str, Any] | None]:
    """What comes with the link of a mail; a variant is a token that nobody was sent."""
    if "/aansluitlinks/" in path:
        return {"Aansluit-Token": variant or await make_aansluitlink(world.database)}, None
    if "/uitnodigingen/" in path:
        token, _ = await make_uitnodiging(world.database, world.organisatie)
        return {"Uitnodiging-Token": variant or token}, {"naam": "Iemand"}
    asked = (await world.fresh("gepubliceerd"))["id"]
    token = await make_controleverzoek(world.database, world.organisatie, asked)
    answer = {"antwoord": "klopt"} if "antwoorden" in path else {}
    return {"Controle-Token": variant or token}, {"aanbodId": asked, **answer}


def _version(path: str) -> str:
    """Nobody is writing it yet, which is version 0 of that; what can be restored has changed."""
    if "/bewerking" in path:
        return '"0"'
    return '"2"' if path.endswith("/herstel") else '"1"'


async def _step(world: World, aanbod_id: str) -> str:
    """A step in the history of a listing that can be taken back."""
    address = f"/api/v1/aanbod/{aanbod_id}"
    await world.client.put(
        address, json=aanbod_body(titel="Anders"), headers={**world.editor, "If-Match": '"1"'}
    )
    found = await world.client.get(f"{address}/historie", headers=world.editor)
    return str(found.json()["resultaten"][0]["id"])


def _photo(world: World) -> dict[str, Any]:
    """What is sent that is no JSON."""
    return {"params": {"organisatie": str(world.organisatie)}, "content": written(picture())}


async def _subject(world: World, route: str, variant: str, role: str) -> str:
    """The id of what the request is about, in the state that it needs."""
    if "/locaties/{id}" in route or "/beelden/{id}" in route:
        return world.locatie if "/locaties/" in route else world.beeld
    if "/sessies/{id}" in route:
        other = "wijkteam" if role == "beheer" else "beheer"
        whose = role if variant == "eigen" and role != "bezoeker" else other
        account_id = await account_of(world.database, world.people[whose])
        return str(await make_sessie(world.database, account_id))
    if "/synoniemen/{id}" in route:
        return str(await make_synoniem(world.database))
    if "/meldingen/{id}" in route:
        made = await world.fresh("gepubliceerd")
        return str(await make_melding(world.database, made["id"]))
    if "/organisaties/{id}" in route or "/belverzoeken/{id}" in route:
        return str(await _organisation(world, route, role))
    return await _of_members(world, route, variant, role)


async def _of_members(world: World, route: str, variant: str, role: str) -> str:
    if "/invoeren/{id}" in route:
        return await sent(world.client, world.editor, world.organisatie, row(1))
    return await _listing(world, route, variant, role) if "/aanbod/{id}" in route else ""


async def _organisation(world: World, route: str, role: str) -> UUID:
    if "DELETE" in route:
        return await _empty_organisation(world, role)
    if route.endswith("/controles"):
        return await make_organisatie(world.database, gecontroleerd_op=None)
    return world.organisatie


async def _account(world: World, route: str) -> str:
    """Whom the request is about, who has asked to join the organisation of the table."""
    if "/aansluitverzoeken/{accountId}" in route:
        return str(await make_aansluitverzoek(world.database, world.organisatie))
    if "/overdrachten/huidig" in route:
        await make_overdracht(world.database, world.organisatie)
    return await make_member(world.database, world.organisatie) if "{accountId}" in route else ""


async def _uitnodiging(world: World, route: str) -> str:
    if "{uitnodigingId}" not in route:
        return ""
    return str((await make_uitnodiging(world.database, world.organisatie))[1])


async def _listing(world: World, route: str, variant: str, role: str) -> str:
    is_change = route.endswith(("/besluiten", "/beoordeling/intrekkingen"))
    made = await world.fresh("gepubliceerd" if is_change else STATES.get(variant, "gepubliceerd"))
    if route.endswith("{id}/intrekkingen"):
        await world.client.post(
            f"/api/v1/aanbod/{made['id']}/bevestigingen", headers=world.people[role]
        )
    if is_change:
        await world.client.put(
            f"/api/v1/aanbod/{made['id']}",
            json=aanbod_body(titel="Een voorstel"),
            headers={**world.people["eigenaar"], "If-Match": '"1"'},
        )
    if route.endswith("/beoordeling/intrekkingen"):
        await world.client.post(
            f"/api/v1/aanbod/{made['id']}/voorstel/besluiten",
            json={"besluit": "afgewezen", "reden": "Wat kost het?"},
            headers=world.people[role],
        )
    return str(made["id"])


async def _empty_organisation(world: World, role: str) -> UUID:
    """An organisation without listings, with the same members as the one of the table."""
    key = await make_organisatie(world.database)
    if role in {"eigenaar", "medebewerker"}:
        account_id = await account_of(world.database, world.people[role])
        async with world.database.transaction() as session:
            session.add(Lidmaatschap(account_id=account_id, organisatie_id=key, rol=role))
    return key


@pytest.mark.parametrize("line", MATRIX)
async def test_each_role_gets_the_answer_that_the_table_says(world: World, line: str) -> None:
    found = {}
    for role in ROLES:
        status = await ask(world, line, role)
        found[role] = 200 if status < 300 else status
    assert found == MATRIX[line]
