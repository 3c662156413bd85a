"""Visitors, members and editors with their cookies, without the cost of a real log-in."""

import secrets
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import httpx
from sqlmodel import col, select

from sociale_kaart.aanbod.achteraf.models import Nakijkpunt
from sociale_kaart.aanbod.agendabron import Agendabron
from sociale_kaart.aanbod.meldingen.models import Melding
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aansluiten.leden.models import Overdracht, Uitnodiging
from sociale_kaart.aansluiten.models import Aansluitlink, Aansluitverzoek
from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.routes import SESSION_COOKIE
from sociale_kaart.accounts.service import SESSION_LIFETIME
from sociale_kaart.berichten.adressen.queries import lock_adres
from sociale_kaart.controle.models import Controleverzoek, Controlevraag
from sociale_kaart.controle.rules import LINK_LIFETIME
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.organisaties.models import Lidmaatschap, Organisatie, OrganisatieNakijkpunt
from sociale_kaart.situaties.models import Situatie
from sociale_kaart.zoeken.synonyms.models import Synoniem
from sociale_kaart.zoeken.synonyms.rules import bare

Headers = dict[str, str]


async def log_in_as(
    database: Database, rol: str = "lid", *, wijken: Sequence[str] = (), **lid_van: UUID
) -> Headers:
    """The headers of somebody with this role; `eigenaar=` or `medebewerker=` an organisation."""
    token = secrets.token_urlsafe(8)
    account = Account(
        email=f"{uuid4().hex}@example.org",
        naam=rol,
        rol=rol,
        wijken=list(wijken),
        wachtwoord_hash="niemand",
    )
    async with database.transaction() as session:
        session.add(account)
        await session.flush()
        session.add(
            Sessie(
                token_hash=sha256(token.encode()).digest(),
                account_id=account.id,
                verloopt_op=utc_now() + SESSION_LIFETIME,
            )
        )
        for plaats, organisatie_id in lid_van.items():
            session.add(
                Lidmaatschap(account_id=account.id, organisatie_id=organisatie_id, rol=plaats)
            )
    return {"Cookie": f"{SESSION_COOKIE}={token}"}


async def account_of(database: Database, headers: Headers) -> UUID:
    token = headers["Cookie"].partition("=")[2]
    async with database.transaction() as session:
        found = await session.get(Sessie, sha256(token.encode()).digest())
        assert found is not None
        return found.account_id


async def make_mailadres(database: Database, aan: str) -> str:
    """What stands in mail to this address, with which its reader stops kinds of it."""
    async with database.transaction() as session:
        return (await lock_adres(session, aan)).sleutel


async def make_sessie(database: Database, account_id: UUID, **values: Any) -> UUID:
    """The id of one more session of this account, as on another device."""
    sessie = Sessie(
        **{
            "token_hash": secrets.token_bytes(32),
            "account_id": account_id,
            "verloopt_op": utc_now() + SESSION_LIFETIME,
            **values,
        }
    )
    async with database.transaction() as session:
        session.add(sessie)
    return sessie.id


async def make_organisatie(database: Database, **values: Any) -> UUID:
    """One that the redactie has looked at, unless `gecontroleerd_op` says otherwise."""
    organisatie = Organisatie(
        **{
            "slug": f"organisatie-{uuid4().hex[:8]}",
            "naam": "Buurthuis De Proef",
            "categorie": "voorziening",
            "gecontroleerd_op": utc_now(),
            **values,
        }
    )
    async with database.transaction() as session:
        session.add(organisatie)
    return organisatie.id


async def make_melding(database: Database, aanbod_id: str, **values: Any) -> UUID:
    melding = Melding(**{"aanbod_id": UUID(aanbod_id), "soort": "tijden", "velden": [], **values})
    async with database.transaction() as session:
        session.add(melding)
    return melding.id


async def make_nakijkpunt(database: Database, aanbod_id: str) -> None:
    """Says that this listing came on the map and nobody of the redactie has seen it."""
    punt = Nakijkpunt(aanbod_id=UUID(aanbod_id), soort="nieuw", regel_id=new_id())
    async with database.transaction() as session:
        await session.merge(punt)


async def make_changed_organisatie(database: Database) -> UUID:
    """An organisation that changed its name, which nobody of the redactie has seen."""
    key = await make_organisatie(database)
    async with database.transaction() as session:
        session.add(OrganisatieNakijkpunt(organisatie_id=key, was={"naam": "Zo heette het"}))
    return key


async def make_controleverzoek(database: Database, organisatie_id: UUID, aanbod_id: str) -> str:
    """The token of a mail to this organisation that asks about this listing."""
    token = secrets.token_urlsafe(8)
    verzoek = Controleverzoek(
        token_hash=sha256(token.encode()).digest(),
        organisatie_id=organisatie_id,
        verloopt_op=utc_now() + LINK_LIFETIME,
    )
    async with database.transaction() as session:
        session.add(verzoek)
        await session.flush()
        session.add(Controlevraag(verzoek_id=verzoek.id, aanbod_id=UUID(aanbod_id)))
    return token


async def make_aansluitlink(database: Database) -> str:
    """The token of a mail to somebody new who registers an organisation."""
    token = secrets.token_urlsafe(8)
    link = Aansluitlink(
        token_hash=sha256(token.encode()).digest(),
        email=f"{uuid4().hex}@example.org",
        naam="Iemand",
        vraag={"nieuw": {"naam": "Nieuw", "categorie": "initiatief"}},
        verloopt_op=utc_now() + SESSION_LIFETIME,
    )
    async with database.transaction() as session:
        session.add(link)
    return token


