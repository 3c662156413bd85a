"""Finds listings that are the same, and makes one of two."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.changing import load_aanbod, remember, require_version
from sociale_kaart.aanbod.conversion import invoer_of
from sociale_kaart.aanbod.documents import COMING_WEEKS, coming_occurrences
from sociale_kaart.aanbod.models import Aanbod, Samenvoeging
from sociale_kaart.aanbod.opvolgen.service import lead_here_instead
from sociale_kaart.aanbod.places import place_of
from sociale_kaart.aanbod.queries import find_voorstel
from sociale_kaart.aanbod.schemas import AanbodInvoer, MomentInvoer
from sociale_kaart.aanbod.service import apply_change, check_invoer
from sociale_kaart.aanbod.vooruitblik.rules import schedule_from
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.beheer.dubbel import queries
from sociale_kaart.beheer.dubbel.rules import (
    Gelijkenis,
    Kenmerken,
    digits,
    features_in,
    host,
    likeness,
    lower,
    street,
)
from sociale_kaart.beheer.dubbel.schemas import GelijkAanbodVraag, SamenvoegingInvoer
from sociale_kaart.beheer.models import GeenDubbel
from sociale_kaart.core.clock import to_local, today, utc_now
from sociale_kaart.core.problems import (
    ChangedMeanwhileError,
    ConflictError,
    Fout,
    InvalidInputError,
)
from sociale_kaart.core.schema import to_camel
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.taxonomie.reference import Reference

_MOST_SHOWN = 5
# What came on the map longer ago was looked at, or is for who reports it.
_NEW = timedelta(days=90)
_FIELDS = {to_camel(field): field for field in AanbodInvoer.model_fields}

_WAITS = "Bij ‘{titel}’ wacht een wijziging op de redactie. Beslis daar eerst over."


@dataclass(frozen=True)
class Alike:
    document: Mapping[str, Any]
    gelijkenis: Gelijkenis


async def find_alike(
    connection: asyncpg.Connection, vraag: GelijkAanbodVraag, reference: Reference
) -> list[Alike]:
    """What is on the map that may be what somebody is about to add, the most alike first."""
    asked = _features_of(vraag, reference)
    without = set() if vraag.behalve is None else {vraag.behalve}
    for pair in await queries.not_double_with(connection, list(without)):
        without.update(pair)
    return await _alike(connection, vraag.titel, asked, without)


async def list_doubles(
    connection: asyncpg.Connection, after: UUID | None, limit: int
) -> tuple[list[tuple[Mapping[str, Any], Alike]], UUID | None]:
    """Pairs of which one is new on the map or was reported, and where the next page begins.

    Each pair once; not those of which somebody said that they are two.
    """
    newest = await queries.list_newest(connection, utc_now() - _NEW, after, limit + 1)
    shown = newest[:limit]
    ids = [UUID(document["id"]) for document in shown]
    known = await queries.not_double_with(connection, ids)
    pairs: list[tuple[Mapping[str, Any], Alike]] = []
    for key, document in zip(ids, shown, strict=True):
        features = features_in(document)
        for found in await _alike(connection, document["titel"], features, [key]):
            pair = _in_order(key, UUID(found.document["id"]))
            if pair not in known:
                known.add(pair)
                pairs.append((document, found))
    return pairs, ids[-1] if len(newest) > limit else None


async def _alike(
    connection: asyncpg.Connection, titel: str, asked: Kenmerken, without: Iterable[UUID]
) -> list[Alike]:
    candidates = await queries.list_candidates(connection, titel, asked, without)
    found = [
        Alike(each.document, likeness(asked, features_in(each.document), each.titels))
        for each in candidates
    ]
    sure = [each for each in found if each.gelijkenis.zekerheid is not None]
    sure.sort(key=lambda each: (-each.gelijkenis.score, each.document["id"]))
    return sure[:_MOST_SHOWN]


def _features_of(vraag: GelijkAanbodVraag, reference: Reference) -> Kenmerken:
    """What is being added, compared by the same as what is on the map."""
    placed = place_of(vraag.locatie, reference) if vraag.locatie else None
    place = placed.locatie if placed else None
    area = vraag.werkgebied if isinstance(vraag.werkgebied, list) else []
    codes = [reference.vocabulary.wijk_code(name) for name in area]
    contact = vraag.contact
    return Kenmerken(
        organisatie=None if vraag.organisatie is None else str(vraag.organisatie),
        wijken=frozenset(code for code in [*codes, place and place.wijk_code] if code),
        punt=None
        if place is None or place.lat is None or place.lon is None
        else (place.lat, place.lon),
        straat=street(place.straat) if place else None,
        telefoon=digits(contact.telefoon) if contact else None,
        email=lower(contact.email) if contact else None,
        website=host(contact.website) if contact else None,
        tijden=_times_of(vraag.momenten, today()),
    )


def _times_of(momenten: Sequence[MomentInvoer], day: date) -> frozenset[tuple[date, int, int]]:
    keren = coming_occurrences(
        [schedule_from(moment) for moment in momenten], (), day, day + timedelta(weeks=COMING_WEEKS)
    )
    times = set()
    for keer in keren:
        if keer.van is None:
            continue
        begin = to_local(keer.van)
        end = to_local(keer.tot) if keer.tot else begin
        first, last = begin.hour * 60 + begin.minute, end.hour * 60 + end.minute
        times.add((keer.dag, first, last if last > first else first + 60))
    return frozenset(times)


async def merge(
    session: AsyncSession,
    aanbod_id: UUID,
    versie: int,
    invoer: SamenvoegingInvoer,
    reference: Reference,
    actor: Actor,
) -> Aanbod:
    """Has one listing go into another, which then answers to the names of both.

    What the other one said stays in its history. Raises InvalidInputError for a field that is none
    and for a listing that would go into itself, ChangedMeanwhileError when one of the two is not
    what was looked at, ConflictError while a change waits.
    """
    unknown = [name for name in invoer.overnemen if name not in _FIELDS]
    faults = [Fout(veld="overnemen", melding=f"‘{name}’ is geen veld.") for name in unknown]
    if invoer.oud == aanbod_id:
        faults.append(Fout(veld="oud", melding="Dit is hetzelfde aanbod."))
    if faults:
        raise InvalidInputError(faults)
    # Always in the same order, so that two people who do this at once do not wait for each other.
    held = {key: await load_aanbod(session, key) for key in sorted((aanbod_id, invoer.oud))}
    aanbod, old = held[aanbod_id], held[invoer.oud]
    actor.require_editor(wijken_of(aanbod))
    actor.require_editor(wijken_of(old))
    require_version(aanbod, versie)
    if old.versie != invoer.oud_versie:
        raise ChangedMeanwhileError
    for each in (aanbod, old):
        voorstel = await find_voorstel(session, each.id)
        if voorstel is not None and voorstel.besluit is None:
            raise ConflictError(_WAITS.format(titel=each.titel))
    await _take_over(session, aanbod, old, invoer, reference, actor)
    await _lead_here(session, aanbod, old, actor)
    return aanbod


async def _take_over(
    session: AsyncSession,
    aanbod: Aanbod,
    old: Aanbod,
    invoer: SamenvoegingInvoer,
    reference: Reference,
    actor: Actor,
) -> None:
    values = {_FIELDS[name]: getattr(invoer_of(old), _FIELDS[name]) for name in invoer.overnemen}
    if not values:
        return
    both = invoer_of(aanbod).model_copy(update=values)
    whole = AanbodInvoer.model_validate(both.model_dump(mode="json", by_alias=True))
    check_invoer(whole, reference)
    await apply_change(session, aanbod, whole, reference, actor, "overgenomen")


async def _lead_here(session: AsyncSession, aanbod: Aanbod, old: Aanbod, actor: Actor) -> None:
    """Everything that led to the old one leads to this one, and then it is gone."""
    for melding in await queries.list_meldingen_of(session, old.id):
        melding.aanbod_id = aanbod.id
    for earlier in await queries.list_earlier(session, old.id):
        earlier.aanbod_id = aanbod.id
    await lead_here_instead(session, old.id, aanbod.id)
    said = invoer_of(old).model_dump(mode="json", by_alias=True, exclude_none=True)
    kept = {field: [value, None] for field, value in said.items() if value != []}
    remember(session, old, actor, "samengevoegd", kept | {"opgegaanIn": [None, str(aanbod.id)]})
    remember(session, aanbod, actor, "samengevoegd", {"opgenomen": [None, str(old.id)]})
    led = Samenvoeging(
        oud_id=old.id,
        slug=old.slug,
        bron=old.bron,
        extern_id=old.extern_id,
        aanbod_id=aanbod.id,
    )
    await session.flush()
    await session.delete(old)
    await session.flush()
    session.add(led)


async def tell_apart(session: AsyncSession, een: UUID, ander: UUID) -> None:
    """Somebody looked, and they are two; saying it again changes nothing."""
    if een == ander:
        raise InvalidInputError([Fout(veld="ander", melding="Dit is hetzelfde aanbod.")])
    first, second = _in_order(een, ander)
    for key in (first, second):
        await load_aanbod(session, key)
    if await session.get(GeenDubbel, (first, second)) is None:
        session.add(GeenDubbel(een_id=first, ander_id=second))


def _in_order(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    return (one, other) if one < other else (other, one)
