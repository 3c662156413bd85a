"""Writes one checked row: its organisation and its listing."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod import queries as aanbod_queries
from sociale_kaart.aanbod.conversion import invoer_of
from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie, Bevestiging
from sociale_kaart.aanbod.service import new_aanbod, write_aanbod
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.identifiers import first_free, slug_variants
from sociale_kaart.opendata.interchange import AanbodRij, OrganisatieRij
from sociale_kaart.organisaties import queries as organisatie_queries
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.organisaties.service import assign
from sociale_kaart.taxonomie.reference import Reference

Outcome = Literal["nieuw", "gewijzigd", "ongewijzigd"]


@dataclass
class KnownRows:
    """What the source brought before, by external id; grows as rows are written."""

    organisaties: dict[str, Organisatie]
    aanbod: dict[str, Aanbod]


async def write_row(
    session: AsyncSession, bron: str, rij: AanbodRij, known: KnownRows, reference: Reference
) -> Outcome:
    """Adds or updates the listing of a row and its owner."""
    organisatie = await _organisatie(session, bron, rij.organisatie, known)
    aanbod = known.aanbod.get(rij.extern_id)
    if aanbod is None:
        variants = slug_variants(rij.titel)
        slug = first_free(variants, await aanbod_queries.taken_slugs(session, variants))
        aanbod = new_aanbod(slug, organisatie)
        known.aanbod[rij.extern_id] = aanbod
        outcome: Outcome = "nieuw"
    else:
        outcome = "ongewijzigd" if _says_the_same(aanbod, rij, organisatie) else "gewijzigd"
    if outcome != "ongewijzigd":
        await _write_aanbod(session, bron, aanbod, rij, organisatie, reference, outcome)
    return outcome


async def _organisatie(
    session: AsyncSession, bron: str, rij: OrganisatieRij, known: KnownRows
) -> Organisatie:
    organisatie = known.organisaties.get(rij.extern_id)
    values = rij.model_dump(exclude={"extern_id"})
    if organisatie is None:
        variants = slug_variants(rij.naam)
        slug = first_free(variants, await organisatie_queries.taken_slugs(session, variants))
        organisatie = Organisatie(**values, slug=slug, bron=bron, extern_id=rij.extern_id)
        session.add(organisatie)
        await session.flush()
        known.organisaties[rij.extern_id] = organisatie
    else:
        assign(organisatie, values)
    return organisatie


def _says_the_same(aanbod: Aanbod, rij: AanbodRij, organisatie: Organisatie) -> bool:
    # The place is compared by what was filled in; which wijk it is in follows from that.
    current = invoer_of(aanbod)
    for field in type(current).model_fields:
        ours, theirs = getattr(current, field), getattr(rij, field)
        if field == "locatie" and ours is not None and theirs is not None:
            theirs = theirs.model_copy(update={"wijk": ours.wijk})
        if ours != theirs:
            return False
    own = (
        aanbod.status == rij.status,
        aanbod.licentie == rij.licentie,
        aanbod.organisatie_id == organisatie.id,
        rij.bevestigd_op is None or aanbod.bevestigd_op == rij.bevestigd_op,
        rij.bijgewerkt is None or aanbod.gewijzigd_op == rij.bijgewerkt,
    )
    return all(own)


async def _write_aanbod(
    session: AsyncSession,
    bron: str,
    aanbod: Aanbod,
    rij: AanbodRij,
    organisatie: Organisatie,
    reference: Reference,
    outcome: Outcome,
) -> None:
    await write_aanbod(session, aanbod, rij, reference)
    aanbod.organisatie = organisatie
    aanbod.organisatie_id = organisatie.id
    aanbod.status = rij.status
    aanbod.licentie = rij.licentie
    aanbod.bron, aanbod.extern_id = bron, rij.extern_id
    aanbod.gewijzigd_op = rij.bijgewerkt or utc_now()
    if outcome == "nieuw":
        session.add(aanbod)
    else:
        aanbod.versie += 1
    if rij.bevestigd_op is not None and aanbod.bevestigd_op != rij.bevestigd_op:
        aanbod.bevestigd_op = rij.bevestigd_op
        session.add(Bevestiging(aanbod_id=aanbod.id, op=rij.bevestigd_op, wijze="bron"))
    session.add(
        AanbodHistorie(
            aanbod_id=aanbod.id, handeling="geïmporteerd", wijzigingen={"bron": [None, bron]}
        )
    )
