"""Listings for those who keep them true: also what is not on the map."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from sociale_kaart.aanbod import queries
from sociale_kaart.aanbod.conversion import sluitingen_of
from sociale_kaart.aanbod.documents import Document
from sociale_kaart.aanbod.eigen_schemas import EigenAanbod, EigenAanbodLijst
from sociale_kaart.aanbod.kopieren.queries import copies_and_originals
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.opvolgen.queries import ends_of
from sociale_kaart.aanbod.opvolgen.service import heen_of
from sociale_kaart.aanbod.rules import due_day, is_due
from sociale_kaart.aanbod.schemas import Opvolging, SluitingUit
from sociale_kaart.aanbod.sluiten.rules import closed_or_next
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.aanbod.zekerheid.eigen import eigen_zekerheid_of
from sociale_kaart.core.answers import for_one_reader
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.paging import PageDep
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.organisaties.access import ActorDep
from sociale_kaart.organisaties.queries import find_organisatie
from sociale_kaart.organisaties.service import UNKNOWN

router = APIRouter(tags=["Aanbod"])


@router.get(
    "/organisaties/{id}/aanbod", operation_id="listEigenAanbod", response_model=EigenAanbodLijst
)
async def list_eigen_aanbod(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    page: PageDep,
    id: UUID,  # noqa: A002
) -> Response:
    """All listings of an organisation for its members: drafts and what stopped too."""
    organisatie = await find_organisatie(session, str(id))
    if organisatie is None:
        raise NotFoundError(UNKNOWN)
    actor.require_member(organisatie.id)
    found = await queries.list_of_organisatie(session, organisatie.id, page)
    shown = found[: page.limit]
    numbers, copies = await copies_and_originals(session, [aanbod.id for aanbod, _ in shown])
    ends = await ends_of(session, [one.id for one, _ in shown if one.status == "gestopt"])
    content = EigenAanbodLijst(
        resultaten=[
            _eigen(
                aanbod,
                waits=waits,
                kopieen=numbers.get(aanbod.id, 0),
                is_kopie=aanbod.id in copies,
                heen=ends.get(aanbod.id),
            )
            for aanbod, waits in shown
        ],
        volgende=str(shown[-1][0].id) if len(found) > page.limit else None,
    )
    return for_one_reader(request, content)


def _sluiting(aanbod: Aanbod) -> SluitingUit | None:
    found = closed_or_next(sluitingen_of(aanbod), today())
    return None if found is None else SluitingUit(**found.model_dump())


def _eigen(
    aanbod: Aanbod,
    *,
    waits: bool,
    kopieen: int,
    is_kopie: bool,
    heen: Document | None,
) -> EigenAanbod:
    return EigenAanbod(
        id=aanbod.id,
        slug=aanbod.slug,
        titel=aanbod.titel,
        status=aanbod.status,
        sluiting=_sluiting(aanbod),
        verwijst_naar=None if heen is None else Opvolging.model_validate(heen_of(heen)),
        voorstel=waits,
        bevestigd_op=aanbod.bevestigd_op,
        controleren_voor=due_day(aanbod.bevestigd_op, aanbod.interval_maanden),
        aan_de_beurt=is_due(aanbod.status, aanbod.bevestigd_op, aanbod.interval_maanden, today()),
        interval_maanden=aanbod.interval_maanden,
        kopieen=kopieen,
        is_kopie=is_kopie,
        wijken=sorted(wijken_of(aanbod)),
        zekerheid=eigen_zekerheid_of(aanbod, today()),
        gewijzigd_op=aanbod.gewijzigd_op,
        versie=aanbod.versie,
    )
