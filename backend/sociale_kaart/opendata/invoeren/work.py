"""What the worker does of an import: a piece at a time, each whole, so that a stop loses nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts.models import Account
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.db import Database, is_away
from sociale_kaart.core.problems import Fout, ProblemError
from sociale_kaart.opendata.invoeren import queries
from sociale_kaart.opendata.invoeren.bringing import bring_in
from sociale_kaart.opendata.invoeren.mapping import koppeling_of
from sociale_kaart.opendata.invoeren.matching import find_for
from sociale_kaart.opendata.invoeren.models import Invoer, InvoerRij
from sociale_kaart.opendata.invoeren.planning import Plan, plan_row
from sociale_kaart.opendata.invoeren.reading import Setting, read_row, setting_of
from sociale_kaart.opendata.invoeren.rules import KEPT_DONE, KEPT_UNDONE
from sociale_kaart.opendata.invoeren.undoing import take_back
from sociale_kaart.organisaties.access import Actor, actor_of
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.taxonomie.reference import Reference, load_reference

log = structlog.get_logger()

CHANNEL = "invoer"
_LOOK_AT_ONCE = 200
# So many rows share a commit, and with it the writing of what residents read: most of what a row
# costs by itself. A stop undoes no more than these, and a row that is refused has them done apart.
_DO_AT_ONCE = 25
_OURS = "Dit ligt aan ons. Probeer deze rij later nog een keer."


@dataclass(frozen=True)
class _Job:
    invoer_id: UUID
    stand: str
    setting: Setting


async def work_some(database: Database) -> bool:
    """Does a piece of the import that waits longest; false when there is none.

    Raises what says that the database is away; whatever is wrong with a row is said of that row.
    """
    async with database.transaction() as session:
        invoer = await queries.lock_next(session)
        if invoer is None:
            return False
        invoer.beurt_op = utc_now()
        setting = await _setting(session, invoer, await load_reference(session))
        if not _may(setting.actor, invoer.organisatie_id):
            _end(invoer)
            return True
        if invoer.stand == "nakijken":
            await _look(session, invoer, setting)
            return True
        back = invoer.stand == "terug"
        numbers = await queries.numbers_to_do(session, invoer.id, _DO_AT_ONCE, back=back)
        if not numbers:
            _end(invoer)
            return True
        job = _Job(invoer.id, invoer.stand, setting)
    if len(numbers) == 1 or not await _do_together(database, job, numbers):
        for number in numbers:
            await _do(database, job, number)
    return True


async def forget_old(database: Database, now: datetime) -> None:
    """Removes imports that nobody can do anything with any more."""
    async with database.transaction() as session:
        await queries.delete_old(session, now - KEPT_UNDONE, now - KEPT_DONE)


async def _setting(session: AsyncSession, invoer: Invoer, reference: Reference) -> Setting:
    account = await session.get(Account, invoer.account_id) if invoer.account_id else None
    organisatie = await session.get(Organisatie, invoer.organisatie_id)
    assert organisatie is not None
    return setting_of(
        organisatie,
        len(invoer.kolommen),
        koppeling_of(invoer.koppeling),
        reference,
        # Whose account was closed meanwhile may do nothing, also not by what they began before.
        await actor_of(session, account) if account and account.actief else Actor(None, "lid"),
        today(),
    )


def _may(actor: Actor, organisatie_id: UUID) -> bool:
    """Whether who asked for it still works there: that may have ended since."""
    return actor.is_editor or organisatie_id in actor.lidmaatschappen


def _end(invoer: Invoer) -> None:
    ends = {"nakijken": "koppelen", "uitvoeren": "klaar", "terug": "teruggedraaid"}
    if invoer.stand == "uitvoeren":
        invoer.klaar_op = utc_now()
    invoer.stand = ends[invoer.stand]


async def _look(session: AsyncSession, invoer: Invoer, setting: Setting) -> None:
    """Says of the next rows what would happen with them."""
    rows = await queries.rows_to_look_at(session, invoer.id, _LOOK_AT_ONCE)
    reads = [read_row(row.nummer, row.cellen, row.formules, setting) for row in rows]
    if reads:
        found = await find_for(session, invoer.id, reads, setting)
        for row, read, match in zip(rows, reads, found, strict=True):
            _note(row, plan_row(read, match, setting))
    if len(rows) < _LOOK_AT_ONCE:
        invoer.stand = "nagekeken"


def _note(rij: InvoerRij, plan: Plan) -> None:
    rij.uitkomst = plan.uitkomst
    rij.sleutel = plan.sleutel
    rij.titel = plan.titel
    rij.aanbod_id = plan.aanbod.id if plan.aanbod else None
    rij.versie = plan.aanbod.versie if plan.aanbod else None
    rij.status = plan.status
    rij.wacht = plan.wacht
    rij.wijzigingen = plan.wijzigingen
    rij.fouten = [fout.model_dump(exclude_none=True) for fout in plan.fouten]
    rij.opmerkingen = list(plan.opmerkingen)


async def _do_together(database: Database, job: _Job, numbers: Sequence[int]) -> bool:
    """Brings rows in or takes them back, all of them or none; whether it was all."""
    try:
        async with database.transaction() as session:
            for number in numbers:
                await _do_one(session, job, number)
    except ProblemError:
        return False
    except Exception as error:
        if is_away(error):
            raise
        # Which row it is shows when they are done apart, and is said there.
        return False
    return True


async def _do(database: Database, job: _Job, number: int) -> None:
    """Brings one row in or takes it back, whole or not at all, and says so."""
    try:
        async with database.transaction() as session:
            await _do_one(session, job, number)
    except ProblemError as error:
        reason = " ".join([error.detail, *(fout.melding for fout in error.fouten)])
    except Exception as error:
        if is_away(error):
            raise
        # A message may repeat what somebody typed, so only its kind is kept.
        log.error("import_row_failed", kind=type(error).__name__)  # noqa: TRY400
        reason = _OURS
    else:
        return
    async with database.transaction() as session:
        rij = await queries.lock_row(session, job.invoer_id, number)
        if rij is not None and not _is_done(rij, job):
            _refuse(rij, job, reason)


async def _do_one(session: AsyncSession, job: _Job, number: int) -> None:
    rij = await queries.lock_row(session, job.invoer_id, number)
    organisatie = await session.get(Organisatie, job.setting.organisatie.id)
    if rij is None or organisatie is None or _is_done(rij, job):
        return
    setting = replace(job.setting, organisatie=organisatie)
    if job.stand == "terug":
        rij.terug, rij.terug_reden = await take_back(session, rij, setting)
    else:
        await bring_in(session, rij, setting)


def _is_done(rij: InvoerRij, job: _Job) -> bool:
    """Whether another worker was first."""
    if job.stand == "terug":
        return rij.terug is not None
    return rij.gedaan_op is not None or rij.uitkomst not in {"nieuw", "gewijzigd"}


def _refuse(rij: InvoerRij, job: _Job, reason: str) -> None:
    if job.stand == "terug":
        rij.terug, rij.terug_reden = "gebleven", reason
    else:
        rij.uitkomst = "fout"
        rij.fouten = [Fout(veld="rij", melding=reason).model_dump(exclude_none=True)]
