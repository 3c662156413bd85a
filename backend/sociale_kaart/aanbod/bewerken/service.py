"""Keeps what people are writing of a listing, and hands it in by the ways there are already."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.bewerken import queries
from sociale_kaart.aanbod.bewerken.models import AanbodBewerking
from sociale_kaart.aanbod.bewerken.rules import LARGEST_BYTES, read, unkeepable
from sociale_kaart.aanbod.bewerken.schemas import (
    BewerkingInvoer,
    BewerkingProblem,
    BewerkingUit,
    IndieningUit,
    Inhoud,
    Uitkomst,
)
from sociale_kaart.aanbod.bewerken.stand import Stand, all_faults, bewerking_of, may_publish
from sociale_kaart.aanbod.changing import UNKNOWN, load_aanbod
from sociale_kaart.aanbod.conversion import invoer_of, plain
from sociale_kaart.aanbod.documents import Document, document_of
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.places import place_of
from sociale_kaart.aanbod.queries import find_voorstel
from sociale_kaart.aanbod.service import (
    beeld_of,
    fill_aanbod,
    move_aanbod,
    new_aanbod,
    update_aanbod,
)
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.aanbod.zekerheid.judging import look_at, nagekeken_op
from sociale_kaart.aanbod.zekerheid.rules import GROEPEN, changed_groups
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.logboek import changes_between
from sociale_kaart.core.problems import (
    ChangedMeanwhileError,
    ConflictError,
    Fout,
    InvalidInputError,
    NotFoundError,
    TooLargeError,
)
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.taxonomie.reference import Reference

_MOVED_ON = "Het aanbod is intussen veranderd. Kies per onderdeel wat er moet staan."
_DIFFERS = "Iemand anders veranderde dit."
_NO_SUCH_VERSION = Fout(veld="basisVersie", melding="Zo'n versie van dit aanbod is er niet.")


class KeptMeanwhileError(ChangedMeanwhileError):
    """Somebody else kept something first; the answer brings what that is."""

    def __init__(self, nu: BewerkingUit) -> None:
        super().__init__("Iemand anders bewaarde dit intussen. Kies wat er moet staan.")
        self._nu = nu

    def as_problem(self) -> BewerkingProblem:
        return BewerkingProblem(
            title=self.title, status=self.status, detail=self.detail, nu=self._nu
        )


async def read_bewerking(
    session: AsyncSession, aanbod_id: UUID, reference: Reference, actor: Actor
) -> BewerkingUit:
    """What is being written of a listing, or else what it says now."""
    return bewerking_of(await _read(session, aanbod_id, actor), reference, actor)


async def keep_bewerking(
    session: AsyncSession,
    aanbod_id: UUID,
    invoer: BewerkingInvoer,
    versie: int,
    reference: Reference,
    actor: Actor,
) -> BewerkingUit:
    """Keeps a document as it was typed, with whatever is wrong in it.

    Raises InvalidInputError for fields that no listing has and for what cannot be written down,
    and TooLargeError: neither can come from somebody who types in our page.
    """
    stand = await _hold(session, aanbod_id, versie, reference, actor)
    _require_keepable(invoer.inhoud)
    if invoer.basis_versie > stand.aanbod.versie:
        raise InvalidInputError([_NO_SUCH_VERSION])
    stand = _write(session, stand, actor, invoer.inhoud, invoer.basis_versie)
    return bewerking_of(stand, reference, actor)


async def discard_bewerking(
    session: AsyncSession, aanbod_id: UUID, versie: int, reference: Reference, actor: Actor
) -> BewerkingUit:
    """Forgets what was being written; keeping it again brings it back."""
    stand = await _hold(session, aanbod_id, versie, reference, actor)
    stand = _write(session, stand, actor, None, stand.aanbod.versie)
    return bewerking_of(stand, reference, actor)


async def hand_in(
    session: AsyncSession, aanbod_id: UUID, versie: int, reference: Reference, actor: Actor
) -> IndieningUit:
    """Brings what was written as far as this person may: on the map, or to the redactie.

    Raises InvalidInputError with all that is wrong or missing, and ConflictError with the fields
    that somebody else changed since, until the writer has chosen.
    """
    stand = await _hold(session, aanbod_id, versie, reference, actor)
    gelezen = read(stand.inhoud)
    faults = all_faults(gelezen, reference) + gelezen.ontbreekt
    if faults:
        raise InvalidInputError(faults)
    if stand.verschillen:
        fields = [Fout(veld=each.veld, melding=_DIFFERS) for each in stand.verschillen]
        raise ConflictError(_MOVED_ON, fields)
    outcome, aanbod = await update_aanbod(
        session, aanbod_id, gelezen.invoer, stand.aanbod.versie, reference, actor
    )
    uitkomst: Uitkomst = "voorstel"
    if outcome != "voorstel":
        uitkomst = await _bring_on(session, aanbod, actor)
    _write(session, stand, actor, None, aanbod.versie)
    return IndieningUit(uitkomst=uitkomst, slug=aanbod.slug, versie=aanbod.versie)


async def preview(
    session: AsyncSession, aanbod_id: UUID, reference: Reference, actor: Actor, day: date
) -> Document:
    """The page of the listing as residents would get it, were this handed in and approved."""
    stand = await _read(session, aanbod_id, actor)
    invoer = read(stand.inhoud).invoer
    placed = place_of(invoer.locatie, reference) if invoer.locatie else None
    aanbod = new_aanbod(stand.aanbod.slug, stand.aanbod.organisatie)
    for field in ("id", "versie", "bevestigd_op", "gewijzigd_op"):
        setattr(aanbod, field, getattr(stand.aanbod, field))
    for groep in GROEPEN:
        look_at(aanbod, groep, nagekeken_op(stand.aanbod, groep))
    aanbod.status = "gepubliceerd"
    beeld = None
    # One that is gone is told when it is handed in; until then the page is shown without it.
    with suppress(InvalidInputError):
        beeld = await beeld_of(session, invoer, stand.aanbod.organisatie_id)
    fill_aanbod(aanbod, invoer, placed.locatie if placed else None, beeld, reference)
    was, now = plain(invoer_of(stand.aanbod)), plain(invoer_of(aanbod))
    for groep in changed_groups(changes_between(was, now)):
        look_at(aanbod, groep, utc_now())
    return document_of(aanbod, day)


async def _read(session: AsyncSession, aanbod_id: UUID, actor: Actor) -> Stand:
    aanbod = await queries.find_whole_aanbod(session, aanbod_id)
    if aanbod is None:
        raise NotFoundError(UNKNOWN)
    return await _stand_of(session, aanbod, actor)


async def _hold(
    session: AsyncSession, aanbod_id: UUID, versie: int, reference: Reference, actor: Actor
) -> Stand:
    """How it stands, while others wait; raises KeptMeanwhileError when they were first."""
    stand = await _stand_of(session, await load_aanbod(session, aanbod_id), actor)
    if stand.versie != versie:
        raise KeptMeanwhileError(bewerking_of(stand, reference, actor))
    return stand


async def _stand_of(session: AsyncSession, aanbod: Aanbod, actor: Actor) -> Stand:
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    return Stand(
        aanbod,
        await queries.find_bewerking(session, aanbod.id),
        await find_voorstel(session, aanbod.id),
    )


def _require_keepable(inhoud: Inhoud) -> None:
    faults = unkeepable(inhoud) or read(inhoud).onbekend
    if faults:
        raise InvalidInputError(faults)
    if len(json.dumps(inhoud, ensure_ascii=False).encode()) > LARGEST_BYTES:
        raise TooLargeError(f"Een aanbod is hoogstens {LARGEST_BYTES // 1000} kB.")


def _write(
    session: AsyncSession, stand: Stand, actor: Actor, inhoud: Inhoud | None, basis_versie: int
) -> Stand:
    """How it stands after this; whoever kept something before it has another version."""
    values: dict[str, Any] = {
        "inhoud": inhoud,
        "basis": None if inhoud is None else stand.basis_of(basis_versie),
        "basis_versie": basis_versie,
        "account_id": actor.account_id,
        "bewaard_op": utc_now(),
    }
    row = stand.rij
    if row is None:
        row = AanbodBewerking(aanbod_id=stand.aanbod.id, **values)
        session.add(row)
    else:
        for name, value in values.items():
            setattr(row, name, value)
        row.versie += 1
    return replace(stand, rij=row)


async def _bring_on(session: AsyncSession, aanbod: Aanbod, actor: Actor) -> Uitkomst:
    """Takes the steps that are left until it is on the map, or waits for the redactie."""
    if aanbod.status == "gestopt":
        await move_aanbod(session, aanbod.id, "heropenen", aanbod.versie, actor)
    if aanbod.status == "gepubliceerd":
        return "gepubliceerd"
    if may_publish(aanbod, actor):
        await move_aanbod(session, aanbod.id, "publiceren", aanbod.versie, actor)
        return "gepubliceerd"
    if aanbod.status == "concept":
        await move_aanbod(session, aanbod.id, "indienen", aanbod.versie, actor)
    return "ter-beoordeling"
