from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import take_turns
from sociale_kaart.core.identifiers import first_free, slug_variants
from sociale_kaart.core.logboek import changes_between, log
from sociale_kaart.core.problems import ChangedMeanwhileError, ConflictError, NotFoundError
from sociale_kaart.organisaties import queries
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import (
    Lidmaatschap,
    Locatie,
    Organisatie,
    OrganisatieNakijkpunt,
)
from sociale_kaart.organisaties.rules import is_public, read_by_all
from sociale_kaart.organisaties.schemas import OrganisatieInvoer

STILL_LISTED = "Deze organisatie heeft nog aanbod. Verwijder eerst het aanbod."
UNKNOWN = "Deze organisatie kennen we niet."
_NOT_CHECKED = "Kijk eerst naar de aanmelding. Daarna kun je deze organisatie vertrouwen."


async def create_organisatie(
    session: AsyncSession, invoer: OrganisatieInvoer, actor: Actor
) -> Organisatie:
    """A new organisation; whoever makes it owns it, and the redactie looks at it first."""
    slug = await _free_slug(session, invoer.naam)
    organisatie = Organisatie(
        **invoer.model_dump(),
        slug=slug,
        gecontroleerd_op=utc_now() if actor.is_editor else None,
        email_van_lid=not actor.is_editor,
    )
    session.add(organisatie)
    await session.flush()
    if not actor.is_editor:
        assert actor.account_id is not None
        session.add(
            Lidmaatschap(account_id=actor.account_id, organisatie_id=organisatie.id, rol="eigenaar")
        )
    log(
        session,
        account_id=actor.account_id,
        onderwerp="organisatie",
        onderwerp_id=organisatie.id,
        handeling="aangemaakt",
    )
    return organisatie


async def update_organisatie(
    session: AsyncSession,
    organisatie_id: UUID,
    invoer: OrganisatieInvoer,
    versie: int,
    actor: Actor,
) -> Organisatie:
    """Replaces what is known; raises 412 when somebody else changed it meanwhile."""
    organisatie = await queries.lock_organisatie(session, organisatie_id)
    if organisatie is None:
        raise NotFoundError(UNKNOWN)
    actor.require_member(organisatie.id)
    if organisatie.versie != versie:
        raise ChangedMeanwhileError
    if invoer.email != organisatie.email:
        organisatie.email_van_lid = not actor.is_editor
    was = read_by_all(organisatie)
    assign(organisatie, invoer.model_dump())
    changes = changes_between(was, read_by_all(organisatie))
    if changes:
        # Running text may name people, and the log book forgets nobody.
        kept = {field: change for field, change in changes.items() if field != "omschrijving"}
        log(
            session,
            account_id=actor.account_id,
            onderwerp="organisatie",
            onderwerp_id=organisatie.id,
            handeling="gewijzigd",
            wijzigingen=kept,
        )
        if is_public(organisatie) and not actor.is_editor:
            await _note_unseen(session, organisatie, was, actor)
    return organisatie


async def _note_unseen(
    session: AsyncSession, organisatie: Organisatie, was: dict[str, Any], actor: Actor
) -> None:
    """Everybody reads it already, so the redactie looks afterwards; at all changes since it did."""
    punt = await session.get(OrganisatieNakijkpunt, organisatie.id)
    if punt is None:
        punt = OrganisatieNakijkpunt(organisatie_id=organisatie.id, was=was)
        session.add(punt)
    punt.account_id = actor.account_id


async def set_trust(
    session: AsyncSession, organisatie_id: UUID, actor: Actor, *, vertrouwd: bool
) -> Organisatie:
    """Whether what its people change is on the map at once; the redactie then looks afterwards.

    Raises ConflictError for an organisation that nobody has looked at yet.
    """
    organisatie = await queries.lock_organisatie(session, organisatie_id)
    if organisatie is None:
        raise NotFoundError(UNKNOWN)
    if vertrouwd and not is_public(organisatie):
        raise ConflictError(_NOT_CHECKED)
    if organisatie.vertrouwd != vertrouwd:
        organisatie.vertrouwd = vertrouwd
        log(
            session,
            account_id=actor.account_id,
            onderwerp="organisatie",
            onderwerp_id=organisatie.id,
            handeling="vertrouwd" if vertrouwd else "niet-meer-vertrouwd",
            wijzigingen={"vertrouwd": [not vertrouwd, vertrouwd]},
        )
    return organisatie


async def delete_organisatie(
    session: AsyncSession, organisatie_id: UUID, versie: int, actor: Actor
) -> None:
    """Removes an organisation for good; its listings must have gone before."""
    organisatie = await queries.lock_organisatie(session, organisatie_id)
    if organisatie is None:
        raise NotFoundError(UNKNOWN)
    actor.require_owner(organisatie.id)
    if organisatie.versie != versie:
        raise ChangedMeanwhileError
    await session.delete(organisatie)
    try:
        await session.flush()
    except IntegrityError as error:
        raise ConflictError(STILL_LISTED) from error


def assign(organisatie: Organisatie, values: dict[str, Any]) -> bool:
    """Sets the values that differ and counts a version when there were any."""
    changed = {key: value for key, value in values.items() if getattr(organisatie, key) != value}
    for key, value in changed.items():
        setattr(organisatie, key, value)
    if changed:
        organisatie.versie += 1
        organisatie.gewijzigd_op = utc_now()
    return bool(changed)


async def find_or_create_locatie(session: AsyncSession, locatie: Locatie) -> Locatie:
    """The row for this place; equal places share one row."""
    found = await queries.find_equal_locatie(session, locatie)
    if found is not None:
        return found
    # Somebody else may add the same place at this moment; then theirs is the row for both.
    await session.execute(insert(Locatie).values(locatie.model_dump()).on_conflict_do_nothing())
    added = await queries.find_equal_locatie(session, locatie)
    assert added is not None
    return added


async def _free_slug(session: AsyncSession, naam: str) -> str:
    variants = slug_variants(naam)
    await take_turns(session, f"organisatie {variants[0]}")
    return first_free(variants, await queries.taken_slugs(session, variants))