async def make_aansluitverzoek(database: Database, organisatie_id: UUID) -> UUID:
    """The account of somebody new who asks to join this organisation."""
    account_id = await account_of(database, await log_in_as(database))
    async with database.transaction() as session:
        session.add(Aansluitverzoek(account_id=account_id, organisatie_id=organisatie_id))
    return account_id


async def make_member(database: Database, organisatie_id: UUID) -> str:
    """The account of one more co-worker of this organisation."""
    return str(await account_of(database, await log_in_as(database, medebewerker=organisatie_id)))


async def make_uitnodiging(database: Database, organisatie_id: UUID) -> tuple[str, UUID]:
    """The token of an invitation to somebody new, and its id."""
    token = secrets.token_urlsafe(8)
    uitnodiging = Uitnodiging(
        organisatie_id=organisatie_id,
        email=f"{uuid4().hex}@example.org",
        rol="medebewerker",
        token_hash=sha256(token.encode()).digest(),
        door=UUID(await make_member(database, organisatie_id)),
        verloopt_op=utc_now() + SESSION_LIFETIME,
    )
    async with database.transaction() as session:
        session.add(uitnodiging)
    return token, uitnodiging.id


async def make_overdracht(database: Database, organisatie_id: UUID) -> None:
    """Somebody offers their place to a colleague, in the place of what was offered before."""
    overdracht = Overdracht(
        organisatie_id=organisatie_id,
        van=UUID(await make_member(database, organisatie_id)),
        naar=UUID(await make_member(database, organisatie_id)),
        verloopt_op=utc_now() + SESSION_LIFETIME,
    )
    async with database.transaction() as session:
        await session.merge(overdracht)


async def make_agendabron(database: Database, organisatie_id: UUID) -> UUID:
    """A calendar at an address that is never asked."""
    bron = Agendabron(
        organisatie_id=organisatie_id,
        adres="http://127.0.0.1/agenda.ics",
        volgende_op=utc_now() + SESSION_LIFETIME,
    )
    async with database.transaction() as session:
        session.add(bron)
    return bron.id


async def make_synoniem(database: Database, **values: Any) -> UUID:
    row = {"woord": uuid4().hex, "betekent": "bibliotheek", "richting": "heen", **values}
    synoniem = Synoniem(
        **{
            "herkomst": "redactie",
            **row,
            "woord_kaal": bare(row["woord"]),
            "betekent_kaal": bare(row["betekent"]),
        }
    )
    async with database.transaction() as session:
        session.add(synoniem)
    return synoniem.id


def situatie_body(slug: str | None = None, **changes: Any) -> dict[str, Any]:
    """What an editor sends for a situation; with its slug when it is new."""
    return {
        **({"slug": slug} if slug else {}),
        "titel": "Rouw in de buurt",
        "samenvatting": "Samen een kop koffie.",
        "inleiding": "Je mist iemand.",
        "onderdelen": [{"titel": "Praten", "vraag": {"thema": ["rouw"]}}],
        **changes,
    }


async def make_situatie(database: Database) -> str:
    """The slug of a new situation."""
    situatie = Situatie(slug=f"situatie-{uuid4().hex}", **situatie_body())
    async with database.transaction() as session:
        session.add(situatie)
    return situatie.slug


def aanbod_body(**changes: Any) -> dict[str, Any]:
    """What an editor sends for a complete listing."""
    return {
        "titel": "Koffie in de buurt",
        "samenvatting": "Drink koffie met je buren. Iedereen is welkom.",
        "soort": "ontmoetingsplek",
        "ambities": ["1"],
        "themas": ["ontmoeten"],
        "doelgroepen": ["iedereen"],
        "openVoor": "iedereen",
        "aanmelden": "binnenlopen",
        "niveau": 1,
        "vormen": ["inloop"],
        "kosten": "gratis",
        "talen": ["nl"],
        "locatie": {"naam": "De Proef", "straat": "Proefstraat 1", "lat": 52.527, "lon": 6.084},
        "werkgebied": ["holtenbroek"],
        "momenten": [{"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "10:00", "tot": "12:00"}],
        "contact": {"naam": "Anna", "email": "anna@example.org"},
        **changes,
    }


async def create_aanbod(
    client: httpx.AsyncClient, headers: Headers, organisatie_id: UUID, **changes: Any
) -> dict[str, Any]:
    """A draft, made by the API."""
    body = aanbod_body(organisatie=str(organisatie_id), **changes)
    answer = await client.post("/api/v1/aanbod", json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def step(
    client: httpx.AsyncClient, headers: Headers, aanbod: dict[str, Any], handeling: str
) -> dict[str, Any]:
    """The listing after one step between states."""
    answer = await client.post(
        f"/api/v1/aanbod/{aanbod['id']}/stappen",
        json={"handeling": handeling},
        headers={**headers, "If-Match": f'"{aanbod["versie"]}"'},
    )
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def publish(
    client: httpx.AsyncClient, headers: Headers, organisatie_id: UUID, **changes: Any
) -> dict[str, Any]:
    """A listing on the map; the headers are those of an editor."""
    draft = await create_aanbod(client, headers, organisatie_id, **changes)
    return await step(client, headers, draft, "publiceren")


async def set_aanbod(database: Database, aanbod_id: str, change: Callable[[Aanbod], None]) -> None:
    """Changes a row directly, as no route can (a state, a date in the past)."""
    async with database.transaction() as session:
        aanbod = await session.scalar(select(Aanbod).where(col(Aanbod.id) == UUID(aanbod_id)))
        assert aanbod is not None
        change(aanbod)
