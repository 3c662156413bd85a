"""Copies of a listing at other places: made, looked at, and set free again."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.beoordelen.differences import differences
from sociale_kaart.aanbod.bewerken.queries import find_whole_aanbod
from sociale_kaart.aanbod.changing import UNKNOWN, load_aanbod, remember, require_version
from sociale_kaart.aanbod.conversion import invoer_of, plain
from sociale_kaart.aanbod.kopieren import queries
from sociale_kaart.aanbod.kopieren.carrying import Kopie
from sociale_kaart.aanbod.kopieren.models import Plekkopie
from sociale_kaart.aanbod.kopieren.rules import PARTS, Inhoud, marks, rejoin, runs_along, shared
from sociale_kaart.aanbod.kopieren.schemas import (
    Meeloopdeel,
    Plekkeuze,
    Plekkopieen,
    PlekkopieInvoer,
    Verwant,
)
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.queries import find_voorstel
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.service import Outcome, create_aanbod, update_aanbod
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.core.logboek import changes_between
from sociale_kaart.core.problems import ConflictError, Fout, InvalidInputError, NotFoundError
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Locatie
from sociale_kaart.taxonomie.reference import Reference

# What the history calls being made as a copy, and standing by itself from then on.
LINKED, SET_FREE = "plekkopie", "losgemaakt"
_NOT_OURS = Fout(veld="locaties", melding="Kies een plek waar jullie zelf al iets doen.")
_NO_COPY = "Dit is geen kopie (meer) van ander aanbod."
_NO_PART = Fout(veld="veld", melding="Dit is geen onderdeel dat met het origineel meeloopt.")


async def make_copies(
    session: AsyncSession,
    aanbod_id: UUID,
    invoer: PlekkopieInvoer,
    reference: Reference,
    actor: Actor,
) -> list[Aanbod]:
    """A draft for each place and each wijk, which runs along with this listing.

    A copy of a copy is one more of the original, so that there is never a chain or a circle.
    """
    link = await queries.find_link(session, aanbod_id)
    origineel = await load_aanbod(session, aanbod_id if link is None else link.origineel_id)
    actor.require_member(origineel.organisatie_id)
    places = {
        place.id: place for place in await queries.list_places(session, origineel.organisatie_id)
    }
    wanted = dict.fromkeys(invoer.locaties)
    if not places.keys() >= wanted.keys():
        raise InvalidInputError([_NOT_OURS])
    said = shared(plain(invoer_of(origineel)))
    stadsbreed = "stadsbreed" if origineel.stadsbreed else None
    areas: list[Inhoud] = [
        {"locatie": _filled(places[key]), "werkgebied": stadsbreed} for key in wanted
    ]
    areas += [{"werkgebied": [wijk]} for wijk in dict.fromkeys(invoer.wijken)]
    copies = []
    for area in areas:
        whole = AanbodInvoer.model_validate({**said, **area})
        copy = await create_aanbod(session, whole, origineel.organisatie, reference, actor)
        session.add(
            Plekkopie(
                kopie_id=copy.id,
                origineel_id=origineel.id,
                basis=marks(said),
                gezien=origineel.versie,
            )
        )
        remember(session, copy, actor, LINKED)
        copies.append(copy)
    return copies


async def read_copies(
    session: AsyncSession, aanbod_id: UUID, reference: Reference, actor: Actor
) -> Plekkopieen:
    """How a listing and its copies belong together, and where more of them could be."""
    aanbod = await find_whole_aanbod(session, aanbod_id)
    if aanbod is None:
        raise NotFoundError(UNKNOWN)
    actor.require_member(aanbod.organisatie_id)
    link = await queries.find_link(session, aanbod_id)
    places = await queries.list_places(session, aanbod.organisatie_id)
    content = Plekkopieen(
        titel=aanbod.titel,
        versie=aanbod.versie,
        delen=[],
        wacht=False,
        kopieen=[kin(copy) for copy in await queries.list_copies(session, aanbod_id)],
        plekken=[
            Plekkeuze(id=place.id, plek=_said(place), wijk=place.wijk_code)
            for place in places
            if place.id != aanbod.locatie_id
        ],
    )
    origineel = await find_whole_aanbod(session, link.origineel_id) if link else None
    if link is None or origineel is None:
        return content
    kopie = Kopie(aanbod, await find_voorstel(session, aanbod_id))
    source = shared(plain(invoer_of(origineel)))
    content.origineel = kin(origineel)
    content.delen = list(_parts(link, source, kopie.inhoud, reference))
    is_behind = origineel.status == "gepubliceerd" and link.gezien < origineel.versie
    decided = kopie.voorstel.besluit if kopie.voorstel else None
    content.wacht = is_behind and decided in {"teruggestuurd", "afgewezen"}
    return content


async def set_free(session: AsyncSession, aanbod_id: UUID, actor: Actor) -> None:
    """From now on the copy stands by itself; it says what it said."""
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id)
    link = await queries.find_link(session, aanbod_id)
    if link is None:
        raise ConflictError(_NO_COPY)
    await session.delete(link)
    remember(session, aanbod, actor, SET_FREE)


async def run_along_again(
    session: AsyncSession,
    aanbod_id: UUID,
    veld: str,
    versie: int,
    reference: Reference,
    actor: Actor,
) -> tuple[Outcome, Aanbod]:
    """Says in one part what the original says, as a change like any other, and follows it again."""
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id)
    require_version(aanbod, versie)
    link = await queries.find_link(session, aanbod_id)
    origineel = await find_whole_aanbod(session, link.origineel_id) if link else None
    if link is None or origineel is None:
        raise ConflictError(_NO_COPY)
    if veld not in PARTS:
        raise InvalidInputError([_NO_PART])
    kopie = Kopie(aanbod, await find_voorstel(session, aanbod_id))
    source = shared(plain(invoer_of(origineel)))
    inhoud, link.basis = rejoin(PARTS[veld], link.basis, source, kopie.inhoud)
    invoer = AanbodInvoer.model_validate(inhoud)
    return await update_aanbod(session, aanbod_id, invoer, versie, reference, actor, "weer-mee")


def kin(aanbod: Aanbod) -> Verwant:
    """A listing as its kin shows it; loaded with its place and its wijken."""
    return Verwant(
        id=aanbod.id,
        titel=aanbod.titel,
        status=aanbod.status,
        plek=None if aanbod.locatie is None else _said(aanbod.locatie),
        wijken=sorted(wijken_of(aanbod)),
    )


def _parts(
    link: Plekkopie, source: Inhoud, kopie: Inhoud, reference: Reference
) -> Iterator[Meeloopdeel]:
    for veld, deel in PARTS.items():
        if runs_along(deel, link.basis, kopie):
            yield Meeloopdeel(veld=veld, stand="loopt-mee", verschillen=[])
            continue
        was, now = ({each: said.get(each) for each in deel} for said in (source, kopie))
        found = differences(changes_between(was, now), reference.vocabulary)
        yield Meeloopdeel(veld=veld, stand="wijkt-af", verschillen=found)


def _said(place: Locatie) -> str:
    parts = [place.naam, place.straat, place.postcode, place.plaats]
    return ", ".join(part for part in parts if part) or "Een plek zonder adres"


def _filled(place: Locatie) -> Inhoud:
    names = ("naam", "straat", "postcode", "plaats", "lat", "lon", "geheim")
    return {name: getattr(place, name) for name in names} | {"wijk": place.wijk_code}
