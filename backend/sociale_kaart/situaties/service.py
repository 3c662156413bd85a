from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.logboek import changes_between, log
from sociale_kaart.core.problems import (
    ChangedMeanwhileError,
    ConflictError,
    InvalidInputError,
    NotFoundError,
)
from sociale_kaart.situaties import queries
from sociale_kaart.situaties.models import Situatie
from sociale_kaart.situaties.rules import faults_in
from sociale_kaart.situaties.schemas import SituatieInvoer
from sociale_kaart.taxonomie.vocabulary import Vocabulary

UNKNOWN = "Deze situatie kennen we niet."
EXISTS = "Er is al een situatie met dit adres. Wijzig die, of kies een ander adres."


async def create_situatie(
    session: AsyncSession,
    slug: str,
    invoer: SituatieInvoer,
    vocabulary: Vocabulary,
    account_id: UUID | None,
) -> Situatie:
    """A new situation; raises 400 with all faults, and 409 when the slug is taken."""
    _check(invoer, vocabulary)
    situatie = Situatie(slug=slug, **columns(invoer))
    session.add(situatie)
    try:
        await session.flush()
    except IntegrityError as error:
        raise ConflictError(EXISTS) from error
    _log(session, situatie, account_id, "aangemaakt", {}, columns(invoer))
    return situatie


async def update_situatie(
    session: AsyncSession,
    slug: str,
    invoer: SituatieInvoer,
    versie: int,
    vocabulary: Vocabulary,
    account_id: UUID | None,
) -> Situatie:
    """Replaces what a situation says; raises 409 when somebody else changed it meanwhile."""
    _check(invoer, vocabulary)
    situatie = await queries.lock_situatie(session, slug)
    if situatie is None:
        raise NotFoundError(UNKNOWN)
    if situatie.versie != versie:
        raise ChangedMeanwhileError
    before = situatie.model_dump(include=set(SituatieInvoer.model_fields))
    for name, value in columns(invoer).items():
        setattr(situatie, name, value)
    situatie.versie += 1
    situatie.gewijzigd_op = utc_now()
    await session.flush()
    _log(session, situatie, account_id, "gewijzigd", before, columns(invoer))
    return situatie


def columns(invoer: SituatieInvoer) -> dict[str, Any]:
    """The values of the row; the parts as JSON."""
    return {
        **invoer.model_dump(exclude={"onderdelen"}),
        "onderdelen": [part.model_dump(mode="json") for part in invoer.onderdelen],
    }


def _check(invoer: SituatieInvoer, vocabulary: Vocabulary) -> None:
    faults = faults_in(invoer, vocabulary)
    if faults:
        raise InvalidInputError(faults)


def _log(
    session: AsyncSession,
    situatie: Situatie,
    account_id: UUID | None,
    handeling: str,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    log(
        session,
        account_id=account_id,
        onderwerp="situatie",
        onderwerp_id=situatie.slug,
        handeling=handeling,
        wijzigingen=changes_between(before, after),
    )
