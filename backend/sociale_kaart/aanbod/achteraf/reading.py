"""What is on the map and the redactie has not seen yet, with what differs."""

from typing import cast

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.achteraf import queries
from sociale_kaart.aanbod.achteraf.models import Nakijksoort
from sociale_kaart.aanbod.achteraf.queries import Changed
from sociale_kaart.aanbod.achteraf.rules import changes_since
from sociale_kaart.aanbod.achteraf.schemas import Nakijkpunten, NakijkpuntUit
from sociale_kaart.aanbod.beoordelen.differences import differences
from sociale_kaart.aanbod.beoordelen.queue import aanbod_of, organisatie_of, require_judge
from sociale_kaart.aanbod.beoordelen.queue_queries import Place
from sociale_kaart.aanbod.conversion import invoer_of, plain
from sociale_kaart.core.logboek import changes_between
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Organisatie, OrganisatieNakijkpunt
from sociale_kaart.organisaties.rules import read_by_all
from sociale_kaart.taxonomie.reference import Reference


async def read_nakijkpunten(
    session: AsyncSession, actor: Actor, reference: Reference, after: Place | None, limit: int
) -> Nakijkpunten:
    """What this person may look at, what waits longest first. Raises ForbiddenError for others."""
    require_judge(actor)
    found = await queries.list_waiting(session, actor, after, limit)
    shown = found[:limit]
    listings = await queries.changed_listings(
        session, [one.id for one in shown if one.onderwerp == "aanbod"]
    )
    organisaties = await queries.changed_organisaties(
        session, [one.id for one in shown if one.onderwerp == "organisatie"]
    )
    return Nakijkpunten(
        resultaten=[
            _of_aanbod(listings[one.id], reference)
            if one.onderwerp == "aanbod"
            else _of_organisatie(*organisaties[one.id], reference)
            for one in shown
        ],
        totaal=await queries.count_waiting(session, actor),
        volgende=str(shown[-1].place) if len(found) > limit else None,
    )


def _of_aanbod(changed: Changed, reference: Reference) -> NakijkpuntUit:
    aanbod, punt = changed.aanbod, changed.punt
    soort = cast("Nakijksoort", punt.soort)
    changes = changes_since(
        soort, plain(invoer_of(aanbod)), (step.wijzigingen for step in changed.steps)
    )
    return NakijkpuntUit(
        soort=soort,
        sinds=punt.sinds,
        versie=aanbod.versie,
        aanbod=aanbod_of(aanbod, reference),
        organisatie=organisatie_of(aanbod.organisatie),
        verschillen=differences(changes, reference.vocabulary),
    )


def _of_organisatie(
    organisatie: Organisatie, punt: OrganisatieNakijkpunt, reference: Reference
) -> NakijkpuntUit:
    changes = changes_between(punt.was, read_by_all(organisatie))
    return NakijkpuntUit(
        soort="organisatie",
        sinds=punt.sinds,
        versie=organisatie.versie,
        organisatie=organisatie_of(organisatie),
        verschillen=differences(changes, reference.vocabulary),
    )
