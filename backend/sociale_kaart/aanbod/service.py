"""Loads, checks the rule, changes. What commits is the request's edge, never this file."""

from typing import Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod import queries
from sociale_kaart.aanbod.achteraf.noting import note_unseen
from sociale_kaart.aanbod.bevestigingen import confirm
from sociale_kaart.aanbod.changing import load_aanbod, remember, require_version
from sociale_kaart.aanbod.conversion import (
    columns_of,
    invoer_of,
    momenten_of,
    plain,
    set_parts,
)
from sociale_kaart.aanbod.models import Aanbod, AanbodVoorstel, Wijze
from sociale_kaart.aanbod.opvolgen.service import forget_opvolger
from sociale_kaart.aanbod.places import place_of
from sociale_kaart.aanbod.rules import (
    TRANSITIONS,
    Handeling,
    closing_faults,
    code_faults,
    missing_for_publication,
)
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.aanbod.zekerheid.judging import look_at
from sociale_kaart.aanbod.zekerheid.rules import changed_groups
from sociale_kaart.beelden.models import Beeld
from sociale_kaart.beelden.queries import find_beeld
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import take_turns
from sociale_kaart.core.identifiers import first_free, slug_variants
from sociale_kaart.core.logboek import changes_between
from sociale_kaart.core.problems import (
    ConflictError,
    Fout,
    InvalidInputError,
)
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Locatie, Organisatie
from sociale_kaart.organisaties.service import find_or_create_locatie
from sociale_kaart.taxonomie.reference import Reference

Outcome = Literal["opgeslagen", "voorstel"]
_FROM_CALENDAR = Fout(
    veld="momenten",
    melding="Deze tijden komen uit jullie agenda. Verander ze daar, of maak de agenda los.",
)
_FOUND_BROKEN = {"contact_website": "website_stuk_sinds", "contact_email": "email_stuk_sinds"}
_UNKNOWN_PICTURE = Fout(veld="beeld.id", melding="Deze foto is er niet (meer). Kies er weer een.")


def check_invoer(invoer: AanbodInvoer, reference: Reference) -> None:
    """Raises InvalidInputError with every fault that the vocabulary and the rules find."""
    faults = faults_of(invoer, reference)
    if faults:
        raise InvalidInputError(faults)


def faults_of(invoer: AanbodInvoer, reference: Reference) -> list[Fout]:
    """Every fault that the vocabulary and the rules find."""
    return code_faults(invoer, reference.vocabulary) + closing_faults(invoer)


def times_faults(aanbod: Aanbod, invoer: AanbodInvoer) -> list[Fout]:
    """A fault for times that somebody fills in where a calendar says them."""
    by_hand = aanbod.agendabron_id is not None and invoer.momenten != momenten_of(aanbod)
    return [_FROM_CALENDAR] if by_hand else []


async def create_aanbod(
    session: AsyncSession,
    invoer: AanbodInvoer,
    organisatie: Organisatie,
    reference: Reference,
    actor: Actor,
) -> Aanbod:
    """A new listing as a draft of this organisation."""
    actor.require_member(organisatie.id)
    check_invoer(invoer, reference)
    variants = slug_variants(invoer.titel)
    await take_turns(session, f"aanbod {variants[0]}")
    slug = first_free(variants, await queries.taken_slugs(session, variants))
    aanbod = new_aanbod(slug, organisatie)
    await write_aanbod(session, aanbod, invoer, reference)
    session.add(aanbod)
    remember(session, aanbod, actor, "aangemaakt")
    await session.flush()
    return aanbod


def new_aanbod(slug: str, organisatie: Organisatie) -> Aanbod:
    """A listing with all its parts empty, so that nothing has to be loaded to fill them."""
    return Aanbod(
        slug=slug,
        titel="",
        organisatie_id=organisatie.id,
        organisatie=organisatie,
        locatie=None,
        beeld=None,
        termen=[],
        wijken=[],
        momenten=[],
        sluitingen=[],
        open_meldingen=[],
    )


