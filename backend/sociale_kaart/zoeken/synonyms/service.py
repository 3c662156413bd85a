from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.logboek import changes_between, log
from sociale_kaart.core.problems import ChangedMeanwhileError, ConflictError, NotFoundError
from sociale_kaart.zoeken.synonyms import queries
from sociale_kaart.zoeken.synonyms.models import Synoniem
from sociale_kaart.zoeken.synonyms.rules import bare
from sociale_kaart.zoeken.synonyms.schemas import SynoniemInvoer

UNKNOWN = "Dit synoniem kennen we niet."
EXISTS = "Deze twee woorden staan al bij elkaar. Wijzig dan dat synoniem."


async def create_synoniem(
    session: AsyncSession, invoer: SynoniemInvoer, account_id: UUID | None
) -> Synoniem:
    """A new pair; raises 409 when the same two words are a pair already."""
    synoniem = Synoniem(
        **invoer.model_dump(),
        woord_kaal=bare(invoer.woord),
        betekent_kaal=bare(invoer.betekent),
        herkomst="redactie",
    )
    session.add(synoniem)
    await _flush(session)
    _log(session, synoniem, account_id, "aangemaakt", {}, _words_of(synoniem))
    return synoniem


async def update_synoniem(
    session: AsyncSession,
    synoniem_id: UUID,
    invoer: SynoniemInvoer,
    versie: int,
    account_id: UUID | None,
) -> Synoniem:
    """Replaces a pair; from then on the redactie's, whatever the list of the code says."""
    synoniem = await _of_version(session, synoniem_id, versie)
    before = _words_of(synoniem)
    values = {
        **invoer.model_dump(),
        "woord_kaal": bare(invoer.woord),
        "betekent_kaal": bare(invoer.betekent),
        "herkomst": "redactie",
    }
    for name, value in values.items():
        setattr(synoniem, name, value)
    synoniem.versie += 1
    synoniem.gewijzigd_op = utc_now()
    await _flush(session)
    _log(session, synoniem, account_id, "gewijzigd", before, _words_of(synoniem))
    return synoniem


async def delete_synoniem(
    session: AsyncSession, synoniem_id: UUID, versie: int, account_id: UUID | None
) -> None:
    synoniem = await _of_version(session, synoniem_id, versie)
    _log(session, synoniem, account_id, "verwijderd", _words_of(synoniem), {})
    await session.delete(synoniem)


async def _of_version(session: AsyncSession, synoniem_id: UUID, versie: int) -> Synoniem:
    synoniem = await queries.lock_synoniem(session, synoniem_id)
    if synoniem is None:
        raise NotFoundError(UNKNOWN)
    if synoniem.versie != versie:
        raise ChangedMeanwhileError
    return synoniem


async def _flush(session: AsyncSession) -> None:
    try:
        await session.flush()
    except IntegrityError as error:
        raise ConflictError(EXISTS) from error


def _words_of(synoniem: Synoniem) -> dict[str, Any]:
    return synoniem.model_dump(include=set(SynoniemInvoer.model_fields))


def _log(
    session: AsyncSession,
    synoniem: Synoniem,
    account_id: UUID | None,
    handeling: str,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    log(
        session,
        account_id=account_id,
        onderwerp="synoniem",
        onderwerp_id=synoniem.id,
        handeling=handeling,
        wijzigingen=changes_between(before, after),
    )
