"""Asks one line of the table of authorisation of the running application, as one role."""

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.db import Database
from sociale_kaart.organisaties.models import Lidmaatschap
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
    make_agendabron,
    make_changed_organisatie,
    make_controleverzoek,
    make_mailadres,
    make_melding,
    make_member,
    make_nakijkpunt,
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
from tests.second_step import half_way, turn_on


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


async def make_world(client: httpx.AsyncClient, database: Database) -> World:
    """The people of the table, with something on the map for them to ask about."""
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
    # Who would be a co-worker with the code that has yet to follow.
    member = UUID(await make_member(database, key))
    await turn_on(database, member)
    people["halverwege"] = await half_way(database, member)
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
_TURN_BACK = {"versie": 1, "reden": "Dit klopt niet."}
BODIES: dict[str, dict[str, Any]] = {
    "PUT /api/v1/aanbod/{id}": aanbod_body(titel="Een wijziging"),
    "POST /api/v1/aanbod/{id}/opvolgers": {},
    "POST /api/v1/aanbod/{id}/sluitingen": {"reden": "Verbouwing"},
    "POST /api/v1/aanbod/{id}/voorstel/besluiten": {"besluit": "goedgekeurd"},
    "POST /api/v1/aanbod/{id}/voorstel/besluiten (terugsturen)": {
        "besluit": "teruggestuurd",
        "reden": "Wat kost het?",
    },
    # Whom it is about is looked at for each of them.
    "POST /api/v1/beoordelingen/goedkeuringen": {
        "wijzigingen": [{"aanbodId": str(uuid4()), "ingediendOp": "2026-12-01T12:00:00Z"}]
    },
    "POST /api/v1/nakijkpunten/afvinkingen": {
        "punten": [{"onderwerp": "aanbod", "id": str(uuid4()), "versie": 1}]
    },
    "POST /api/v1/aanbod/{id}/nakijkpunt/terugdraaiingen": _TURN_BACK,
    "POST /api/v1/organisaties/{id}/nakijkpunt/terugdraaiingen": _TURN_BACK,
    "POST /api/v1/organisaties/{id}/vertrouwen": {"vertrouwd": False},
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
    "POST /api/v1/aanbod/{id}/plekkopieen": {"wijken": ["aa-landen"]},
    "POST /api/v1/accounts/zoekopdrachten": {"email": "niemand@example.org"},
    "POST /api/v1/aanbod/{id}/hervattingen": {"veld": "titel"},
    "POST /api/v1/aanbod/{id}/bereik": {"soort": "geopend"},
    "POST /api/v1/vooruitblikken": {"momenten": [{"rrule": "FREQ=WEEKLY;BYDAY=TU"}]},
    "POST /api/v1/gelijkenissen": {"titel": "Koffie"},
    "POST /api/v1/sessies": {"email": "niemand@example.org", "wachtwoord": "fout"},
}

_BRON = {"adres": "http://127.0.0.1/agenda.ics"}
_CODE = {"code": "000000"}
BODIES |= {
    "POST /api/v1/sessies/halve/bevestigingen": {"herstelcode": "verzonnen"},
    "POST /api/v1/tweedestappen/eigen/bevestigingen": _CODE,
    "POST /api/v1/tweedestappen/eigen/herstelcodes": _CODE,
    "POST /api/v1/tweedestappen/eigen/uitzettingen": _CODE,
    "POST /api/v1/accounts/{id}/tweedestap/verwijderingen": {"reden": "Alles kwijt."},
    "POST /api/v1/organisaties/{id}/agendabronnen": _BRON,
    "POST /api/v1/organisaties/{id}/agendabronnen/voorbeelden": _BRON,
    "PUT /api/v1/agendabronnen/{id}": _BRON,
}

BODIES["POST /api/v1/mailvoorkeuren/huidig/keuzes"] = {"soort": "controle", "gewenst": False}

FILES: dict[str, dict[str, Any]] = {
    "POST /afmelden/{soort}/{sleutel}": {"data": {"List-Unsubscribe": "One-Click"}},
    "POST /api/v1/organisaties/{id}/invoeren": {
        "content": as_csv(row(1)),
        "params": {"bestandsnaam": "aanbod.csv"},
    },
}

# Beside those that replace or remove something.
HELD = ("/stappen", "/indieningen", "/herstel", "/hervattingen", "/samenvoegingen")


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
    elif path.startswith("/api/v1/mailvoorkeuren/"):
        headers = {**headers, **await _preferences(world, variant)}
    elif path.startswith(BY_MAIL):
        by_mail, body = await _by_mail(world, path, variant)
        headers = {**headers, **by_mail}
    values = {
        "soort": "controle",
        "sleutel": await _sleutel(world) if "{sleutel}" in route else "",
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


async def _sleutel(world: World) -> str:
    return await make_mailadres(world.database, "iemand@example.org")


async def _preferences(world: World, variant: str) -> Headers:
    """With the key of a mail, with one that nobody was sent, or without."""
    if not variant:
        return {}
    return {"Mail-Sleutel": variant if variant == "andermans" else await _sleutel(world)}


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
        is_in = role not in {"bezoeker", "halverwege"}
        whose = role if variant == "eigen" and is_in else other
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
    if "/accounts/{id}" in route:
        account_id = await account_of(world.database, await log_in_as(world.database))
        await turn_on(world.database, account_id)
        return str(account_id)
    if "/agendabronnen/{id}" in route:
        return str(await make_agendabron(world.database, world.organisatie))
    if "/invoeren/{id}" in route:
        return await sent(world.client, world.editor, world.organisatie, row(1))
    return await _listing(world, route, variant, role) if "/aanbod/{id}" in route else ""


async def _organisation(world: World, route: str, role: str) -> UUID:
    if "DELETE" in route:
        return await _empty_organisation(world, role)
    if route.endswith("/controles"):
        return await make_organisatie(world.database, gecontroleerd_op=None)
    if route.endswith("/terugdraaiingen"):
        return await make_changed_organisatie(world.database)
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
    if route.endswith(("/openingen", "/sluitingen/intrekkingen")):
        closer = world.editor if route.endswith("/openingen") else world.people[role]
        await world.client.post(f"/api/v1/aanbod/{made['id']}/sluitingen", json={}, headers=closer)
    if route.endswith("/opvolgers"):
        await world.client.post(
            f"/api/v1/aanbod/{made['id']}/stappen",
            json={"handeling": "stoppen"},
            headers={**world.editor, "If-Match": f'"{made["versie"]}"'},
        )
    if route.endswith("/terugdraaiingen"):
        await make_nakijkpunt(world.database, made["id"])
    if route.endswith(("/losmakingen", "/hervattingen")):
        copied = await world.client.post(
            f"/api/v1/aanbod/{made['id']}/plekkopieen",
            json={"wijken": ["aa-landen"]},
            headers=world.editor,
        )
        return str(copied.json()["resultaten"][0]["id"])
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
