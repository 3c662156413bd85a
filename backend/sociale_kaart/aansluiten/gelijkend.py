"""Which organisations on the map may be the one that somebody fills in, and why."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aansluiten import queries
from sociale_kaart.aansluiten.rules import domain_of, number_of, reasons, site_of
from sociale_kaart.aansluiten.schemas import Gelijkend, OrganisatieGelijkenisvraag
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.organisaties.rules import is_public

_MOST = 5
_SHORTEST_NAME = 3


async def find_alike(session: AsyncSession, vraag: OrganisatieGelijkenisvraag) -> list[Gelijkend]:
    """For everybody: only what is public is compared with, and only that is told."""
    return await _find(session, vraag, also_hidden=False, but=None)


async def find_alike_of(session: AsyncSession, organisatie: Organisatie) -> list[Gelijkend]:
    """For the redactie: what looks like this one, also others that nobody has looked at."""
    fields = set(OrganisatieGelijkenisvraag.model_fields)
    vraag = OrganisatieGelijkenisvraag.model_construct(**organisatie.model_dump(include=fields))
    return await _find(session, vraag, also_hidden=True, but=organisatie.id)


async def _find(
    session: AsyncSession, vraag: OrganisatieGelijkenisvraag, *, also_hidden: bool, but: UUID | None
) -> list[Gelijkend]:
    asked = vraag.model_dump()
    if len(vraag.naam) < _SHORTEST_NAME:
        asked["naam"] = None
    asked |= {
        "site": site_of(vraag.website),
        "domain": domain_of(vraag.email),
        "number": number_of(vraag.telefoon),
    }
    found = [
        (organisatie, reasons(asked, organisatie, score))
        for organisatie, score in await queries.list_alike(
            session, asked, also_hidden=also_hidden, but=but
        )
    ]
    alike = [(organisatie, redenen) for organisatie, redenen in found if redenen]
    # Several reasons weigh more than one; among equals the name that is most alike stays first.
    alike.sort(key=lambda pair: -len(pair[1]))
    shown = alike[:_MOST]
    wijken = await queries.wijken_of(session, [organisatie.id for organisatie, _ in shown])
    return [
        Gelijkend(
            id=organisatie.id,
            slug=organisatie.slug,
            naam=organisatie.naam,
            categorie=organisatie.categorie,
            wijken=wijken.get(organisatie.id, []),
            redenen=redenen,
            gecontroleerd=is_public(organisatie),
        )
        for organisatie, redenen in shown
    ]