async def write_aanbod(
    session: AsyncSession, aanbod: Aanbod, invoer: AanbodInvoer, reference: Reference
) -> None:
    """Makes the listing say what was filled in; the codes must have been checked.

    Raises InvalidInputError when the picture is not there, or of somebody else.
    """
    placed = place_of(invoer.locatie, reference) if invoer.locatie else None
    # The place is flushed on its own, before a half-filled listing could be.
    with session.no_autoflush:
        beeld = await beeld_of(session, invoer, aanbod.organisatie_id)
        locatie = None if placed is None else await find_or_create_locatie(session, placed.locatie)
    fill_aanbod(aanbod, invoer, locatie, beeld, reference)


async def beeld_of(
    session: AsyncSession, invoer: AanbodInvoer, organisatie_id: UUID
) -> Beeld | None:
    """The row of the picture that was filled in, when it is one of this organisation."""
    if invoer.beeld is None:
        return None
    beeld = await find_beeld(session, invoer.beeld.id)
    if beeld is None or beeld.organisatie_id != organisatie_id:
        raise InvalidInputError([_UNKNOWN_PICTURE])
    return beeld


def fill_aanbod(
    aanbod: Aanbod,
    invoer: AanbodInvoer,
    locatie: Locatie | None,
    beeld: Beeld | None,
    reference: Reference,
) -> None:
    """Sets what differs from what was filled in; with the rows of its place and its picture."""
    for field, value in columns_of(invoer).items():
        if getattr(aanbod, field) != value:
            setattr(aanbod, field, value)
            if field in _FOUND_BROKEN:
                # Of another address nobody knows yet whether it works.
                setattr(aanbod, _FOUND_BROKEN[field], None)
    set_parts(aanbod, invoer, reference.vocabulary)
    if aanbod.locatie is not locatie:
        aanbod.locatie = locatie
        aanbod.locatie_id = None if locatie is None else locatie.id
    if aanbod.beeld is not beeld:
        aanbod.beeld = beeld


async def update_aanbod(
    session: AsyncSession,
    aanbod_id: UUID,
    invoer: AanbodInvoer,
    versie: int,
    reference: Reference,
    actor: Actor,
    handeling: str = "gewijzigd",
) -> tuple[Outcome, Aanbod]:
    """Changes a listing, or keeps the change as a proposal next to the live version.

    A published listing of an organisation that is not trusted yet changes only after the
    redactie agreed; until then residents see what was approved.
    """
    aanbod = await load_aanbod(session, aanbod_id)
    wijken = wijken_of(aanbod)
    actor.require_member(aanbod.organisatie_id, wijken)
    require_version(aanbod, versie)
    check_invoer(invoer, reference)
    faults = times_faults(aanbod, invoer)
    if faults:
        raise InvalidInputError(faults)
    if aanbod.status == "gepubliceerd" and not changes_at_once(aanbod, actor):
        await beeld_of(session, invoer, aanbod.organisatie_id)
        await _propose(session, aanbod, invoer, actor)
        return "voorstel", aanbod
    await apply_change(session, aanbod, invoer, reference, actor, handeling)
    # A wijkredacteur cannot make it something for other wijken.
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    return "opgeslagen", aanbod


def changes_at_once(aanbod: Aanbod, actor: Actor) -> bool:
    """Whether residents see at once what this person changes; else the redactie looks first."""
    return actor.may_edit_in(wijken_of(aanbod)) or aanbod.organisatie.vertrouwd


async def apply_change(
    session: AsyncSession,
    aanbod: Aanbod,
    invoer: AanbodInvoer,
    reference: Reference,
    actor: Actor | None,
    handeling: str = "gewijzigd",
    reden: str | None = None,
    wijze: Wijze | None = None,
    *,
    looked: bool = True,
) -> bool:
    """Writes what differs, counts a version and keeps what it was in the history.

    A group of fields that changes counts as looked at, unless `looked` says that it only becomes
    what it was. Returns whether anything differed.
    """
    if aanbod.status == "gepubliceerd":
        _require_complete(invoer)
    before = plain(invoer_of(aanbod))
    await write_aanbod(session, aanbod, invoer, reference)
    changes = changes_between(before, plain(invoer_of(aanbod)))
    if changes:
        aanbod.versie += 1
        aanbod.gewijzigd_op = utc_now()
        for groep in changed_groups(changes) if looked else ():
            look_at(aanbod, groep, aanbod.gewijzigd_op)
        regel = remember(session, aanbod, actor, handeling, changes, wijze, reden)
        if aanbod.status == "gepubliceerd":
            await note_unseen(session, aanbod, regel, "wijziging", actor)
        await session.flush()
    return bool(changes)


