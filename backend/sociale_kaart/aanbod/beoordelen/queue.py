"""The queue of the redactie: what waits, and what is different about it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.beoordelen import queue_queries
from sociale_kaart.aanbod.beoordelen.differences import differences
from sociale_kaart.aanbod.beoordelen.queue_queries import Place, Waiting, Wanted
from sociale_kaart.aanbod.beoordelen.queue_schemas import (
    BeoordeeldAanbod,
    BeoordeeldeOrganisatie,
    Beoordelingen,
    Meegelopen,
    TeBeoordelen,
)
from sociale_kaart.aanbod.beoordelen.rules import (
    DECISIONS,
    WITHDRAWN,
    hindrance,
    is_safe_in_bulk,
    standing,
)
from sociale_kaart.aanbod.beoordelen.schemas import LaatsteBesluit
from sociale_kaart.aanbod.conversion import invoer_of, keep_times, plain, settled
from sociale_kaart.aanbod.kopieren.queries import live_originals
from sociale_kaart.aanbod.kopieren.rules import said_by_original
from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie, AanbodVoorstel
from sociale_kaart.aanbod.places import place_of
from sociale_kaart.aanbod.rules import missing_for_publication
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.wijken import wijken_in_invoer, wijken_of
from sociale_kaart.core.logboek import changes_between
from sociale_kaart.core.problems import ForbiddenError
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.taxonomie.reference import Reference


async def read_queue(
    session: AsyncSession,
    actor: Actor,
    reference: Reference,
    wanted: Wanted,
    after: Place | None,
    limit: int,
) -> Beoordelingen:
    """What waits for this person, the oldest first. Raises ForbiddenError for who decides nowhere."""
    require_judge(actor)
    found = await queue_queries.list_waiting(session, actor, wanted, after, limit)
    shown = found[:limit]
    ids = [waiting.aanbod.id for waiting in shown]
    last, originals = await last_decisions(session, ids), await live_originals(session, ids)
    return Beoordelingen(
        resultaten=[
            to_judge(
                waiting,
                actor,
                reference,
                last.get(waiting.aanbod.id),
                originals.get(waiting.aanbod.id),
            )
            for waiting in shown
        ],
        totaal=await queue_queries.count_waiting(session, actor, wanted),
        volgende=str(shown[-1].place) if len(found) > limit else None,
    )


def require_judge(actor: Actor) -> None:
    """The redactie, and who decides in wijken of their own."""
    if not actor.is_editor and actor.rol != "wijkredacteur":
        raise ForbiddenError("Alleen de redactie mag dit.")


async def last_decisions(
    session: AsyncSession, aanbod_ids: Iterable[UUID]
) -> Mapping[UUID, LaatsteBesluit]:
    """The last decision that still stands about each of these listings."""
    rows = await queue_queries.decisions_of(session, aanbod_ids, [*DECISIONS, WITHDRAWN])
    by_listing: dict[UUID, list[AanbodHistorie]] = {}
    for row in rows:
        by_listing.setdefault(row.aanbod_id, []).append(row)
    found = {key: standing(entries) for key, entries in by_listing.items()}
    return {
        key: LaatsteBesluit(besluit=DECISIONS[entry.handeling], op=entry.op, reden=entry.reden)
        for key, entry in found.items()
        if entry is not None
    }


def changes_of(
    aanbod: Aanbod, voorstel: AanbodVoorstel | None, reference: Reference
) -> dict[str, list[Any]]:
    """What would change by agreeing; of a new listing, everything that it says."""
    now = plain(invoer_of(aanbod))
    if voorstel is None:
        return changes_between({}, now)
    return changes_between(now, plain(_proposed(aanbod, voorstel, reference)))


def agreed_before(changes: Mapping[str, Sequence[Any]], origineel: Aanbod | None) -> frozenset[str]:
    """The fields of a copy that will say what its original says on the map."""
    return said_by_original(changes, plain(invoer_of(origineel))) if origineel else frozenset()


def to_judge(
    waiting: Waiting,
    actor: Actor,
    reference: Reference,
    last: LaatsteBesluit | None,
    origineel: Aanbod | None,
) -> TeBeoordelen:
    """What waits, as who decides about it reads it; `origineel` is what it runs along with."""
    aanbod, voorstel = waiting.aanbod, waiting.voorstel
    proposed = invoer_of(aanbod) if voorstel is None else _proposed(aanbod, voorstel, reference)
    changes = changes_of(aanbod, voorstel, reference)
    agreed = agreed_before(changes, origineel) if voorstel else frozenset()
    hindernis = hindrance(
        moved_on=voorstel is not None and voorstel.basis_versie != aanbod.versie,
        is_complete=not missing_for_publication(proposed),
        wijken=wijken_in_invoer(proposed),
        own_wijken=None if actor.is_editor else actor.wijken,
    )
    return TeBeoordelen(
        soort=waiting.soort,
        sinds=waiting.sinds,
        aanbod=aanbod_of(aanbod, reference),
        organisatie=organisatie_of(aanbod.organisatie),
        verschillen=differences(changes, reference.vocabulary),
        meegelopen=(
            Meegelopen(origineel=aanbod_of(origineel, reference), geheel=agreed.issuperset(changes))
            if origineel and agreed
            else None
        ),
        laatste_besluit=last,
        hindernis=hindernis,
        samen_goed_te_keuren=(
            waiting.soort == "wijziging"
            and hindernis is None
            and aanbod.organisatie.gecontroleerd_op is not None
            and is_safe_in_bulk(changes, agreed)
        ),
    )


def aanbod_of(aanbod: Aanbod, reference: Reference) -> BeoordeeldAanbod:
    names = reference.vocabulary.wijk_names
    return BeoordeeldAanbod(
        id=aanbod.id,
        slug=aanbod.slug,
        titel=aanbod.titel,
        versie=aanbod.versie,
        wijken=sorted(names.get(code, code) for code in wijken_of(aanbod)),
    )


def organisatie_of(organisatie: Organisatie) -> BeoordeeldeOrganisatie:
    return BeoordeeldeOrganisatie(
        id=organisatie.id,
        slug=organisatie.slug,
        naam=organisatie.naam,
        vertrouwd=organisatie.vertrouwd,
        gecontroleerd=organisatie.gecontroleerd_op is not None,
    )


def _proposed(aanbod: Aanbod, voorstel: AanbodVoorstel, reference: Reference) -> AanbodInvoer:
    """What would stand there, in the form in which what stands there now is read."""
    invoer = keep_times(aanbod, AanbodInvoer.model_validate(voorstel.inhoud))
    placed = place_of(invoer.locatie, reference) if invoer.locatie else None
    return settled(invoer, placed.locatie if placed else None, reference.vocabulary)
