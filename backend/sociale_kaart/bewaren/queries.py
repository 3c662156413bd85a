from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import and_, delete, exists, func, or_, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.aanbod.bewerken.models import AanbodBewerking
from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie, AanbodVoorstel
from sociale_kaart.accounts.models import Account
from sociale_kaart.berichten.adressen.models import Mailadres
from sociale_kaart.core.logboek import LogRegel
from sociale_kaart.organisaties.models import Lidmaatschap, Organisatie

_IS_LID = col(Account.rol) == "lid"
_HAS_ORGANISATIE = exists().where(col(Lidmaatschap.account_id) == col(Account.id))


async def lock_silent_accounts(
    session: AsyncSession, *, loose: date, lid: date, warned: date, medewerker: date, limit: int
) -> Sequence[Account]:
    """Accounts of whom nobody was seen since these days; the last of beheer always stays.

    `loose` counts for members who work for no organisation; other members must also have been
    warned on the day in `warned` or before.
    """
    silent = or_(
        and_(_IS_LID, ~_HAS_ORGANISATIE, col(Account.gezien_op) < loose),
        and_(_IS_LID, col(Account.gezien_op) < lid, col(Account.gewaarschuwd_op) <= warned),
        and_(~_IS_LID, col(Account.gezien_op) < medewerker),
    )
    last_of_beheer = (
        select(Account.id)
        .where(col(Account.rol) == "beheer", col(Account.actief))
        .order_by(col(Account.gezien_op).desc(), col(Account.id).desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(Account)
        .where(silent, col(Account.id).is_distinct_from(last_of_beheer))
        .order_by(col(Account.id))
        .limit(limit)
    )
    return (await session.scalars(query.with_for_update(skip_locked=True))).all()


async def lock_soon_silent(session: AsyncSession, since: date) -> Sequence[Account]:
    """Members of organisations who were not seen since this day and do not know what follows."""
    query = select(Account).where(
        _IS_LID,
        _HAS_ORGANISATIE,
        col(Account.gezien_op) < since,
        col(Account.gewaarschuwd_op).is_(None),
    )
    return (await session.scalars(query.with_for_update(skip_locked=True))).all()


async def lock_stopped_with_contact(
    session: AsyncSession, before: datetime, limit: int
) -> Sequence[Aanbod]:
    """Listings that stopped before this moment and still say whom to ask for."""
    tells = or_(
        col(Aanbod.contact_naam).is_not(None),
        col(Aanbod.contact_telefoon).is_not(None),
        col(Aanbod.contact_email).is_not(None),
    )
    query = (
        select(Aanbod)
        .where(col(Aanbod.status) == "gestopt", col(Aanbod.gewijzigd_op) < before, tells)
        .order_by(col(Aanbod.id))
        .limit(limit)
    )
    return (await session.scalars(query.with_for_update(skip_locked=True))).all()


async def delete_voorstellen(session: AsyncSession, aanbod_ids: Sequence[UUID]) -> None:
    await session.execute(
        delete(AanbodVoorstel).where(col(AanbodVoorstel.aanbod_id).in_(aanbod_ids))
    )


async def empty_bewerkingen(session: AsyncSession, aanbod_ids: Sequence[UUID]) -> None:
    """Throws away what was being written of these; whoever still has it open is told so."""
    await session.execute(
        update(AanbodBewerking)
        .where(
            col(AanbodBewerking.aanbod_id).in_(aanbod_ids), col(AanbodBewerking.inhoud).is_not(None)
        )
        .values(inhoud=None, basis=None, versie=col(AanbodBewerking.versie) + 1)
    )


async def begin_forgetting(session: AsyncSession) -> None:
    """Lets this transaction empty what was written down; a trigger refuses all others."""
    await session.execute(text("SET LOCAL sociale_kaart.vergeten = 'aan'"))


async def empty_contact_in_history(
    session: AsyncSession, before: datetime, stopped_before: datetime
) -> int:
    """Takes the contact person out of lines from before a moment; returns how many lines.

    Also out of all lines of listings that stopped, or were removed, before `stopped_before`.
    """
    of_gone = ~exists().where(col(Aanbod.id) == col(AanbodHistorie.aanbod_id))
    is_stopped = exists().where(
        col(Aanbod.id) == col(AanbodHistorie.aanbod_id),
        col(Aanbod.status) == "gestopt",
        col(Aanbod.gewijzigd_op) < stopped_before,
    )
    old = col(AanbodHistorie.op) < before
    long_gone = and_(of_gone, col(AanbodHistorie.op) < stopped_before)
    emptied = await session.execute(
        update(AanbodHistorie)
        .where(col(AanbodHistorie.wijzigingen).op("?")("contact"), or_(old, long_gone, is_stopped))
        .values(wijzigingen=col(AanbodHistorie.wijzigingen).op("-")(text("'contact'::text")))
        .execution_options(synchronize_session=False)
        .returning(col(AanbodHistorie.id))
    )
    return len(emptied.all())


async def delete_loose_mailadressen(session: AsyncSession) -> None:
    """What was kept of addresses that are of no account and of no organisation any more."""
    of_account = exists().where(col(Account.email) == col(Mailadres.adres))
    of_organisatie = exists().where(func.lower(col(Organisatie.email)) == col(Mailadres.adres))
    await session.execute(delete(Mailadres).where(~of_account, ~of_organisatie))


async def delete_log_before(session: AsyncSession, moment: datetime) -> int:
    gone = await session.execute(
        delete(LogRegel).where(col(LogRegel.op) < moment).returning(col(LogRegel.id))
    )
    return len(gone.all())
