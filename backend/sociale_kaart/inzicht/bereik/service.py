from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.beoordelen.queries import find_aanbod
from sociale_kaart.aanbod.changing import UNKNOWN
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.core.clock import today
from sociale_kaart.core.personal import personal_data_in
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.inzicht.bereik import queries
from sociale_kaart.inzicht.bereik.rules import (
    DREMPEL,
    as_counted,
    in_order,
    maand_to_show,
    maanden_of,
    month_named,
    name_of,
    since,
)
from sociale_kaart.inzicht.bereik.schemas import BereikUit, Maand, OrganisatieBereik
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.queries import find_organisatie
from sociale_kaart.organisaties.service import UNKNOWN as UNKNOWN_ORGANISATIE
from sociale_kaart.zoeken.known_words import is_of_the_map
from sociale_kaart.zoeken.searcher import Searcher


async def countable(vraag: str, searcher: Searcher) -> str | None:
    """A question as it may be counted; None for one of which nothing may be kept.

    That is one with personal data, with a word that the map does not know, such as the name of
    somebody, or of somebody who may be in danger.
    """
    plain = as_counted(vraag)
    if plain is None or personal_data_in(vraag, today()):
        return None
    return plain if await is_of_the_map(searcher, vraag) else None


async def read_bereik(session: AsyncSession, aanbod_id: UUID, actor: Actor) -> BereikUit:
    """What a listing brought, for who keeps it true."""
    aanbod = await find_aanbod(session, aanbod_id)
    if aanbod is None:
        raise NotFoundError(UNKNOWN)
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    day = today()
    counted = await queries.bereik_of(session, aanbod.id, since(day))
    vragen = await queries.vragen_of(session, aanbod.id, since(day))
    return BereikUit(
        aanbod_id=aanbod.id,
        slug=aanbod.slug,
        titel=aanbod.titel,
        status=aanbod.status,
        organisatie_id=aanbod.organisatie_id,
        bron=aanbod.bron,
        drempel=DREMPEL,
        maanden=maanden_of(counted, vragen, day),
    )


async def read_organisatie_bereik(
    session: AsyncSession, organisatie_id: UUID, actor: Actor, named: Maand | None
) -> OrganisatieBereik:
    """What each listing of an organisation brought in a month; without one, the last whole month."""
    organisatie = await find_organisatie(session, str(organisatie_id))
    if organisatie is None:
        raise NotFoundError(UNKNOWN_ORGANISATIE)
    actor.require_member(organisatie.id)
    day = today()
    maanden = await queries.maanden_with_bereik(session, organisatie.id, since(day))
    maand = month_named(named) if named else maand_to_show(maanden, day)
    found = await queries.bereik_of_organisatie(session, organisatie.id, maand)
    return OrganisatieBereik(
        organisatie_id=organisatie.id,
        naam=organisatie.naam,
        bron=organisatie.bron,
        drempel=DREMPEL,
        maand=name_of(maand),
        maanden=[name_of(one) for one in maanden],
        resultaten=in_order(found),
    )