async def move_aanbod(
    session: AsyncSession,
    aanbod_id: UUID,
    handeling: Handeling,
    versie: int,
    actor: Actor,
    wijze: Wijze = "ingelogd",
    reden: str | None = None,
) -> Aanbod:
    """Takes one step between states, if the rule allows it to this person now."""
    aanbod = await load_aanbod(session, aanbod_id)
    step = TRANSITIONS[handeling]
    wijken = wijken_of(aanbod)
    if step.by == "redactie":
        actor.require_editor(wijken)
    else:
        actor.require_member(aanbod.organisatie_id, wijken)
    if step.by == "lid-van-vertrouwde-organisatie" and not aanbod.organisatie.vertrouwd:
        actor.require_editor(wijken)
    require_version(aanbod, versie)
    if aanbod.status not in step.van:
        raise ConflictError(f"Dit kan niet bij iets met de status '{aanbod.status}'.")
    if step.needs_complete:
        _require_complete(invoer_of(aanbod))
    if handeling == "heropenen":
        await forget_opvolger(session, aanbod.id)
    change = {"status": [aanbod.status, step.naar]}
    aanbod.status = step.naar
    aanbod.versie += 1
    aanbod.gewijzigd_op = utc_now()
    if step.naar == "gepubliceerd" and aanbod.bevestigd_op is None:
        confirm(session, aanbod, actor.account_id, utc_now(), wijze)
    regel = remember(session, aanbod, actor, handeling, change, wijze, reden)
    if step.naar == "gepubliceerd":
        await note_unseen(session, aanbod, regel, "nieuw", actor)
    return aanbod


async def undo_stop(
    session: AsyncSession, aanbod_id: UUID, versie: int, actor: Actor, wijze: Wijze
) -> Aanbod:
    """Puts back what was stopped by mistake; `versie` is the one right after that.

    What has changed since goes the way of everything that comes on the map: nobody approved it.
    """
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id, wijken_of(aanbod))
    if aanbod.status != "gestopt" or aanbod.versie != versie:
        raise ConflictError("Dit is intussen veranderd. Vraag de redactie om het terug te zetten.")
    await forget_opvolger(session, aanbod.id)
    aanbod.status = "gepubliceerd"
    aanbod.versie += 1
    aanbod.gewijzigd_op = utc_now()
    change = {"status": ["gestopt", "gepubliceerd"]}
    remember(session, aanbod, actor, "stoppen-teruggedraaid", change, wijze)
    return aanbod


async def delete_aanbod(session: AsyncSession, aanbod_id: UUID, versie: int, actor: Actor) -> None:
    """Removes a listing for good; its history stays."""
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_owner(aanbod.organisatie_id)
    require_version(aanbod, versie)
    remember(session, aanbod, actor, "verwijderd", {"titel": [aanbod.titel, None]})
    await session.delete(aanbod)


async def _propose(
    session: AsyncSession, aanbod: Aanbod, invoer: AanbodInvoer, actor: Actor
) -> None:
    _require_complete(invoer)
    voorstel = await queries.find_voorstel(session, aanbod.id)
    if voorstel is None:
        voorstel = AanbodVoorstel(aanbod_id=aanbod.id, inhoud={}, basis_versie=aanbod.versie)
        session.add(voorstel)
    elif voorstel.besluit is None and voorstel.account_id not in (None, actor.account_id):
        raise ConflictError("Er wacht al een voorstel van iemand anders op de redactie.")
    voorstel.inhoud = plain(invoer)
    voorstel.basis_versie = aanbod.versie
    voorstel.account_id = actor.account_id
    voorstel.ingediend_op = utc_now()
    voorstel.besluit = voorstel.besloten_op = None
    remember(session, aanbod, actor, "voorstel-ingediend")


def _require_complete(invoer: AanbodInvoer) -> None:
    faults = missing_for_publication(invoer)
    if faults:
        raise InvalidInputError(faults)
